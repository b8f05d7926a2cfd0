"""What a party expects of a move of its own: how much better its prospects would be, with a text and without.

Content says how natural a move is to a party as things stand; this weighs what it would do to that party's own goals,
from its own view and what it makes of its chances. Of the others it knows only that their troubles are its leverage.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from game.model.cards import Effect
from game.model.ids import MoveId, PartyId, Quantity
from game.model.parties import Move, Party, Slope
from game.model.views import PartyView
from game.rules.negotiate import Scales
from game.rules.slopes import slope_value
from game.rules.trust import in_washington

MOST: Final = 15
"""What expectations add to an appeal, or take from it, at most."""

_PER_APPEAL: Final = 4
"""Hundredths of value that weigh as much as a point of appeal."""

_LEVERAGE: Final = 3
"""What a point of strain on another party is thought to bring, once there is a text."""

_GOODWILL: Final = 2
"""What a point of patience at the White House, of home room, or of trust is thought to bring, once there is a text."""

_LIKELIER: Final = 20
"""Hundredths of surplus beyond what is asked for that make a text seem likelier by a hundredth."""


class Intent:
    """One party's expectations at one moment. ``likely`` is the chance that it gives a text, in percent.

    It is worked out when the first bonus is asked for: most of what a party could do it would not do anyhow.
    """

    __slots__ = ("_bearings", "_likely", "_view")

    def __init__(self, view: PartyView) -> None:
        self._view = view
        self._likely: int | None = None
        self._bearings = _bearings(view.party, view.rates.headline)

    @property
    def likely(self) -> int:
        if self._likely is None:
            scales = Scales(self._view)
            self._likely = max(5, min(95, 50 + (scales.surplus - scales.asks) // _LIKELIER))
        return self._likely

    def bonus(self, move: MoveId) -> int:
        """What the move's prospects add to its appeal; from -15 to 15."""
        bears, view, likely = self._bearings[move], self._view, self.likely
        gain = self._change(view.slopes, bears.shifts) * (100 - likely)
        gain += (self._change(view.party.deal, bears.shifts) + bears.toward) * likely
        return max(-MOST, min(MOST, gain // (100 * _PER_APPEAL)))

    def _change(self, slopes: Iterable[Slope], shifts: Mapping[Quantity, int]) -> int:
        change = 0
        for slope in slopes:
            if slope.quantity in shifts:
                at = self._view.known[slope.quantity]
                change += slope_value(slope, at + shifts[slope.quantity]) - slope_value(slope, at)
        return change


class _Bearing(NamedTuple):
    """What a move bears on: by how much it shifts quantities, and hundredths of value towards a text."""

    shifts: Mapping[Quantity, int]
    toward: int


@lru_cache(maxsize=32)
def _bearings(party: Party, headline: int) -> Mapping[MoveId, _Bearing]:
    return {move.id: _bearing(party, move, headline) for move in party.moves}


def _bearing(party: Party, move: Move, headline: int) -> _Bearing:
    toward = sum(_toward_text(party.id, effect.quantity, _mean(effect), headline) for effect in move.effects)
    return _Bearing({effect.quantity: _mean(effect) for effect in move.effects}, toward)


def _mean(effect: Effect) -> int:
    return (effect.low + effect.high) // 2


def _toward_text(party: PartyId, quantity: Quantity, change: int, headline: int) -> int:
    head, _, subject = quantity.partition(".")
    if quantity == "entrenchment":
        return -change
    if head == "detail":
        return change * headline // 100
    if head == "strain" and subject.partition(".")[0] != party:
        return change * _LEVERAGE
    good = quantity in ("patience", f"room.{party}", in_washington(party)) or (head == "trust" and "." in subject)
    return change * _GOODWILL if good else 0
