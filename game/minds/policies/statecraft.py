"""The whole process of the source: linked normalisation, groups, the leaders' channel for jams, measured pressure,
confidentiality, Europe in the room, and a conference when the text would be signed (C7 to C20)."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.process import channel_party, conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import Act, Link, SoundOut, Unite
from game.model.groups import Format, Step
from game.model.ids import Quantity, VerbId
from game.model.scenario import Stage
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.rules.options import trust_gap
from game.rules.trust import in_washington


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
    for quantity, verb, most in (("sanctions", "tighten-sanctions", 72), ("arms", "send-arms", 62)):
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
    calm = Act(VerbId("reassure"), leader)
    if known[in_washington(leader)] < 28 and _fresh(view, calm):
        agenda.add(calm)
    if known[Quantity("patience")] < 60 and _fresh(view, Act(VerbId("brief-congress"))):
        agenda.add(Act(VerbId("brief-congress")))
