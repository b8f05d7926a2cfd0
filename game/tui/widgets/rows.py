"""Rows: what a sheet is made of. Text from content and players only ever becomes :class:`Content`, never markup."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from game.play.inert import UNSAFE

EMPTY: Final = Content("")
TIE: Final = "\N{NO-BREAK SPACE}"
"""Between two words that stay on one line; it is shown as a blank."""

_HELD: Final = "\ue000"
"""Stands for a tie while lines are broken, as the framework breaks them at any kind of blank."""

_STEERING: Final = re.compile(f"[{UNSAFE}\t]")
_GAP: Final = 2
_LEAST: Final = 8
"""A column narrower than this, or than a word of its text, is not worth keeping: what stands beside it goes under."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph. ``lead`` stands before its first line and indents the others, ``right`` closes its first line.

    A row with a ``key`` can be pointed at and chosen; rows that share a key are one thing with several paragraphs.
    ``drawn`` makes the lines of a picture that fills the width it is given, in the place of a paragraph.
    """

    body: Content = EMPTY
    lead: Content = EMPTY
    right: Content = EMPTY
    key: str = ""
    drawn: Callable[[int], list[Content]] | None = None


BLANK: Final = Row()

Piece = Content | str | tuple[str, str]


def harmless(text: str) -> str:
    """The text without characters that would steer the terminal; line ends stay."""
    return _STEERING.sub("", text)


def words(*pieces: Piece) -> Content:
    """Plain strings, (string, style) pairs and finished content, one after another."""
    return Content.assemble(*map(_piece, pieces))


def _piece(piece: Piece) -> Piece:
    if isinstance(piece, Content):
        return piece
    return harmless(piece) if isinstance(piece, str) else (harmless(piece[0]), piece[1])


def row(*pieces: Piece, lead: Piece = "", right: Piece = "", key: str = "") -> Row:
    return Row(words(*pieces), words(lead), words(right), key)


def heading(title: str, right: Piece = "") -> Row:
    return Row(words((title, "bold $brass")), right=words(right))


def note(text: str, lead: str = "", key: str = "") -> Row:
    """A quiet remark."""
    return Row(soft_text(text), words(lead), key=key)


def _longest_word(text: Content) -> int:
    return max((cell_len(word) for word in _held(text).plain.split()), default=0)


def _held(text: Content) -> Content:
    """Nothing tied can be torn, nor a number from its percent sign."""
    return Content(text.plain.replace(TIE, _HELD).replace(" %", f"{_HELD}%"), list(text.spans))


def _loosened(text: Content) -> Content:
    """The text with its ties as blanks."""
    return Content(text.plain.replace(TIE, " ").replace(_HELD, " "), list(text.spans))


def _wrapped(text: Content, first: int, others: int) -> list[Content]:
    """The text in lines, of which the first has a width of its own."""
    lines = text.wrap(first) or [EMPTY]
    if first == others or len(lines) == 1 or not text.plain.startswith(lines[0].plain):
        return lines
    rest = text[len(lines[0].plain) :]
    blanks = len(rest.plain) - len(rest.plain.lstrip())
    return [lines[0], *rest[blanks:].wrap(others)]


def lay(item: Row, width: int) -> list[Content]:
    """The row's lines, none wider than ``width`` cells."""
    if item.drawn is not None:
        return [line.truncate(width) for line in item.drawn(width)]
    indent, closing = item.lead.cell_length, item.right.cell_length
    beside = width - indent - (closing + _GAP if closing else 0)
    if closing and beside < max(_LEAST, _longest_word(item.body)):
        return [*lay(Row(item.body, item.lead), width), *lay(Row(item.right, Content(" " * indent)), width)]
    lines = _wrapped(_held(item.body), max(1, beside), max(1, width - indent))
    laid = [(item.lead if place == 0 else Content(" " * indent)) + line for place, line in enumerate(lines)]
    if closing:
        laid[0] = laid[0].pad_right(max(0, width - closing - laid[0].cell_length)) + item.right
    return [_loosened(line) for line in laid]


def soft_text(text: str) -> Content:
    return words((text, "$ink-soft"))
