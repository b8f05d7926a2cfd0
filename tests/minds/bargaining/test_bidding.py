"""Laws of a bid: it leaves its party what it asks for, and gives the others as much as single steps can."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.minds.bargaining.bidding import Bidder
from game.minds.bargaining.deals import Worths, best_worth, worth_of
from tests.minds.bargaining.tables import ISSUES, OPTIONS, worths

DEALS = list(product(range(OPTIONS), repeat=ISSUES))


@given(worths, worths, st.integers(0, 14_000))
def test_a_bid_meets_its_target_if_any_deal_does(own: Worths, others: Worths, target: int) -> None:
    bid = Bidder(own).bid(target, others)
    assert worth_of(own, bid) >= min(target, best_worth(own))


@given(worths, worths, st.integers(0, 12_000))
def test_no_single_change_would_give_the_others_more_at_that_target(own: Worths, others: Worths, target: int) -> None:
    target = min(target, best_worth(own))
    bid = Bidder(own).bid(target, others)
    hull_gap = max(max(row) for row in others)
    best = max(worth_of(others, deal) for deal in DEALS if worth_of(own, deal) >= target)
    assert worth_of(others, bid) >= best - hull_gap


def test_what_matters_little_is_given_for_what_matters_much() -> None:
    """Log-rolling: each of two issues goes to whom it matters more."""
    own, others = ((900, 0), (100, 0)), ((0, 100), (0, 900))
    assert Bidder(own).bid(900, others) == (0, 1)


def test_with_nothing_to_spare_it_asks_for_its_best() -> None:
    own, others = ((900, 0), (100, 0)), ((0, 100), (0, 900))
    assert Bidder(own).bid(1000, others) == (0, 0)


def test_among_options_equally_good_for_itself_it_takes_the_one_that_serves_the_others() -> None:
    own, others = ((500, 500, 0),), ((0, 70, 90),)
    assert Bidder(own).bid(500, others) == (1,)
