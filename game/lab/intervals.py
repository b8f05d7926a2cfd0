"""Intervals at 95 %: Wilson's for a rate, Student's for a mean, and those of what is compared."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev
from typing import NamedTuple

_Z = 1.959964
_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
"""Student's quantiles for 1 to 10 degrees of freedom; beyond, a correction of the normal one is exact enough."""

Interval = tuple[float, float]


class Estimate(NamedTuple):
    """A figure with the ends of its interval."""

    value: float
    low: float
    high: float

    def scaled(self, factor: float) -> "Estimate":
        """The same in another unit; ``factor`` is positive."""
        return Estimate(self.value * factor, self.low * factor, self.high * factor)


def rate_interval(hits: float, games: float) -> Interval:
    """Wilson's score interval for ``hits`` of ``games``; (0, 1) when nothing was played."""
    if games == 0:
        return 0.0, 1.0
    rate, z2 = hits / games, _Z * _Z
    centre = (rate + z2 / (2 * games)) / (1 + z2 / games)
    reach = _Z * sqrt(rate * (1 - rate) / games + z2 / (4 * games * games)) / (1 + z2 / games)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def mean_interval(values: Sequence[float]) -> Interval:
    """Student's interval for the mean; of no width when there are fewer than two values."""
    if len(values) < 2:
        return (values[0], values[0]) if values else (0.0, 0.0)
    free = len(values) - 1
    quantile = _T[free - 1] if free <= len(_T) else _Z * (1 + (_Z * _Z + 1) / (4 * free))
    reach = quantile * stdev(values) / sqrt(len(values))
    middle = fmean(values)
    return middle - reach, middle + reach


def rate_estimate(hits: int, games: int) -> Estimate:
    return Estimate(hits / games if games else 0.0, *rate_interval(hits, games))


def mean_estimate(values: Sequence[float]) -> Estimate:
    """``values`` must not be empty."""
    return Estimate(fmean(values), *mean_interval(values))


def contrast(first: Estimate, second: Estimate, factor: float = 1.0) -> Estimate:
    """``first - factor * second`` for samples that are independent or, as with shared seeds, go together.

    The intervals are put together from those of the two (Newcombe for rates, Zou and Donner in general), so that it
    is not too sure of itself near 0 and 1. ``factor`` is positive.
    """
    value = first.value - factor * second.value
    down = sqrt((first.value - first.low) ** 2 + (factor * (second.high - second.value)) ** 2)
    up = sqrt((first.high - first.value) ** 2 + (factor * (second.value - second.low)) ** 2)
    return Estimate(value, value - down, value + up)


def paired_rates(won: int, lost: int, games: int) -> Estimate:
    """The difference of two rates over the same seeds: ``won`` seeds count only there, ``lost`` only here.

    Bonett and Price's interval, which keeps a width when no seed changed sides.
    """
    if games == 0:
        return Estimate(0.0, -1.0, 1.0)
    more, fewer = (won + 1) / (games + 2), (lost + 1) / (games + 2)
    middle = more - fewer
    reach = _Z * sqrt((more + fewer - middle * middle) / (games + 2))
    return Estimate((won - lost) / games, max(-1.0, middle - reach), min(1.0, middle + reach))
