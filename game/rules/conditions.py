"""What the expressions of content mean. They are compiled once for a scenario and asked often."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import TypeVar, assert_never

from game.model.expressions import And, Arith, Compare, Expr, Name, Negate, Not, Number, Or, names
from game.model.scenario import Scenario
from game.model.world import Check, Rulebook, Test
from game.rules.facts import reader_of

T = TypeVar("T")
Read = Callable[[T], int]

_ARITHMETIC: Mapping[str, Callable[[int, int], int]] = {"+": add, "-": sub, "*": mul}
_COMPARISON: Mapping[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}


def compile_expression(expr: Expr, reader: Callable[[str], Read[T]]) -> Read[T]:
    """A function from a moment to the expression's value; ``reader`` says how a name is read there."""
    match expr:
        case Number(value):
            return lambda moment: value
        case Name(name):
            return reader(name)
        case Negate(inner):
            negated = compile_expression(inner, reader)
            return lambda moment: -negated(moment)
        case Not(inner):
            denied = compile_expression(inner, reader)
            return lambda moment: 0 if denied(moment) else 1
        case And(parts):
            return _all(tuple(compile_expression(part, reader) for part in parts))
        case Or(parts):
            return _any(tuple(compile_expression(part, reader) for part in parts))
        case Arith() | Compare():
            return _binary(expr, reader)
        case _:
            assert_never(expr)


def _binary(expr: Arith | Compare, reader: Callable[[str], Read[T]]) -> Read[T]:
    if isinstance(expr.right, Number):
        return _against(expr.op, compile_expression(expr.left, reader), expr.right.value)
    first = compile_expression(expr.left, reader)
    second = compile_expression(expr.right, reader)
    operate = _ARITHMETIC[expr.op] if isinstance(expr, Arith) else _COMPARISON[expr.op]
    return lambda moment: operate(first(moment), second(moment))


def _against(op: str, first: Read[T], value: int) -> Read[T]:
    """The common case of a number on the right, without the detour over a function for the operator."""
    shapes: Mapping[str, Read[T]] = {
        "+": lambda moment: first(moment) + value,
        "-": lambda moment: first(moment) - value,
        "*": lambda moment: first(moment) * value,
        "<": lambda moment: first(moment) < value,
        "<=": lambda moment: first(moment) <= value,
        ">": lambda moment: first(moment) > value,
        ">=": lambda moment: first(moment) >= value,
        "==": lambda moment: first(moment) == value,
        "!=": lambda moment: first(moment) != value,
    }
    return shapes[op]


def _all(parts: tuple[Read[T], ...]) -> Read[T]:
    if len(parts) == 2:
        first, second = parts
        return lambda moment: 1 if first(moment) and second(moment) else 0

    def test(moment: T) -> int:
        for part in parts:
            if not part(moment):
                return 0
        return 1

    return test


def _any(parts: tuple[Read[T], ...]) -> Read[T]:
    def test(moment: T) -> int:
        for part in parts:
            if part(moment):
                return 1
        return 0

    return test


def _from_facts(name: str) -> Check:
    return lambda facts: facts[name]


@lru_cache(maxsize=8)
def rulebook(scenario: Scenario) -> Rulebook:
    def compiled(expr: Expr) -> Test:
        return compile_expression(expr, lambda name: reader_of(scenario, name))

    cards = scenario.cards.values()
    moves = [move for party in scenario.parties.values() for move in party.moves]
    conditions = {verb.id: verb.when for verb in scenario.verbs.values() if verb.when is not None}
    return Rulebook(
        card_when={card.id: compiled(card.when) for card in cards},
        card_weight={card.id: compiled(card.weight) for card in cards},
        choice_when={
            (card.id, choice.id): compiled(choice.when)
            for card in cards
            for choice in card.choices
            if choice.when is not None
        },
        move_when={move.id: compiled(move.when) for move in moves},
        move_appeal={move.id: compiled(move.appeal) for move in moves},
        verb_when={verb: compile_expression(when, _from_facts) for verb, when in conditions.items()},
        verb_names={name: reader_of(scenario, name) for when in conditions.values() for name in names(when)},
        collapse=compiled(scenario.collapse),
    )
