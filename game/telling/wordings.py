"""The wordings that a clause can take, and what each would be to every party with a stake, as far as is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.views import MediatorView
from game.play.bench import Prospect, prospects
from game.play.match import TurnRecord
from game.telling.clause_history import answers_on
from game.telling.dossier import say_band
from game.telling.draft import wants
from game.telling.estimates import worth_word
from game.telling.names import Names


@dataclass(frozen=True, slots=True)
class Before:
    """A wording before one party: ``worth`` in a word and numbers, the ``chance`` that it would be taken now, and
    ``notes`` on what the party has said of it.
    """

    party: PartyId
    worth: str
    chance: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    option: OptionId
    label: str
    note: str
    in_text: bool
    before: tuple[Before, ...]


def wordings(view: MediatorView, names: Names, clause: ClauseId, records: Iterable[TurnRecord]) -> tuple[Wording, ...]:
    """In the clause's order."""
    heard = answers_on(clause, records)
    found = []
    for option in view.scenario.clauses[clause].options.values():
        before = tuple(
            Before(
                each.party,
                f"{worth_word(each.value)}, {each.value} ± {each.band}",
                say_band(each.chance.low, each.chance.high),
                tuple(_notes(view, Term(clause, option.id), each, heard.get((each.party, option.id), ""))),
            )
            for each in prospects(view, clause, option.id)
        )
        in_text = view.text[clause].option == option.id
        found.append(Wording(option.id, names.option(Term(clause, option.id)), option.note, in_text, before))
    return tuple(found)


def _notes(view: MediatorView, term: Term, each: Prospect, answered: str) -> Iterable[str]:
    state = view.text[term.clause]
    if state.option == term.option and each.party in state.agreed:
        yield "agreed, in confidence" if each.party in state.private else "agreed"
    if each.closed:
        yield "its red line"
    if wants(view, term.clause, each.party) == term.option:
        yield "asks for it"
    if answered:
        yield answered


def say_before(names: Names, each: Before) -> str:
    """``Moscow: bad for it, 22 ± 6; would take it now: 5–20 %; refused it in turn 3.``"""
    parts = (f"{names.party(each.party)}: {each.worth}", f"would take it now: {each.chance}", *each.notes)
    return "; ".join(parts) + "."
