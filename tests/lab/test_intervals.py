"""Intervals: published examples, and what must hold of any sample."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.intervals import contrast, mean_interval, paired_rates, rate_estimate, rate_interval


@pytest.mark.parametrize(
    ("hits", "games", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_rates_have_the_intervals_of_newcombe_1998(hits: int, games: int, low: float, high: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3."""
    assert rate_interval(hits, games) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((10, 10), (0, 20), 0.6791, 1.0)],
)
def test_differences_have_the_intervals_of_newcombe_1998(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10."""
    gap = contrast(rate_estimate(*first), rate_estimate(*second))
    assert (gap.low, gap.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_a_mean_has_the_interval_of_student_1908() -> None:
    """Extra hours of sleep by hyoscine, ten patients."""
    gained = (1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)
    low, high = mean_interval(gained)
    assert (low, high) == (pytest.approx(0.700, abs=1e-3), pytest.approx(2.460, abs=1e-3))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_a_paired_difference_lies_in_its_interval_which_always_has_a_width(won: int, lost: int, same: int) -> None:
    gap = paired_rates(won, lost, won + lost + same)
    assert gap.low <= gap.value <= gap.high
    assert gap.low < gap.high


def test_seeds_that_all_stay_tell_less_when_they_are_few() -> None:
    assert paired_rates(0, 0, 10).high > paired_rates(0, 0, 1000).high > 0


def test_pairs_tell_more_than_samples_that_know_nothing_of_each_other() -> None:
    paired = paired_rates(60, 10, 1000)
    apart = contrast(rate_estimate(550, 1000), rate_estimate(500, 1000))
    assert paired.value == pytest.approx(apart.value)
    assert paired.high - paired.low < apart.high - apart.low
