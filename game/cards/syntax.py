"""Why a line cannot be read as YAML, told from the line itself and the place where reading stopped.

The wording owes nothing to the YAML library, whose two parsers speak differently of the same mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.cards.faults import Fault, Position, quoted

_KEY = r"\s*(?:-\s+)*[\w.-]+"
_QUOTE_HINT = "put the whole text in quotes, or write '>' and begin it on the next line, indented"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where reading stopped.

    ``lines`` end with the last that was read. ``began`` is where the thing that was being read began, and ``bracket``
    the innermost bracket that is open, as far as these are known.
    """

    path: str
    lines: tuple[str, ...]
    stopped: Position
    began: Position | None = None
    bracket: Position | None = None

    @property
    def row(self) -> str:
        return self._row(self.stopped)

    @property
    def before(self) -> str:
        """What stands left of the place on its line."""
        return self.row[: self.stopped.column - 1]

    @property
    def letter(self) -> str:
        return self.letter_at(self.stopped)

    @property
    def opener(self) -> str:
        """The character with which the unfinished thing began."""
        return self.letter_at(self.began)

    def letter_at(self, position: Position | None) -> str:
        return self._row(position)[position.column - 1 : position.column] if position else ""

    def above(self) -> Position | None:
        """The beginning of the nearest line above that is neither empty nor a comment."""
        for line in range(min(self.stopped.line, len(self.lines) + 1) - 1, 0, -1):
            row = self.lines[line - 1].strip()
            if row and not row.startswith("#"):
                return Position(line, len(self.lines[line - 1]) - len(self.lines[line - 1].lstrip()) + 1)
        return None

    def fault(self, position: Position, message: str, hint: str = "", code: str = "E011") -> Fault:
        return Fault(self.path, position, code, message, hint)

    def _row(self, position: Position) -> str:
        return self.lines[position.line - 1] if position.line <= len(self.lines) else ""


DEEPEST: Final = 20
"""Lists and mappings inside one another."""

Rule: TypeAlias = Callable[[Spot], Fault | None]


def explain(spot: Spot) -> Fault:
    """The first explanation that fits; a plain one if none does."""
    for rule in _RULES:
        if fault := rule(spot):
            return fault
    return spot.fault(spot.stopped, "this line cannot be read as YAML", "compare it with its neighbours")


def too_deep() -> tuple[str, str]:
    """The message and the hint for what is nested beyond all reason (E005)."""
    return f"more than {DEEPEST} lists and mappings inside one another", "close some"


def _nested(spot: Spot) -> Fault | None:
    """A pile of brackets, at which newer parsers give up by themselves before they have told of any."""
    row, depth = spot.row[: spot.stopped.column], 0
    for place, letter in enumerate(row, 1):
        depth += (letter in "[{") - (letter in "]}")
        if depth > DEEPEST:
            return spot.fault(Position(spot.stopped.line, place), *too_deep(), code="E005")
    return None


def _tab(spot: Spot) -> Fault | None:
    indent = re.match(r"[ -]*\t", spot.row)
    if not indent or spot.before.strip(" \t-"):
        return None
    place = Position(spot.stopped.line, indent.end())
    return spot.fault(place, "a tab in the indentation", "indent with spaces only")


def _special_start(spot: Spot) -> Fault | None:
    """``*bold*`` and the like: a text that begins as an alias, an anchor or a tag."""
    if spot.began is None or spot.opener not in ("*", "&", "!") or spot.began.line != spot.stopped.line:
        return None
    if " " in spot.row[spot.began.column - 1 : spot.stopped.column - 1]:
        return None
    code = "E003" if spot.opener == "!" else "E002"
    message = f"a text may not begin with '{spot.opener}'"
    return spot.fault(spot.began, message, "put the text in quotes", code)


def _reserved(spot: Spot) -> Fault | None:
    if spot.letter and spot.letter in "@`%":
        return spot.fault(spot.stopped, f"a text may not begin with '{spot.letter}'", "put the text in quotes")
    if spot.row.startswith("%"):
        place = Position(spot.stopped.line, 1)
        return spot.fault(place, "a line may not begin with '%'", "leave the line out, or put it in quotes")
    return None


def _escape(spot: Spot) -> Fault | None:
    read = spot.before + spot.letter if spot.letter == "\\" else spot.before
    bad = re.search(r"\\(?:[xuU][0-9a-fA-F]*)?$", read)
    if spot.opener != '"' or not bad:
        return None
    place = Position(spot.stopped.line, bad.start() + 1)
    found = spot.row[bad.start() : bad.start() + 2]
    hint = "for a backslash itself write two, or put the text in single quotes"
    return spot.fault(place, f"{quoted(found)} means nothing in double quotes", hint)


def _open_quote(spot: Spot) -> Fault | None:
    if spot.began is None or spot.opener not in ("'", '"'):
        return None
    return spot.fault(spot.began, "the quote that opens here is not closed", "close it where the text ends")


def _after_quote(spot: Spot) -> Fault | None:
    closing = re.search(r"""(['"])\s*$""", spot.before)
    if not closing or not spot.letter or spot.letter in "]}":
        return None
    hint = f"{_QUOTE_HINT}; a single quote inside single quotes is doubled"
    return spot.fault(spot.stopped, "text goes on after a closing quote", hint)


def _comma(spot: Spot) -> Fault | None:
    if spot.letter != ",":
        return None
    return spot.fault(spot.stopped, "nothing stands before this ','", "quote a text that begins with a comma")


def _brackets(spot: Spot) -> Fault | None:
    pairs = {"[": "]", "{": "}"}
    opening = spot.began if spot.opener in pairs else spot.bracket
    bracket = spot.letter_at(opening)
    if spot.letter in ("]", "}") and spot.letter != pairs.get(bracket):
        if bracket in pairs:
            return spot.fault(spot.stopped, f"'{bracket}' is closed by '{spot.letter}'")
        return spot.fault(spot.stopped, f"'{spot.letter}' closes nothing that was opened")
    if opening is None or bracket not in pairs or (opening is spot.bracket and spot.letter):
        return None
    if opening.line == spot.stopped.line and spot.letter:
        hint = "put a comma between entries, and quotes around a text with ': ' in it"
        word = spot.before.rfind(" ") + 2 if spot.letter == ":" else spot.stopped.column
        return spot.fault(Position(spot.stopped.line, word), "a comma is missing before this", hint)
    hint = f"put '{pairs[bracket]}' after its last entry"
    return spot.fault(opening, f"the '{bracket}' that opens here is not closed", hint)


def _block_text(spot: Spot) -> Fault | None:
    if spot.opener not in ("|", ">"):
        return None
    hint = f"begin the text on the line below, indented; or leave '{spot.opener}' out"
    return spot.fault(spot.stopped, f"text on the line of '{spot.opener}'", hint)


def _keyless(spot: Spot) -> Fault | None:
    if spot.letter != ":" or spot.before.strip(" -[{,"):
        return None
    return spot.fault(spot.stopped, "a ':' without a key before it", "put a word before it", "E015")


def _second_colon(spot: Spot) -> Fault | None:
    if spot.letter != ":" or not re.search(r":\s", spot.before):
        return None
    return spot.fault(spot.stopped, "a second ':' on the line", _QUOTE_HINT)


def _bare_line(spot: Spot) -> Fault | None:
    """What was read as a key has no colon."""
    if spot.began is None or spot.began.line == spot.stopped.line:
        return None
    return _colonless(spot, spot.began)


def _line_above(spot: Spot) -> Fault | None:
    """A key runs into the line above it, which was taken for a text that goes on."""
    above = spot.above()
    if spot.letter != ":" or above is None:
        return None
    first = Position(spot.stopped.line, _first(spot.row))
    return _colonless(spot, above) or _indentation(Spot(spot.path, spot.lines, first))


def _colonless(spot: Spot, start: Position) -> Fault | None:
    row = spot.lines[start.line - 1]
    if unspaced := re.match(rf"{_KEY}(:)[^\s:]", row):
        return spot.fault(Position(start.line, unspaced.start(1) + 1), "a space is missing after ':'")
    if re.search(r":(?:\s|$)", row):
        return None
    hint = "is a colon missing, or does the line belong to a text above it?"
    return spot.fault(start, "a line without 'key: value'", hint)


def _inline_list(spot: Spot) -> Fault | None:
    if spot.letter != "-" or not spot.before.strip(" -"):
        return None
    hint = "begin the list on the line below, or write it as [one, two]"
    return spot.fault(spot.stopped, "a list begins on the line of its key", hint)


def _ending(spot: Spot) -> Fault | None:
    above = spot.above()
    if above is None or spot.stopped.line <= len(spot.lines):
        return None
    return spot.fault(above, "something is missing at the end of this line", "compare it with its neighbours")


def _indentation(spot: Spot) -> Fault | None:
    above = spot.above()
    if above is None or spot.before.strip(" -"):
        return None
    place = Position(spot.stopped.line, _first(spot.row))
    dashes = re.match(r"(?:-\s+)*", spot.lines[above.line - 1][above.column - 1 :])
    column = above.column + (dashes.end() if dashes and spot.row.lstrip()[:1] != "-" else 0)
    if column == place.column:
        hint = "every entry of a list has '- ' before it, every field 'key: '"
        return spot.fault(place, "this is no part of what stands above", hint)
    columns = f"this begins in column {place.column}, the line above in column {column}"
    hint = f"fields of one entry begin in the same column\n{columns}"
    return spot.fault(place, "the indentation fits nothing above", hint)


def _first(row: str) -> int:
    """The column of the first character that is no space."""
    return len(row) - len(row.lstrip(" ")) + 1


_RULES: tuple[Rule, ...] = (
    _nested,
    _tab,
    _special_start,
    _reserved,
    _escape,
    _open_quote,
    _after_quote,
    _comma,
    _brackets,
    _block_text,
    _keyless,
    _second_colon,
    _bare_line,
    _line_above,
    _inline_list,
    _ending,
    _indentation,
)
