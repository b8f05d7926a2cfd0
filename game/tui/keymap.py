"""Which keys can be given another place, and what a player has given them. Nothing here knows a screen."""

from collections.abc import Iterator, Mapping
from typing import Final

KEYS: Final[Mapping[str, str]] = {
    "app.theme": "f2",
    "title.continue": "c",
    "title.new": "n",
    "title.guide": "g",
    "title.open": "o",
    "title.debriefs": "d",
    "title.book": "b",
    "title.settings": "s",
    "room.act": "a",
    "room.send": "enter",
    "room.text": "t",
    "room.parties": "p",
    "room.groups": "g",
    "room.leverage": "l",
    "room.front": "f",
    "room.cables": "c",
    "room.advisers": "v",
    "room.curves": "h",
    "room.why": "w",
    "room.repeat": "r",
    "room.expect": "e",
    "room.undo": "u",
    "room.remove": "x,delete",
    "room.earlier": "comma",
    "room.later": "full_stop",
    "room.book": "b",
    "room.menu": "m",
    "room.settings": "S",
    "room.rewind": "R",
    "room.sound-out": "s",
    "room.float": "o",
    "room.call": "k",
    "room.convene": "n",
    "room.table": "d",
    "room.task": "j",
    "room.link": "i",
}
"""By name, what is pressed for it unless a player says otherwise. The part before the dot is where it works."""

_FIXED: Final = frozenset(
    (
        *("escape", "question_mark", "f1", "tab", "shift+tab", "ctrl+q", "ctrl+c"),
        *("up", "down", "left", "right", "pageup", "pagedown", "home", "end"),
        *(f"f{n}" for n in range(4, 11)),
        *map(str, range(10)),
    )
)
"""What works alike everywhere, so that a player can always find help and the way out."""

_NAMED: Final = frozenset(("enter", "space", "backspace", "delete", "insert", "f2", "f3", "f11", "f12"))
_SIGNS: Final[Mapping[str, str]] = {
    ".": "full_stop",
    ",": "comma",
    "/": "slash",
    "-": "minus",
    "+": "plus",
    "=": "equals_sign",
    ";": "semicolon",
    "'": "apostrophe",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}


def accepted(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The changes that can be made, as the framework names keys, and a sentence on each that cannot."""
    good: dict[str, str] = {}
    remarks: list[str] = []
    for name, keys in wanted.items():
        found = [_key(each.strip()) for each in keys.split(",")] if keys != "," else ["comma"]
        if name not in KEYS:
            remarks.append(f"Keys: nothing is called '{_short(name)}'; it is left out.")
        elif None in found:
            remarks.append(f"Keys: '{_short(keys)}' for {name} is no key that can be given; it stays {KEYS[name]}.")
        else:
            good[name] = ",".join(filter(None, found))
    while (clash := next(_clashes(good), None)) is not None:
        name, other, key = clash
        del good[name]
        remarks.append(f"Keys: {key} for {name} is taken by {other}; it stays {KEYS[name]}.")
    return good, tuple(remarks)


def _key(name: str) -> str | None:
    """The framework's name of a key; None for one that cannot be given."""
    if name in _FIXED:
        return None
    if name in _NAMED or name in _SIGNS.values() or (len(name) == 1 and name.isascii() and name.isalpha()):
        return name
    return _SIGNS.get(name)


def _clashes(changed: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(what was changed, what has the key too, the key), the last change first."""
    pressed = {name: changed.get(name, keys).split(",") for name, keys in KEYS.items()}
    for name in reversed(list(changed)):
        for other, keys in pressed.items():
            if other != name and _meet(name, other):
                yield from ((name, other, key) for key in pressed[name] if key in keys)


def _meet(one: str, other: str) -> bool:
    """Whether both work on the same screen."""
    first, second = one.partition(".")[0], other.partition(".")[0]
    return first == second or "app" in (first, second)


def _short(text: str) -> str:
    return "".join(each for each in text if each.isprintable())[:40]
