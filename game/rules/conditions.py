"""What the expressions of content mean. They are compiled once for a scenario and asked often."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from operator import eq, ge, gt, le, lt, mul, ne
from typing import assert_never

from game.model.expressions import And, Arith, Compare, Expr, Name, Negate, Not, Number, Or, names
from game.model.scenario import Scenario
from game.model.world import Check, Rulebook
from game.rules.facts import reader_of

_COMPARISON: Mapping[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}


def compile_expression(expr: Expr) -> Check:
    """A function from the facts of a moment to the expression's value."""
    match expr:
        case Number(value):
            return lambda facts: value
        case Name(name):
            return lambda facts: facts[name]
        case Not(inner):
            denied = compile_expression(inner)
            return lambda facts: 0 if denied(facts) else 1
        case And(parts):
            return _all(tuple(map(compile_expression, parts)))
        case Or(parts):
            return _any(tuple(map(compile_expression, parts)))
        case Compare():
            return _comparison(expr)
        case Arith() | Negate():
            return _product(expr) if isinstance(expr, Arith) and expr.op == "*" else _sum(expr)
        case _:
            assert_never(expr)


def _comparison(expr: Compare) -> Check:
    if isinstance(expr.left, Name) and isinstance(expr.right, Number):
        return _against(expr.op, expr.left.name, expr.right.value)
    compare, first, second = _COMPARISON[expr.op], compile_expression(expr.left), compile_expression(expr.right)
    return lambda facts: compare(first(facts), second(facts))


def _against(op: str, name: str, value: int) -> Check:
    """The common case of a fact against a number, without a detour over functions for them and for the operator."""
    shapes: Mapping[str, Check] = {
        "<": lambda facts: facts[name] < value,
        "<=": lambda facts: facts[name] <= value,
        ">": lambda facts: facts[name] > value,
        ">=": lambda facts: facts[name] >= value,
        "==": lambda facts: facts[name] == value,
        "!=": lambda facts: facts[name] != value,
    }
    return shapes[op]


def _product(expr: Arith) -> Check:
    first, second = compile_expression(expr.left), compile_expression(expr.right)
    return lambda facts: mul(first(facts), second(facts))


def _sum(expr: Expr) -> Check:
    """A sum as a constant, so many times each fact, and so many times whatever else."""
    constant = 0
    facts_in: list[tuple[int, str]] = []
    others: list[tuple[int, Check]] = []
    for times, part in _summands(expr, 1):
        if isinstance(part, Number):
            constant += times * part.value
        elif isinstance(part, Name):
            facts_in.append((times, part.name))
        else:
            others.append((times, compile_expression(part)))

    def total(facts: Mapping[str, int]) -> int:
        value = constant
        for times, name in facts_in:
            value += times * facts[name]
        for times, other in others:
            value += times * other(facts)
        return value

    return total


def _summands(expr: Expr, times: int) -> Iterator[tuple[int, Expr]]:
    """What is added up in the expression, and how many times; nothing of it is a sum itself."""
    match expr:
        case Arith("+", left, right):
            yield from _summands(left, times)
            yield from _summands(right, times)
        case Arith("-", left, right):
            yield from _summands(left, times)
            yield from _summands(right, -times)
        case Arith("*", Number(value), inner) | Arith("*", inner, Number(value)):
            yield from _summands(inner, times * value)
        case Negate(inner):
            yield from _summands(inner, -times)
        case _:
            yield times, expr


def _all(parts: tuple[Check, ...]) -> Check:
    if len(parts) == 2:
        first, second = parts
        return lambda facts: 1 if first(facts) and second(facts) else 0

    def test(facts: Mapping[str, int]) -> int:
        for part in parts:
            if not part(facts):
                return 0
        return 1

    return test


def _any(parts: tuple[Check, ...]) -> Check:
    def test(facts: Mapping[str, int]) -> int:
        for part in parts:
            if part(facts):
                return 1
        return 0

    return test


@lru_cache(maxsize=8)
def rulebook(scenario: Scenario) -> Rulebook:
    cards = scenario.cards.values()
    moves = [move for party in scenario.parties.values() for move in party.moves]
    choices = [(card.id, choice) for card in cards for choice in card.choices]
    conditions = {verb.id: verb.when for verb in scenario.verbs.values() if verb.when is not None}
    rest = [*(card.when for card in cards), *(card.weight for card in cards), scenario.collapse]
    rest += [choice.when for _, choice in choices if choice.when is not None]
    rest += [expr for move in moves for expr in (move.when, move.appeal)]
    return Rulebook(
        card_when={card.id: compile_expression(card.when) for card in cards},
        card_weight={card.id: compile_expression(card.weight) for card in cards},
        choice_when={
            (card, choice.id): compile_expression(choice.when) for card, choice in choices if choice.when is not None
        },
        move_when={move.id: compile_expression(move.when) for move in moves},
        move_appeal={move.id: compile_expression(move.appeal) for move in moves},
        verb_when={verb: compile_expression(when) for verb, when in conditions.items()},
        verb_names={name: reader_of(scenario, name) for when in conditions.values() for name in names(when)},
        readers={name: reader_of(scenario, name) for expr in rest for name in names(expr)},
        collapse=compile_expression(scenario.collapse),
    )
