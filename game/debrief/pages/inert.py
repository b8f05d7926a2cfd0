"""Making text inert before it goes into a file: nothing in a name or a sentence may act as markup or as a formula."""

from collections.abc import Mapping
from typing import Final

REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_RANGES: Final = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x2069),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
)
"""What a terminal or a browser obeys instead of showing it: control characters, and marks that turn the direction."""

_OBEYED: Final[Mapping[int, str]] = {point: REPLACED for first, last in _RANGES for point in range(first, last + 1)}
_HTML: Final[Mapping[int, str]] = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}
_MARKUP: Final[Mapping[int, str]] = {ord(mark): f"\\{mark}" for mark in "\\`*_{}[]<>#|~&$"}
_LINKING: Final = ("://", "www.")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def shown(text: str) -> str:
    """The text with every character that would act replaced by one that can be seen."""
    return text.translate(_OBEYED)


def for_html(text: str) -> str:
    """The text for the inside of an element or of an attribute in quotes."""
    return shown(text).translate(_HTML)


def for_markdown(text: str) -> str:
    """The text as one line in which no character has a meaning of its own."""
    line = " ".join(shown(text).split()).translate(_MARKUP)
    for mark in _LINKING:
        line = line.replace(mark, f"{mark[:-1]}\\{mark[-1]}" if mark[-1] == "." else f"\\{mark}")
    number, dot, _ = line.partition(".")
    if line[:1] in ("-", "+", "="):
        return f"\\{line}"
    return f"{number}\\{line[len(number) :]}" if dot and number.isdigit() else line


def for_cell(text: str) -> str:
    """The text for a cell of comma-separated values, which no spreadsheet takes for a formula."""
    plain = shown(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def row_of_cells(cells: tuple[str | int | None, ...]) -> str:
    """One line of comma-separated values (RFC 4180); None is an empty cell."""
    return ",".join(map(_cell, cells)) + "\r\n"


def _cell(value: str | int | None) -> str:
    if value is None or isinstance(value, int):
        return "" if value is None else str(int(value))
    text = for_cell(value)
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\r\n') else text
