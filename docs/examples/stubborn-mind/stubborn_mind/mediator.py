"""A mediator that listens first."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import SoundOut
from game.model.views import MediatorView

_SURE = 8
"""A band of an estimate from which on there is no need to ask."""


def listening(view: MediatorView) -> bool:
    """The first quarter of the game."""
    return view.turn * 4 <= view.length.turns


def ask_around(agenda: Agenda, reading: Reading) -> None:
    """Sound everybody out on what weighs most for them and is known least, as long as envoys are left."""
    view = reading.view
    if not listening(view):
        return
    unknown = [
        (view.scenario.parties[party].prior.weights[clause] * belief.band, SoundOut(party, clause))
        for (party, clause), belief in view.beliefs.items()
        if belief.band > _SURE and party in view.scenario.clauses[clause].stakeholders
    ]
    for _, errand in sorted(unknown, key=lambda each: -each[0]):
        agenda.add(errand)


def afterwards(step: Step) -> Step:
    """The step, once listening is over."""

    def taken(agenda: Agenda, reading: Reading) -> None:
        if not listening(agenda.view):
            step(agenda, reading)

    return taken


@dataclass(frozen=True, slots=True)
class ListenFirst(Programme):
    """Tables nothing in the first quarter of the game and sends every envoy to listen; then does all that statecraft
    does. Whether knowing more is worth a quarter of the time."""

    steps: tuple[Step, ...] = (ask_around, *whole_process(table=afterwards(table_what_would_pass)))
