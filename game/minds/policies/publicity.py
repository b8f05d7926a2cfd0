"""Diplomacy aloud."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Screen, Step
from game.minds.policies.statecraft import whole_process
from game.minds.process import work_jams
from game.minds.reading import Reading
from game.model.actions import Act, Action, Carry, Float, SoundOut
from game.model.ids import VerbId
from game.model.views import MediatorView

_ORDERLY = tuple(map(VerbId, ("one-message", "hunt-leaks", "bypass", "brief-congress")))
"""What serves silence."""


def only_aloud(view: MediatorView, action: Action) -> Action | None:
    """No errands in confidence and no orders to keep quiet.

    A wording or a call has to be put to those who answer it; there it is the address of the turn that makes it public.
    """
    if isinstance(action, SoundOut | Float | Carry):
        return None
    if isinstance(action, Act) and (action.verb in _ORDERLY or _in_confidence(view, action)):
        return None
    return action


def _in_confidence(view: MediatorView, action: Act) -> bool:
    verb = view.scenario.verbs.get(action.verb)
    return verb is not None and action.party is not None and not verb.public


def speak_up(agenda: Agenda, reading: Reading) -> None:
    agenda.add(Act(VerbId("public-address")))


def jams_aloud(agenda: Agenda, reading: Reading) -> None:
    """The President clears a jam when there is one and otherwise tells the public where things stand."""
    work_jams(agenda, reading)
    speak_up(agenda, reading)


@dataclass(frozen=True, slots=True)
class Megaphone(Programme):
    """Everything in public: the public at home keeps faith with what it sees, nothing can leak, and all can hold one
    another to their word. Whether concessions can be made at all when every public watches (C7)."""

    steps: tuple[Step, ...] = whole_process(jams=jams_aloud)
    screen: Screen = only_aloud
