"""What a party says to a text that somebody else puts before it, in the kinds of answer that the game knows."""

from collections.abc import Sequence
from typing import Final

from game.minds.bargaining.deals import Deal, Worths
from game.minds.bargaining.trades import Change, in_order
from game.model.events import Verdict
from game.model.record import record

_TOLD = 2
GRADES: Final = 20
"""A reason is told to the nearest twentieth of a party's best deal, and never as less than half of one."""


@record
class Grievance:
    """An issue that weighs against a text. ``weight`` is what the party loses there against its best, in grades."""

    issue: int
    weight: int


@record
class Reply:
    """``grievances`` are the two heaviest, the heaviest first; fewer if there are none.

    ``instead`` is the issue and option asked for in return, or offered as a counter. Weights are in half grades.
    """

    verdict: Verdict
    grievances: tuple[Grievance, ...]
    instead: tuple[int, int] | None = None


class Respondent:
    """Answers texts by its own worths, alike whenever the same text meets the same demand."""

    __slots__ = ("_tops", "best", "worths")

    def __init__(self, worths: Worths) -> None:
        self.worths = worths
        self._tops = [max(row) for row in worths]
        self.best = sum(self._tops)

    def reply(self, text: Deal, demand: int) -> Reply:
        """Takes what leaves it its demand; else asks for the least that would make it enough.

        If no single change would, it counters on the issue that hurts most.
        """
        rows = self.worths
        losses = [top - row[option] for top, row, option in zip(self._tops, rows, text, strict=True)]
        order = sorted(range(len(losses)), key=losses.__getitem__, reverse=True)[:_TOLD]
        told = tuple([Grievance(issue, self._graded(losses[issue])) for issue in order if losses[issue] > 0])
        missing = sum(losses) - (self.best - demand)
        if missing <= 0 or not told:
            return Reply(Verdict.ACCEPT, told)
        price = _price(rows, text, losses, missing)
        if price is not None:
            return Reply(Verdict.ACCEPT_IF, told, price)
        return Reply(Verdict.COUNTER, told, (order[0], self._counter(order[0], demand)))

    def _graded(self, loss: int) -> int:
        whole = max(1, self.best)
        return max(1, 2 * ((2 * GRADES * loss + whole) // (2 * whole)))

    def _counter(self, issue: int, demand: int) -> int:
        """The least of the issue's options that brings its proportional share of what is asked for."""
        row, top = self.worths[issue], self._tops[issue]
        enough = [(worth, option) for option, worth in enumerate(row) if worth * self.best >= demand * top]
        return min(enough)[1] if enough else row.index(top)


def _price(rows: Worths, text: Deal, losses: Sequence[int], missing: int) -> tuple[int, int] | None:
    """The single change that makes up what is missing with the least to spare; nothing is known of the others."""
    changes = [
        Change((issue, option), gain)
        for issue, loss in enumerate(losses)
        if loss >= missing
        for option, worth in enumerate(rows[issue])
        if (gain := worth - rows[issue][text[issue]]) >= missing
    ]
    return in_order(changes)[0].what if changes else None
