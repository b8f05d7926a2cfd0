"""The main screens as text, at both sizes: what a player sees, for a person to read and a diff to show."""

from pathlib import Path
from typing import Final

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tests.tui.stage import BROAD, NARROW, WIDE, advised, arrive, at, on_stage, press, session, shown, sit_down, staged

SIZES: Final = (WIDE, NARROW)
FROM_THE_ROOM: Final = {
    "room": (),
    "act": ("a",),
    "forecast": ("a", *"float", "enter", "2", "3", "down"),
    "text": ("t",),
    "parties": ("p",),
    "groups": ("g",),
    "leverage": ("l",),
    "cables": ("c",),
    "meters": ("w", "down"),
    "advisers": ("v",),
    "bench": ("t", "w", "down", "2", "down", "right"),
    "palette": ("ctrl+p",),
    "warned": ("a", *"call", "space", "a", "enter", "1", "2"),
    "help": ("question_mark",),
    "send": ("enter",),
    "morning": ("enter", "enter", "w"),
}


def drawn(pilot: Pilot[None], folder: Path) -> str:
    """The screen, without what differs from machine to machine."""
    return "\n" + shown(pilot).replace(str(folder), "SAVES") + "\n"


@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_screens_of_a_game_look_like_this(
    tmp_path: Path, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    found = {}
    async with on_stage(tmp_path, size) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        await advised(pilot)
        for screen, keys in FROM_THE_ROOM.items():
            await press(pilot, *keys)
            found[screen] = drawn(pilot, tmp_path)
            while at(pilot) not in ("RoomScreen", "MorningScreen"):
                await press(pilot, "escape")
    for screen, picture in found.items():
        assert picture == snapshot(name=screen)


@staged
async def test_the_room_on_a_large_screen_looks_like_this(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    async with on_stage(tmp_path, BROAD) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        await advised(pilot)
        assert drawn(pilot, tmp_path) == snapshot(name="room")


@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_screens_before_and_after_a_game_look_like_this(
    tmp_path: Path, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with on_stage(tmp_path, size) as pilot:
        assert drawn(pilot, tmp_path) == snapshot(name="title")
        await press(pilot, "n")
        assert drawn(pilot, tmp_path) == snapshot(name="new game")
        await press(pilot, "b")
        await arrive(pilot, "BriefingScreen")
        assert drawn(pilot, tmp_path) == snapshot(name="briefing")
        await press(pilot, "escape")
        assert drawn(pilot, tmp_path) == snapshot(name="event")
        await sit_down(pilot, session(turn=99, seed=7))
        await arrive(pilot, "EndingScreen")
        assert drawn(pilot, tmp_path) == snapshot(name="ending")
