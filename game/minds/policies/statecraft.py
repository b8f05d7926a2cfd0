"""The whole process of the source: linked normalisation, groups, the leaders' channel for jams, measured pressure,
confidentiality, Europe in the room, and a conference when the text would be signed (C7 to C20)."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.reading import Reading
from game.model.actions import (
    Act,
    CallConference,
    CallLeader,
    Convene,
    Float,
    Link,
    Recess,
    SoundOut,
    Table,
    TaskGroup,
    Unite,
)
from game.model.clauses import Clause, Term
from game.model.groups import Format, Step
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, Quantity, VerbId
from game.model.scenario import Stage
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.rules.negotiate import signing_case
from game.rules.options import trust_gap, unmet

_SAFE = 110
"""The believed margin at which the leaders can be called in the same turn, with little risk to anybody's head."""

_WORTH_TABLING = 30
"""The believed margin of the least willing stakeholder above which an option goes on the table."""


@dataclass(frozen=True, slots=True)
class Statecraft:
    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return choose_by(STEADY, view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        agenda, reading = Agenda(view), Reading(view)
        conclude_if_ready(agenda, reading)
        _keep_house(agenda)
        work_jams(agenda, reading)
        convene_groups(agenda, reading)
        if view.turn * 3 <= view.length.turns:
            _link(agenda, reading)
            _press(agenda, reading)
        table_what_would_pass(agenda, reading)
        _unite(agenda, reading)
        _link(agenda, reading)
        _staff_up(agenda)
        _press(agenda, reading)
        _listen(agenda, reading)
        _tend(agenda, reading)
        return agenda.plan()


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
    """Call the conference once nothing is missing and everybody is believed to sign; until then, win over the last."""
    view = reading.view
    if unmet(view):
        return
    worst, party = min((would_sign(reading, party), party) for party in view.scenario.parties)
    if worst >= (0 if view.turn >= view.length.turns else 80):
        agenda.add(CallConference())
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
    now = _least_willing(reading, text)
    for clause in view.scenario.clauses.values():
        for option in () if clause.core else clause.options:
            better = _least_willing(reading, text | {clause.id: option}) - now
            if better > gain:
                best, gain = Table(clause.id, option), better
    if best is not None:
        agenda.add(best)


def _least_willing(reading: Reading, text: Mapping[ClauseId, OptionId]) -> int:
    terms = tuple(Term(clause, option) for clause, option in text.items())
    return min(sign_margin(reading, party, terms) for party in reading.view.scenario.parties)


def work_jams(agenda: Agenda, reading: Reading) -> None:
    """Put the principles that wait for Moscow alone to the channel; jams clear nowhere else in good time."""
    view, leader = reading.view, channel_party(reading.view)
    for clause in view.scenario.clauses.values():
        state = view.text[clause.id]
        if state.option is None or not clause.political or state.blessed:
            continue
        others = all(party in state.agreed for party in clause.stakeholders if party != leader)
        bonus = view.scenario.rates.leader_bonus
        if others and reading.margin(leader, Term(clause.id, state.option)) + bonus >= _WORTH_TABLING:
            agenda.add(CallLeader(leader, clause.id, state.option))


def convene_groups(agenda: Agenda, reading: Reading, only: tuple[str, ...] = ()) -> None:
    """Seat every stakeholder in the groups that have work; those that are done go home and free their place."""
    view = reading.view
    sitting = [group for group in reading.sitting() if view.scenario.groups[group].track is None]
    done = [group for group in sitting if reading.done(group)]
    for group in done:
        agenda.add(Recess(group))
    places = 1 + view.known[Quantity("capacity")] // 100 - len(sitting) + len(done)
    for group in _by_need(reading):
        if places > 0 and (not only or group in only):
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


def table_what_would_pass(agenda: Agenda, reading: Reading) -> None:
    """Table the options that every stakeholder is believed to take; try the next best on the reluctant one."""
    view = reading.view
    if view.stage >= Stage.FRAMEWORK:
        return
    aims = [
        (reading.least(clause, term), clause, term) for clause in reading.unsettled() if (term := reading.aim(clause))
    ]
    aims.sort(key=lambda each: (-(each[0] >= _WORTH_TABLING), not each[1].political, -each[1].importance))
    for margin, clause, term in aims:
        if margin >= _WORTH_TABLING and not _lately_refused(view, clause, term):
            tabled = agenda.add(Table(clause.id, term.option))
            if tabled and clause.political and margin >= _SAFE:
                agenda.add(CallLeader(channel_party(view), clause.id, term.option))
    if view.turn * 4 >= view.length.turns:
        _float_the_nearest(agenda, reading, aims)


def _lately_refused(view: MediatorView, clause: Clause, term: Term) -> bool:
    """Asking again within three turns only annoys."""
    heard = [view.heard.get((party, clause.id)) for party in clause.stakeholders]
    return any(
        last is not None and last.option == term.option and last.verdict != "accept" and view.turn - last.turn < 3
        for last in heard
    )


def _float_the_nearest(agenda: Agenda, reading: Reading, ready: list[tuple[int, Clause, Term]]) -> None:
    for margin, clause, term in sorted(ready, key=lambda each: -each[0]):
        if -250 <= margin < _WORTH_TABLING and not _lately_refused(reading.view, clause, term):
            party = min(clause.stakeholders, key=lambda each: reading.margin(each, term))
            agenda.add(Float(party, clause.id, term.option))
            return


def _unite(agenda: Agenda, reading: Reading) -> None:
    for group, state in reading.sitting().items():
        if state.format is Format.PARALLEL and trust_gap(reading.view, state.members) == 0:
            agenda.add(Unite(group))


def _link(agenda: Agenda, reading: Reading) -> None:
    """Tie a step of normalisation to the clause on which the other side has furthest to come."""
    view, leader = reading.view, channel_party(reading.view)
    free = next((track for track, state in view.tracks.items() if state.step in (Step.NONE, Step.PROMISED)), None)
    if free is None or view.stage >= Stage.FRAMEWORK or _too_early(view):
        return
    taken = {state.clause for state in view.tracks.values() if state.step is Step.LINKED}
    clauses = [clause for clause in reading.unsettled() if leader in clause.stakeholders and clause.id not in taken]
    if clauses:
        hardest = min(clauses, key=lambda clause: reading.margin(leader, reading.aim(clause)))
        agenda.add(Link(free, hardest.id))


def _press(agenda: Agenda, reading: Reading) -> None:
    """Measured pressure: enough to make waiting cost, not so much that it is all there is."""
    view = reading.view
    if view.stage >= Stage.FRAMEWORK or _too_early(view):
        return
    for quantity, verb, most in (("sanctions", "tighten-sanctions", 80), ("arms", "send-arms", 70)):
        act = Act(VerbId(verb))
        if view.known[Quantity(quantity)] < most and _fresh(view, act):
            agenda.add(act)


def _too_early(view: MediatorView) -> bool:
    """The first turn of a long game belongs to groups and listening; a short one has no time for that."""
    return view.turn == 1 and view.length.turns > 12


def _staff_up(agenda: Agenda) -> None:
    view = agenda.view
    if view.known[Quantity("capacity")] < view.length.capacity_most and _fresh(view, Act(VerbId("empower"))):
        agenda.add(Act(VerbId("empower")))


def _fresh(view: MediatorView, act: Act) -> bool:
    """Whether the act has not worn out by repetition."""
    last = view.acts.get(act_key(act))
    return last is None or view.turn - last >= 3


def _listen(agenda: Agenda, reading: Reading) -> None:
    """Sound out what weighs most and is known least; later leave envoys to serve the groups."""
    view = reading.view
    vague = [
        (view.scenario.parties[party].prior.weights[clause] * (belief.band - 6), party, clause)
        for (party, clause), belief in view.beliefs.items()
        if belief.band > 10 and party in view.scenario.clauses[clause].stakeholders
    ]
    vague.sort(key=lambda each: -each[0])
    budget = 2 if view.turn <= 3 else 1 if view.turn * 2 <= view.length.turns else 0
    for _, party, clause in vague[:budget]:
        agenda.add(SoundOut(party, clause))


def _keep_house(agenda: Agenda) -> None:
    """What cannot wait at home: patience running out, or a house that leaks."""
    known = agenda.view.known
    if known[Quantity("patience")] < 18:
        agenda.add(Act(VerbId("public-address")))
    if known[Quantity("patience")] < 35:
        agenda.add(Act(VerbId("brief-congress")))
    if known[Quantity("discipline")] < 42:
        agenda.add(Act(VerbId("hunt-leaks")))


def _tend(agenda: Agenda, reading: Reading) -> None:
    """Use what is left for trust, standing, guarantees and capacity; nothing that has worn out."""
    view = reading.view
    known, leader = view.known, channel_party(view)
    others = [party for party in view.scenario.parties if party != leader]
    short = {party: -reading.scales(party).surplus + reading.scales(party).hope for party in others}
    needy = max(others, key=lambda party: short[party])
    wishes = [Act(VerbId("confer-standing"))] if known[Quantity("standing")] < 70 else []
    if known[Quantity("backstop")] < 100 and short[needy] > 0:
        wishes.insert(view.turn % 2, Act(VerbId("offer-backstop")))
    wishes += [Act(VerbId("assure-leader"), party) for party in (needy, *others)]
    wishes.append(Act(VerbId("one-message")))
    agenda.add_first(act for act in wishes if _fresh(view, act))
    if known[Quantity("patience")] < 60 and _fresh(view, Act(VerbId("brief-congress"))):
        agenda.add(Act(VerbId("brief-congress")))
