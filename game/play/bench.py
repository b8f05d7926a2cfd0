"""The what-if bench: a scratch copy of the text, and what each party would make of it as far as the mediator knows.

On the bench nothing is asked and nobody hears of it. A text is weighed there as if officials had worked it out as far
as the next signature asks, for what is in doubt is the wording.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.model.actions import Action, Float, Table, TablePackage
from game.model.clauses import ClauseState, Term
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.record import record
from game.model.views import MediatorView
from game.play.forecast import Chance, forecast, sign_today, signing_margin
from game.rules.acting import after_reopening
from game.rules.options import MOST_TERMS, plan_refusals
from game.rules.readiness import needed_detail
from game.rules.score import progress

Scratch = Mapping[ClauseId, OptionId]
"""The clauses that are tried at another wording than the one that stands in the text, and at which."""

_FIRM = 60
"""Points of value, in hundredths, within which a party is at its limit."""


@record
class Stand:
    """A party before a text: its surplus over what it would sign for lies between ``low`` and ``high``, in hundredths
    of value. ``crossed`` is a red line in it; ``unsold`` what it could not sell at home.
    """

    party: PartyId
    low: int
    high: int
    chance: Chance
    crossed: Term | None
    unsold: int


@record
class Trial:
    """A text on the bench. ``progress`` is what it would be if all with a stake took the wordings that are tried."""

    stands: tuple[Stand, ...]
    progress: int
    blanks: int


@record
class Prospect:
    """A wording before one party: what it is believed to be worth to it, from 0 to 100 give or take ``band``, and the
    chance that the party would take it from an envoy now. ``closed``: it is known to be its red line.
    """

    party: PartyId
    value: int
    band: int
    chance: Chance
    closed: bool


def tried(view: MediatorView, scratch: Scratch, clause: ClauseId) -> OptionId | None:
    """The clause's wording on the bench."""
    return scratch.get(clause, view.text[clause].option)


def with_wording(view: MediatorView, scratch: Scratch, clause: ClauseId, option: OptionId) -> Scratch:
    """The scratch copy with this wording in this clause; what stands in the text anyway is no difference."""
    others = {key: each for key, each in scratch.items() if key != clause}
    return others if view.text[clause].option == option else {**others, clause: option}


def lay_out(view: MediatorView, scratch: Scratch) -> Trial:
    """What would come of the text with these wordings."""
    whole = _worked_out(view, scratch)
    stands = tuple(_stand(whole, party) for party in view.scenario.parties)
    blanks = sum(state.option is None for state in whole.text.values())
    return Trial(stands, progress(_taken(view, scratch)).total, blanks)


def _stand(view: MediatorView, party: PartyId) -> Stand:
    seen = signing_margin(view, party)
    return Stand(
        party, seen.margin - seen.doubt, seen.margin + seen.doubt, sign_today(view, party), seen.crossed, seen.unsold
    )


def _worked_out(view: MediatorView, scratch: Scratch) -> MediatorView:
    text = dict(view.text)
    for key, clause in view.scenario.clauses.items():
        state, option = view.text[key], tried(view, scratch, key)
        if option is not None:
            detail = max(state.detail, needed_detail(clause, view.stage))
            kept = state if option == state.option else ClauseState(option=option, tabled=True)
            text[key] = replace(kept, detail=detail)
    return replace(view, text=text)


def _taken(view: MediatorView, scratch: Scratch) -> MediatorView:
    """The text once all with a stake have taken what is tried; another wording has lost the detail that it loses."""
    text = dict(view.text)
    for key, option in scratch.items():
        was = view.text[key]
        detail = was.detail if was.option is None else after_reopening(was.detail)
        text[key] = ClauseState(
            option=option, agreed=view.scenario.clauses[key].stakeholders, detail=detail, tabled=True
        )
    return replace(view, text=text)


def prospects(view: MediatorView, clause: ClauseId, option: OptionId) -> tuple[Prospect, ...]:
    """What the wording would be to each party with a stake in the clause."""
    return tuple(_prospect(view, party, Term(clause, option)) for party in view.scenario.clauses[clause].stakeholders)


def _prospect(view: MediatorView, party: PartyId, term: Term) -> Prospect:
    belief = view.beliefs[party, term.clause]
    place = list(view.scenario.clauses[term.clause].options).index(term.option)
    [chance] = forecast(view, Float(party, term.clause, term.option)).chances
    lines = view.scenario.parties[party].red_lines
    closed = any((line.clause, line.option) == (term.clause, term.option) for line in lines)
    return Prospect(party, belief.values[place], belief.band, chance, closed)


def proposals(view: MediatorView, plan: tuple[Action, ...], scratch: Scratch) -> tuple[Action, ...]:
    """Acts that would bring the differences into the text, as far as they are to be had and fit beside the plan.

    Two or three clauses on which groups sit go as one package if there is room for it, else each to its table. What no
    group can take goes to the party with a stake that is most in doubt, by an envoy.
    """
    added: list[Action] = []
    terms = tuple(Term(clause, option) for clause, option in scratch.items())
    if 2 <= len(terms) <= MOST_TERMS and _fits(view, (*plan, TablePackage(terms))):
        return (TablePackage(terms),)
    for term in terms:
        ways = (Table(term.clause, term.option), *_errands(view, term))
        way = next((each for each in ways if _fits(view, (*plan, *added, each))), None)
        if way is not None:
            added.append(way)
    return tuple(added)


def _errands(view: MediatorView, term: Term) -> Iterator[Action]:
    """Floats to those that have not taken it yet, the least willing first."""
    state = view.text[term.clause]
    taken = state.agreed if state.option == term.option else ()
    asked = [each for each in prospects(view, term.clause, term.option) if each.party not in taken]
    asked.sort(key=lambda each: each.chance.low + each.chance.high)
    yield from (Float(each.party, term.clause, term.option) for each in asked)


def _fits(view: MediatorView, plan: tuple[Action, ...]) -> bool:
    return not plan_refusals(view, plan)


def at_limit(stand: Stand) -> bool:
    """Whether nobody could say on which side of its limit the party is, nor which is the likelier."""
    return stand.low <= 0 <= stand.high and abs(stand.low + stand.high) <= 2 * _FIRM
