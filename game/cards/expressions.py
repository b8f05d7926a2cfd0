"""The small language of conditions and amounts: text in, a tree or one fault out; nothing is evaluated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple, NoReturn, get_args

from game.model.expressions import (
    AND,
    COMPARE,
    NEGATE,
    NOT,
    OR,
    PRODUCT,
    SUM,
    And,
    Arith,
    ArithOp,
    Compare,
    CompareOp,
    Expr,
    Name,
    Negate,
    Not,
    Number,
    Or,
    Span,
    operands,
)

LONGEST = 1_000  # characters in one expression
DEEPEST = 50  # levels of nesting, in the text and in the tree
MOST_DIGITS = 15  # in one number

_ARITH: dict[str, ArithOp] = {op: op for op in get_args(ArithOp)}
_COMPARE: dict[str, CompareOp] = {op: op for op in get_args(CompareOp)}
_POWER = {"or": OR, "and": AND, "+": SUM, "-": SUM, "*": PRODUCT} | dict.fromkeys(_COMPARE, COMPARE)

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<decimal> [0-9]*\.[0-9]+ )
    | (?P<number>  [0-9]+ )
    | (?P<name>    [A-Za-z][A-Za-z0-9_]* (?: [.-][A-Za-z0-9_]+ )* )
    | (?P<sign>    \.\. | <= | >= | == | != | [<>+*()-] )
    | (?P<alien>   && | \|\| | <> | =< | => | . )
    | (?P<end>     $ ) )""",
    re.VERBOSE | re.DOTALL,
)

_ALIEN_HINTS = {
    "=": "equality is written '=='",
    "&&": "write 'and'",
    "&": "write 'and'",
    "||": "write 'or'",
    "|": "write 'or'",
    "!": "write 'not', or '!=' for 'is different from'",
    "<>": "'is different from' is written '!='",
    "≠": "'is different from' is written '!='",
    "=<": "write '<='",
    "≤": "write '<='",
    "=>": "write '>='",
    "≥": "write '>='",
    "−": "use the plain hyphen '-' for minus",
    "–": "use the plain hyphen '-' for minus",
    "×": "multiplication is written '*'",
    "/": "there is no division; multiply the other side instead",
    "%": "there are no percentages and no remainders; write a plain number",
    ",": "a number has no commas; parts of a condition are joined by 'and' or 'or'",
    "_": "a number is written in digits alone",
    '"': "names stand without quotes",
    "'": "names stand without quotes",
    "[": "use parentheses ( )",
    "{": "use parentheses ( )",
}
_OPERAND = "a number, a name, 'not' or '('"
_OPERATOR = "an operator such as '>=', 'and' or '+', or the end"


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """The first thing in a text that the parser could not take. ``offset`` counts characters from 0."""

    code: str
    offset: int
    width: int
    found: str
    expected: str
    hint: str = ""

    @property
    def message(self) -> str:
        return f"found {self.found}, expected {self.expected}"


class NamePlace(NamedTuple):
    name: str
    offset: int


def parse(text: str) -> Expr | SyntaxFault:
    """The tree of a condition or an amount; or the fault, and never an exception."""
    try:
        parser = _Parser(text)
        expr = parser.expression(0)
        parser.end(_OPERATOR)
    except _RefusedError as refused:
        return refused.fault
    return expr if _depth(expr) <= DEEPEST else _too_deep(0, len(text))


def parse_range(text: str) -> Span | SyntaxFault:
    """A whole number, or two with ``..`` between them, lower first: ``3``, ``2..4``, ``-3..-1``."""
    try:
        parser = _Parser(text)
        low = parser.signed_number()
        high = parser.signed_number() if parser.took("..") else low
        parser.end("'..' or the end", "a range is written 2..4")
    except _RefusedError as refused:
        return refused.fault
    if low > high:
        wanted = f"the lower number first: {high}..{low}"
        return SyntaxFault("E305", 0, len(text), f"{low}..{high}", wanted)
    return Span(low, high)


def name_places(text: str) -> tuple[NamePlace, ...]:
    """Every name in the text with its offset, in order, repeated names included; for text that parses."""
    return tuple(
        NamePlace(token.text, token.offset)
        for token in _tokens(text)
        if token.kind == "name" and token.text not in ("and", "or", "not")
    )


def spaced_minus(name: str, known: Collection[str]) -> str | None:
    """What was meant if an unknown name is a subtraction without spaces: ``left-1`` gives ``left - 1``."""
    for place, letter in enumerate(name):
        left, right = name[:place], name[place + 1 :]
        if letter == "-" and left in known and (right in known or right.isdecimal()):
            return f"{left} - {right}"
    return None


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int

    def __str__(self) -> str:
        return "the end" if self.kind == "end" else f"'{self.text}'"


class _RefusedError(Exception):
    """Carries a fault from the depth of the parser to its door."""

    def __init__(self, fault: SyntaxFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of the text; the last is always the end."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "end"
        yield _Token(kind, match[kind], match.start(kind))
        if kind == "end":
            return


class _Parser:
    """Precedence climbing over a list of tokens."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            fault = SyntaxFault("E303", 0, 1, f"{len(text)} characters", f"at most {LONGEST}")
            raise _RefusedError(fault)
        self._tokens = list(_tokens(text))
        self._index = 0
        self._level = 0

    @property
    def _now(self) -> _Token:
        return self._tokens[self._index]

    def expression(self, floor: int) -> Expr:
        """An expression of which every operator binds tighter than ``floor``."""
        self._level += 1
        if self._level > DEEPEST:
            raise _RefusedError(_too_deep(self._now.offset, 1))
        left = self._operand(floor)
        while (power := _POWER.get(self._now.text, 0)) > floor:
            left = self._infix(left, power)
        self._level -= 1
        return left

    def took(self, sign: str) -> bool:
        if self._now.text != sign:
            return False
        self._index += 1
        return True

    def end(self, expected: str, hint: str = "") -> None:
        if self._now.kind != "end":
            self._refuse(expected, hint)

    def signed_number(self) -> int:
        sign = -1 if self.took("-") else 1
        if sign == 1:
            self.took("+")
        return sign * self._number("a whole number")

    def _operand(self, floor: int) -> Expr:
        token = self._now
        if token.text == "not" and floor > NOT:
            self._refuse("a number, a name or '('", "put the 'not ...' in parentheses")
        if self.took("not"):
            return Not(self.expression(NOT - 1))
        if self.took("("):
            return self._parenthesised(token.offset)
        if self.took("-"):
            return self._negative()
        if self.took("+"):
            return Number(self._number("a whole number"))
        if token.kind == "name" and token.text not in _POWER:
            self._index += 1
            return Name(token.text)
        return Number(self._number())

    def _parenthesised(self, opened: int) -> Expr:
        inner = self.expression(0)
        if not self.took(")"):
            self._refuse("')'", f"the parenthesis opened at character {opened + 1} is not closed")
        return inner

    def _negative(self) -> Expr:
        if self._now.kind == "number":
            return Number(-self._number())
        return Negate(self.expression(NEGATE - 1))

    def _infix(self, left: Expr, power: int) -> Expr:
        op = self._now.text
        if op in ("and", "or"):
            parts = [left]
            while self.took(op):
                parts.append(self.expression(power))
            return And(tuple(parts)) if op == "and" else Or(tuple(parts))
        self._index += 1
        right = self.expression(power)
        if op in _ARITH:
            return Arith(_ARITH[op], left, right)
        if self._now.text in _COMPARE:
            self._refuse("'and', 'or' or the end", "compare two things at a time: 'a < b and b < c'", "E304")
        return Compare(_COMPARE[op], left, right)

    def _number(self, expected: str = _OPERAND) -> int:
        token = self._now
        if token.kind != "number":
            self._refuse(expected)
        if len(token.text) > MOST_DIGITS:
            self._refuse(f"at most {MOST_DIGITS} digits", code="E306")
        if token.text[0] == "0" and len(token.text) > 1:
            self._refuse("a number without leading zeros")
        self._index += 1
        return int(token.text)

    def _refuse(self, expected: str, hint: str = "", code: str = "E301") -> NoReturn:
        token = self._now
        found = "nothing" if token.kind == "end" and self._index == 0 else str(token)
        if token.kind == "decimal":
            code, found, expected = "E302", f"the decimal number {token.text}", "a whole number"
            hint = "quantities are whole numbers; round it, or count in a smaller unit"
        elif token.text == ".." and not hint:
            hint = "a range such as 2..4 may stand only alone, where a range is allowed"
        elif token.text.lower() in ("and", "or", "not") and not token.text.islower():
            hint = f"write '{token.text.lower()}' in small letters"
        hint = hint or _ALIEN_HINTS.get(token.text, "")
        raise _RefusedError(SyntaxFault(code, token.offset, max(1, len(token.text)), found, expected, hint))


def _too_deep(offset: int, width: int) -> SyntaxFault:
    found, hint = f"more than {DEEPEST} levels of nesting", "split it over two cards, or use a flag"
    return SyntaxFault("E303", offset, width, found, "a simpler expression", hint)


def _depth(expr: Expr) -> int:
    """Levels in the tree, counted without recursion: a long sum leans to the left."""
    level, depth = [expr], 0
    while level:
        level = [operand for above in level for operand in operands(above)]
        depth += 1
    return depth
