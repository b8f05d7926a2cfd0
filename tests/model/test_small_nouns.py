"""Costs, sight and expressions: the small nouns that much rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.parties import EAST, PARTIES, WEST
from game.model.cards import FREE, Cost
from game.model.expressions import And, Arith, Compare, Name, Not, Number, names, operands, written
from game.model.ids import US, Quantity
from game.model.ledger import EVERYBODY, NOBODY, Cause, Entry, Source, visible_to
from tests.strategies import quickly

costs = st.builds(Cost, st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))


@given(costs, costs, costs)
@quickly(60)
def test_costs_add_up_in_any_order_and_fit_if_each_part_fits(one: Cost, other: Cost, most: Cost) -> None:
    assert one.plus(other) == other.plus(one)
    assert one.plus(FREE) == one
    whole = one.plus(other)
    parts = [(whole.president, most.president), (whole.envoys, most.envoys), (whole.staff, most.staff)]
    assert whole.within(most) is all(spent <= left for spent, left in parts)


@pytest.mark.parametrize("seat", [US, *PARTIES])
def test_what_everybody_sees_is_seen_by_each_and_what_nobody_sees_by_none(seat: str) -> None:
    assert visible_to(EVERYBODY, seat)  # type: ignore[arg-type]
    assert not visible_to(NOBODY, seat)  # type: ignore[arg-type]


def test_what_some_see_the_others_do_not() -> None:
    assert visible_to((US, EAST), EAST)
    assert not visible_to((US, EAST), WEST)


def test_a_cause_reads_as_its_source_and_key() -> None:
    assert str(Cause(Source.RULE, "drift")) == "rule:drift"
    assert Entry(Quantity("patience"), -2, Cause(Source.RULE, "drift")).amount == -2


def test_the_names_in_an_expression_are_listed_once_in_the_order_of_their_appearance() -> None:
    tree = And((Compare("<", Name("b"), Name("a")), Not(Compare(">", Arith("+", Name("b"), Number(1)), Name("c")))))
    assert names(tree) == ("b", "a", "c")
    assert written(tree) == "b < a and not b + 1 > c"
    assert operands(Number(3)) == ()
