"""A mediator who writes one text after another and learns from the answers alone.

For every party it keeps what each option would seem to cost, against that party's best, on a scale on which the best
deal is 10,000. Each text is the one that costs least in all, issue by issue, so that what matters little to one party
is given to another. Klein's mediator asks for votes only; here a grievance names an issue, its weight and a way out.
"""

from collections.abc import Sequence
from typing import Final

from game.minds.bargaining.deals import Deal
from game.minds.bargaining.replies import GRADES, Reply
from game.model.events import Verdict

_HALF_GRADE: Final = 10_000 // (2 * GRADES)
_UNHEARD = 550
"""What an option is taken to cost before anything is known about it."""

_SIBLINGS = 30
"""What the other options of an issue are taken to cost, in percent of the one that was complained of."""

_UNNAMED = 70
"""What an issue costs at most that goes unnamed, in percent of the lesser grievance named."""

_PAID = 10
"""What the option asked for in return costs at most, in percent of the one it replaces."""

_CURIOSITY = 300
"""How much cheaper an option looks that nothing is known about, while half of the time is left."""

_SATISFIED = 930
"""How much of its say a party keeps, in per mille, when it takes a text that another refuses."""

_SAY: Final = 1000


class Mediator:
    """``costs`` are the estimates: party, issue, option."""

    __slots__ = ("_known", "_say", "costs", "rounds")

    def __init__(self, parties: int, options: Sequence[int], rounds: int) -> None:
        self.costs = [[[_UNHEARD] * count for count in options] for _ in range(parties)]
        self._known = [[[False] * count for count in options] for _ in range(parties)]
        self._say = [_SAY] * parties
        self.rounds = rounds

    def text(self, turn: int) -> Deal:
        """The text for this turn, from 0."""
        left = max(0, self.rounds - 2 * turn)
        bonus = _CURIOSITY * left // self.rounds
        weighed = [
            [
                [say * (cost if sure else cost - bonus) for cost, sure in zip(*row, strict=True)]
                for row in zip(costs, known, strict=True)
            ]
            for say, costs, known in zip(self._say, self.costs, self._known, strict=True)
        ]
        sums = [[sum(option) for option in zip(*rows, strict=True)] for rows in zip(*weighed, strict=True)]
        return tuple([row.index(min(row)) for row in sums])

    def hear(self, party: int, text: Deal, reply: Reply) -> None:
        """Learn from a party's answer to a text."""
        named = [each.issue for each in reply.grievances]
        for each in reply.grievances:
            self._complaint(party, each.issue, text[each.issue], each.weight * _HALF_GRADE)
        ceiling = reply.grievances[-1].weight * _HALF_GRADE if len(named) > 1 else 0
        costs, known = self.costs[party], self._known[party]
        for issue, option in enumerate(text):
            if issue not in named and not known[issue][option]:
                costs[issue][option] = min(costs[issue][option], ceiling * _UNNAMED // 100)
        if reply.instead is not None:
            self._wish(party, text, reply.verdict, reply.instead)
        if reply.verdict is Verdict.ACCEPT:
            self._say[party] = self._say[party] * _SATISFIED // _SAY
            whole = max(1, sum(self._say))
            self._say = [say * _SAY * len(self._say) // whole for say in self._say]

    def _complaint(self, party: int, issue: int, option: int, weight: int) -> None:
        costs, known = self.costs[party][issue], self._known[party][issue]
        if not any(known):
            self.costs[party][issue] = costs = [weight * _SIBLINGS // 100] * len(costs)
        costs[option], known[option] = weight, True

    def _wish(self, party: int, text: Deal, verdict: Verdict, wish: tuple[int, int]) -> None:
        """What is offered instead costs nothing as far as is known; what is asked in return, little."""
        issue, option = wish
        costs, known = self.costs[party][issue], self._known[party][issue]
        if verdict is Verdict.ACCEPT_IF:
            costs[option] = min(costs[option], costs[text[issue]] * _PAID // 100)
        elif not known[option]:
            costs[option], known[option] = 0, True
