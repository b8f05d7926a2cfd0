"""A sitting of hours keeps no more in memory than one of minutes: what is left is let go."""

import gc
from pathlib import Path

from textual._styles_cache import StylesCache
from textual.screen import Screen

from tests.tui.stage import NARROW, advised, at, on_stage, press, session, sit_down, staged

_PLACES = ("t", "p", "g", "l", "f")


def _kept() -> tuple[int, int]:
    """How many screens there are, and how many widgets' drawings."""
    gc.collect()
    everything = gc.get_objects()
    return (
        sum(isinstance(each, Screen) for each in everything),
        sum(isinstance(each, StylesCache) for each in everything),
    )


@staged
async def test_screens_that_were_left_are_kept_neither_themselves_nor_as_drawn(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await sit_down(pilot, session(turn=2))
        await advised(pilot)
        kept = []
        for _ in range(3):
            for key in _PLACES:
                await press(pilot, key)
                assert at(pilot) != "RoomScreen"
                await press(pilot, "escape")
            kept.append(_kept())
        assert kept[0] == kept[1] == kept[2]
