"""Giving everybody what he says he needs."""

from dataclasses import dataclass, replace

from game.minds.agenda import Agenda
from game.minds.managing import harvest
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.rationale import best_help
from game.minds.reading import Reading
from game.model.actions import Act, Link, Table, TablePackage
from game.model.clauses import Term
from game.model.events import Help, HelpKind
from game.model.ids import ClauseId, PartyId, Quantity, VerbId
from game.model.world import BeliefKey, Heard
from game.rules.negotiate import Scales

_REMEMBERED = 4
"""Turns for which a reply is followed."""


def unbidden(agenda: Agenda, reading: Reading) -> None:
    """What nobody has asked for is not done."""


def grant_hints(agenda: Agenda, reading: Reading) -> None:
    """Grant what the last replies name, the newest first; where nobody has spoken lately, ask."""
    view = reading.view
    replies = [(key, heard) for key, heard in view.heard.items() if view.turn - heard.turn <= _REMEMBERED]
    for key, heard in sorted(replies, key=lambda each: -each[1].turn):
        if heard.verdict != "accept":
            _grant(agenda, reading, key, heard)
    spoken = {clause for (_, clause), _ in replies}
    for clause in reading.unsettled():
        if clause.id not in spoken:
            agenda.add(Table(clause.id, reading.aim(clause).option))


def _grant(agenda: Agenda, reading: Reading, key: BeliefKey, heard: Heard) -> None:
    (party, clause), named = key, heard.instead
    if named is None:
        _help(agenda, reading, party, Term(clause, heard.option))
    elif _stands(reading, party, named):
        return
    elif heard.verdict == "accept-if" and named.clause != clause:
        agenda.add_first((TablePackage((Term(clause, heard.option), named)), Table(named.clause, named.option)))
    else:
        agenda.add(Table(named.clause, named.option))


def _stands(reading: Reading, party: PartyId, term: Term) -> bool:
    """Whether the party has it in the text already."""
    state = reading.view.text[term.clause]
    return state.option == term.option and party in state.agreed


def _help(agenda: Agenda, reading: Reading, party: PartyId, term: Term) -> None:
    """A reply that names nothing in return says all the same what would help; its sense is read off what is believed
    of the party, with no resentment that nobody sees."""
    supposed = reading.supposed(party)
    scales = Scales(replace(supposed, known={Quantity(f"resentment.{party}"): 0, **supposed.known}))
    weighing = scales.weigh((term,))
    if weighing.margin >= 0 and weighing.crossed is None:
        agenda.add(Table(term.clause, term.option))
    else:
        _give(agenda, party, term.clause, best_help(scales, (term,), weighing))


def _give(agenda: Agenda, party: PartyId, clause: ClauseId, named: Help) -> None:
    if named.kind is HelpKind.OPTION and named.term is not None:
        agenda.add(Table(named.term.clause, named.term.option))
    elif named.kind is HelpKind.LINK and named.track is not None:
        agenda.add(Link(named.track, clause))
    elif named.kind in (HelpKind.TRUST, HelpKind.REASSURANCE):
        agenda.add_first((Act(VerbId("assure-leader"), party), Act(VerbId("reassure"), party)))


@dataclass(frozen=True, slots=True)
class HintFollower(Programme):
    """Grants whatever a reply says would help, to whoever spoke last: no party can complain of not being heard. It
    links and presses on no judgement of its own. Whether a text to which each has added its wish is one that all can
    sign (C5, C6)."""

    steps: tuple[Step, ...] = tuple(
        step for step in whole_process(link=unbidden, press=unbidden, table=grant_hints) if step is not harvest
    )
