"""Pressure alone."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Screen, Step
from game.minds.policies.steps import keep_house, listen, shortfall, staff_up, tend, unite_groups
from game.minds.process import channel_party, conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import Act, Action, Deliver, Link, Promise
from game.model.ids import Quantity, VerbId
from game.model.views import MediatorView

_FULL = 85
_KEPT = 70
"""Pressure in force, to which it is raised before Moscow softens and below which it never falls after."""

_TALKS = "ceasefire"


def softened(reading: Reading) -> bool:
    """Whether Moscow is believed so near that it would name a price; once other groups sit, they are not sent home."""
    view, near = reading.view, reading.view.scenario.rates.near
    begun = [group for group in reading.sitting() if view.scenario.groups[group].track is None and group != _TALKS]
    return bool(begun or view.signed) or shortfall(reading, channel_party(view)) <= near


def once_softened(step: Step) -> Step:
    def taken(agenda: Agenda, reading: Reading) -> None:
        if softened(reading):
            step(agenda, reading)

    return taken


def press_until_softened(agenda: Agenda, reading: Reading) -> None:
    """Talk about a cease-fire, and squeeze."""
    if not softened(reading):
        convene_groups(agenda, reading, only=(_TALKS,))
        press_to(agenda, _FULL)
        agenda.add(Act(VerbId("warn"), channel_party(reading.view)))


def keep_pressing(agenda: Agenda, reading: Reading) -> None:
    press_to(agenda, _KEPT)


def press_to(agenda: Agenda, level: int) -> None:
    known = agenda.view.known
    for quantity, verb in (("sanctions", "tighten-sanctions"), ("arms", "send-arms")):
        if known[Quantity(quantity)] < level:
            agenda.add(Act(VerbId(verb)))


def no_courtship(view: MediatorView, action: Action) -> Action | None:
    """Nothing that treats Moscow as an equal before it has signed."""
    if isinstance(action, Promise | Link | Deliver) or action == Act(VerbId("confer-standing")):
        return None
    return action


@dataclass(frozen=True, slots=True)
class PressureOnly(Programme):
    """Sanctions and arms at full, no normalisation, no group but cease-fire until Moscow softens (C10): squeezes
    Moscow, keeps Kyiv, Europe and Congress close, listens, and negotiates with all in the room once Moscow is ready."""

    steps: tuple[Step, ...] = (
        conclude_if_ready,
        keep_house,
        press_until_softened,
        once_softened(staff_up),
        once_softened(work_jams),
        once_softened(convene_groups),
        once_softened(table_what_would_pass),
        once_softened(unite_groups),
        keep_pressing,
        staff_up,
        listen,
        tend,
    )
    screen: Screen = no_courtship
