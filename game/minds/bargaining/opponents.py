"""What another party seems to want, learned from what it has offered and taken.

A frequency model: an option that a party has shown is one it can live with, the earlier the better; an issue on which
it has shown few options weighs more for it.
"""

from collections.abc import Sequence
from operator import add
from typing import Final

from game.minds.bargaining.deals import Deal

SCALE: Final = 10_000
_FIRST = 1000
_FADES = 15
"""How much less an option is taken to be worth for every offer made before it was first shown, in per mille."""

_LEAST = 600
_STEADY = 3
"""Options counted in advance for every issue, so that a single change does not decide its weight."""

_CURVE = 2000
"""Turns a squared visible move, in per mille, into the share conceded: parties first give what they hardly miss."""


class Opponent:
    """The model of one party. ``rows`` are its estimated worths, comparable between parties; an option that it has
    never shown counts as 0. ``scale`` is what its best deal comes to in them, the lower the more it has shown.

    ``changes`` counts how often what is thought of it has changed, ``shown`` the options beside its opening.
    """

    __slots__ = ("_kept", "_kinds", "_moved", "_opening", "_seen", "changes", "heard", "rows", "scale", "shown")

    def __init__(self, options: Sequence[int]) -> None:
        self.rows = [[0] * count for count in options]
        self._seen = [[0] * count for count in options]
        self._kinds = [0] * len(options)
        self._kept = [0] * len(options)
        self._opening: Deal = ()
        self._moved = 0
        self.heard = self.changes = self.shown = 0
        self.scale = 1

    def hear(self, deal: Deal) -> None:
        """Learn from a deal that the party has offered or taken."""
        if not self.heard:
            self._opening = deal
        kept, seen, opening, moved = self._kept, self._seen, self._opening, 0
        news: list[int] = []
        for issue, option in enumerate(deal):
            if option == opening[issue]:
                kept[issue] += 1
            else:
                moved += kept[issue]
            if not seen[issue][option]:
                seen[issue][option] = max(_LEAST, _FIRST - _FADES * self.heard)
                news.append(issue)
        self.heard += 1
        self._moved = (7 * self._moved + moved * 1000 // (self.heard * len(deal))) // 8
        if news:
            self._learn(news)

    def _learn(self, news: Sequence[int]) -> None:
        if self.heard > 1:
            self.shown += len(news)
        for issue in news:
            self._kinds[issue] += 1
            weight = SCALE // (_STEADY + self._kinds[issue])
            self.rows[issue] = [weight * value // _FIRST for value in self._seen[issue]]
        self.scale = sum([max(row) for row in self.rows])
        self.changes += 1

    def worth(self, deal: Deal) -> int:
        """What the deal seems to be worth to the party, of 10,000."""
        return SCALE * sum([row[option] for row, option in zip(self.rows, deal, strict=True)]) // self.scale

    def conceded(self) -> int:
        """How much of its span it seems to have conceded of late, in basis points.

        Told by the issues on which it has come away from its opening, each by how long it held out on it.
        """
        issues = len(self.rows)
        return min(SCALE, self._moved * self._moved * _CURVE // SCALE) * min(self.shown, issues) // issues

    def closed(self) -> bool:
        """Whether it has shown less than one option an issue beside those of its opening."""
        return self.shown < len(self.rows)


def pooled(opponents: Sequence[Opponent]) -> list[list[int]]:
    """The estimated worths of several parties together; at least one party."""
    first, *others = opponents
    total = first.rows
    for each in others:
        total = [[*map(add, ours, theirs)] for ours, theirs in zip(total, each.rows, strict=True)]
    return total
