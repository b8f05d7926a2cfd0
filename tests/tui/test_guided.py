"""The guided first turn in the app: whoever presses what it says comes to its end, and can leave it at every step."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.model.book import GuideStep
from game.telling.guide import TO_ANSWER, Guide, is_key, say_press
from game.tui.app import Backchannel
from game.tui.widgets.guidenote import GuideNote
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import NARROW, WIDE, arrive, at, desk, on_stage, press, settle, shown, staged, types

MOST_DOWNS = 40


def guide(pilot: Pilot[None]) -> Guide | None:
    assert isinstance(pilot.app, Backchannel)
    return pilot.app.guide


def note(pilot: Pilot[None]) -> str:
    """What the guide says on the open screen, on one line; nothing if it is silent."""
    found = pilot.app.screen.query_one(GuideNote)
    return " ".join(found.render().plain.split()) if found.display else ""


async def follow(pilot: Pilot[None], step: GuideStep) -> None:
    for pressed in step.press:
        if pressed == TO_ANSWER:
            await _down_to_answer(pilot)
        elif is_key(pressed):
            await press(pilot, pressed)
        else:
            await types(pilot, pressed)


async def _down_to_answer(pilot: Pilot[None]) -> None:
    """Press down until the newest answer is pointed at, as a player would who reads the lines."""
    record = desk(pilot).session.last_turn()
    assert record is not None
    cables = desk(pilot).cables(record)
    wanted = max(place for place, cable in enumerate(cables) if cable.kind == "answer")
    sheet = pilot.app.screen.query_one("#cables", Sheet)
    for _ in range(MOST_DOWNS):
        if sheet.pointed == sheet.keys[wanted]:
            return
        await press(pilot, "down")
    raise AssertionError("the answer was not reached")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@staged
async def test_whoever_presses_what_it_says_comes_to_its_end(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        assert "Guided first turn" in shown(pilot)
        await press(pilot, "g")
        await arrive(pilot, "BriefingScreen")
        assert "justice, accountability" in shown(pilot)
        begun = guide(pilot)
        assert begun is not None
        for place, step in enumerate(begun.script.steps):
            now = guide(pilot)
            assert now is not None
            assert now.place == place, note(pilot)
            assert " ".join((step.say, say_press(step))).strip() in note(pilot)
            await follow(pilot, step)
        assert guide(pilot) is not None
        await press(pilot, "1")
        await press(pilot, "a", "1", "1", "1")
        assert guide(pilot) is None
        assert note(pilot) == ""


@staged
async def test_the_refusal_is_explained_and_names_what_would_help(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "g")
        await arrive(pilot, "BriefingScreen")
        begun = guide(pilot)
        assert begun is not None
        for step in begun.script.steps:
            await follow(pilot, step)
            if step.id == "refusal":
                break
        assert "Would help:" in shown(pilot)
        assert "Moscow refuses" in shown(pilot)


@staged
async def test_it_can_be_left_at_every_step_with_one_key(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "g")
        await arrive(pilot, "BriefingScreen")
        begun = guide(pilot)
        assert begun is not None
        for place in range(1, len(begun.script.steps)):
            await press(pilot, "f9")
            now = guide(pilot)
            assert now is not None
            assert now.place >= place
        await press(pilot, "f10")
        assert guide(pilot) is None
        assert note(pilot) == ""
        assert at(pilot) == "BriefingScreen"


@staged
async def test_it_can_be_taken_again_and_leaving_the_game_ends_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        for _ in range(2):
            await press(pilot, "g")
            await arrive(pilot, "BriefingScreen")
            assert note(pilot).startswith("Guide 1 of ")
            await press(pilot, "escape", "escape")
            await arrive(pilot, "RoomScreen")
            await press(pilot, "m")
            await arrive(pilot, "TitleScreen")
            await settle(pilot)
            assert guide(pilot) is None
            assert note(pilot) == ""


@staged
async def test_without_a_guide_its_keys_do_nothing_and_are_not_listed(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        assert not {"f9", "f10"} & set(pilot.app.screen.active_bindings)
        await press(pilot, "f9", "f10")
        assert at(pilot) == "TitleScreen"
