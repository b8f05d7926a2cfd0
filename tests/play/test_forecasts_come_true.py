"""Forecasts are calibrated: of those that say so many percent, about so many come true."""

import pytest

from benchmarks.forecasts import Held, brier, constant, held, reliability
from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.policies import POLICIES

GAMES = 40


@pytest.fixture(scope="module")
def rows() -> list[Held]:
    return [
        row
        for seed in range(GAMES)
        for policy in ("statecraft", "random")
        for row in held(shipped(), shipped_setup("class", seed=seed), POLICIES[policy])
    ]


@pytest.mark.slow
def test_forecasts_are_better_than_a_constant_one_by_a_third(rows: list[Held]) -> None:
    """Brier's score: the mean square of what the middle of the band was off."""
    assert brier(rows) <= constant(rows) * 2 / 3


@pytest.mark.slow
def test_what_is_said_to_be_likely_comes_true_more_often_than_not_and_by_about_as_much(rows: list[Held]) -> None:
    """A tenth with a hundred forecasts has a sampling error of some five points; twenty would be another forecast."""
    for low, number, mean, came in reliability(rows):
        if number >= 50:
            assert abs(came - mean) < 20, (low, number, mean, came)


def test_the_scores_are_those_of_the_textbook() -> None:
    """Forecasts of 75 and 25 percent, one come true: each is off by a quarter, a constant one by a half."""
    rows = [Held(70, 80, came=True), Held(20, 30, came=False)]
    assert brier(rows) == pytest.approx(1 / 16)
    assert constant(rows) == pytest.approx(1 / 4)
    assert list(reliability(rows)) == [(20, 1, 25.0, 0.0), (70, 1, 75.0, 100.0)]
