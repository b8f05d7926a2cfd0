"""Statecraft by a White House that cannot stay with one line."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.policies.statecraft import whole_process
from game.minds.reading import Reading
from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    Recess,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.groups import Step
from game.model.ids import VerbId
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.rules.dice import below

_OPPOSITE = {
    "tighten-sanctions": "ease-sanctions",
    "send-arms": "hold-arms",
    "brief-congress": "public-address",
    "one-message": "public-address",
    "hunt-leaks": "public-address",
    "empower": "bypass",
    "confer-standing": "threaten-to-leave",
    "offer-backstop": "threaten-to-leave",
    "assure-leader": "warn-assistance",
    "consult": "warn-assistance",
    "reassure": "warn",
}


def contrary(view: MediatorView, action: Action) -> Iterator[Action]:
    """What undoes or belies the action, the nearest first."""
    match action:
        case Act(verb):
            yield from _contrary_acts(view, VerbId(_OPPOSITE.get(verb, "public-address")))
        case Convene() | Unite() | TaskGroup() | Recess():
            yield from (Recess(group) for group, state in view.groups.items() if state.convened)
        case Table() | TablePackage() | CallConference():
            yield from (TakeBack(clause) for clause, state in view.text.items() if state.option is not None)
        case CallLeader():
            yield from _contrary_acts(view, VerbId("threaten-to-leave"))
        case Link() | Promise() | Deliver():
            live = (track for track, state in view.tracks.items() if state.step in (Step.PROMISED, Step.LINKED))
            yield from (Suspend(track) for track in live)
            yield from _contrary_acts(view, VerbId("tighten-sanctions"))
        case SoundOut(party) | Float(party) | Carry(party):
            for rude in ("warn", "warn-assistance", "burden-sharing"):
                yield from (act for act in _contrary_acts(view, VerbId(rude)) if act.party in (party, None))
        case _:
            yield from ()


def _contrary_acts(view: MediatorView, verb: VerbId) -> Iterator[Act]:
    spec = view.scenario.verbs.get(verb)
    if spec is not None:
        yield from (Act(verb, party) for party in (spec.parties or (None,)))


@dataclass(frozen=True, slots=True)
class Erratic:
    """Statecraft with one move in three replaced by a contrary one, by the mediator's own dice: the critics' picture
    of an administration without discipline, consistency and patience (C19). A move whose contrary cannot be had is
    simply not made."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return choose_by(STEADY, view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        meant, reading = Agenda(view), Reading(view)
        for step in whole_process():
            step(meant, reading)
        done = Agenda(view)
        for place, action in enumerate(meant.plan().actions):
            if below(3, view.temper, "contrary", view.turn, place):
                done.add(action)
            else:
                done.add_first(contrary(view, action))
        return done.plan()
