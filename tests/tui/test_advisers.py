"""The advisers in the app: they think without stopping anybody, and one key puts what they say on the plan."""

from pathlib import Path

import pytest

from game.model.actions import Act
from game.model.ids import PartyId, VerbId
from game.play.advisers import advise
from game.play.repeating import planned_then
from game.rules.options import plan_refusals
from game.telling.advisers import TITLES
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import NARROW, WIDE, advised, at, desk, on_stage, press, session, shown, sit_down, staged


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@staged
async def test_three_suggestions_are_always_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        await sit_down(pilot, session(turn=4))
        assert "The advisers are thinking" in shown(pilot) or size == NARROW
        await advised(pilot)
        if size == NARROW:
            await press(pilot, "3", "end")
        said = desk(pilot).session.advice_at_hand() or ()
        assert len(said) >= 3
        told = shown(pilot)
        assert sum(TITLES[advice.slant] in told for advice in said) >= 3


@staged
async def test_what_the_thread_thinks_is_what_the_advisers_say(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await advised(pilot)
        assert desk(pilot).session.advice_at_hand() == advise(desk(pilot).view)


@staged
async def test_keys_are_heard_while_they_think(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        assert desk(pilot).session.advice_at_hand() is None
        await press(pilot, "t")
        assert at(pilot) == "TextScreen"
        await press(pilot, "escape", "v")
        assert at(pilot) == "AdvisersScreen"
        await advised(pilot)
        assert "The envoy" in shown(pilot)


@staged
async def test_one_key_plans_what_an_adviser_says_in_the_room_and_on_its_screen(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        await advised(pilot)
        said = desk(pilot).session.advice_at_hand() or ()
        await press(pilot, "f6")
        assert desk(pilot).plan == (said[1].action,)
        assert "planned" in shown(pilot)
        await press(pilot, "u", "v", "2")
        assert desk(pilot).plan == (said[1].action,)
        await press(pilot, "2")
        assert desk(pilot).plan == (said[1].action,)
        assert "stands twice" in shown(pilot)
        await press(pilot, "u")
        assert desk(pilot).plan == ()


@staged
async def test_a_new_turn_ends_the_thinking_about_the_last(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=2))
        await press(pilot, "enter", "enter", "enter", "enter")
        while at(pilot) != "RoomScreen":
            await press(pilot, "1" if at(pilot) == "CardScreen" else "enter")
        await advised(pilot)
        assert desk(pilot).session.advice_at_hand() == advise(desk(pilot).view)


@staged
async def test_records_stand_beside_the_advice(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=3))
        assert desk(pilot).add(Act(VerbId("reassure"), PartyId("ukraine"))) == ()
        await press(pilot, "v")
        await advised(pilot)
        told = shown(pilot)
        for words in ("How far they were right", "The forecasts", "Yours: none has come to an answer yet."):
            assert words in told


@staged
async def test_last_turns_plan_is_one_key(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        last = desk(pilot).session.last_turn()
        assert last is not None
        await press(pilot, "r")
        plan = desk(pilot).plan
        assert plan
        assert set(plan) <= set(planned_then(last))
        assert plan_refusals(desk(pilot).view, plan) == ()
        await press(pilot, "r")
        assert desk(pilot).plan == plan


@staged
async def test_a_newcomer_is_shown_eight_acts_and_opens_all_with_one_key(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=1))
        await press(pilot, "a")
        assert len(pilot.app.screen.query_one("#choices", Sheet).keys) == 8
        await press(pilot, "f4")
        assert len(pilot.app.screen.query_one("#choices", Sheet).keys) == len(desk(pilot).scenario.verbs)
