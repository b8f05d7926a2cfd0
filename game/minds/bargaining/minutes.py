"""The minutes of the talks: what was said aloud, and what anybody can conclude from that.

One set of minutes serves all who were in the room, because it holds nothing that only one of them knows.
"""

from collections.abc import Sequence

from game.minds.bargaining.deals import Deal
from game.minds.bargaining.opponents import Opponent


class Minutes:
    """``models`` are the seats' models; ``said`` every offer and acceptance in order."""

    __slots__ = ("_backers", "backed", "models", "said")

    def __init__(self, seats: int, options: Sequence[int]) -> None:
        self.models = tuple([Opponent(options) for _ in range(seats)])
        self.said: list[tuple[int, Deal]] = []
        self._backers: dict[Deal, tuple[int, ...]] = {}
        self.backed: list[tuple[Deal, tuple[int, ...]]] = []

    def hear(self, seat: int, deal: Deal) -> None:
        """``seat`` has offered the deal, or taken it."""
        self.models[seat].hear(deal)
        self.said.append((seat, deal))
        backers = self._backers.get(deal, ())
        if seat not in backers:
            self._backers[deal] = backers = (*backers, seat)
            if len(backers) > 1 and len(backers) >= len(self.models) - 1:
                self.backed.append((deal, backers))
