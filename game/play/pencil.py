"""The plan in pencil: acts that have been queued but not sent, kept beside the save so that leaving loses nothing."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from game.model.actions import Action
from game.model.ids import PartyId
from game.model.verbs import action_text, parse_action
from game.model.views import MediatorView
from game.play.predictions import SURENESSES, Expected, Prediction
from game.rules.options import plan_refusals

_SUFFIX = ".plan"
_EXPECTS = "expect "
"""Begins a line that holds a prediction: what is expected, how sure, of whom, and the act."""


class Pencilled(NamedTuple):
    """A turn's plan and what is expected of the answers to it."""

    plan: tuple[Action, ...] = ()
    predictions: tuple[Prediction, ...] = ()


def moved(plan: tuple[Action, ...], place: int, to: int) -> tuple[Action, ...]:
    """The plan with the act at ``place`` brought to another, counted from 0; acts are carried out in their order."""
    rest = (*plan[:place], *plan[place + 1 :])
    return (*rest[:to], plan[place], *rest[to:])


def before(plan: tuple[Action, ...], action: Action) -> tuple[Action, ...]:
    """The acts that are carried out before this one: those ahead of it, or all if it is not planned."""
    return plan[: plan.index(action)] if action in plan else plan


def note_down(save: Path | None, turn: int, pencilled: Pencilled) -> None:
    """Keep the plan of this turn, or forget an empty one. If it cannot be written, only the pencil is lost."""
    if save is None:
        return
    path = save.with_suffix(_SUFFIX)
    lines = [str(turn), *map(action_text, pencilled.plan), *map(_prediction_text, pencilled.predictions)]
    with suppress(OSError):
        if pencilled.plan:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def recall(save: Path | None, view: MediatorView) -> Pencilled:
    """What was left in pencil, if it was for this turn and can still be sent."""
    if save is None:
        return Pencilled()
    try:
        turn, *lines = save.with_suffix(_SUFFIX).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return Pencilled()
    acts = [parse_action(line) for line in lines if not line.startswith(_EXPECTS)]
    plan = tuple(action for action in acts if action is not None)
    if turn != str(view.turn) or len(plan) != len(acts) or plan_refusals(view, plan):
        return Pencilled()
    read = (_read_prediction(line.removeprefix(_EXPECTS)) for line in lines if line.startswith(_EXPECTS))
    return Pencilled(plan, tuple(each for each in read if each is not None and each.action in plan))


def _prediction_text(each: Prediction) -> str:
    return f"{_EXPECTS}{each.expected.value} {each.sure} {each.party} {action_text(each.action)}"


def _read_prediction(line: str) -> Prediction | None:
    word, sure, party, act = (*line.split(" ", 3), "", "", "", "")[:4]
    action = parse_action(act)
    expected = next((each for each in Expected if each.value == word), None)
    level = next((each for each in SURENESSES if str(each) == sure), None)
    return (
        None
        if action is None or expected is None or level is None
        else Prediction(action, PartyId(party), expected, level)
    )
