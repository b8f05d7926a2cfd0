"""Conditions and amounts as trees: ``cards`` parses them, ``rules.conditions`` gives them meaning.

Every value is a whole number: a comparison yields 1 or 0, and ``and``, ``or``, ``not`` take 0 for false.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

ArithOp: TypeAlias = Literal["+", "-", "*"]
CompareOp: TypeAlias = Literal["<", "<=", ">", ">=", "==", "!="]


@dataclass(frozen=True, slots=True)
class Number:
    value: int


@dataclass(frozen=True, slots=True)
class Name:
    """Letters, digits, underscores, dots and hyphens, such as ``trust.russia`` or ``agreed.line``."""

    name: str


@dataclass(frozen=True, slots=True)
class Negate:
    operand: Expr


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expr


@dataclass(frozen=True, slots=True)
class Arith:
    op: ArithOp
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Compare:
    op: CompareOp
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class And:
    """Two parts or more."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Two parts or more."""

    parts: tuple[Expr, ...]


Expr: TypeAlias = Number | Name | Negate | Not | Arith | Compare | And | Or


@dataclass(frozen=True, slots=True)
class Span:
    """The whole numbers from `low` to `high`, both included; ``low`` is never above ``high``."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"


# How tightly each kind of expression binds: looser first. The parser uses the same ladder.
OR, AND, NOT, COMPARE, SUM, PRODUCT, NEGATE, ATOM = range(1, 9)


def written(expr: Expr) -> str:
    """The expression in the content language, with few parentheses; it parses back to an equal tree."""
    match expr:
        case Number(value):
            return str(value)
        case Name(name):
            return name
        case Negate(operand):
            # A minus before a bare number would be read as part of the number.
            return f"-({operand.value})" if isinstance(operand, Number) else f"-{_within(operand, NEGATE)}"
        case Not(operand):
            return f"not {_within(operand, NOT)}"
        case Arith(op, left, right):
            power = _power(expr)
            return f"{_within(left, power)} {op} {_within(right, power + 1)}"
        case Compare(op, left, right):
            return f"{_within(left, SUM)} {op} {_within(right, SUM)}"
        case And(parts) | Or(parts):
            word = " and " if isinstance(expr, And) else " or "
            return word.join(_within(part, _power(expr) + 1) for part in parts)
        case _:
            assert_never(expr)


def names(expr: Expr) -> tuple[str, ...]:
    """The names in the expression, each once, in the order of their first appearance."""
    return tuple(dict.fromkeys(_names(expr)))


def operands(expr: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside this one, from left to right."""
    match expr:
        case Negate(operand) | Not(operand):
            return (operand,)
        case Arith(_, left, right) | Compare(_, left, right):
            return (left, right)
        case And(parts) | Or(parts):
            return parts
        case Number() | Name():
            return ()
        case _:
            assert_never(expr)


def _names(expr: Expr) -> Iterator[str]:
    if isinstance(expr, Name):
        yield expr.name
    for operand in operands(expr):
        yield from _names(operand)


def _within(expr: Expr, least: int) -> str:
    """The text of ``expr`` where nothing looser than ``least`` may stand without parentheses."""
    text = written(expr)
    return text if _power(expr) >= least else f"({text})"


def _power(expr: Expr) -> int:
    match expr:
        case Arith(op):
            return PRODUCT if op == "*" else SUM
        case Or():
            return OR
        case And():
            return AND
        case Not():
            return NOT
        case Compare():
            return COMPARE
        case Negate():
            return NEGATE
        case Number() | Name():
            return ATOM
        case _:
            assert_never(expr)
