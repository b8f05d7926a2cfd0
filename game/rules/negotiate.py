"""How a party weighs a text: deal value, no-deal value, surplus, and what it still holds out for.

Everything is in hundredths of a point of value. The same rules weigh the truth, for a party's own controller, and
what the mediator supposes of a party, for a forecast.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from game.model.clauses import DETAIL_POINT, ClauseState, Term
from game.model.ids import ClauseId, OptionId, Quantity
from game.model.parties import Party, RedLine, Slope
from game.model.record import record
from game.model.views import PartyView
from game.rules.asking import asking
from game.rules.readiness import missing_detail


def slope_value(slope: Slope, level: int) -> int:
    value = (level - slope.zero) * slope.per_100
    value = value // 100 if value >= 0 else -(-value // 100)
    low, high = slope.low, slope.high
    return low if value < low else high if value > high else value


def slopes_value(slopes: Iterable[Slope], known: Mapping[Quantity, int]) -> int:
    return sum([slope_value(slope, known[slope.quantity]) for slope in slopes])


def settled_for(view: PartyView, state: ClauseState) -> bool:
    """Whether the party counts the clause as decided: it agreed, or it was settled over its head."""
    return state.option is not None and (view.party.id in state.agreed or view.party.id in state.over)


@record
class Weighing:
    """``margin`` is what is left over what was asked for, as if all clauses were settled as generously as these;
    below 0 the party does not grant it.

    ``gain`` is what the terms bring against what the party counted on, ``paid`` what is paid on the side for them,
    ``share`` their weight in basis points. ``crossed`` is a red line.
    """

    margin: int
    gain: int
    paid: int
    share: int
    crossed: Term | None


class _Own(NamedTuple):
    """What follows from a party's description alone: its own quantities, red lines, and clauses that hang together."""

    trust: Quantity
    room: Quantity
    hope: Quantity
    lines: Mapping[tuple[ClauseId, OptionId], RedLine]
    woven: tuple[ClauseId, ...]


@lru_cache(maxsize=64)
def _own(party: Party) -> _Own:
    return _Own(
        trust=Quantity(f"trust.{party.id}"),
        room=Quantity(f"room.{party.id}"),
        hope=Quantity(f"aspiration.{party.id}"),
        lines={(line.clause, line.option): line for line in party.red_lines},
        woven=tuple(clause for synergy in party.synergies for clause in synergy.needs),
    )


class Scales:
    """One party's scales at one moment, made once for a view and used for many terms.

    ``hope`` is its aspiration, ``asks`` the surplus at which it takes a move, of which ``held`` is held back from those
    who have moved less.
    """

    __slots__ = (
        "_counted",
        "_room",
        "_settled",
        "_synergy",
        "_worth",
        "asks",
        "held",
        "hope",
        "no_deal",
        "surplus",
        "view",
    )

    def __init__(self, view: PartyView) -> None:
        self.view = view
        own = _own(view.party)
        self._worth = self._values(view.known[own.trust])
        self._room = view.known[own.room]
        self.hope = view.known[own.hope]
        self.asks, self.held = asking(view, self.hope)
        self.no_deal = view.profile.base + slopes_value(view.slopes, view.known)
        self._settled = {
            clause: state.option
            for clause, state in view.text.items()
            if state.option is not None and settled_for(view, state)
        }
        self._counted = self._count()
        self._synergy = self.synergy(self._settled)
        self.surplus = sum(self._counted.values()) + view.side + sum(view.links.values()) + self._synergy - self.no_deal

    def _values(self, trust: int) -> dict[tuple[ClauseId, OptionId], int]:
        """What every option is worth; one that rests on a promise is discounted by trust in who promises."""
        profile, floor = self.view.profile, self.view.rates.trust_floor
        worth = {
            (clause, option): share * value // 100
            for clause, share in profile.weights.items()
            for option, value in profile.values[clause].items()
        }
        for clause, options in self.view.promised.items():
            for option in options:
                full = profile.weights[clause] * profile.values[clause][option]
                worth[clause, option] = full * (floor * 100 + (100 - floor) * trust) // 1_000_000
        return worth

    def _count(self) -> dict[ClauseId, int]:
        """What the party counts each clause at: its option where it is settled, what it expects where it is not."""
        weights, expects, settled = self.view.profile.weights, self.view.profile.expects, self._settled
        return {
            clause: self._worth[clause, settled[clause]]
            if clause in settled
            else weights[clause] * expects[clause] // 100
            for clause in self.view.text
        }

    def settled(self) -> Mapping[ClauseId, OptionId]:
        """The clauses that count as decided for the party, and how."""
        return self._settled

    def counted(self) -> Mapping[ClauseId, int]:
        """What each clause counts at."""
        return self._counted

    def value(self, clause: ClauseId, option: OptionId) -> int:
        """What the option is worth to the party."""
        return self._worth[clause, option]

    def discount(self, clause: ClauseId, option: OptionId) -> int:
        """What distrust takes off the option's value."""
        full = self.view.profile.weights[clause] * self.view.profile.values[clause][option] // 100
        return full - self._worth[clause, option]

    def given(self, clause: ClauseId, option: OptionId) -> int:
        """What the option gives away against the party's public position."""
        profile = self.view.profile
        values = profile.values[clause]
        return profile.weights[clause] * (values[self.view.party.public[clause]] - values[option]) // 100

    def synergy(self, options: Mapping[ClauseId, OptionId]) -> int:
        total = 0
        for synergy in self.view.party.synergies:
            for clause, wanted in synergy.needs.items():
                if options.get(clause) not in wanted:
                    break
            else:
                total += synergy.amount
        return total

    def gain(self, term: Term) -> int:
        """What the term brings against what the party counts on for that clause."""
        return self._worth[term.clause, term.option] - self._counted[term.clause]

    def shortfall(self) -> int:
        """How far the text as it is expected stays under what the party holds out for; 0 or more."""
        return max(0, self.asks - self.surplus)

    def margin(self, term: Term) -> int:
        """What :meth:`weigh` gives as margin for a single term, without the rest."""
        clause = term.clause
        gain = self._worth[clause, term.option] - self._counted[clause]
        if clause in _own(self.view.party).woven:
            gain += self.synergy({**self._settled, clause: term.option}) - self._synergy
        paid = self.view.links.get(clause, 0)
        return self._by_itself(clause, gain, self._left(gain + paid, paid, self.view.profile.weights[clause]))

    def _by_itself(self, clause: ClauseId, gain: int, margin: int) -> int:
        """The margin of a single term: as part of the whole, or, if its clause is separable, of itself."""
        if not self.view.clauses[clause].separable:
            return margin
        return max(margin, gain * 10_000 // max(1, self.view.profile.weights[clause]) + self.view.rates.by_itself)

    def _left(self, brought: int, paid: int, share: int) -> int:
        """The margin of a move: by proportion to its share, or out of what the party can spare on any one move."""
        spare = self.surplus - paid - self.asks
        proportional = brought * 10_000 // max(1, share) + spare
        if spare <= 0:
            return proportional
        return max(proportional, brought + spare * self.view.rates.spare_share // 100)

    def weigh(self, terms: tuple[Term, ...], bonus: int = 0) -> Weighing:
        """Weigh a move on the text.

        It is granted if the clauses moved bring their proportional share of what is missing, or give away no more
        than their share of what there is to spare; a party with much to spare can put a part of all that into one
        move. A package is forgiven part of its losses.
        """
        view, links, weights = self.view, self.view.links, self.view.profile.weights
        after = dict(self._settled)
        gain = losses = paid = share = 0
        for term in terms:
            brought = self.gain(term)
            gain += brought
            losses += brought if brought < 0 else 0
            paid += links.get(term.clause, 0)
            share += weights[term.clause]
            after[term.clause] = term.option
        gain += self.synergy(after) - self._synergy
        if len(terms) > 1:
            gain -= losses * view.rates.package_bonus // 100
        margin = self._left(gain + paid, paid, share)
        if len(terms) == 1:
            margin = self._by_itself(terms[0].clause, gain, margin)
        return Weighing(margin + bonus, gain, paid, share, self.crossed(terms))

    def sellable(self) -> int:
        """How much it can give away against its public position and still sell the text at home."""
        return self.view.profile.concessions + self._room * self.view.rates.sell_per_room

    def red_line(self, term: Term) -> RedLine | None:
        """The red line that the term crosses as things stand."""
        line = _own(self.view.party).lines.get((term.clause, term.option))
        return line if line is not None and (line.room is None or self._room < line.room) else None

    def crossed(self, terms: Iterable[Term]) -> Term | None:
        return next((term for term in terms if self.red_line(term) is not None), None)

    def unsold(self, terms: Iterable[Term]) -> int:
        """How far these concessions exceed what its home room can sell; 0 if they do not."""
        return max(0, sum(self.given(term.clause, term.option) for term in terms) - self.sellable())


def kept_to_itself(view: PartyView) -> int:
    """How much to spare, in hundredths, a party hides from an envoy to be offered more: the less candid, the more.

    At a table or before a leader it says what it would do.
    """
    return view.rates.bluff * (100 - view.party.personality.candour) // 100


@record
class SigningCase:
    """The whole text before a party that is asked to sign. ``limit`` is the surplus at which it would.

    ``imposed``: it would be signing below the limit that it would have without any squeeze, or over a red line.
    ``headline`` is what the surplus lacks because the text is not worked out as far as a conference asks.
    """

    surplus: int
    limit: int
    imposed: bool
    crossed: Term | None
    unsold: int
    headline: int = 0


def signing_case(scales: Scales, terms: tuple[Term, ...]) -> SigningCase:
    view = scales.view
    options = {term.clause: term.option for term in terms}
    deal = sum(scales.value(term.clause, term.option) for term in terms)
    missing = missing_detail(view.clauses, view.text, view.stage)
    headline = sum(missing.values()) * view.rates.headline // DETAIL_POINT
    surplus = deal + view.side + sum(view.links.values()) + scales.synergy(options) - scales.no_deal - headline
    squeezed = sum(
        slope_value(slope, view.known[slope.quantity])
        for slope in view.slopes
        if slope.quantity in view.party.squeezed_by
    )
    free = max(view.rates.sign_floor, scales.hope // 2)
    limit = free + squeezed * view.rates.duress // 100 if view.squeeze else free
    crossed = scales.crossed(terms)
    imposed = crossed is not None or surplus + squeezed < free
    return SigningCase(surplus, limit, imposed, crossed, scales.unsold(terms), headline)
