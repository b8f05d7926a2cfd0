"""What the keys of a screen are called, and what each does, read off the live bindings."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import ActiveBinding

KeyTable = tuple[tuple[str, str], ...]
"""(keys, what they do), in the order in which a player should read them."""

_NAMES: Final[Mapping[str, str]] = {
    "question_mark": "?",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "Page up",
    "pagedown": "Page down",
    "home": "Home",
    "end": "End",
    "comma": ",",
    "full_stop": ".",
}
_RUN: Final = 3
"""From so many neighbours on, keys are told as a run: ``1–6``."""


def key_name(key: str) -> str:
    """``Ctrl+Q``, ``F2``, ``a``."""
    if key in _NAMES:
        return _NAMES[key]
    return "+".join(part.capitalize() for part in key.split("+")) if len(key) > 1 else key


def key_table(bindings: Mapping[str, ActiveBinding]) -> KeyTable:
    """Every key that does something, keys that do the same in one line; those of the key bar first."""
    found: dict[str, list[str]] = {}
    ordered = sorted(bindings.items(), key=lambda item: not item[1].binding.show)
    for key, active in ordered:
        if active.binding.description:
            found.setdefault(active.binding.description, []).append(key)
    return tuple((say_keys(keys), does) for does, keys in found.items())


def say_keys(keys: Iterable[str]) -> str:
    """``Enter, →`` or ``1–6``."""
    runs: list[list[str]] = []
    for key in keys:
        if runs and key.isdigit() and runs[-1][-1].isdigit() and int(key) == int(runs[-1][-1]) + 1:
            runs[-1].append(key)
        else:
            runs.append([key])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) >= _RUN else ", ".join(map(key_name, run)) for run in runs)
