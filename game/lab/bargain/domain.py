"""The neutral domain: three parties, eight issues of five options, worths that add up, drawn from a seed.

Weights are drawn evenly from all that sum to the whole (Dirichlet's distribution with every parameter 1): the gaps
between sorted even draws. Option values are even draws, stretched so that the worst is worth nothing and the best the
issue's weight. Reserves are even between 35 and 60 percent of the best deal.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.minds.bargaining.deals import Worths
from game.rules.dice import spread

PARTIES: Final = 3
ISSUES: Final = 8
OPTIONS: Final = 5
ROUNDS: Final = 24
WHOLE: Final = 10_000
_RESERVES = (3500, 6000)
_FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """Worths of 10,000 for the best deal, and reserves on the same scale, party by party."""

    seed: int
    worths: tuple[Worths, ...]
    reserves: tuple[int, ...]


def case(seed: int) -> Case:
    low, high = _RESERVES
    return Case(
        seed,
        tuple(_worths(seed, party) for party in range(PARTIES)),
        tuple(low + extra for extra in spread(PARTIES, high - low + 1, seed, "bargain-reserves")),
    )


def _worths(seed: int, party: int) -> Worths:
    cuts = sorted(spread(ISSUES - 1, WHOLE + 1, seed, "bargain-weights", party))
    weights = [after - before for before, after in pairwise((0, *cuts, WHOLE))]
    drawn = spread(ISSUES * OPTIONS, _FINE + 1, seed, "bargain-values", party)
    return tuple(_stretched(weight, drawn[at * OPTIONS : (at + 1) * OPTIONS]) for at, weight in enumerate(weights))


def _stretched(weight: int, values: tuple[int, ...]) -> tuple[int, ...]:
    low, high = min(values), max(values)
    return tuple(weight * (value - low) // max(1, high - low) for value in values)
