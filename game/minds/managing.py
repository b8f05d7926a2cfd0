"""When Moscow will not come to the line: what can be had all the same, and held (C24)."""

from collections.abc import Callable

from game.minds.agenda import Agenda
from game.minds.process import WORTH_TABLING, channel_party
from game.minds.reading import Reading
from game.model.actions import Act, Convene, Float, Table, TaskGroup
from game.model.clauses import LOCKED, Clause, Term
from game.model.groups import Format
from game.model.ids import PartyId, Quantity, VerbId
from game.model.scenario import Stage
from game.rules.trust import in_washington

_ASK_AGAIN = 4
"""Turns after which the question of the line is put once more."""

_CLOSED = 25
"""By how much, in hundredths, a fortnight's work brings the believed margin on the line nearer at best."""

_STANDING_PAID = 55
_ON_SPEAKING_TERMS = 40
"""Trust below which who fights sees no reason to spare anything."""

_ALLIED = 85
"""Trust to which allies are brought; beyond it there is little to gain."""


def hardest_question(reading: Reading) -> Clause:
    """The political clause that weighs most for the party of the leaders' channel."""
    view, leader = reading.view, channel_party(reading.view)
    weights = view.scenario.parties[leader].prior.weights
    political = [each for each in view.scenario.clauses.values() if each.political and leader in each.stakeholders]
    return max(political, key=lambda clause: weights[clause.id])


def harvest(agenda: Agenda, reading: Reading) -> None:
    """Collect, party by party and in confidence, what can be had by itself; at its table if that is laid already."""
    view = reading.view
    for clause in reading.unsettled() if view.turn > 1 and view.stage < Stage.FRAMEWORK else ():
        term, state = reading.aim(clause), view.text[clause.id]
        if (
            not clause.separable
            or reading.least(clause, term) < WORTH_TABLING
            or state.option not in (None, term.option)
        ):
            continue
        if view.groups[clause.group].convened:
            agenda.add(Table(clause.id, term.option))
            continue
        for party in clause.stakeholders:
            if party not in state.agreed:
                agenda.add(Float(party, clause.id, term.option))


def put_the_question(agenda: Agenda, reading: Reading) -> None:
    """Ask now and then, in confidence, whoever is furthest from what is aimed at: the answer may have moved."""
    view, clause = reading.view, hardest_question(reading)
    if view.stage >= Stage.FRAMEWORK or view.turn * 3 < view.length.turns or reading.agreed(clause):
        return
    term = reading.aim(clause)
    party = min(clause.stakeholders, key=lambda each: reading.margin(each, term))
    heard = view.heard.get((party, clause.id))
    if heard is None or view.turn - heard.turn >= _ASK_AGAIN:
        agenda.add(Float(party, clause.id, term.option))


def out_of_reach(reading: Reading) -> bool:
    """Whether the settlement is given up for now: the question of the line was put, with standing paid for it, and
    the two who fight are further apart on it than the turns that are left could bring them together."""
    view, clause = reading.view, hardest_question(reading)
    if view.turn * 3 < view.length.turns or view.stage >= Stage.FRAMEWORK or reading.agreed(clause):
        return False
    asked = any((party, clause.id) in view.heard for party in clause.stakeholders)
    paid = view.known[Quantity("standing")] >= _STANDING_PAID
    left = (view.length.turns - view.turn) * view.length.pace // 100
    return asked and paid and reading.least(clause, reading.aim(clause)) < -_CLOSED * left


def unless_out_of_reach(step: Callable[[Agenda, Reading], None]) -> Callable[[Agenda, Reading], None]:
    def taken(agenda: Agenda, reading: Reading) -> None:
        if not out_of_reach(reading):
            step(agenda, reading)

    return taken


def manage(agenda: Agenda, reading: Reading) -> None:
    """An open line to Moscow, exchanges and the work on a cease-fire, a text that Kyiv and Europe stand behind, and
    allies who stay."""
    if not out_of_reach(reading):
        return
    view, leader = reading.view, channel_party(reading.view)
    if view.known[in_washington(leader)] < _ON_SPEAKING_TERMS:
        agenda.add(Act(VerbId("reassure"), leader))
    for clause in _between_belligerents(reading):
        _keep_working(agenda, reading, clause)
    for clause in reading.unsettled():
        _on_record(agenda, reading, clause)
    allies = [party for party in view.scenario.parties if party != leader]
    for party in sorted(allies, key=lambda each: view.known[in_washington(each)]):
        if view.known[in_washington(party)] < _ALLIED:
            agenda.add_first((Act(VerbId("assure-leader"), party), Act(VerbId("reassure"), party)))


def _between_belligerents(reading: Reading) -> list[Clause]:
    """What the two who fight can settle without the principles: separable clauses first."""
    parties, clauses = reading.view.scenario.parties, reading.view.scenario.clauses.values()
    found = [
        clause
        for clause in clauses
        if not clause.political and all(parties[party].belligerent for party in clause.stakeholders)
    ]
    return sorted(found, key=lambda clause: not clause.separable)


def _keep_working(agenda: Agenda, reading: Reading, clause: Clause) -> None:
    view = reading.view
    if view.text[clause.id].detail >= LOCKED:
        return
    group = view.scenario.groups[clause.group]
    agenda.add(Convene(group.id, Format.PARALLEL, group.stakeholders))
    if view.groups[group.id].convened and view.groups[group.id].tasks != (clause.id,):
        agenda.add(TaskGroup(group.id, (clause.id,)))


def _on_record(agenda: Agenda, reading: Reading, clause: Clause) -> None:
    """The wording that is there to be had, agreed by whoever would take it, for the day when the rest will."""
    term = reading.aim(clause)
    if reading.least(clause, term) >= WORTH_TABLING:
        agenda.add(Table(clause.id, term.option))
        return
    for party in clause.stakeholders:
        if _would_stand_behind(reading, party, term) and agenda.add(Float(party, clause.id, term.option)):
            return


def _would_stand_behind(reading: Reading, party: PartyId, term: Term) -> bool:
    state = reading.view.text[term.clause]
    stands = state.option in (None, term.option) and party not in state.agreed
    return stands and reading.margin(party, term) >= WORTH_TABLING
