"""What a party asks for in return, and what it offers instead: of all that would do, what gives the others most.

What the others want it learns as at any table (:mod:`game.minds.bargaining.opponents`), from what they say in public
and from what they have agreed to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from game.minds.bargaining.deals import Deal
from game.minds.bargaining.opponents import Opponent, pooled
from game.minds.bargaining.trades import Change, in_order
from game.model.clauses import ClauseState, Term, principle_agreed
from game.model.ids import ClauseId, OptionId, PartyId
from game.rules.negotiate import Scales


class Trader:
    """One party's trades at one moment. Nothing is worked out before it is needed."""

    __slots__ = ("_esteem", "scales", "view")

    def __init__(self, scales: Scales) -> None:
        self.scales, self.view = scales, scales.view
        self._esteem: Mapping[ClauseId, Mapping[OptionId, int]] | None = None

    def price_for(self, terms: tuple[Term, ...], margin: int) -> Term | None:
        """What it could ask for in return, so that it would take the two together, or this after that.

        Never an option that another party is known not to sign, nor a clause that is settled already.
        """
        enough = self.view.rates.noise
        bonus = margin - self.scales.weigh(terms).margin
        prices = [
            Change(Term(clause, option), gain, self.esteem[clause][option])
            for clause in self._open_clauses({term.clause for term in terms})
            for option in self._open_options(clause)
            if margin + (gain := self.scales.worths[clause][option] - self.scales.counted[clause]) >= enough
        ]
        for price in in_order(prices):
            together = self.scales.weigh((*terms, price.what))
            once = self._once_granted(price.what, terms) + bonus
            if together.crossed is None and min(together.margin, once) >= enough:
                return price.what
        return None

    def counter_offer(self, terms: tuple[Term, ...]) -> Term | None:
        """The one change to what was put that would do."""
        changes = [
            Change(other, weighing.gain, self.esteem[other.clause][other.option])
            for place, asked in enumerate(terms)
            for other in self._other_options(asked)
            if (weighing := self.scales.weigh((*terms[:place], other, *terms[place + 1 :]))).margin >= 0
            and weighing.crossed is None
        ]
        return in_order(changes)[0].what if changes else None

    def _open_clauses(self, asked: set[ClauseId]) -> list[ClauseId]:
        clauses, text = self.view.clauses, self.view.text
        return [key for key, spec in clauses.items() if key not in asked and not principle_agreed(spec, text[key])]

    def _other_options(self, term: Term) -> Iterable[Term]:
        return (Term(term.clause, option) for option in self._open_options(term.clause) if option != term.option)

    def _open_options(self, clause: ClauseId) -> list[OptionId]:
        closed = self.view.closed.get(clause, ())
        return [option for option in self.view.clauses[clause].options if option not in closed]

    def _once_granted(self, price: Term, terms: tuple[Term, ...]) -> int:
        """The margin of the terms once the party has the price on file."""
        text, party = self.view.text, self.view.party.id
        state = ClauseState(price.option, (party,), detail=text[price.clause].detail, tabled=True)
        return Scales(replace(self.view, text={**text, price.clause: state})).weigh(terms).margin

    @property
    def esteem(self) -> Mapping[ClauseId, Mapping[OptionId, int]]:
        """What every option seems to be worth to the others together, on a scale of its own."""
        if self._esteem is None:
            options = [list(clause.options) for clause in self.view.clauses.values()]
            rows = pooled([self._opponent(party, options) for party in self.view.positions])
            self._esteem = {
                clause: dict(zip(names, row, strict=True))
                for clause, names, row in zip(self.view.clauses, options, rows, strict=True)
            }
        return self._esteem

    def _opponent(self, party: PartyId, options: list[list[OptionId]]) -> Opponent:
        """Learned from its public position, and from that position as its agreements have changed it."""
        view, stated = self.view, self.view.positions[party]
        position = [names.index(stated[clause]) for clause, names in zip(view.clauses, options, strict=True)]
        stands = [*position]
        for place, (clause, names) in enumerate(zip(view.clauses, options, strict=True)):
            state = view.text[clause]
            if state.option is not None and party in state.agreed:
                stands[place] = names.index(state.option)
        return _understood(tuple(map(len, options)), tuple(position), tuple(stands))


@lru_cache(maxsize=64)
def _understood(options: tuple[int, ...], position: Deal, stands: Deal) -> Opponent:
    """The model of whoever has said just this; nothing more is ever learned by it."""
    model = Opponent(options)
    model.hear(position)
    model.hear(stands)
    return model
