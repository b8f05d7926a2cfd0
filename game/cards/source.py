"""From the bytes of a file to text that is safe to parse: size, encoding, characters that nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from game.cards.faults import HIDDEN, Fault, Position

LARGEST = 1_000_000  # bytes in one file
MOST_SPOILT = 1_000  # lines with unreadable characters, after which the file is taken for no text at all

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE = ("<!doctype", "<html", "<head", "<body", "<?xml")
_SAVE_HINT = "save the file as UTF-8; most editors offer it in 'Save as'"


@dataclass(frozen=True, slots=True)
class Source:
    """``lines`` is the file as its author wrote it; ``clean`` has a stand-in for each hidden character.

    ``clean`` is None if the file as a whole is refused.
    """

    lines: tuple[str, ...]
    clean: str | None
    faults: tuple[Fault, ...]


def source(raw: bytes, path: str) -> Source:
    """The text of a file, with every line break as a line feed and without a byte-order mark."""
    if len(raw) > LARGEST:
        hint = "split the file by theme"
        return _refused(Fault(path, Position(1, 1), "E007", "the file is larger than one million bytes", hint))
    if raw.startswith(_UTF16_MARKS):
        return _refused(Fault(path, Position(1, 1), "E001", "the file is in UTF-16, not in UTF-8", _SAVE_HINT))
    raw = raw.removeprefix(_UTF8_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = raw.decode("utf-8", "replace")
    lines = tuple(text.split("\n"))
    if text.lstrip()[:10].lower().startswith(_WEB_PAGE):
        hint = "download the file itself, by the page's 'raw' or 'download' link"
        return _refused(Fault(path, Position(1, 1), "E010", "this is a web page, not a YAML file", hint), lines)
    faults = tuple(islice(_spoilt(raw, lines, path), MOST_SPOILT + 1))
    return Source(lines, HIDDEN.sub("\ufffd", text) if len(faults) <= MOST_SPOILT else None, faults)


def _refused(fault: Fault, lines: tuple[str, ...] = ()) -> Source:
    return Source(lines, None, (fault,))


def _spoilt(raw: bytes, lines: tuple[str, ...], path: str) -> Iterator[Fault]:
    if "\ufffd" in "".join(lines):
        for number, row in enumerate(raw.split(b"\n"), 1):
            yield from _undecodable(row, number, path)
    for number, line in enumerate(lines, 1):
        if not line.isascii() or not line.isprintable():
            yield from _hidden(line, number, path)


def _undecodable(row: bytes, number: int, path: str) -> Iterator[Fault]:
    """The first byte of a line that is not UTF-8."""
    try:
        row.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Position(number, len(row[: error.start].decode("utf-8")) + 1)
        yield Fault(path, place, "E001", f"the byte 0x{row[error.start]:02X} is not UTF-8", _SAVE_HINT)


def _hidden(line: str, number: int, path: str) -> Iterator[Fault]:
    """The first hidden character of a line, and how many follow it there."""
    found = HIDDEN.findall(line)
    if found:
        place = Position(number, line.index(found[0]) + 1)
        more = f", and {len(found) - 1} more on this line" if len(found) > 1 else ""
        yield Fault(path, place, "E009", f"{described(found[0])}{more}", "delete it, and retype its neighbours")


def described(letter: str) -> str:
    """A character that cannot be shown, in words."""
    name = unicodedata.name(letter, "").lower()
    kind = f"the invisible character '{name}'" if name else "a control character"
    return f"{kind} (U+{ord(letter):04X})"
