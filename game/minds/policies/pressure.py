"""Pressure alone: sanctions and arms at full, no normalisation, no group but cease-fire until Moscow softens (C10)."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.process import conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import Act
from game.model.ids import PartyId, Quantity, VerbId
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView

_FULL = 85
_SOFTER = 0
"""The believed margin on the landing text at which Moscow counts as having softened."""


@dataclass(frozen=True, slots=True)
class PressureOnly:
    """Squeezes Moscow, keeps Kyiv and Congress close, and negotiates once Moscow looks ready."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return choose_by(STEADY, view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        agenda, reading = Agenda(view), Reading(view)
        conclude_if_ready(agenda, reading)
        if view.known[Quantity("sanctions")] < _FULL:
            agenda.add(Act(VerbId("tighten-sanctions")))
        if view.known[Quantity("arms")] < _FULL:
            agenda.add(Act(VerbId("send-arms")))
        if softened(reading):
            work_jams(agenda, reading)
            convene_groups(agenda, reading)
            table_what_would_pass(agenda, reading)
        else:
            convene_groups(agenda, reading, only=("ceasefire",))
            agenda.add(Act(VerbId("warn"), _pressed(view)))
        agenda.add(Act(VerbId("brief-congress")))
        return agenda.plan()


def _pressed(view: MediatorView) -> PartyId:
    return next(party.id for party in view.scenario.parties.values() if party.leaders_channel)


def softened(reading: Reading) -> bool:
    scales = reading.scales(_pressed(reading.view))
    return scales.surplus - scales.hope >= _SOFTER
