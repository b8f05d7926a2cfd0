"""How a party weighs a text: deal value, no-deal value, surplus, and what it still holds out for.

Everything is in hundredths of a point of value. The same rules weigh the truth, for a party's own controller, and
what the mediator supposes of a party, for a forecast.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from game.model.clauses import DETAIL_POINT, ClauseState, Term
from game.model.ids import ClauseId, OptionId, PartyId, Quantity
from game.model.parties import Party, RedLine, Synergy
from game.model.record import record
from game.model.views import PartyView
from game.rules.asking import Asking, asking
from game.rules.readiness import missing_detail
from game.rules.slopes import slope_value, slopes_value


def _settled_for(party: PartyId, text: Mapping[ClauseId, ClauseState]) -> dict[ClauseId, OptionId]:
    """What the party counts as decided: it agreed, or it was settled over its head."""
    return {
        clause: state.option
        for clause, state in text.items()
        if state.option is not None and (party in state.agreed or party in state.over)
    }


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
    lines: Mapping[ClauseId, Mapping[OptionId, RedLine]]
    woven: Mapping[ClauseId, tuple[Synergy, ...]]


@lru_cache(maxsize=64)
def _own(party: Party) -> _Own:
    return _Own(
        trust=Quantity(f"trust.{party.id}"),
        room=Quantity(f"room.{party.id}"),
        hope=Quantity(f"aspiration.{party.id}"),
        lines={
            clause: {line.option: line for line in party.red_lines if line.clause == clause}
            for clause in party.prior.weights
        },
        woven={
            clause: tuple(synergy for synergy in party.synergies if clause in synergy.needs)
            for clause in party.prior.weights
        },
    )


class Scales:
    """One party's scales at one moment, made once for a view and used for many terms.

    ``worths`` says what every option is worth to it, ``counted`` what it counts each clause at: its option where it is
    settled, what it expects where it is not. ``hope`` is its aspiration, ``asks`` the surplus at which it takes a move,
    of which ``held`` is held back from those who have moved less.
    """

    __slots__ = (
        "_asking",
        "_margins",
        "_own",
        "_room",
        "_settled",
        "_synergy",
        "counted",
        "hope",
        "no_deal",
        "surplus",
        "view",
        "worths",
    )

    def __init__(self, view: PartyView) -> None:
        self.view = view
        known, profile = view.known, view.profile
        own = self._own = _own(view.party)
        self._room, self.hope = known[own.room], known[own.hope]
        self._asking: Asking | None = None
        self.no_deal = profile.base + slopes_value(view.slopes, known)
        floor = view.rates.trust_floor
        self.worths = worths = profile.worths(view.promised, floor * 100 + (100 - floor) * known[own.trust])
        self._margins: dict[ClauseId, Mapping[OptionId, int]] = {}
        self._settled = settled = _settled_for(view.party.id, view.text)
        counted = {**profile.counts()}
        for clause, option in settled.items():
            counted[clause] = worths[clause][option]
        self.counted: Mapping[ClauseId, int] = counted
        self._synergy = self.synergy(settled)
        self.surplus = sum(counted.values()) + view.side + sum(view.links.values()) + self._synergy - self.no_deal

    @property
    def asks(self) -> int:
        return self._asked().least

    @property
    def held(self) -> int:
        return self._asked().held

    def _asked(self) -> Asking:
        if self._asking is None:
            self._asking = asking(self.view, self.hope)
        return self._asking

    def settled(self) -> Mapping[ClauseId, OptionId]:
        """The clauses that count as decided for the party, and how."""
        return self._settled

    def value(self, clause: ClauseId, option: OptionId) -> int:
        """What the option is worth to the party."""
        return self.worths[clause][option]

    def discount(self, clause: ClauseId, option: OptionId) -> int:
        """What distrust takes off the option's value."""
        full = self.view.profile.weights[clause] * self.view.profile.values[clause][option] // 100
        return full - self.worths[clause][option]

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
        return self.worths[term.clause][term.option] - self.counted[term.clause]

    def shortfall(self) -> int:
        """How far the text as it is expected stays under what the party holds out for; 0 or more."""
        return max(0, self.asks - self.surplus)

    def margin(self, term: Term) -> int:
        """What :meth:`weigh` gives as margin for a single term, without the rest."""
        return self.margins(term.clause)[term.option]

    def margins(self, clause: ClauseId) -> Mapping[OptionId, int]:
        """The margin of every option of the clause as a single term."""
        if clause not in self._margins:
            self._margins[clause] = self._margins_alone(clause)
        return self._margins[clause]

    def _margins_alone(self, clause: ClauseId) -> Mapping[OptionId, int]:
        view, worths, counted = self.view, self.worths[clause], self.counted[clause]
        paid, share = view.links.get(clause, 0), view.profile.weights[clause]
        gains = [worth - counted for worth in worths.values()]
        for synergy in self._hanging_on(clause):
            wanted, already = synergy.needs[clause], self._settled.get(clause)
            changes = [(option in wanted) - (already in wanted) for option in worths]
            gains = [gain + synergy.amount * change for gain, change in zip(gains, changes, strict=True)]
        brought = [gain + paid for gain in gains]
        margins = self._left(brought, paid, share)
        if view.clauses[clause].separable:
            margins = [self._by_itself(clause, *each) for each in zip(brought, margins, strict=True)]
        return dict(zip(worths, margins, strict=True))

    def _hanging_on(self, clause: ClauseId) -> list[Synergy]:
        """The synergies that the clause alone decides, because all else that they need is settled so."""
        settled = self._settled
        return [
            synergy
            for synergy in self._own.woven[clause]
            if all(settled.get(other) in wanted for other, wanted in synergy.needs.items() if other != clause)
        ]

    def _by_itself(self, clause: ClauseId, brought: int, margin: int) -> int:
        """The margin of a single term on a separable clause: as part of the whole, or of itself."""
        return max(margin, brought * 10_000 // max(1, self.view.profile.weights[clause]) + self.view.rates.by_itself)

    def _left(self, brought: Iterable[int], paid: int, share: int) -> list[int]:
        """The margins of moves that bring so much: by proportion to their share, or out of what there is to spare."""
        spare, whole = self.surplus - paid - self.asks, max(1, share)
        if spare <= 0:
            return [each * 10_000 // whole + spare for each in brought]
        part = spare * self.view.rates.spare_share // 100
        return [max(each * 10_000 // whole + spare, each + part) for each in brought]

    def weigh(self, terms: tuple[Term, ...], bonus: int = 0) -> Weighing:
        """Weigh a move on the text.

        It is granted if the clauses moved bring their proportional share of what is missing, or give away no more
        than their share of what there is to spare; a party with much to spare can put a part of all that into one
        move. A package is forgiven part of its losses.
        """
        view, links, weights, woven = self.view, self.view.links, self.view.profile.weights, self._own.woven
        after = dict(self._settled)
        gain = losses = paid = share = 0
        for term in terms:
            brought = self.gain(term)
            gain += brought
            losses += brought if brought < 0 else 0
            paid += links.get(term.clause, 0)
            share += weights[term.clause]
            after[term.clause] = term.option
        if any(woven[term.clause] for term in terms):
            gain += self.synergy(after) - self._synergy
        if len(terms) > 1:
            gain -= losses * view.rates.package_bonus // 100
        (margin,) = self._left((gain + paid,), paid, share)
        if len(terms) == 1 and view.clauses[terms[0].clause].separable:
            margin = self._by_itself(terms[0].clause, gain + paid, margin)
        return Weighing(margin + bonus, gain, paid, share, self.crossed(terms))

    def sellable(self) -> int:
        """How much it can give away against its public position and still sell the text at home."""
        return self.view.profile.concessions + self._room * self.view.rates.sell_per_room

    def red_line(self, term: Term) -> RedLine | None:
        """The red line that the term crosses as things stand."""
        line = self._own.lines[term.clause].get(term.option)
        return line if line is not None and (line.room is None or self._room < line.room) else None

    def red_lines(self, clause: ClauseId) -> list[OptionId]:
        """The options of the clause that cross a red line as things stand."""
        lines = self._own.lines[clause].values()
        return [line.option for line in lines if line.room is None or self._room < line.room]

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
