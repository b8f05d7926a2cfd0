"""Laws of concession: it starts with the best, never turns back, and stops at the reserve."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.concession import WHOLE, Manner, by_time, conceded, demand, in_return
from tests.minds.bargaining.tables import manners

ROUNDS = 24
EVEN = Manner(opening=0, power=10, most=WHOLE, reciprocity=0, leeway=0, to_closed=WHOLE)


@given(manners, st.integers(1, 60))
def test_what_is_conceded_begins_with_nothing_and_never_shrinks(manner: Manner, whole: int) -> None:
    shares = [by_time(manner, done, whole) for done in range(whole + 1)]
    assert shares[0] == 0
    assert all(after >= before for before, after in pairwise(shares))
    assert shares[-1] == manner.most


@pytest.mark.parametrize("done", [0, 6, 12, 24])
def test_an_even_party_concedes_in_proportion_to_time(done: int) -> None:
    assert by_time(EVEN, done, ROUNDS) == WHOLE * done // ROUNDS


def test_the_higher_the_power_the_later_it_comes() -> None:
    halves = [by_time(replace(EVEN, power=power), 12, ROUNDS) for power in (10, 15, 20, 50, 100)]
    assert halves == sorted(halves, reverse=True)
    assert halves[2] == WHOLE // 4


@given(manners, st.integers(0, WHOLE), st.integers(0, WHOLE), st.integers(0, WHOLE))
def test_who_gives_more_gets_no_less(manner: Manner, share: int, less: int, more: int) -> None:
    less, more = sorted((less, more))
    to_less, to_more = (in_return(share, theirs, manner.reciprocity, manner.leeway) for theirs in (less, more))
    assert 0 <= to_less <= to_more <= share


@given(st.integers(1, 20_000), st.integers(0, 20_000), st.integers(0, WHOLE))
def test_what_is_conceded_can_be_read_off_what_is_asked_for(span: int, reserve: int, share: int) -> None:
    """But for what rounding hides: a hundredth of value is worth ``WHOLE / span`` of the share."""
    best = reserve + span
    assert abs(conceded(best, reserve, demand(best, reserve, share)) - share) <= WHOLE // span + 1


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(0, 2 * WHOLE))
def test_a_demand_never_falls_below_the_reserve(best: int, reserve: int, share: int) -> None:
    assert demand(best, reserve, share) >= reserve
