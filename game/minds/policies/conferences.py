"""A date forces decisions."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.reading import Reading
from game.model.actions import CallConference


def conclude_at_once(agenda: Agenda, reading: Reading) -> None:
    agenda.add(CallConference())


@dataclass(frozen=True, slots=True)
class ConferenceSpam(Programme):
    """Calls a signing conference whenever one may be called: nothing concentrates minds like a table that is laid.
    Whether a framework needs more than the elements (C17), and what patience a failure costs (C19)."""

    steps: tuple[Step, ...] = whole_process(conclude=conclude_at_once)
