"""What Washington holds: pressure in force, help given, steps of normalisation, promises and threats."""

from typing import Final

from textual.content import Content

from game.model.groups import Step
from game.model.ids import Quantity, TrackId
from game.model.world import Pledge
from game.telling.prose import in_prose
from game.tui.desk import Desk
from game.tui.widgets.marks import level_and_trend, mark
from game.tui.widgets.rows import Row, row, soft_text, words

LEVELS: Final = ("sanctions", "arms", "assistance", "intelligence", "backstop", "standing")
_STEP_WORDS: Final = {
    Step.NONE: "not used",
    Step.PROMISED: "promised",
    Step.LINKED: "linked",
    Step.DELIVERED: "given",
    Step.SUSPENDED: "suspended",
}


def leverage_rows(desk: Desk) -> list[Row]:
    """The short form for the situation room."""
    rows = [row(desk.names.quantity(each), right=level_word(desk, each).rstrip()) for each in levels(desk)]
    rows += [row(desk.names.track(track), right=step_word(desk, track)) for track in desk.scenario.tracks]
    return rows + [pledge_row(desk, pledge) for pledge in desk.view.pledges]


def levels(desk: Desk) -> list[Quantity]:
    return [Quantity(each) for each in LEVELS if each in desk.view.known]


def level_word(desk: Desk, quantity: Quantity) -> Content:
    now = desk.view.known[quantity]
    return level_and_trend(desk.names, quantity, desk.before().get(quantity, now), now)


def step_word(desk: Desk, track: TrackId) -> str:
    state = desk.view.tracks[track]
    if state.step is Step.LINKED and state.clause is not None:
        return f"linked to {desk.names.short(state.clause)}"
    return _STEP_WORDS[state.step]


def pledge_row(desk: Desk, pledge: Pledge) -> Row:
    kind = "Threat" if pledge.threat else "Promise"
    label = in_prose(desk.names.verb(pledge.verb))
    return row(
        words(mark(desk.names, pledge.party), " ", label),
        lead=soft_text(f"{kind}: "),
        right=soft_text(f"by turn {pledge.due}"),
    )
