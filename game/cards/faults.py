"""What is wrong with a content file, and how it is shown: place, words, the author's own line, a guess.

Every fault has a stable id; ``CODES`` tells what each one means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal, NamedTuple, TypeAlias

from game.cards.cautions import WARNINGS
from game.cards.codes import ERRORS, CodeInfo

__all__ = [
    "CODES",
    "HIDDEN",
    "CodeInfo",
    "Fault",
    "Position",
    "Severity",
    "cells",
    "quoted",
    "render",
    "shortened",
    "suggest",
    "visible",
]

CODES: Mapping[str, CodeInfo] = {**ERRORS, **WARNINGS}

Severity: TypeAlias = Literal["error", "warning"]

LONGEST_LINE = 160  # characters of the author's line that are shown
LONGEST_GUESS = 80  # characters of a word that is compared with the known ones
MOST_ALIKE = 20  # faults of one kind in one file that are shown

# Characters that an editor does not show or that turn the direction of text: controls but tab and line feed,
# bidirectional marks, zero-width spaces, line separators, lone surrogates, non-characters, tag characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


class Position(NamedTuple):
    """Line and column, both from 1; columns count characters, as editors do."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Sorts by file, then place. ``width`` counts characters at fault; each line of ``hint`` is a hint."""

    path: str
    position: Position
    code: str
    message: str
    hint: str = ""
    width: int = 1

    @property
    def severity(self) -> Severity:
        return "warning" if self.code.startswith("W") else "error"


def render(fault: Fault, source_line: str = "") -> str:
    """The fault as text of several lines, without a final line feed; an empty source line is left out."""
    line, column = fault.position
    rows = [visible(f"{fault.path}:{line}:{column}: {fault.code} {fault.message}")]
    gutter = " " * len(str(line))
    if source_line.strip():
        shown, start = _excerpt(source_line, column - 1)
        indent, run = cells(shown[:start]), cells(shown[start : start + fault.width])
        rows.append(f"{gutter} |")
        rows.append(f"{line} | {shown}".rstrip())
        rows.append(f"{gutter} | {' ' * indent}^{'~' * (run - 1)}")
    rows.extend(f"{gutter} = {visible(hint)}" for hint in fault.hint.splitlines())
    return "\n".join(rows)


def shortened(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sorted; of each kind in each file only the first twenty, the last of which says how many follow."""
    alike: dict[tuple[str, str], list[Fault]] = {}
    for fault in sorted(faults):
        alike.setdefault((fault.path, fault.code), []).append(fault)
    shown: list[Fault] = []
    for same in alike.values():
        shown.extend(same[:MOST_ALIKE])
        if len(same) > MOST_ALIKE:
            note = f"{len(same) - MOST_ALIKE} more of this kind in this file"
            shown[-1] = replace(shown[-1], hint=f"{shown[-1].hint}\n{note}".strip())
    return tuple(sorted(shown))


def suggest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; first, one with the same parts in another order."""
    if len(word) > LONGEST_GUESS:
        return None
    candidates = sorted(known)
    twins: Mapping[str, str] = {_folded(candidate): candidate for candidate in candidates}
    if twin := twins.get(_folded(word)):
        return twin
    close = get_close_matches(word.lower(), candidates, n=1)
    return close[0] if close else None


def quoted(text: str, most: int = 40) -> str:
    """The text in single quotes for a message, safe to print and cut to ``most`` characters."""
    return f"'{visible(text if len(text) <= most else text[: most - 1] + '…')}'"


def visible(text: str) -> str:
    """The text on one line, with a replacement character for every one that a terminal would obey or hide."""
    return HIDDEN.sub("\ufffd", text.replace("\t", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_cell(letter) for letter in text)


def _cell(letter: str) -> int:
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 2
    return 0 if unicodedata.category(letter) in ("Mn", "Me", "Cf") else 1


def _excerpt(line: str, start: int) -> tuple[str, int]:
    """The part of the line around ``start`` that fits, and where ``start`` is in it."""
    left = max(0, start - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    head = "…" if left else ""
    tail = "…" if left + LONGEST_LINE < len(line) else ""
    return head + visible(line[left : left + LONGEST_LINE]) + tail, start - left + len(head)


def _folded(word: str) -> str:
    return ".".join(sorted(word.lower().replace("_", "-").split(".")))
