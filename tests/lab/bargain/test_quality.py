"""Bargaining on the neutral domain: the figures that the minds have to reach, on a smaller number of cases."""

import pytest

from game.lab.bargain.domain import case
from game.lab.bargain.measures import below_reserve, quality
from game.lab.bargain.trials import by_conceders, by_mediator, by_offers, gain_of_deviating
from game.minds.bargaining.manners import DEVIATIONS
from tests.campaigns import sized

CASES = tuple(case(seed) for seed in range(200))
SLACK = 0.018
"""Twice the standard error of a mean gain over a hundred cases, which scatter by 0.09."""


@pytest.mark.slow
def test_by_alternating_offers() -> None:
    found = quality([(each, by_offers(each).deal) for each in CASES])
    assert found.agreement >= 0.97
    assert found.nash >= 0.70
    assert found.to_pareto <= 0.02


@pytest.mark.slow
def test_with_a_mediator() -> None:
    found = quality([(each, by_mediator(each).deal) for each in CASES])
    assert found.agreement >= 0.97
    assert found.nash >= 0.80
    assert found.to_pareto <= 0.02


@pytest.mark.slow
def test_they_leave_the_plain_conceder_far_behind() -> None:
    some = CASES[:60]
    plain = quality([(each, by_conceders(each).deal) for each in some])
    assert quality([(each, by_offers(each).deal) for each in some]).nash >= 2 * plain.nash


@pytest.mark.slow
@pytest.mark.campaign
def test_nobody_ends_below_the_reserve() -> None:
    for seed in range(sized(1000, ci=10_000, full=1_000_000)):
        each = case(seed)
        assert not below_reserve(each, by_offers(each).deal)
        assert not below_reserve(each, by_mediator(each).deal)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["concedes later", "concedes at the very end", "keeps 30 % back"])
def test_who_deviates_alone_gains_next_to_nothing(name: str) -> None:
    some = CASES[:100]
    kept = [by_offers(each).deal for each in some]
    assert gain_of_deviating(some, kept, DEVIATIONS[name]) <= 0.02 + SLACK


def test_the_same_case_always_ends_the_same() -> None:
    for each in CASES[:5]:
        assert by_offers(each) == by_offers(each)
        assert by_mediator(each) == by_mediator(each)
