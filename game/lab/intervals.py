"""Intervals at 95 %: Wilson's for a rate, Student's for a mean."""

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

_Z = 1.959964
_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)
"""Student's quantiles for 1 to 10 degrees of freedom; beyond, a correction of the normal one is exact enough."""

Interval = tuple[float, float]


def rate_interval(hits: int, games: int) -> Interval:
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
