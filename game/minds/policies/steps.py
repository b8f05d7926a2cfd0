"""The steps that policies are made of, beside those of the process and of tabling. None depends on another."""

from game.minds.agenda import Agenda
from game.minds.process import channel_party
from game.minds.reading import Reading
from game.model.actions import Act, Link, SoundOut, Unite
from game.model.clauses import Clause
from game.model.groups import Format, Step
from game.model.ids import PartyId, Quantity, TrackId, VerbId
from game.model.scenario import Stage
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.rules.leverage import hasty_turns
from game.rules.options import trust_gap
from game.rules.trust import in_washington

_GRANTED = 600
"""The believed margin at which a clause needs no link."""


def fresh(view: MediatorView, act: Act) -> bool:
    """Whether the act has not worn out by repetition."""
    last = view.acts.get(act_key(act))
    return last is None or view.turn - last >= 3


def too_early(view: MediatorView) -> bool:
    """The first turn of a long game belongs to groups and listening; a short one has no time for that."""
    return view.turn == 1 and view.length.turns > 12


def keep_house(agenda: Agenda, reading: Reading) -> None:
    """What cannot wait at home: patience running out, or a house that leaks."""
    known = agenda.view.known
    if known[Quantity("patience")] < 18:
        agenda.add(Act(VerbId("public-address")))
    if known[Quantity("patience")] < 35:
        agenda.add(Act(VerbId("brief-congress")))
    if known[Quantity("discipline")] < 42:
        agenda.add(Act(VerbId("hunt-leaks")))


def unite_groups(agenda: Agenda, reading: Reading) -> None:
    for group, state in reading.sitting().items():
        if state.format is Format.PARALLEL and trust_gap(reading.view, state.members) == 0:
            agenda.add(Unite(group))


def free_tracks(view: MediatorView) -> tuple[TrackId, ...]:
    """Tracks on which nothing has been staked yet but words."""
    return tuple(track for track, state in view.tracks.items() if state.step in (Step.NONE, Step.PROMISED))


def hardest_clauses(reading: Reading) -> list[Clause]:
    """The unsettled clauses on which Moscow has furthest to come, hardest first; none that a track is linked to."""
    view, leader = reading.view, channel_party(reading.view)
    taken = {state.clause for state in view.tracks.values() if state.step is Step.LINKED}
    clauses = [clause for clause in reading.unsettled() if leader in clause.stakeholders and clause.id not in taken]
    return sorted(clauses, key=lambda clause: reading.margin(leader, reading.aim(clause)))


def link_hardest(agenda: Agenda, reading: Reading) -> None:
    """Tie a step of normalisation to the clause on which the other side has furthest to come, as long as it needs one.

    What is on the table already has its effect first; the next is held back.
    """
    view, leader = reading.view, channel_party(reading.view)
    free = free_tracks(view)
    if not free or view.stage >= Stage.FRAMEWORK or too_early(view) or _just_linked(view):
        return
    for clause in hardest_clauses(reading)[:1]:
        if reading.margin(leader, reading.aim(clause)) < _GRANTED:
            agenda.add(Link(free[0], clause.id))


def _just_linked(view: MediatorView) -> bool:
    linked = [state.since for state in view.tracks.values() if state.step is Step.LINKED]
    return any(view.turn - turn < hasty_turns(view.length) for turn in linked)


def press_moscow(agenda: Agenda, reading: Reading) -> None:
    """Measured pressure: enough to make waiting cost, not so much that it is all there is."""
    view = reading.view
    if view.stage >= Stage.FRAMEWORK or too_early(view):
        return
    for quantity, verb, most in (("sanctions", "tighten-sanctions", 72), ("arms", "send-arms", 62)):
        act = Act(VerbId(verb))
        if view.known[Quantity(quantity)] < most and fresh(view, act):
            agenda.add(act)


def staff_up(agenda: Agenda, reading: Reading) -> None:
    view = agenda.view
    if view.known[Quantity("capacity")] < view.length.capacity_most and fresh(view, Act(VerbId("empower"))):
        agenda.add(Act(VerbId("empower")))


def listen(agenda: Agenda, reading: Reading) -> None:
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


def tend(agenda: Agenda, reading: Reading) -> None:
    """Use what is left for trust, standing, guarantees and capacity; nothing that has worn out."""
    view = reading.view
    known, leader = view.known, channel_party(view)
    others = [party for party in view.scenario.parties if party != leader]
    short = {party: shortfall(reading, party) for party in others}
    needy = max(others, key=lambda party: short[party])
    wishes = [Act(VerbId("confer-standing"))] if known[Quantity("standing")] < 70 else []
    if known[Quantity("backstop")] < 100 and short[needy] > 0:
        wishes.insert(view.turn % 2, Act(VerbId("offer-backstop")))
    wishes += [Act(VerbId("assure-leader"), party) for party in (needy, *others)]
    wishes.append(Act(VerbId("one-message")))
    agenda.add_first(act for act in wishes if fresh(view, act))
    calm = Act(VerbId("reassure"), leader)
    if known[in_washington(leader)] < 28 and fresh(view, calm):
        agenda.add(calm)
    if known[Quantity("patience")] < 60 and fresh(view, Act(VerbId("brief-congress"))):
        agenda.add(Act(VerbId("brief-congress")))


def shortfall(reading: Reading, party: PartyId) -> int:
    """How far the text as it is expected is believed to stay under what the party holds out for; below 0: over it."""
    scales = reading.scales(party)
    return scales.hope - scales.surplus
