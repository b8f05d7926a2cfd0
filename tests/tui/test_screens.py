"""Every screen at every size: nothing overlaps, nothing is cut off, and each closes to where it was opened."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import TabLine
from game.tui.widgets.typeline import TypeLine
from tests.tui.stage import (
    BROAD,
    NARROW,
    WIDE,
    advised,
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

SIZES: Final = (NARROW, WIDE, BROAD)

FROM_THE_ROOM: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "a": ("ActScreen", ("What will you do?", "What it means", "Sound out")),
    "t": ("TextScreen", ("Draft agreement", "The clause", "Line of contact")),
    "p": ("PartiesScreen", ("What it says, and what we believe", "Where we stand", "Moscow")),
    "g": ("GroupsScreen", ("Groups", "The group", "Territory")),
    "l": ("LeverageScreen", ("What we hold", "What it does", "Sanctions in force")),
    "f": ("FrontScreen", ("The line of contact", "Where it stands", "Donetsk", "Grid")),
    "h": ("CurvesScreen", ("Settlement progress", "in all")),
    "c": ("CablesScreen", ("All cables", "Turn 4")),
    "b": ("BookScreen", ("Articles", "Your task")),
    "question_mark": ("BookScreen", ("The situation room", "Keys here")),
    "v": ("AdvisersScreen", ("What they would do", "What would come of it")),
    "enter": ("PredictScreen", ("Send the turn?",)),
}
"""What a key opens in the situation room, and words that must be readable there at once."""

FROM_THE_TITLE: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "n": ("NewGameScreen", ("Begin the game", "Scenario", "Length", "World")),
    "o": ("SavesScreen", ("No game has been saved here yet.",)),
    "s": ("SettingsScreen", ("Theme", "night desk", "▲ RU")),
    "b": ("BookScreen", ("Articles", "Your task")),
}


def parts(pilot: Pilot[None]) -> list[Widget]:
    """The widgets that draw something, as far as they are on the screen."""
    drawn = (Sheet, KeyBar, Banner, TabLine, TypeLine)
    return [each for each in pilot.app.screen.query(Widget) if isinstance(each, drawn) and each.region.area]


def overlaps(pilot: Pilot[None]) -> Iterator[str]:
    whole = Region(0, 0, *pilot.app.size)
    for each in parts(pilot):
        if each.region not in whole:
            yield f"{each!r} at {each.region} is not within {whole}"
    for one, other in combinations(parts(pilot), 2):
        if one.region.overlaps(other.region):
            yield f"{one!r} at {one.region} lies over {other!r} at {other.region}"


def cut_lines(pilot: Pilot[None]) -> Iterator[str]:
    """Lines that are wider than the sheet they stand on."""
    for sheet in pilot.app.screen.query(Sheet):
        room = sheet.scrollable_content_region.width - 1
        yield from (f"{sheet!r}: {line!r}" for line in sheet.lines if line.cell_length > room > 0)


def check(pilot: Pilot[None], words: tuple[str, ...]) -> None:
    assert list(overlaps(pilot)) == []
    assert list(cut_lines(pilot)) == []
    for each in words:
        assert each in shown(pilot), shown(pilot)
    width, height = pilot.app.size
    assert len(screen_lines(pilot)) == height
    assert max(map(len, screen_lines(pilot))) <= width


@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_screens_over_the_situation_room_fit_and_close(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        await sit_down(pilot, session(turn=4))
        check(pilot, ("Turn 4 of 8", "Progress", "Patience", "This turn", "? Help", "enter Send"))
        for key, (screen, words) in FROM_THE_ROOM.items():
            await press(pilot, key)
            assert at(pilot) == screen
            if isinstance(pilot.app.screen, Place):
                check(pilot, words)
            await press(pilot, "escape")
            assert at(pilot) == "RoomScreen", key


@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_screens_over_the_title_fit_and_close(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        check(
            pilot, ("B A C K C H A N N E L", "New game", "Open a game", "Briefing book", "Quit", "no unfinished game")
        )
        for key, (screen, words) in FROM_THE_TITLE.items():
            await press(pilot, key)
            assert at(pilot) == screen
            check(pilot, words)
            await press(pilot, "escape")
            assert at(pilot) == "TitleScreen"


@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_briefing_event_cables_and_end_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    async with on_stage(tmp_path, size) as pilot:
        await press(pilot, "n", "b")
        await arrive(pilot, "BriefingScreen")
        check(pilot, ("Page 1 of 2", "Your task", "justice"))
        await press(pilot, "escape")
        if at(pilot) == "CardScreen":
            check(pilot, ("What do you do?", "adviser", "Look around first"))
            await press(pilot, "escape")
        await press(pilot, "m")
        await sit_down(pilot, session(turn=4))
        await press(pilot, "enter", "enter")
        await arrive(pilot, "MorningScreen")
        check(pilot, ("Morning cables", "What happened", "What moved, and why", "Patience"))
        await sit_down(pilot, session(turn=99))
        await arrive(pilot, "EndingScreen")
        check(pilot, ("The end", "What it is worth", "Settlement"))


@staged
async def test_on_a_narrow_screen_each_pane_has_a_tab(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await sit_down(pilot, session(turn=4))
        await advised(pilot)
        for number, words in enumerate(("trust in us", "Line of contact", "Staff", "parallel", "why", "The envoy"), 1):
            await press(pilot, str(number))
            assert words in shown(pilot)
            check(pilot, ())


@staged
async def test_the_mouse_opens_what_it_points_at(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        await pilot.click("#parties", offset=(5, 2))
        await settle(pilot)
        await arrive(pilot, "PartiesScreen")
        await press(pilot, "escape")
        await pilot.click("#cables", offset=(12, 1))
        await settle(pilot)
        await arrive(pilot, "CablesScreen")
        assert "why▾" in shown(pilot)
        await press(pilot, "escape")
        bar = pilot.app.screen.query_one(KeyBar)
        text = screen_lines(pilot)[-1]
        await pilot.click(bar, offset=(text.index("Text"), 0))
        await settle(pilot)
        await arrive(pilot, "TextScreen")


@staged
async def test_an_act_can_begin_at_a_party_a_clause_a_group_or_a_step(tmp_path: Path) -> None:
    openings = {"p": "about Moscow", "t": "about Line of contact", "g": "about Territory"}
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        for key, words in openings.items():
            await press(pilot, key, "a")
            assert at(pilot) == "ActScreen"
            assert words in shown(pilot)
            await press(pilot, "escape", "escape")
            assert at(pilot) == "RoomScreen"


@staged
async def test_the_draft_is_exported_as_markdown_beside_the_save(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "n", "b", "escape")
        if at(pilot) == "CardScreen":
            await press(pilot, "escape")
        await press(pilot, "t", "e")
        [written] = tmp_path.glob("*-turn-01.md")
        assert written.read_text(encoding="utf-8").startswith("# Draft agreement")
