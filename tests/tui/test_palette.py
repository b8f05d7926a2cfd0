"""The palette plans what is typed, goes to places, and stays away from what waits for an answer."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.model.actions import SoundOut
from game.model.ids import ClauseId, PartyId
from tests.saves import finished
from tests.tui.stage import (
    arrive,
    at,
    desk,
    on_stage,
    press,
    session,
    shown,
    sit_down,
    staged,
    types,
    until,
    waiting_event,
)


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


FROM = {"act": "a", "text": "t", "parties": "p", "groups": "g", "leverage": "l", "front": "f", "curves": "h"}
FROM |= {"cables": "c", "meters": "w", "advisers": "v", "book": "b", "settings": "S", "bench": "tw", "clause": "ta"}


async def go_to(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "ctrl+p")
    assert at(pilot) == "Palette"
    await types(pilot, name)
    await until(pilot, lambda: "go there" in shown(pilot))
    await press(pilot, "enter")


@staged
async def test_from_every_place_it_leads_to_another(tmp_path: Path) -> None:
    """One goes there from the situation room: what lay open is closed, and Esc leads back to the room."""
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        for place, keys in FROM.items():
            await press(pilot, *keys)
            assert at(pilot) != "RoomScreen", place
            await go_to(pilot, "curves" if place == "groups" else "working")
            await arrive(pilot, "CurvesScreen" if place == "groups" else "GroupsScreen")
            await press(pilot, "escape")
            assert at(pilot) == "RoomScreen", place


@pytest.mark.parametrize("keys", ["a", "tw", "b"], ids=["act", "bench", "book"])
@staged
async def test_an_act_is_planned_from_another_place(tmp_path: Path, keys: str) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, *keys, "ctrl+p")
        await types(pilot, "sound out moscow line")
        await until(pilot, lambda: "plan it" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: bool(desk(pilot).plan))
        assert at(pilot) not in ("Palette", "ActScreen"), "choosing an act ends when one is planned"


@staged
async def test_the_turn_is_sent_from_another_place(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "t")
        await go_to(pilot, "send the turn")
        await arrive(pilot, "PredictScreen")


@staged
async def test_words_that_lead_on_are_taken_up_from_another_place(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "c", "ctrl+p")
        await types(pilot, "carry moscow")
        await until(pilot, lambda: "go on typing" in shown(pilot))
        await press(pilot, "enter")
        await arrive(pilot, "ActScreen")
        assert "carry Moscow" in shown(pilot)


@staged
async def test_while_an_event_waits_or_cables_come_in_it_only_looks_around(tmp_path: Path) -> None:
    """What was being told or asked stays below."""
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, waiting_event())
        await arrive(pilot, "CardScreen")
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "The briefing book" in shown(pilot))
        assert "Send the turn" not in shown(pilot)
        await press(pilot, "escape")
        await go_to(pilot, "front")
        await arrive(pilot, "FrontScreen")
        await press(pilot, "escape")
        assert at(pilot) == "CardScreen"
        await sit_down(pilot, session(turn=4))
        await press(pilot, "enter", "enter")
        await arrive(pilot, "MorningScreen")
        await go_to(pilot, "the text")
        await arrive(pilot, "TextScreen")
        await press(pilot, "escape")
        assert at(pilot) == "MorningScreen"


@staged
async def test_where_no_game_goes_on_it_says_what_it_is_for(tmp_path: Path) -> None:
    finished(tmp_path)
    async with on_stage(tmp_path) as pilot:
        for keys in ((), ("o",), ("r",), ("escape", "escape", "n"), ("escape", "s"), ("escape", "b")):
            await press(pilot, *keys)
            before = at(pilot)
            await press(pilot, "ctrl+p")
            assert at(pilot) == before
            assert "to places of a game." in shown(pilot)
            pilot.app.clear_notifications()
        await sit_down(pilot, session(turn=99, policy="passive"))
        await press(pilot, "ctrl+p")
        assert at(pilot) == "EndingScreen"
        assert "nothing to plan." in shown(pilot)


@staged
async def test_it_does_not_open_over_a_question(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "enter")
        assert at(pilot) == "PredictScreen"
        await press(pilot, "ctrl+p")
        assert at(pilot) == "PredictScreen"
        await press(pilot, "escape", "ctrl+p", "ctrl+p")
        assert at(pilot) == "Palette"
        await press(pilot, "escape")
        assert at(pilot) == "RoomScreen"
