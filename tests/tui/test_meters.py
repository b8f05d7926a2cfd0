"""Why a meter stands where it does: by a click on it, and by a key."""

from pathlib import Path

import pytest

from game.model.ids import Quantity
from game.telling.groups import capacity_words
from game.telling.ledger import changes, say_value
from game.telling.prose import exact
from game.tui.desk import Desk
from game.tui.panes.groups import group_rows
from game.tui.panes.leverage import levels
from game.tui.panes.standing import meter_level
from game.tui.screens.meters import meter_rows, why_rows
from game.tui.widgets.dials import Dials
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import (
    NARROW,
    WIDE,
    arrive,
    at,
    on_stage,
    press,
    screen_lines,
    session,
    settle,
    shown,
    sit_down,
    staged,
)

CAPACITY = Quantity("capacity")
METERS = {
    "Progress": "Progress",
    "Patience": "patience",
    "Discipline": "discipline",
    "Credibility": "credibility",
    "Congress": "congress",
    "Groups": "capacity",
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@staged
async def test_a_click_on_any_meter_opens_its_ledger(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        await sit_down(pilot, session(turn=4))
        for label, key in METERS.items():
            head = screen_lines(pilot)[:4]
            line = next(place for place, text in enumerate(head) if label in text)
            await pilot.click(Dials, offset=(head[line].index(label), line))
            await settle(pilot)
            await arrive(pilot, "MetersScreen")
            assert pilot.app.screen.query_one("#meters", Sheet).pointed == key.casefold()
            await press(pilot, "escape")
            assert at(pilot) == "RoomScreen"


@staged
async def test_w_opens_the_meters_and_arrows_explain_each(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "w")
        assert "What has been earned" in shown(pilot)
        await press(pilot, "down")
        assert "The White House tires as weeks pass." in shown(pilot)
        await press(pilot, "down", "down", "down", "down")
        assert "staff for" in shown(pilot)


def test_the_amounts_add_up_to_where_a_meter_stands() -> None:
    """The ledger's law: the level at the beginning and all amounts since make the level now."""
    seen = Desk(session(turn=6))
    start = seen.session.match.turns[0].first.quantities
    for quantity in seen.view.known:
        found = [each for record in seen.records() for each in changes(seen.scenario, record.events)]
        amounts = [entry.amount for each in found if each.quantity == quantity for entry in each.entries]
        assert start[quantity] + sum(amounts) == seen.view.known[quantity]
        told = " ".join(row.right.plain for row in why_rows(seen, quantity))
        assert say_value(seen.names, quantity, seen.view.known[quantity]) in told


def test_everything_that_can_be_seen_is_a_meter_or_leverage() -> None:
    seen = Desk(session(turn=4))
    keys = [row.key for row in meter_rows(seen) if row.key]
    assert len(keys) == len(set(keys))
    assert {*keys, *levels(seen)} == {"progress", *seen.view.known}


def test_the_capacity_says_how_many_sit_and_for_how_many_there_is_staff() -> None:
    seen = Desk(session(turn=4))
    sitting = sum(group.convened for group in seen.view.groups.values())
    told = meter_level(seen, CAPACITY).plain
    assert told.startswith(f"{sitting} sit, staff for {exact(seen.view.known[CAPACITY])}")
    assert capacity_words(seen.view) in " ".join(row.body.plain for row in why_rows(seen, CAPACITY))
    assert capacity_words(seen.view) in " ".join(row.body.plain for row in group_rows(seen))
