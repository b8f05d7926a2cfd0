"""What content's expressions mean: whole numbers, compiled once, equal to a plain reading of the tree."""

from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import moment, opened, sitting, state
from game.contracts.building.parties import BORDER, EAST, TRUCE, WEST
from game.contracts.building.small import LULL, SPACE
from game.model.expressions import And, Arith, Compare, Expr, Name, Negate, Not, Number, Or
from game.model.groups import Step, TrackState
from game.model.scenario import Stage
from game.rules.conditions import compile_expression
from game.rules.facts import reader_of
from tests.strategies import quickly

NAMES = ("a", "b", "c")
leaves = st.builds(Number, st.integers(-20, 20)) | st.builds(Name, st.sampled_from(NAMES))
expressions: st.SearchStrategy[Expr] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Negate, inner),
        st.builds(Not, inner),
        st.builds(Arith, st.sampled_from(["+", "-", "*"]), inner, inner),
        st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), inner, inner),
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=12,
)
moments = st.fixed_dictionaries({name: st.integers(-50, 50) for name in NAMES})


def plainly(expr: Expr, moment: dict[str, int]) -> int:
    """The value of an expression, read off the tree."""
    match expr:
        case Number(value):
            return value
        case Name(name):
            return moment[name]
        case Negate(inner):
            return -plainly(inner, moment)
        case Not(inner):
            return int(not plainly(inner, moment))
        case And(parts):
            return int(all(plainly(part, moment) for part in parts))
        case Or(parts):
            return int(any(plainly(part, moment) for part in parts))
        case Arith(op, left, right) | Compare(op, left, right):
            one, other = plainly(left, moment), plainly(right, moment)
            return int(eval(f"({one}) {op} ({other})"))  # noqa: S307 - two numbers and an operator
        case _:
            assert_never(expr)


@given(expressions, moments)
@quickly(150)
def test_a_compiled_expression_means_what_its_tree_says(expr: Expr, moment: dict[str, int]) -> None:
    compiled = compile_expression(expr)
    assert compiled(moment) == plainly(expr, moment)
    assert type(int(compiled(moment))) is int


MATCH = moment(
    opened(),
    turn=4,
    season="winter",
    stage=Stage.ELEMENTS,
    groups=sitting(LULL, EAST, WEST, unified=True),
    clauses={TRUCE: state("watched", EAST, WEST, detail=120), BORDER: state("freeze", EAST)},
    tracks={SPACE: TrackState(Step.SUSPENDED)},
    flags={"heard": 2},
    seen={"offer": 3},
    refusals={EAST: 2},
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("patience", 70),
        ("trust.east.west", 30),
        ("turn", 4),
        ("turns", 6),
        ("left", 2),
        ("stage", 1),
        ("fighting", 1),
        ("winter", 1),
        ("summer", 0),
        ("detail.truce", 120),
        ("agreed.truce", 1),
        ("agreed.border", 0),
        ("text.truce.watched", 1),
        ("text.truce.bare", 0),
        ("group.lull", 1),
        ("group.borders", 0),
        ("unified.lull", 1),
        ("unified.borders", 0),
        ("track.space", -1),
        ("flag.heard", 1),
        ("flag.other", 0),
        ("seen.offer", 3),
        ("seen.other", 0),
        ("refusals.east", 2),
        ("east-in", 1),
        ("ally-in", 0),
    ],
)
def test_a_name_in_a_condition_stands_for_what_the_authors_guide_says(name: str, value: int) -> None:
    assert reader_of(MATCH.game.scenario, name)(MATCH.world) == value


@pytest.mark.parametrize(
    ("step", "number"), [("none", 0), ("promised", 1), ("linked", 2), ("delivered", 3), ("suspended", -1)]
)
def test_a_track_is_asked_about_by_a_number(step: str, number: int) -> None:
    match = moment(opened(), tracks={SPACE: TrackState(Step[step.upper()])})
    assert reader_of(match.game.scenario, "track.space")(match.world) == number


def test_europe_in_asks_about_treaty_groups_only() -> None:
    """``europe-in``: whether it sits in some convened treaty group; a bilateral group is none."""
    match = moment(opened(), groups=sitting("space", EAST))  # type: ignore[arg-type]
    assert reader_of(match.game.scenario, "east-in")(match.world) == 0
