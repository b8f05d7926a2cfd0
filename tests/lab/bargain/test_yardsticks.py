"""The neutral domain is what it says, and its yardsticks are exact."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.bargain.domain import ISSUES, OPTIONS, WHOLE, Case, case
from game.lab.bargain.measures import ranks
from game.lab.bargain.yardsticks import Point, frontier, product_of_surplus, undominated, yardsticks
from game.minds.bargaining.deals import best_worth, worth_of

points = st.tuples(*[st.integers(0, 12)] * 3)


def dominated(point: Point, by: Point) -> bool:
    return point != by and all(ours <= theirs for ours, theirs in zip(point, by, strict=True))


@given(st.lists(points, min_size=1, max_size=40))
def test_the_sweep_keeps_exactly_what_nothing_dominates(found: list[Point]) -> None:
    assert set(undominated(found)) == {each for each in found if not any(dominated(each, other) for other in found)}


@pytest.mark.parametrize("seed", range(3))
def test_built_up_issue_by_issue_the_frontier_is_that_of_all_deals(seed: int) -> None:
    """Four issues of a case, whose 625 deals can be looked at one by one."""
    whole = case(seed)
    small = Case(seed, tuple(worths[:4] for worths in whole.worths), (100, 100, 100))
    every = [
        (worth_of(small.worths[0], deal), worth_of(small.worths[1], deal), worth_of(small.worths[2], deal))
        for deal in product(range(OPTIONS), repeat=4)
    ]
    assert set(frontier(small)) == set(undominated(every))
    nash = yardsticks(small).nash
    assert nash is not None
    assert product_of_surplus(small, nash) == max(product_of_surplus(small, each) for each in every)


@pytest.mark.parametrize("seed", range(5))
def test_cases_are_as_described(seed: int) -> None:
    drawn = case(seed)
    assert drawn == case(seed)
    for worths, reserve in zip(drawn.worths, drawn.reserves, strict=True):
        assert (len(worths), {len(row) for row in worths}) == (ISSUES, {OPTIONS})
        assert best_worth(worths) == WHOLE
        assert all(min(row) == 0 for row in worths)
        assert 3500 <= reserve <= 6000


def test_equal_values_share_a_rank() -> None:
    assert ranks([5, 1, 5, 3]) == [2.5, 0, 2.5, 1]
