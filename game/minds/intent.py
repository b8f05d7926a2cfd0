"""What a party expects of a move of its own: how much better its prospects would be, with a text and without.

Content says how natural a move is to a party as things stand; this weighs what it would do to that party's own goals,
from its own view and what it makes of its chances. Of the others it knows only that their troubles are its leverage.
"""

from typing import Final

from game.model.cards import Effect
from game.model.ids import ClauseId, Quantity
from game.model.parties import Move, Slope
from game.model.views import PartyView
from game.rules.negotiate import Scales, slope_value
from game.rules.trust import in_washington

_MOST: Final = 15
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
    """One party's expectations at one moment. ``likely`` is the chance that it gives a text, in percent."""

    __slots__ = ("_falls", "_stays", "likely", "scales", "view")

    def __init__(self, view: PartyView) -> None:
        self.view, self.scales = view, Scales(view)
        self.likely = max(5, min(95, 50 + (self.scales.surplus - self.scales.asks) // _LIKELIER))
        self._stays: dict[Quantity, Slope] = {slope.quantity: slope for slope in view.party.deal}
        self._falls: dict[Quantity, Slope] = {slope.quantity: slope for slope in view.slopes}

    def bonus(self, move: Move) -> int:
        """What the move's prospects add to its appeal; from -15 to 15."""
        gain = sum([self._worth(effect) for effect in move.effects])
        return max(-_MOST, min(_MOST, gain // _PER_APPEAL))

    def _worth(self, effect: Effect) -> int:
        """Hundredths of value, as it expects things to end."""
        change = (effect.low + effect.high) // 2
        without = self._by_slope(self._falls, effect.quantity, change) * (100 - self.likely)
        with_text = self._by_slope(self._stays, effect.quantity, change) + self._toward_text(effect.quantity, change)
        return (without + with_text * self.likely) // 100

    def _by_slope(self, slopes: dict[Quantity, Slope], quantity: Quantity, change: int) -> int:
        slope = slopes.get(quantity)
        if slope is None:
            return 0
        level = self.view.known[quantity]
        return slope_value(slope, level + change) - slope_value(slope, level)

    def _toward_text(self, quantity: Quantity, change: int) -> int:
        party, (head, _, subject) = self.view.party.id, quantity.partition(".")
        if quantity == "entrenchment":
            return -change
        if head == "detail" and ClauseId(subject) in self.view.text:
            return change * self.view.rates.headline // 100
        if head == "strain" and subject.partition(".")[0] != party:
            return change * _LEVERAGE
        good = quantity in ("patience", f"room.{party}", in_washington(party)) or (head == "trust" and "." in subject)
        return change * _GOODWILL if good else 0
