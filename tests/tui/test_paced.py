"""Keys typed ahead reach the screen that they are meant for, and messages do not pile up."""

from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from game.model.actions import SoundOut
from game.model.ids import ClauseId, PartyId
from game.tui.app import Backchannel
from tests.tui.stage import (
    arrive,
    at,
    begin,
    desk,
    on_stage,
    press,
    screen_lines,
    sit_down,
    staged,
    until,
    waiting_event,
)


def type_ahead(pilot: Pilot[None], *keys: str) -> None:
    """All at once, as a terminal hands over what was typed while nobody read it."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))


def said(pilot: Pilot[None]) -> list[str]:
    """How each message begins that is shown at the edge of the screen."""
    begun = ("An event waits for your decision", "Ctrl+Q leaves")
    return [each for line in screen_lines(pilot) for each in begun if each in line]


@staged
async def test_keys_typed_while_a_screen_opens_are_for_that_screen(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await begin(pilot)
        type_ahead(pilot, "a", "1", "1", "1")
        await until(pilot, lambda: len(desk(pilot).plan) == 1)
        assert desk(pilot).plan == (SoundOut(PartyId("russia"), ClauseId("line")),)
        type_ahead(pilot, "a", *"reassu", "backspace", "enter")
        await arrive(pilot, "ActScreen")
        assert "Reassure: Whom?" in "\n".join(screen_lines(pilot))


@staged
async def test_a_new_game_can_be_begun_without_looking(tmp_path: Path) -> None:
    """From the title through the briefing and the first event to a sent turn; the scenario is still being read."""
    async with on_stage(tmp_path, wait=False) as pilot:
        type_ahead(pilot, "n", "b", "escape", "1", "enter", "enter")
        await arrive(pilot, "MorningScreen")
        assert desk(pilot).view.turn == 2


@staged
async def test_leaving_does_not_wait_for_its_turn(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, Backchannel)
        with app.under_way():
            type_ahead(pilot, "n", "ctrl+q")
            while app.is_running and not app._exit:
                await pilot._wait_for_screen()
        assert app.return_code == 0


@staged
async def test_the_same_word_is_not_said_twice_at_a_time(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, waiting_event())
        await arrive(pilot, "CardScreen")
        await press(pilot, "escape", "a", "a", "a")
        assert at(pilot) == "RoomScreen"
        await until(pilot, lambda: said(pilot) == ["An event waits for your decision"])
        await press(pilot, "ctrl+c")
        await until(pilot, lambda: said(pilot) == ["Ctrl+Q leaves"])
