"""The palette plans what is typed, goes to places, and stays away from what waits for an answer."""

from pathlib import Path

from game.model.actions import SoundOut
from game.model.ids import ClauseId, PartyId
from tests.tui.stage import arrive, at, desk, on_stage, press, session, shown, sit_down, staged, types, until


@staged
async def test_an_act_typed_in_one_line_is_planned(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "ctrl+p")
        assert at(pilot) == "Palette"
        await types(pilot, "sound out moscow line")
        await until(pilot, lambda: "plan it" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: at(pilot) == "RoomScreen" and bool(desk(pilot).plan))
        assert desk(pilot).plan == (SoundOut(PartyId("russia"), ClauseId("line")),)


@staged
async def test_without_a_word_it_offers_what_the_advisers_say_and_the_places(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "The briefing book" in shown(pilot))
        assert "The text, clause by clause" in shown(pilot)


@staged
async def test_a_place_is_gone_to_by_its_name(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "ctrl+p")
        await types(pilot, "dossiers")
        await until(pilot, lambda: "go there" in shown(pilot))
        await press(pilot, "enter")
        await arrive(pilot, "PartiesScreen")


@staged
async def test_words_that_are_not_yet_an_act_lead_on(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "ctrl+p")
        await types(pilot, "carry moscow")
        await until(pilot, lambda: "go on typing" in shown(pilot))
        await press(pilot, "enter")
        await arrive(pilot, "ActScreen")
        assert "carry Moscow" in shown(pilot)


@staged
async def test_it_does_not_open_over_a_question_nor_outside_a_game(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "ctrl+p")
        assert at(pilot) == "TitleScreen"
        await sit_down(pilot, session(turn=4))
        await press(pilot, "enter")
        assert at(pilot) == "PredictScreen"
        await press(pilot, "ctrl+p")
        assert at(pilot) == "PredictScreen"
        await press(pilot, "escape", "ctrl+p", "ctrl+p")
        assert at(pilot) == "Palette"
        await press(pilot, "escape")
        assert at(pilot) == "RoomScreen"
