"""How well a case was bargained over, and how well the parties were understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import correlation, fmean

from game.lab.bargain.domain import ISSUES, OPTIONS, PARTIES, WHOLE, Case
from game.lab.bargain.yardsticks import Point, distance, product_of_surplus, yardsticks
from game.minds.bargaining.deals import Deal, worth_of
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.negotiator import Negotiator
from game.rules.dice import spread

_SAMPLE = 100
"""Deals by which a model is compared with the truth."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of 1. ``to_pareto`` is of agreements only; ``below`` counts agreements below somebody's reserve."""

    cases: int
    agreement: float
    nash: float
    to_pareto: float
    below: int


def worths_at(case: Case, deal: Deal | None) -> Point:
    """What everybody ends up with; without agreement, the reserve."""
    if deal is None:
        first, second, third = case.reserves
    else:
        first, second, third = (worth_of(worths, deal) for worths in case.worths)
    return first, second, third


def below_reserve(case: Case, deal: Deal | None) -> bool:
    ends = worths_at(case, deal)
    return any(worth < reserve for worth, reserve in zip(ends, case.reserves, strict=True))


def quality(results: Sequence[tuple[Case, Deal | None]]) -> Quality:
    nash: list[float] = []
    gaps: list[float] = []
    below = 0
    for case, deal in results:
        marks, ends = yardsticks(case), worths_at(case, deal)
        if marks.nash is not None:
            nash.append(product_of_surplus(case, ends) / product_of_surplus(case, marks.nash) if deal else 0.0)
        if deal is not None:
            gaps.append(distance(ends, marks.pareto) / WHOLE)
            below += below_reserve(case, deal)
    share = len(gaps) / max(1, len(results))
    return Quality(len(results), share, fmean(nash or (0.0,)), fmean(gaps or (0.0,)), below)


def rank_correlation(ours: Sequence[int], theirs: Sequence[int]) -> float:
    """Spearman's, ties shared."""
    return correlation(ranks(ours), ranks(theirs))


def ranks(values: Sequence[int]) -> list[float]:
    order = sorted(values)
    places: dict[int, list[int]] = {}
    for place, value in enumerate(order):
        places.setdefault(value, []).append(place)
    middle: Mapping[int, float] = {value: fmean(found) for value, found in places.items()}
    return [middle[value] for value in values]


def understanding(case: Case, table: Sequence[Negotiator], rounds: int) -> float:
    """How the modelled worth of a hundred random deals ranks against the true one when everybody has made an offer in
    each of ``rounds`` rounds; mean over the parties. Nobody is let go early by an agreement.
    """
    minutes = Minutes(PARTIES, (OPTIONS,) * ISSUES)
    standing: Deal | None = None
    for turn in range(rounds):
        for seat, talker in enumerate(table):
            standing = talker.turn(turn, standing, minutes)
            minutes.hear(seat, standing)
    drawn = spread(_SAMPLE * ISSUES, OPTIONS, case.seed, "bargain-sample")
    deals = [tuple(drawn[at : at + ISSUES]) for at in range(0, len(drawn), ISSUES)]
    return fmean(
        rank_correlation([model.worth(deal) for deal in deals], [worth_of(worths, deal) for deal in deals])
        for model, worths in zip(minutes.models, case.worths, strict=True)
    )
