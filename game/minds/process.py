"""The working parts of a mediation that several policies share: groups, jams, and the signing conference."""

from collections.abc import Mapping

from game.minds.agenda import Agenda
from game.minds.reading import Reading
from game.model.actions import Act, CallConference, CallLeader, Convene, Recess, Table, TaskGroup
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, Quantity, VerbId
from game.model.views import MediatorView
from game.rules.negotiate import signing_case
from game.rules.options import unmet

WORTH_TABLING = 30
"""The believed margin of the least willing stakeholder above which something is put to the parties."""


def channel_party(view: MediatorView) -> PartyId:
    return next(party.id for party in view.scenario.parties.values() if party.leaders_channel)


def would_sign(reading: Reading, party: PartyId) -> int:
    """The believed margin over the limit at which the party signs the text as it stands."""
    text = reading.view.text
    terms = tuple(Term(clause, state.option) for clause, state in text.items() if state.option is not None)
    return sign_margin(reading, party, terms)


def sign_margin(reading: Reading, party: PartyId, terms: tuple[Term, ...]) -> int:
    case = signing_case(reading.scales(party), terms)
    return -5000 if case.crossed is not None else case.surplus - case.limit - case.unsold


def conclude_if_ready(agenda: Agenda, reading: Reading) -> None:
    """Call the conference once nothing is missing and everybody is believed to sign; until then, win over the last.

    In the last turn a text is put to them as far as it has come.
    """
    view = reading.view
    last = view.turn >= view.length.turns
    if unmet(view) and not last:
        return
    worst, party = min((would_sign(reading, party), party) for party in view.scenario.parties)
    if worst >= (0 if last else 80) and agenda.add(CallConference()):
        return
    if unmet(view):
        return
    _rebalance(agenda, reading)
    if view.scenario.parties[party].leaders_channel:
        agenda.add(Act(VerbId("confer-standing")))
    else:
        agenda.add_first((Act(VerbId("offer-backstop")), Act(VerbId("assure-leader"), party)))
    agenda.add(Act(VerbId("reassure"), party))


def _rebalance(agenda: Agenda, reading: Reading) -> None:
    """Reopen the one clause of lesser detail whose change would do most for whoever is least willing to sign."""
    view = reading.view
    text = {clause: state.option for clause, state in view.text.items() if state.option is not None}
    best, gain = None, 100
    now = least_willing(reading, text)
    for clause in view.scenario.clauses.values():
        for option in () if clause.core else clause.options:
            better = least_willing(reading, text | {clause.id: option}) - now
            if better > gain:
                best, gain = Table(clause.id, option), better
    if best is not None:
        agenda.add(best)


def least_willing(reading: Reading, text: Mapping[ClauseId, OptionId]) -> int:
    terms = tuple(Term(clause, option) for clause, option in text.items())
    return min(sign_margin(reading, party, terms) for party in reading.view.scenario.parties)


def work_jams(agenda: Agenda, reading: Reading, unheard: tuple[PartyId, ...] = ()) -> None:
    """Put the principles that wait for Moscow alone to the channel; jams clear nowhere else in good time.

    For the consent of those ``unheard`` nobody waits.
    """
    view, leader = reading.view, channel_party(reading.view)
    for clause in view.scenario.clauses.values():
        state = view.text[clause.id]
        if state.option is None or not clause.political or state.blessed:
            continue
        others = all(party in state.agreed for party in clause.stakeholders if party not in (leader, *unheard))
        bonus = view.scenario.rates.leader_bonus
        if others and reading.margin(leader, Term(clause.id, state.option)) + bonus >= WORTH_TABLING:
            agenda.add(CallLeader(leader, clause.id, state.option))


def convene_groups(agenda: Agenda, reading: Reading, only: tuple[str, ...] = ()) -> None:
    """Seat every stakeholder in the groups that have work; one that is done makes place for another.

    As long as its place is not needed it stays, and works on what the next conference does not ask for yet.
    """
    view = reading.view
    sitting = [group for group in reading.sitting() if view.scenario.groups[group].track is None]
    done = [group for group in sitting if reading.done(group)]
    places = 1 + view.known[Quantity("capacity")] // 100 - len(sitting)
    leaving = [group for group in done if reading.finished(group)] + [g for g in done if not reading.finished(g)]
    for group in _by_need(reading):
        if only and group not in only:
            continue
        if places <= 0 and leaving:
            places += agenda.add(Recess(leaving.pop(0)))
        if places > 0:
            places -= agenda.add(Convene(group, Format.PARALLEL, view.scenario.groups[group].stakeholders))
    for group in sitting:
        tasks = reading.work(group)[:2]
        if tasks and group not in done and tasks != view.groups[group].tasks:
            agenda.add(TaskGroup(group, tasks))


def _by_need(reading: Reading) -> list[GroupId]:
    """Groups that do not sit and have work or a clause to settle, the heaviest first."""
    view = reading.view
    need: dict[GroupId, int] = {}
    for clause in view.scenario.clauses.values():
        group = clause.group
        if not view.groups[group].convened and not reading.done(group):
            need[group] = need.get(group, 0) + clause.importance + (40 if clause.core else 0)
    return sorted(need, key=lambda group: -need[group])
