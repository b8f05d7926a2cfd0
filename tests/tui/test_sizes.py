"""Resizing at any moment; a terminal that is too small keeps the game and says so."""

from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from game.tui.widgets.sheet import Sheet
from tests.campaigns import sized
from tests.tui.stage import at, begin, desk, on_stage, press, session, settle, shown, sit_down, staged
from tests.tui.test_screens import cut_lines, overlaps

LETTERS = "atpglcbfvhredsoknjizqymwuxSR12345"
NAMED = ("enter", "escape", "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "f2", "f3", "backspace")
PRESSED = (*LETTERS, *NAMED, "tab", "shift+tab", "space", "comma", "full_stop", "question_mark", "ctrl+p", "f5", "f9")
SIZES = ((80, 24), (120, 40), (200, 60), (60, 20), (97, 31), (81, 25), (150, 24), (80, 70), (20, 5))


async def resize(pilot: Pilot[None], columns: int, lines: int) -> None:
    await pilot.resize_terminal(columns, lines)
    await settle(pilot)


@staged
async def test_a_small_terminal_is_answered_calmly_and_hears_nothing_but_leaving(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await begin(pilot)
        await press(pilot, "a", "1", "1", "1")
        await resize(pilot, 79, 23)
        assert "Please enlarge" in shown(pilot)
        await press(pilot, "enter", "enter", "x")
        await pilot.click(offset=(5, 5))
        assert at(pilot) == "RoomScreen"
        await resize(pilot, 80, 24)
        assert "Please enlarge" not in shown(pilot)
        assert len(desk(pilot).plan) == 1
        await press(pilot, "x")
        assert desk(pilot).plan == ()


@staged
async def test_a_sheet_reflows_when_its_width_changes(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "t")
        sheet = pilot.app.screen.query_one("#draft", Sheet)
        wide = len(sheet.lines)
        await resize(pilot, 84, 30)
        assert list(cut_lines(pilot)) == []
        assert sheet.lines
        await resize(pilot, 120, 40)
        assert len(sheet.lines) == wide


SEQUENCES = sized(2, ci=20, full=500)
LENGTH = sized(40, ci=100, full=200)
"""So many sequences of so many keys."""


@pytest.mark.campaign
@staged
async def test_random_keys_at_changing_sizes_break_nothing(tmp_path: Path) -> None:
    """Keys as a player might hit them, with a resize now and then; whatever is open afterwards still fits."""
    for number in range(SEQUENCES):
        await a_sequence(tmp_path / str(number), Random(f"keys {number}"))


async def a_sequence(saves: Path, random: Random) -> None:
    """A game of its own; what was pressed is told when it breaks."""
    pressed: list[str] = []
    async with on_stage(saves, random.choice(SIZES[:4]), length="quick", seed=random.randrange(100)) as pilot:
        await resize(pilot, 120, 40)
        await begin(pilot)
        try:
            for count in range(LENGTH):
                if count % 12 == 0:
                    size = random.choice(SIZES)
                    pressed.append(f"{size[0]}x{size[1]}")
                    await resize(pilot, *size)
                keys = ("c", "n", "b", "escape") if at(pilot) == "TitleScreen" else (random.choice(PRESSED),)
                pressed += keys
                await press(pilot, *keys)
                if pilot.app.return_value is not None or pilot.app._exit:
                    break
            await resize(pilot, 120, 40)
            assert list(overlaps(pilot)) == []
            assert list(cut_lines(pilot)) == []
        except Exception as error:
            error.add_note(" ".join(pressed))
            raise
