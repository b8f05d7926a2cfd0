"""The plan in pencil: acts that have been queued but not sent, kept beside the save so that leaving loses nothing."""

from contextlib import suppress
from pathlib import Path

from game.model.actions import Action
from game.model.verbs import action_text, parse_action
from game.model.views import MediatorView
from game.rules.options import plan_refusals

_SUFFIX = ".plan"


def note_down(save: Path | None, turn: int, plan: tuple[Action, ...]) -> None:
    """Keep the plan of this turn, or forget an empty one. If it cannot be written, only the pencil is lost."""
    if save is None:
        return
    path = save.with_suffix(_SUFFIX)
    with suppress(OSError):
        if plan:
            path.write_text("\n".join([str(turn), *map(action_text, plan)]) + "\n", encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def recall(save: Path | None, view: MediatorView) -> tuple[Action, ...]:
    """The plan that was left in pencil, if it was for this turn and can still be sent."""
    if save is None:
        return ()
    try:
        turn, *lines = save.with_suffix(_SUFFIX).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return ()
    actions = [parse_action(line) for line in lines]
    plan = tuple(action for action in actions if action is not None)
    fits = turn == str(view.turn) and len(plan) == len(lines) and not plan_refusals(view, plan)
    return plan if fits else ()
