"""Who talks to whom: presidents alone, officials alone, or everybody but the Europeans."""

from dataclasses import dataclass, replace

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Screen, Step
from game.minds.policies.statecraft import whole_process
from game.minds.policies.steps import keep_house, link_hardest, listen, press_moscow, tend
from game.minds.process import WORTH_TABLING, channel_party, conclude_if_ready, work_jams
from game.minds.reading import Reading
from game.model.actions import Act, Action, CallLeader, Convene, Float, Recess, Table, TablePackage, TaskGroup, Unite
from game.model.clauses import Clause
from game.model.ids import PartyId, VerbId
from game.model.views import MediatorView

_CHANNEL = (VerbId("confer-standing"), VerbId("threaten-to-leave"))
"""What else goes from leader to leader."""


def no_groups(view: MediatorView, action: Action) -> Action | None:
    return None if isinstance(action, Convene | TaskGroup | Unite | Recess | Table | TablePackage) else action


def call_round(agenda: Agenda, reading: Reading) -> None:
    """Ring the leaders about one principle after the other: those who have to be won first, Moscow when it is willing.

    Moscow is called without the others if they will not come: it is a deal of presidents.
    """
    view, leader = reading.view, channel_party(reading.view)
    for clause in sorted(view.scenario.clauses.values(), key=lambda each: -each.importance):
        if clause.political and not view.text[clause.id].blessed:
            term = reading.aim(clause)
            willing = [party for party in _still_to_win(reading, clause) if _would_say_yes(reading, party, clause)]
            for party in sorted(willing, key=lambda party: party == leader):
                agenda.add(CallLeader(party, clause.id, term.option))


def _still_to_win(reading: Reading, clause: Clause) -> list[PartyId]:
    state, term = reading.view.text[clause.id], reading.aim(clause)
    agreed = state.agreed if state.option == term.option else ()
    return [party for party in clause.stakeholders if party not in agreed]


def _would_say_yes(reading: Reading, party: PartyId, clause: Clause) -> bool:
    bonus = reading.view.scenario.rates.leader_bonus
    return reading.margin(party, reading.aim(clause)) + bonus >= WORTH_TABLING


def consents_on_file(agenda: Agenda, reading: Reading) -> None:
    """What no president is troubled with goes round by envoy, capital by capital."""
    for clause in reading.unsettled():
        if not clause.political:
            for party in _still_to_win(reading, clause):
                if reading.margin(party, reading.aim(clause)) >= WORTH_TABLING:
                    agenda.add(Float(party, clause.id, reading.aim(clause).option))


@dataclass(frozen=True, slots=True)
class LeadersOnly(Programme):
    """Deals of presidents, and no groups. What made leaders' deals attractive is speed; whether they come to nothing
    because nobody works out the detail (C14), or because they are made over somebody's head (C13)."""

    steps: tuple[Step, ...] = (
        conclude_if_ready,
        keep_house,
        call_round,
        link_hardest,
        press_moscow,
        consents_on_file,
        listen,
        tend,
    )
    screen: Screen = no_groups


def no_channel(view: MediatorView, action: Action) -> Action | None:
    """Nothing between the White House and the Kremlin but what officials carry."""
    if isinstance(action, CallLeader) or (isinstance(action, Act) and action.verb in _CHANNEL):
        return None
    return action


@dataclass(frozen=True, slots=True)
class GroupsOnly(Programme):
    """The whole process without the leaders' channel: whether officials alone get past the principles that jam (C18).
    The President still speaks to Kyiv and to the European capitals."""

    steps: tuple[Step, ...] = whole_process()
    screen: Screen = no_channel


def outsiders(view: MediatorView) -> tuple[PartyId, ...]:
    """Those who have a stake and do not fight."""
    return tuple(party.id for party in view.scenario.parties.values() if not party.belligerent)


def without_outsiders(view: MediatorView, action: Action) -> Action | None:
    """Convene every group without those who do not fight; one that would be empty does not meet."""
    if not isinstance(action, Convene):
        return action
    members = tuple(member for member in action.members if member not in outsiders(view))
    return replace(action, members=members) if members else None


def jams_among_belligerents(agenda: Agenda, reading: Reading) -> None:
    work_jams(agenda, reading, unheard=outsiders(reading.view))


@dataclass(frozen=True, slots=True)
class NoEurope(Programme):
    """Everything but Europe's seat: fewer at the table, less to shuttle, and Moscow prefers it. Europe is courted and
    consulted as before, only never in the room; whether it ratifies what it did not negotiate (C15, C16)."""

    steps: tuple[Step, ...] = whole_process(jams=jams_among_belligerents)
    screen: Screen = without_outsiders
