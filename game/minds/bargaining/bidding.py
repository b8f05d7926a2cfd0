"""The bid: of all deals that leave a party what it asks for, one that gives the others most.

Lagrange's way for additive worths: what it maximises is the others' worth plus mu times its own, issue by issue, with
mu as small as the own target allows. As mu falls, single issues pass to an option that gives the others more; those
steps are known in advance and taken in order of what they give for what they cost. So no deal is ever enumerated.
"""

from collections.abc import Sequence
from itertools import pairwise

from game.minds.bargaining.deals import Deal, Worths

_FINE = 1 << 20

Step = tuple[int, int, int, int]
"""What it gives the others for what it costs; the issue; what it costs in all; the option."""


class Bidder:
    """Knows a party's own worths, and keeps the steps of issues on which nothing has changed since its last bid.

    ``best`` is the worth of its best deal.
    """

    __slots__ = ("_ladders", "_merged", "_reach", "_rows", "_steps", "_tops", "best")

    def __init__(self, worths: Worths) -> None:
        self.best = sum([max(row) for row in worths])
        self._ladders = [sorted([(max(row) - value, option) for option, value in enumerate(row)]) for row in worths]
        self._tops = [ladder[0][1] for ladder in self._ladders]
        self._rows: list[Sequence[int]] = [()] * len(worths)
        self._reach = [(0, 0)] * len(worths)
        self._steps: list[list[Step]] = [[] for _ in worths]
        self._merged: list[Step] = []

    def bid(self, target: int, others: Sequence[Sequence[int]]) -> Deal:
        """A deal worth at least ``target`` (or the best there is) that is worth most by the rows of the others."""
        slack = max(0, self.best - target)
        self._refresh(slack, others)
        spent, chosen = [0] * len(others), self._tops[:]
        for _, issue, cost, option in self._merged:
            more = cost - spent[issue]
            if more <= slack:
                slack -= more
                spent[issue], chosen[issue] = cost, option
        return tuple(chosen)

    def _refresh(self, slack: int, others: Sequence[Sequence[int]]) -> None:
        changed = False
        for issue, row in enumerate(others):
            low, high = self._reach[issue]
            if low <= slack < high and row == self._rows[issue]:
                continue
            ladder = self._ladders[issue]
            within = len([cost for cost, _ in ladder if cost <= slack])
            beyond = ladder[within][0] if within < len(ladder) else slack + self.best + 1
            self._rows[issue], self._reach[issue] = row, (ladder[within - 1][0], beyond)
            self._steps[issue] = _steps(issue, ladder[:within], row)
            changed = True
        if changed:
            self._merged = sorted([step for steps in self._steps for step in steps], reverse=True)


def _steps(issue: int, ladder: Sequence[tuple[int, int]], row: Sequence[int]) -> list[Step]:
    """The steps of one issue along its concave hull, from its party's best option to what the others like best."""
    hull = [ladder[0]]
    for rung in ladder[1:]:
        if row[rung[1]] <= row[hull[-1][1]]:
            continue
        while len(hull) > 1 and _slope(hull[-2], rung, row) >= _slope(hull[-2], hull[-1], row):
            hull.pop()
        hull.append(rung)
    return [(_slope(here, there, row), issue, *there) for here, there in pairwise(hull)]


def _slope(here: tuple[int, int], there: tuple[int, int], row: Sequence[int]) -> int:
    return (row[there[1]] - row[here[1]]) * _FINE // max(1, there[0] - here[0])
