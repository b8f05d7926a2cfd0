"""Kyiv pressed instead of Moscow: help that nothing replaces, used as the club."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.policies.steps import shortfall, too_early
from game.minds.reading import Reading
from game.model.actions import Act
from game.model.ids import PartyId, VerbId
from game.model.scenario import Stage
from game.model.views import MediatorView

_WARNING = VerbId("warn-assistance")
_CUTS = (VerbId("pause-assistance"), VerbId("pause-intelligence"))


def squeezed_party(view: MediatorView) -> PartyId | None:
    """Whoever lives on help that Washington can cut."""
    return next((party.id for party in view.scenario.parties.values() if party.squeezed_by), None)


def squeeze(agenda: Agenda, reading: Reading) -> None:
    """Warn; where the warning does not make Kyiv content with what is to be had, cut one help and then the other.

    What was cut is kept back until there is a signature, since a text wrung out by it would not be signed without.
    """
    view = reading.view
    party = squeezed_party(view)
    if party is None or too_early(view):
        return
    if view.stage >= Stage.FRAMEWORK:
        agenda.add(Act(VerbId("restore-support")))
    elif _WARNING not in [pledge.verb for pledge in view.pledges] and not _cut(view):
        agenda.add(Act(_WARNING, party))
    elif shortfall(reading, party) > 0:
        agenda.add_first(Act(verb) for verb in _CUTS)


def _cut(view: MediatorView) -> bool:
    return any(verb in view.acts for verb in _CUTS)


@dataclass(frozen=True, slots=True)
class SqueezeKyiv(Programme):
    """Assistance and intelligence as the club (C9): the pressure that moves fastest is pressure on whoever depends on
    Washington, so none is spent on Moscow. Everything else is statecraft. Whether it fails as the quick deal did, by
    resistance and a rally to Kyiv (C13), and because terms near surrender do not last (C23)."""

    steps: tuple[Step, ...] = whole_process(press=squeeze)
