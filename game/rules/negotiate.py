"""How a party weighs a text: deal value, no-deal value, surplus, and what it still holds out for.

Everything is in hundredths of a point of value. The same rules weigh the truth, for a party's own controller, and
what the mediator supposes of a party, for a forecast.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.model.clauses import ClauseState, Term
from game.model.ids import ClauseId, OptionId, Quantity
from game.model.parties import RedLine, Slope
from game.model.views import PartyView


def slope_value(slope: Slope, level: int) -> int:
    value = (level - slope.zero) * slope.per_100
    value = value // 100 if value >= 0 else -(-value // 100)
    return max(slope.low, min(slope.high, value))


def slopes_value(slopes: Iterable[Slope], known: Mapping[Quantity, int]) -> int:
    return sum(slope_value(slope, known[slope.quantity]) for slope in slopes)


def settled_for(view: PartyView, state: ClauseState) -> bool:
    """Whether the party counts the clause as decided: it agreed, or it was settled over its head."""
    return state.option is not None and (view.party.id in state.agreed or view.party.id in state.over)


@dataclass(frozen=True, slots=True)
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


class Scales:
    """One party's scales at one moment, made once for a view and used for many terms."""

    __slots__ = ("_counted", "_factor", "_settled", "_synergy", "_woven", "hope", "no_deal", "surplus", "view")

    def __init__(self, view: PartyView) -> None:
        self.view = view
        trust = view.known[Quantity(f"trust.{view.party.id}")]
        floor = view.rates.trust_floor
        self._factor = floor * 100 + (100 - floor) * trust
        self.hope = view.known[Quantity(f"aspiration.{view.party.id}")]
        self.no_deal = view.profile.base + slopes_value(view.slopes, view.known)
        self._settled = {
            clause: state.option
            for clause, state in view.text.items()
            if state.option is not None and settled_for(view, state)
        }
        self._counted = self._count()
        self._synergy = self.synergy(self._settled)
        self._woven = {clause for synergy in view.party.synergies for clause in synergy.needs}
        self.surplus = sum(self._counted.values()) + view.side + sum(view.links.values()) + self._synergy - self.no_deal

    def _count(self) -> dict[ClauseId, int]:
        """What the party counts each clause at: its option where it is settled, what it expects where it is not."""
        weights, expects, settled = self.view.profile.weights, self.view.profile.expects, self._settled
        return {
            clause: self.value(clause, settled[clause])
            if clause in settled
            else weights[clause] * expects[clause] // 100
            for clause in self.view.text
        }

    def settled(self) -> Mapping[ClauseId, OptionId]:
        """The clauses that count as decided for the party, and how."""
        return self._settled

    def value(self, clause: ClauseId, option: OptionId) -> int:
        """What the option is worth; one that rests on a promise is discounted by trust in who promises."""
        profile = self.view.profile
        worth = profile.weights[clause] * profile.values[clause][option]
        if option in self.view.promised.get(clause, ()):
            return worth * self._factor // 1_000_000
        return worth // 100

    def discount(self, clause: ClauseId, option: OptionId) -> int:
        """What distrust takes off the option's value."""
        full = self.view.profile.weights[clause] * self.view.profile.values[clause][option] // 100
        return full - self.value(clause, option)

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
        return self.value(term.clause, term.option) - self._counted[term.clause]

    def shortfall(self) -> int:
        """How far the text as it is expected stays under what the party holds out for; 0 or more."""
        return max(0, self.hope - self.surplus)

    def margin(self, term: Term) -> int:
        """What :meth:`weigh` gives as margin for a single term, without the rest."""
        clause = term.clause
        gain = self.value(clause, term.option) - self._counted[clause]
        if clause in self._woven:
            gain += self.synergy({**self._settled, clause: term.option}) - self._synergy
        paid = self.view.links.get(clause, 0)
        return self._left(gain + paid, self.surplus - paid - self.hope, self.view.profile.weights[clause])

    def _left(self, brought: int, spare: int, share: int) -> int:
        """The margin of a move: by proportion to its share, or out of what the party can spare on any one move."""
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
        margin = self._left(gain + paid, self.surplus - paid - self.hope, share) + bonus
        return Weighing(margin, gain, paid, share, self.crossed(terms))

    def sellable(self) -> int:
        """How much it can give away against its public position and still sell the text at home."""
        room = self.view.known[Quantity(f"room.{self.view.party.id}")]
        return self.view.profile.concessions + room * self.view.rates.sell_per_room

    def red_line(self, term: Term) -> RedLine | None:
        """The red line that the term crosses as things stand."""
        for line in self.view.party.red_lines:
            if line.clause == term.clause and line.option == term.option:
                room = self.view.known[Quantity(f"room.{self.view.party.id}")]
                return line if line.room is None or room < line.room else None
        return None

    def crossed(self, terms: Iterable[Term]) -> Term | None:
        return next((term for term in terms if self.red_line(term) is not None), None)

    def unsold(self, terms: Iterable[Term]) -> int:
        """How far these concessions exceed what its home room can sell; 0 if they do not."""
        return max(0, sum(self.given(term.clause, term.option) for term in terms) - self.sellable())


@dataclass(frozen=True, slots=True)
class SigningCase:
    """The whole text before a party that is asked to sign. ``limit`` is the surplus at which it would.

    ``imposed``: it would be signing below the limit that it would have without any squeeze, or over a red line.
    """

    surplus: int
    limit: int
    imposed: bool
    crossed: Term | None
    unsold: int


def signing_case(scales: Scales, terms: tuple[Term, ...]) -> SigningCase:
    view = scales.view
    options = {term.clause: term.option for term in terms}
    deal = sum(scales.value(term.clause, term.option) for term in terms)
    surplus = deal + view.side + sum(view.links.values()) + scales.synergy(options) - scales.no_deal
    squeezed = sum(
        slope_value(slope, view.known[slope.quantity])
        for slope in view.slopes
        if slope.quantity in view.party.squeezed_by
    )
    free = max(view.rates.sign_floor, scales.hope // 2)
    limit = free + squeezed * view.rates.duress // 100 if view.squeeze else free
    crossed = scales.crossed(terms)
    return SigningCase(surplus, limit, crossed is not None or surplus + squeezed < free, crossed, scales.unsold(terms))
