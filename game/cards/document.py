"""A content file after reading: plain data, and where in the file every piece of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeAlias

from game.cards.faults import Fault, Position, render
from game.cards.scalars import Scalar

Data: TypeAlias = "dict[str, Data] | list[Data] | Scalar"
Path: TypeAlias = tuple[str | int, ...]


class Place(NamedTuple):
    """Some characters of one line."""

    position: Position
    width: int


class Extent(NamedTuple):
    """The first and the last line, both included, of an entry at the top level."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Document:
    """One content file. A path is the keys and indexes that lead to a value from the top, ``()`` the whole.

    ``positions`` and ``widths`` belong to values, ``keys`` to the keys before them. Entries that cannot be
    read are left out of ``data``, without a gap in the numbering; ``data`` is None if nothing can be read.
    """

    path: str
    data: Data
    positions: Mapping[Path, Position]
    keys: Mapping[Path, Position]
    widths: Mapping[Path, int]
    extents: Mapping[str | int, Extent]
    lines: tuple[str, ...]
    faults: tuple[Fault, ...]

    def nearest(self, path: Path) -> Path:
        """The path without the parts that are not in the file, such as a missing field."""
        found: Path = ()
        for part in path:
            if (*found, part) in self.positions:
                found = (*found, part)
        return found

    def place(self, path: Path) -> Place:
        """Where the value stands; for a path that is not in the file, the nearest one that is."""
        near = self.nearest(path)
        return Place(self.positions.get(near, Position(1, 1)), self.widths.get(near, 1))

    def key_place(self, path: Path) -> Place:
        """Where the key before the value stands; the value itself, if it has no key."""
        near = self.nearest(path)
        if near not in self.keys:
            return self.place(near)
        position = self.keys[near]
        quotes = 2 if self._from(position)[:1] in ("'", '"') else 0
        return Place(position, len(str(near[-1])) + quotes)

    def place_within(self, path: Path, offset: int, width: int = 1) -> Place:
        """Where a passage of a text stands, in plain, quoted and block texts, over line breaks too.

        A text and its source have the same characters but for white space, line breaks and quotes; after a
        backslash the place is approximate.
        """
        text = self._text(path)
        skipped = len("".join(text[:offset].split()))
        beyond = offset >= len(text.rstrip()) and skipped > 0
        seen = islice(self._letters(self.place(path).position), skipped - beyond, None)
        line, column = next(seen, self.place(path).position)
        return Place(Position(line, column + beyond), width)

    def fault(self, code: str, place: Place, message: str, hint: str = "") -> Fault:
        return Fault(self.path, place.position, code, message, hint, place.width)

    def render(self, fault: Fault) -> str:
        """The fault with the line of this file that it is about."""
        line = fault.position.line
        return render(fault, self.lines[line - 1] if 0 < line <= len(self.lines) else "")

    def flawed(self, path: Path) -> bool:
        """Whether the top-level entry that the path leads through has a fault found in reading."""
        extent = self.extents.get(path[0]) if path else None
        if extent is None:
            return bool(self.faults)
        return any(extent.first <= fault.position.line <= extent.last for fault in self.faults)

    def _text(self, path: Path) -> str:
        data = self.data
        for part in self.nearest(path):
            data = data[part]  # type: ignore[index]
        return data if isinstance(data, str) else str(data)

    def _letters(self, start: Position) -> Iterator[Position]:
        """The places of all characters but white space from the text that stands at ``start`` on."""
        opening = self._from(start)[:1]
        skipped = len(self._from(start)) if opening in ("|", ">") else int(opening in ("'", '"'))
        for line in range(start.line, len(self.lines) + 1):
            first = start.column - 1 + skipped if line == start.line else 0
            for index, letter in enumerate(self.lines[line - 1][first:], first + 1):
                if not letter.isspace():
                    yield Position(line, index)

    def _from(self, position: Position) -> str:
        return self.lines[position.line - 1][position.column - 1 :]
