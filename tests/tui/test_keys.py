"""The keys that a help screen lists are the keys that do something, neither more nor fewer."""

from pathlib import Path
from typing import Final

import pytest
from textual.binding import ActiveBinding, Binding
from textual.pilot import Pilot

from game.contracts.building.shipped import played, shipped, shipped_setup
from game.telling.conference import conference_words
from game.telling.names import Names
from game.tui.help import EVERYWHERE, HERE
from game.tui.keys import KeyTable, key_name, key_table, say_keys
from game.tui.screens.book import BookScreen
from game.tui.screens.conference import ConferenceScreen
from game.tui.screens.place import Place
from game.tui.widgets.sheet import Sheet
from tests.saves import finished
from tests.tui.stage import (
    NARROW,
    WIDE,
    advised,
    arrive,
    at,
    conferences,
    on_stage,
    press,
    screen_lines,
    session,
    sit_down,
    staged,
    waiting_event,
)

SPOKEN: Final = {
    "question_mark": "?",
    "escape": "Esc",
    "delete": "Del",
    "comma": ",",
    "full_stop": ".",
    "pageup": "Page up",
    "pagedown": "Page down",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "ctrl+q": "Ctrl+Q",
    "ctrl+c": "Ctrl+C",
    "ctrl+u": "Ctrl+U",
    "ctrl+p": "Ctrl+P",
    "shift+tab": "Shift+Tab",
    **{each: each.title() for each in ("enter", "space", "tab", "backspace", "home", "end")},
    **{f"f{number}": f"F{number}" for number in range(1, 9)},
}
SEEN_FROM_THE_ROOM: Final = {
    "room": (),
    "act": ("a",),
    "text": ("t",),
    "parties": ("p",),
    "groups": ("g",),
    "leverage": ("l",),
    "front": ("f",),
    "curves": ("h",),
    "cables": ("c",),
    "meters": ("w",),
    "advisers": ("v",),
    "morning": ("enter", "enter"),
}
LISTS: Final = {
    *("title", "new", "saves", "replay", "settings", "briefing", "card", "ending", "debrief", "conference", "bench"),
    *SEEN_FROM_THE_ROOM,
}


def live(pilot: Pilot[None]) -> set[str]:
    """Every key that is bound on the open screen, by its name."""
    assert isinstance(pilot.app.screen, Place)
    return {SPOKEN.get(key, key) for key in pilot.app.screen.active_bindings}


def told(table: KeyTable) -> list[str]:
    """The keys of a help page, one by one."""
    found = []
    for keys, _ in table:
        for key in keys.split(", "):
            first, _, last = key.partition("–")
            found += [str(each) for each in range(int(first), int(last) + 1)] if last else [key]
    return found


async def compare(pilot: Pilot[None], page: str) -> None:
    """Press ``?`` and hold what it lists against what was bound."""
    screen = pilot.app.screen
    assert isinstance(screen, Place)
    assert page == screen.HELP_PAGE
    bound, read = live(pilot), {keys for keys, _ in screen.READS}
    await press(pilot, "question_mark")
    assert at(pilot) == "BookScreen"
    await press(pilot, "home")
    lines = [line.plain.rstrip() for line in pilot.app.screen.query_one("#article", Sheet).lines]
    listed = lines[lines.index("Keys here") + 1 :]
    keys = told([(line[:20].strip(), line[20:]) for line in listed if line and not line[0].isspace()])
    assert sorted(keys) == sorted(set(keys)), "a key is listed twice"
    assert set(keys) == bound | read
    await press(pilot, "escape")


@staged
async def test_help_in_a_game_lists_every_live_key(tmp_path: Path) -> None:
    async with on_stage(tmp_path, WIDE) as pilot:
        await sit_down(pilot, session(turn=4))
        await advised(pilot)
        await press(pilot, "t", "w")
        await compare(pilot, "bench")
        await press(pilot, "escape", "escape")
        for page, keys in SEEN_FROM_THE_ROOM.items():
            await press(pilot, *keys)
            await compare(pilot, page)
            await press(pilot, "escape")
            assert at(pilot) in ("RoomScreen", "CardScreen")


@staged
async def test_help_before_and_after_a_game_lists_every_live_key(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await compare(pilot, "title")
        for key, page in (("n", "new"), ("o", "saves"), ("s", "settings")):
            await press(pilot, key)
            await compare(pilot, page)
            await press(pilot, "escape")
        await press(pilot, "n", "b")
        await arrive(pilot, "BriefingScreen")
        await compare(pilot, "briefing")
        await sit_down(pilot, waiting_event())
        await arrive(pilot, "CardScreen")
        await compare(pilot, "card")
        await sit_down(pilot, session(turn=99, policy="passive"))
        await arrive(pilot, "EndingScreen")
        await compare(pilot, "ending")
        await press(pilot, "enter")
        await arrive(pilot, "DebriefScreen")
        await compare(pilot, "debrief")


@staged
async def test_help_at_a_replay_lists_every_live_key(tmp_path: Path) -> None:
    finished(tmp_path)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "r")
        await arrive(pilot, "ReplayScreen")
        await press(pilot, "right")
        await compare(pilot, "replay")


@staged
async def test_help_at_the_signing_conference_lists_every_live_key(tmp_path: Path) -> None:
    seed, turn = next(conferences())
    record = played("statecraft", shipped_setup(seed=seed)).turns[turn - 1]
    names = Names(shipped())
    scene = conference_words(names, record)
    assert scene is not None
    async with on_stage(tmp_path) as pilot:
        await pilot.app.push_screen(ConferenceScreen(names, scene, ""))
        await arrive(pilot, "ConferenceScreen")
        await compare(pilot, "conference")


def test_every_page_of_help_is_compared() -> None:
    assert set(HERE) == LISTS


@staged
async def test_keys_of_every_screen_work_in_every_screen(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        everywhere = {*told(EVERYWHERE), "y", "n"}
        await sit_down(pilot, session(turn=4))
        for key in ("t", "a", "g", "l", "c", "w"):
            await press(pilot, key)
            assert everywhere <= live(pilot) | {"y", "n"}
            await press(pilot, "escape")
        await press(pilot, "enter")
        assert {"y", "n", "enter", "escape"} <= set(pilot.app.screen.active_bindings)


@pytest.mark.parametrize(
    ("keys", "words"),
    [(("1", "2", "3"), "1–3"), (("1", "2"), "1, 2"), (("x", "delete"), "x, Del"), (("ctrl+q",), "Ctrl+Q")],
)
def test_keys_are_named_as_they_stand_on_a_keyboard(keys: tuple[str, ...], words: str) -> None:
    assert say_keys(keys) == words


def test_every_key_has_its_usual_name() -> None:
    assert {key: key_name(key) for key in SPOKEN} == SPOKEN


def test_what_has_no_description_is_not_listed() -> None:
    """A key that does nothing is no help."""
    bindings = {
        "a": Binding("a", "act", "Act"),
        "b": Binding("b", "stay", ""),
        "c": Binding("c", "act", "Act", show=False),
    }
    node = BookScreen(None)
    assert key_table({key: ActiveBinding(node, each, True, "") for key, each in bindings.items()}) == (("a, c", "Act"),)


@staged
async def test_the_bar_of_a_narrow_room_keeps_what_matters_most(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await sit_down(pilot, session(turn=4))
        await press(pilot, "a", "1", "1", "1")
        for words in ("a Act", "enter Send", "t Text", "p Parties", "c Cables", "v Advisers", "m Menu", "? Help"):
            assert words in screen_lines(pilot)[-1]
