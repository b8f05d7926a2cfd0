"""Which texts all parties would have signed at a moment, counted over every text there is, and the best of them.

A text is one option for each clause. A party would sign it if nothing in it is its red line, if it can be sold at
home, and if its surplus reaches the limit from which the party signs without duress. Every clause counts as worked out
as far as a conference asks. All values are in hundredths of a point.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from operator import le
from typing import NamedTuple

from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.record import record
from game.model.world import Game, World
from game.rules.negotiate import Scales, signing_case
from game.rules.sight import party_view
from game.rules.slopes import slope_value


@record
class Zone:
    """``count`` of ``texts`` would be signed by all. ``best`` is the text whose worst-served party is served best,
    among those that cross no red line and can be sold everywhere; ``spare`` is what each party has there over its
    limit, below 0 where it would not sign. ``best`` is empty if there is no such text.
    """

    turn: int
    texts: int
    count: int
    best: tuple[Term, ...]
    spare: Mapping[PartyId, int]

    @property
    def least(self) -> int:
        """The largest smallest surplus over the limit."""
        return min(self.spare.values(), default=0)


@record
class Place:
    """Where the mediator's own text lay. ``spare`` as in :class:`Zone`, clauses without a wording counted as each party
    expects them, which are ``blank`` in number. ``inside``: the text is complete and lies in the zone.
    ``headline``: what it lacked for each party because it was not worked out.
    """

    turn: int
    spare: Mapping[PartyId, int]
    blank: int
    headline: int
    inside: bool


class Stake:
    """One party before any text: what each wording is worth to it, and what it asks."""

    __slots__ = ("base", "limit", "scales", "sellable", "synergies", "weights")

    def __init__(self, game: Game, world: World, party: PartyId) -> None:
        view = party_view(game, world, party)
        self.scales = Scales(view)
        squeezed = [s for s in view.slopes if s.quantity in view.party.squeezed_by]
        self.base = view.side + sum(view.links.values()) - self.scales.no_deal
        self.base += sum(slope_value(slope, view.known[slope.quantity]) for slope in squeezed)
        self.limit = max(view.rates.sign_floor, self.scales.hope // 2)
        self.sellable = self.scales.sellable()
        self.synergies = view.party.synergies

    def signs(self, terms: tuple[Term, ...]) -> bool:
        """Whether the party would sign this text of its own will."""
        sold = self.scales.unsold(terms) == 0
        return sold and self.scales.crossed(terms) is None and self.spare(terms) >= 0

    def spare(self, terms: Iterable[Term]) -> int:
        """What a whole text leaves it over its limit."""
        options = {term.clause: term.option for term in terms}
        worth = sum(self.scales.value(clause, option) for clause, option in options.items())
        return worth + self.scales.synergy(options) + self.base - self.limit


def stakes(game: Game, world: World) -> dict[PartyId, Stake]:
    return {party: Stake(game, world, party) for party in game.scenario.parties}


class _Part(NamedTuple):
    """A choice of options for some clauses: each party's worth of it, and what each gives away by it."""

    terms: tuple[Term, ...]
    worth: tuple[int, ...]
    given: tuple[int, ...]


def zone(game: Game, world: World, turn: int) -> Zone:
    """Exact: no text is left out, but those over somebody's red line are not even tried."""
    scenario, found = game.scenario, stakes(game, world)
    everyone = tuple(found.values())
    woven = tuple(dict.fromkeys(clause for stake in everyone for each in stake.synergies for clause in each.needs))
    plain = tuple(clause for clause in scenario.clauses if clause not in woven)
    first = [_with_synergy(each, everyone) for each in _parts(game, woven, everyone)]
    rest = _parts(game, plain, everyone)
    need = tuple(stake.limit - stake.base for stake in everyone)
    sellable = tuple(stake.sellable for stake in everyone)
    count, best = _search(first, rest, need, sellable)
    order = list(scenario.clauses)
    terms = tuple(sorted(best, key=lambda term: order.index(term.clause)))
    total = 1
    for clause in scenario.clauses.values():
        total *= len(clause.options)
    spare = {party: stake.spare(terms) for party, stake in found.items()} if terms else {}
    return Zone(turn, total, count, terms, spare)


def _parts(game: Game, clauses: Sequence[ClauseId], everyone: Sequence[Stake]) -> list[_Part]:
    """Every choice of options that is nobody's red line, in content's order."""
    found = []
    for options in product(*(_open_options(game, clause, everyone) for clause in clauses)):
        terms = tuple(Term(clause, option) for clause, option in zip(clauses, options, strict=True))
        worth = tuple(sum(s.scales.value(term.clause, term.option) for term in terms) for s in everyone)
        given = tuple(sum(s.scales.given(term.clause, term.option) for term in terms) for s in everyone)
        found.append(_Part(terms, worth, given))
    return found


def _open_options(game: Game, clause: ClauseId, everyone: Sequence[Stake]) -> tuple[OptionId, ...]:
    options = game.scenario.clauses[clause].options
    return tuple(o for o in options if all(stake.scales.red_line(Term(clause, o)) is None for stake in everyone))


def _with_synergy(part: _Part, everyone: Sequence[Stake]) -> _Part:
    options = {term.clause: term.option for term in part.terms}
    added = (stake.scales.synergy(options) for stake in everyone)
    return part._replace(worth=tuple(worth + more for worth, more in zip(part.worth, added, strict=True)))


def _search(
    first: Sequence[_Part], rest: Sequence[_Part], need: tuple[int, ...], sellable: tuple[int, ...]
) -> tuple[int, tuple[Term, ...]]:
    """How many pairs of parts all would sign, and the pair that serves the worst-served party best."""
    most = tuple(max(column) for column in zip(*(part.worth for part in rest), strict=True)) if rest else ()
    count, least = 0, None
    best: tuple[Term, ...] = ()
    for front in first:
        left = tuple(asked - worth for asked, worth in zip(need, front.worth, strict=True))
        room = tuple(most_sold - given for most_sold, given in zip(sellable, front.given, strict=True))
        bound = min((top - asked for top, asked in zip(most, left, strict=True)), default=0)
        if bound < 0 and least is not None and bound <= least:
            continue
        for back in rest:
            smallest = min([worth - asked for worth, asked in zip(back.worth, left, strict=True)])
            wanted = smallest >= 0 or least is None or smallest > least
            if wanted and all(map(le, back.given, room)):
                count += smallest >= 0
                if least is None or smallest > least:
                    least, best = smallest, (*front.terms, *back.terms)
    return count, best


def place_of(game: Game, world: World, turn: int) -> Place:
    """Where the text of the moment lies."""
    found = stakes(game, world)
    worded = tuple(Term(clause, state.option) for clause, state in world.clauses.items() if state.option is not None)
    blank = len(world.clauses) - len(worded)
    spare = {party: _spare_so_far(stake, worded) for party, stake in found.items()}
    case = signing_case(next(iter(found.values())).scales, worded)
    inside = not blank and all(stake.signs(worded) for stake in found.values())
    return Place(turn, spare, blank, case.headline, inside)


def _spare_so_far(stake: Stake, worded: tuple[Term, ...]) -> int:
    """Worded clauses at their worth, the others at what the party expects of them."""
    profile, options = stake.scales.view.profile, {term.clause: term.option for term in worded}
    worth = sum(
        stake.scales.value(clause, options[clause])
        if clause in options
        else profile.weights[clause] * profile.expects[clause] // 100
        for clause in profile.weights
    )
    return worth + stake.scales.synergy(options) + stake.base - stake.limit
