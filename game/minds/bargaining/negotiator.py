"""A party at the table: it concedes, learns, bids and accepts by the parts of this package."""

from operator import add

from game.minds.bargaining.bidding import Bidder
from game.minds.bargaining.deals import Deal, Worths, worth_of
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.opponents import pooled
from game.minds.bargaining.replies import Reply, Respondent
from game.rules.acceptance import Prospect, acceptable
from game.rules.concession import Manner, by_time, demand, in_return

_NEWS = 10_000
"""What it is worth in a bid to show, early on, an option not shown before: whoever is understood is offered more."""

_PART = 2400
"""What the others must seem to have conceded, in basis points, before it takes whatever is left in its last turn."""

_LATE = 8
"""In the last of so many parts of the time, a bid is balanced between the others."""

_TRIES = 2


class Negotiator:
    """Bargains by alternating offers over ``rounds`` rounds; ``given`` is the share it has conceded so far."""

    __slots__ = (
        "_bidder",
        "_known",
        "_pooled",
        "_respondent",
        "_shown",
        "given",
        "manner",
        "reserve",
        "rounds",
        "seat",
        "worths",
    )

    def __init__(self, seat: int, worths: Worths, reserve: int, manner: Manner, rounds: int) -> None:
        self.seat, self.worths, self.reserve, self.manner, self.rounds = seat, worths, reserve, manner, rounds
        self._bidder = Bidder(worths)
        self._respondent = Respondent(worths)
        self._shown = [[_NEWS] * len(row) for row in worths]
        self._known = -1
        self._pooled: list[list[int]] = []
        self.given = 0

    def turn(self, turn: int, standing: Deal | None, minutes: Minutes) -> Deal:
        """The standing deal if it takes it, otherwise its own bid. Turns count from 0."""
        target = self.asks(turn, minutes)
        offered = -1 if standing is None else worth_of(self.worths, standing)
        if standing is not None and offered >= target:
            return standing
        bid = self.bid(turn, target, minutes)
        last = turn >= self.rounds - 1
        prospect = Prospect(self.reserve, target, worth_of(self.worths, bid), last, last and self._met(minutes))
        return standing if standing is not None and acceptable(offered, prospect) else bid

    def reply(self, turn: int, text: Deal) -> Reply:
        """What it says to a mediator's text; there is nobody then whose concessions it could see."""
        share = self.given = max(self.given, by_time(self.manner, turn, self.rounds - 1))
        return self._respondent.reply(text, demand(self._bidder.best, self.reserve, share))

    def asks(self, turn: int, minutes: Minutes) -> int:
        """What it asks for in this turn; never more than before."""
        share = least = by_time(self.manner, turn, self.rounds - 1)
        for seat, model in enumerate(minutes.models):
            if seat != self.seat:
                kept = in_return(share, model.conceded(), self.manner.reciprocity, self.manner.leeway)
                least = min(least, kept)
                if model.closed():
                    least = min(least, self.manner.to_closed)
        self.given = max(self.given, least)
        return demand(self._bidder.best, self.reserve, self.given)

    def bid(self, turn: int, target: int, minutes: Minutes) -> Deal:
        """What all others have taken before, if that is enough; else the bid that gives them most."""
        agreed = self._backed(target, minutes)
        if agreed is not None:
            return agreed
        rows = self._rows(minutes)
        if turn * _LATE >= self.rounds * (_LATE - 1):
            return self._balanced(target, minutes)
        if turn * 3 >= self.rounds:
            return self._bidder.bid(target, rows)
        shown = self._shown
        rows = [[*map(add, *pair)] for pair in zip(rows, shown, strict=True)]
        deal = self._bidder.bid(target, rows)
        for each, option in zip(shown, deal, strict=True):
            each[option] = 0
        return deal

    def _balanced(self, target: int, minutes: Minutes) -> Deal:
        """When a single refusal would end the talks: the bid that leaves most to whoever it serves least."""
        others = [model for seat, model in enumerate(minutes.models) if seat != self.seat]
        heed = [*others]
        best = self._bidder.bid(target, self._rows(minutes))
        for _ in range(_TRIES):
            heed.append(min(others, key=lambda model: model.worth(best)))
            deal = self._bidder.bid(target, pooled(heed))
            if min([model.worth(deal) for model in others]) > min([model.worth(best) for model in others]):
                best = deal
        return best

    def _backed(self, target: int, minutes: Minutes) -> Deal | None:
        best, most = None, target - 1
        for deal, backers in minutes.backed:
            if self.seat not in backers and (worth := worth_of(self.worths, deal)) > most:
                best, most = deal, worth
        return best

    def _rows(self, minutes: Minutes) -> list[list[int]]:
        others = [model for seat, model in enumerate(minutes.models) if seat != self.seat]
        known = sum([model.changes for model in others])
        if known != self._known:
            self._known, self._pooled = known, pooled(others)
        return self._pooled

    def _met(self, minutes: Minutes) -> bool:
        return all(model.conceded() >= _PART for seat, model in enumerate(minutes.models) if seat != self.seat)
