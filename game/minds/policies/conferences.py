"""A date forces decisions."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.process import channel_party
from game.minds.reading import Reading
from game.model.actions import CallConference, CallLeader, Convene, Float, Table
from game.model.clauses import Clause
from game.model.groups import Format


def lay_the_table(agenda: Agenda, reading: Reading) -> None:
    """Call the conference if it may be called; otherwise fill the blanks that stand in its way, the nearest wording
    first: at the table, by telephone, or with whoever is likeliest to take it."""
    if agenda.add(CallConference()):
        return
    view = reading.view
    for clause in view.scenario.clauses.values():
        if view.text[clause.id].option is None:
            _fill(agenda, reading, clause)


def _fill(agenda: Agenda, reading: Reading, clause: Clause) -> None:
    view, term = reading.view, reading.aim(clause)
    willing = max(clause.stakeholders, key=lambda party: reading.margin(party, term))
    group = view.scenario.groups[clause.group]
    agenda.add_first(
        (
            Table(clause.id, term.option),
            Convene(group.id, Format.PARALLEL, group.stakeholders),
            Float(willing, clause.id, term.option),
            CallLeader(channel_party(view), clause.id, term.option),
        )
    )


@dataclass(frozen=True, slots=True)
class ConferenceSpam(Programme):
    """Calls a signing conference whenever one may be called, and sees to it that one may: nothing concentrates minds
    like a table that is laid. Whether a framework needs more than the elements (C17), and what patience a failure
    costs (C19)."""

    steps: tuple[Step, ...] = whole_process(conclude=lay_the_table)
