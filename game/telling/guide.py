"""The guided first turn: a script that is told step by step, each until what the player sees and does fulfils it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.model.actions import Action
from game.model.book import GuideScript, GuideStep, Until, WantedAct
from game.model.events import ActionTaken
from game.play.match import Match
from game.telling.prose import sentence

ANSWER: Final = "{answer}"
"""Stands in a script for the number of the newest answer among the cables."""

TO_ANSWER: Final = f"down to {ANSWER}"
"""Among the keys of a script: down, as often as it takes to come to that answer."""

_KEYS: Final[Mapping[str, str]] = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the player is, in which turn, with what in the plan; ``done`` are all acts that were carried out."""

    place: str
    turn: int
    plan: tuple[Action, ...]
    done: tuple[Action, ...]


def moment(match: Match, plan: Sequence[Action], place: str) -> Moment:
    events = [event for record in match.turns for event in record.events]
    done = tuple(event.action for event in (*events, *match.events) if isinstance(event, ActionTaken))
    return Moment(place, match.world.turn, tuple(plan), done)


@dataclass(frozen=True, slots=True)
class Guide:
    """A script and how far it has been told. ``opened`` is what was looked into since the step began."""

    script: GuideScript
    place: int = 0
    opened: frozenset[str] = frozenset()

    @property
    def step(self) -> GuideStep | None:
        """None once all has been told."""
        return self.script.steps[self.place] if self.place < len(self.script.steps) else None

    @property
    def counted(self) -> str:
        """``5 of 12``."""
        return f"{self.place + 1} of {len(self.script.steps)}"

    def noted(self, what: str) -> "Guide":
        return replace(self, opened=self.opened | {what})

    def skipped(self) -> "Guide":
        return Guide(self.script, self.place + 1)

    def at(self, now: Moment) -> "Guide":
        """Past every step that is done at this moment."""
        guide = self
        while guide.step is not None and fulfilled(guide.step.until, now, guide.opened):
            guide = guide.skipped()
        return guide


def fulfilled(until: Until, now: Moment, opened: frozenset[str]) -> bool:
    if until.planned is not None:
        return any(_is(until.planned, action) for action in (*now.plan, *now.done))
    return (
        now.place in (until.at or ())
        or until.opened in opened
        or (until.turn is not None and now.turn >= until.turn)
        or (until.acts is not None and len(now.plan) >= until.acts)
    )


def _is(wanted: WantedAct, action: Action) -> bool:
    asked = {"party": wanted.party, "clause": wanted.clause, "option": wanted.option, "group": wanted.group}
    same = all(getattr(action, name, None) == value for name, value in asked.items() if value is not None)
    return action.verb == wanted.verb and same


def is_key(pressed: str) -> bool:
    """Whether this is one key rather than a text to type."""
    return len(pressed) == 1 or pressed in _KEYS


def say_press(step: GuideStep) -> str:
    """``Press a, then type “sound out moscow line”, then press Enter.``; nothing if nothing need be pressed."""
    return sentence(", then ".join(map(_say_pressed, step.press)))


def _say_pressed(pressed: str) -> str:
    if pressed == TO_ANSWER:
        return "press ↓ until you come to the answer"
    return f"press {_KEYS.get(pressed, pressed)}" if is_key(pressed) else f"type “{pressed}”"


def typed_lines(step: GuideStep, answer: int) -> tuple[str, ...]:
    """What to type in line mode; ``answer`` is the number of the newest answer."""
    return tuple(line.replace(ANSWER, str(answer)) for line in step.type)


def say_typed(step: GuideStep, answer: int) -> str:
    """``Type: sound out moscow line, then 1.``"""
    lines = typed_lines(step, answer)
    return f"Type: {', then '.join(lines)}." if lines else ""
