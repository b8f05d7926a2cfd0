"""Exact yardsticks: the Pareto frontier of a case with three parties, and Nash's point on it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import product
from math import dist

from game.lab.bargain.domain import Case

Point = tuple[int, int, int]
"""What a deal is worth to each of the three."""


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """``nash`` is None if no deal leaves everybody the reserve or more."""

    pareto: tuple[Point, ...]
    nash: Point | None


def undominated(points: Iterable[Point]) -> list[Point]:
    """Those than which none is better for somebody and worse for nobody, in falling order.

    Sweeps by the first worth and keeps the staircase of the other two.
    """
    kept: list[Point] = []
    seconds: list[int] = []
    thirds: list[int] = []
    for point in sorted(set(points), reverse=True):
        _, second, third = point
        at = bisect_left(seconds, second)
        if at < len(seconds) and thirds[at] >= third:
            continue
        kept.append(point)
        until = at + 1 if at < len(seconds) and seconds[at] == second else at
        while at > 0 and thirds[at - 1] <= third:
            at -= 1
        seconds[at:until], thirds[at:until] = [second], [third]
    return kept


def frontier(case: Case) -> list[Point]:
    """The frontier, built up issue by issue: what is dominated among the first issues can never be on it."""
    first, second, third = case.worths
    issues = (list(zip(a, b, c, strict=True)) for a, b, c in zip(first, second, third, strict=True))
    return reduce(_sum, issues, [(0, 0, 0)])


def _sum(found: list[Point], issue: list[Point]) -> list[Point]:
    return undominated((a + x, b + y, c + z) for (a, b, c), (x, y, z) in product(found, undominated(issue)))


def product_of_surplus(case: Case, point: Point) -> int:
    """Nash's product; 0 if anybody is left with less than the reserve."""
    a, b, c = (max(0, worth - reserve) for worth, reserve in zip(point, case.reserves, strict=True))
    return a * b * c


def yardsticks(case: Case) -> Yardsticks:
    pareto = tuple(frontier(case))
    nash = max(pareto, key=lambda point: product_of_surplus(case, point))
    return Yardsticks(pareto, nash if product_of_surplus(case, nash) else None)


def distance(point: Point, pareto: Iterable[Point]) -> float:
    """Euclid's distance from the point to the nearest of the frontier, in the unit of worths."""
    return min(dist(point, other) for other in pareto)
