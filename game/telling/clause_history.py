"""What happened to a clause, turn by turn, as far as the mediator saw it; and who answered what on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.model.clauses import ClauseState, Term, principle_agreed
from game.model.events import ClauseMoved, ClauseTurn, PartyAnswered, Verdict
from game.model.ids import US, ClauseId, OptionId, PartyId
from game.model.ledger import visible_to
from game.play.match import TurnRecord
from game.telling.names import Names
from game.telling.prose import exact, sentence, signed

_ANSWERED: Final = {
    Verdict.ACCEPT: "took it",
    Verdict.ACCEPT_IF: "would take it on a condition",
    Verdict.COUNTER: "offered something else",
    Verdict.REFUSE: "refused it",
    Verdict.STALL: "gave no answer",
    Verdict.WALK_OUT: "walked out over it",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that happened to the clause: a sentence, and why in a few words."""

    turn: int
    what: str
    why: str


def clause_history(names: Names, clause: ClauseId, records: Iterable[TurnRecord]) -> tuple[Moved, ...]:
    """Everything that happened to the clause and that the mediator could see, in order."""
    return tuple(
        Moved(record.turn, sentence(_what(names, event)), names.reason(event.cause))
        for record in records
        for event in record.events
        if isinstance(event, ClauseMoved) and event.clause == clause and visible_to(event.seen, US)
    )


def _what(names: Names, event: ClauseMoved) -> str:
    was, now = event.was, event.now
    match event.turn:
        case ClauseTurn.FLOATED:
            return f"{names.members(now.agreed)} takes {_wording(names, event.clause, now)}, in confidence"
        case ClauseTurn.TABLED | ClauseTurn.TAKEN_BACK:
            return _reworded(names, event)
        case ClauseTurn.AGREED | ClauseTurn.DISCLOSED | ClauseTurn.RECONCILED | ClauseTurn.SETTLED_OVER:
            return _consented(names, event)
        case ClauseTurn.WORKED:
            return f"officials work on the detail{_detail(was, now)}"
        case ClauseTurn.BLESSED:
            return "the principle is cleared by the leaders"
        case ClauseTurn.STILL_JAMMED:
            return "it stays jammed in spite of a leaders' call"
        case ClauseTurn.REOPENED:
            return f"it is reopened{_lost(names, was, now)}{_detail(was, now)}"


def _reworded(names: Names, event: ClauseMoved) -> str:
    was, now = event.was, event.now
    old, new = _wording(names, event.clause, was), _wording(names, event.clause, now)
    if event.turn is ClauseTurn.TAKEN_BACK:
        return f"{old} is taken out of the text{_detail(was, now)}"
    if was.option is None:
        return f"{new} is tabled"
    if was.option == now.option:
        return f"{new} is tabled, having stood between us alone"
    return f"{new} is tabled in the place of {old}{_lost(names, was, now)}{_detail(was, now)}"


def _consented(names: Names, event: ClauseMoved) -> str:
    was, now = event.was, event.now
    new = [party for party in now.agreed if party not in was.agreed]
    who = f"{names.members(new)} {'agrees' if len(new) == 1 else 'agree'}"
    told = {
        ClauseTurn.AGREED: f"{who} to {_wording(names, event.clause, now)}{', in confidence' if now.private else ''}",
        ClauseTurn.DISCLOSED: f"what was agreed in confidence is known to all: {_wording(names, event.clause, now)}",
        ClauseTurn.RECONCILED: f"{who} after all",
    }
    over = f"it is settled {names.over_heads(p for p in now.over if p not in was.over)}"
    clause = names.scenario.clauses[event.clause]
    reached = principle_agreed(clause, now) and not principle_agreed(clause, was)
    return told.get(event.turn, over) + ("; the principle is agreed" if reached else "")


def _wording(names: Names, clause: ClauseId, state: ClauseState) -> str:
    return "no wording" if state.option is None else names.option_in_prose(Term(clause, state.option))


def _lost(names: Names, was: ClauseState, now: ClauseState) -> str:
    lost = [party for party in was.agreed if party not in now.agreed]
    return f"; the consent of {names.members(lost)} lapses" if lost else ""


def _detail(was: ClauseState, now: ClauseState) -> str:
    """``: detail +0.6, to 1.6 of 3``; nothing where it did not change."""
    change = now.detail - was.detail
    return f": detail {signed(change)[0]}{exact(abs(change))}, to {exact(now.detail)} of 3" if change else ""


def answers_on(clause: ClauseId, records: Iterable[TurnRecord]) -> Mapping[tuple[PartyId, OptionId], str]:
    """What each party last answered to each wording of the clause that was put to it: ``refused it in turn 3``."""
    found: dict[tuple[PartyId, OptionId], str] = {}
    for record in records:
        for event in record.events:
            if isinstance(event, PartyAnswered) and visible_to(event.seen, US):
                found |= _of_one(clause, record.turn, event)
    return found


def _of_one(clause: ClauseId, turn: int, event: PartyAnswered) -> dict[tuple[PartyId, OptionId], str]:
    terms = event.question.terms
    within = ", in a package" if 1 < len(terms) <= 3 else ", with the whole text" if len(terms) > 3 else ""
    told = f"{_ANSWERED[event.answer.verdict]} in turn {turn}{within}"
    return {(event.question.party, term.option): told for term in terms if term.clause == clause}
