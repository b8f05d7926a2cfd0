"""Whole negotiations over a case, with the minds of the game in every seat."""

from collections.abc import Sequence

from game.lab.bargain.domain import ISSUES, OPTIONS, PARTIES, ROUNDS, WHOLE, Case
from game.lab.bargain.measures import worths_at
from game.lab.bargain.protocols import Talker, Talks, alternating, mediated
from game.minds.bargaining.deals import Deal, best_worth, worth_of
from game.minds.bargaining.manners import ANSWERING, MEASURED
from game.minds.bargaining.mediation import Mediator
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.negotiator import Negotiator
from game.rules.concession import Manner
from game.rules.dice import spread

_TRIES = 40


def table(case: Case, manners: Sequence[Manner]) -> list[Negotiator]:
    return [
        Negotiator(seat, worths, reserve, manner, ROUNDS)
        for seat, (worths, reserve, manner) in enumerate(zip(case.worths, case.reserves, manners, strict=True))
    ]


def by_offers(case: Case, manners: Sequence[Manner] = (MEASURED,) * PARTIES) -> Talks:
    return alternating(table(case, manners))


def by_mediator(case: Case, manner: Manner = ANSWERING) -> Talks:
    return mediated(Mediator(PARTIES, (OPTIONS,) * ISSUES, ROUNDS), table(case, (manner,) * PARTIES))


def gain_of_deviating(cases: Sequence[Case], kept: Sequence[Deal | None], manner: Manner) -> float:
    """What a seat gains on average, of 1, if it alone takes another manner; ``kept`` is what came of keeping to it.

    The seat goes round from case to case.
    """
    gained = 0
    for case, before in zip(cases, kept, strict=True):
        seat = case.seed % PARTIES
        manners = [manner if each == seat else MEASURED for each in range(PARTIES)]
        after = by_offers(case, manners).deal
        gained += worths_at(case, after)[seat] - worths_at(case, before)[seat]
    return gained / (WHOLE * max(1, len(cases)))


class Conceder:
    """The reference: comes down evenly to its reserve and offers any deal near its mark, with no thought of others."""

    def __init__(self, case: Case, seat: int) -> None:
        self.case, self.seat = case, seat
        self.worths, self.reserve = case.worths[seat], case.reserves[seat]
        self.best = best_worth(self.worths)

    def turn(self, turn: int, standing: Deal | None, minutes: Minutes) -> Deal:
        mark = self.best - (self.best - self.reserve) * turn // (ROUNDS - 1)
        if standing is not None and worth_of(self.worths, standing) >= mark:
            return standing
        drawn = spread(_TRIES * ISSUES, OPTIONS, self.case.seed, "bargain-reference", self.seat, len(minutes.said))
        deals = [tuple(drawn[at : at + ISSUES]) for at in range(0, len(drawn), ISSUES)]
        fair = [deal for deal in deals if worth_of(self.worths, deal) >= mark]
        if fair:
            return min(fair, key=lambda deal: worth_of(self.worths, deal))
        return tuple(row.index(max(row)) for row in self.worths)


def by_conceders(case: Case) -> Talks:
    talkers: list[Talker] = [Conceder(case, seat) for seat in range(PARTIES)]
    return alternating(talkers)
