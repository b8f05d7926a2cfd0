"""Mediation by listening: what brings the parties closer is theirs to name."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.hints import grant_hints
from game.minds.policies.programme import Programme, Step
from game.minds.policies.steps import fresh, keep_house, staff_up, unite_groups
from game.minds.process import channel_party, conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import Act
from game.model.ids import Quantity, VerbId

_AMPLE = 75
"""Patience at home below which Congress is told more: a process that asks for time needs friends of it."""


def go_round(agenda: Agenda, reading: Reading) -> None:
    """An envoy to every capital in turn, to listen and to show drafts."""
    view, leader = reading.view, channel_party(reading.view)
    others = [party for party in view.scenario.parties if party != leader]
    errands = [Act(VerbId("reassure"), party) for party in view.scenario.parties]
    errands += [Act(VerbId("consult"), party) for party in others]
    for errand in errands:
        if fresh(view, errand):
            agenda.add(errand)


def meet_as_equals(agenda: Agenda, reading: Reading) -> None:
    """Rank costs nothing that a text would have to say."""
    meeting = Act(VerbId("confer-standing"))
    if fresh(reading.view, meeting):
        agenda.add(meeting)


def give_ones_word(agenda: Agenda, reading: Reading) -> None:
    """The President's own time: a guarantee behind the text once, and assurances to whoever is no great power."""
    view, leader = reading.view, channel_party(reading.view)
    words = [Act(VerbId("assure-leader"), party) for party in view.scenario.parties if party != leader]
    if view.known[Quantity("backstop")] < 100:
        words.insert(0, Act(VerbId("offer-backstop")))
    agenda.add_first(act for act in (*words, Act(VerbId("one-message"))) if fresh(view, act))


def ask_for_time(agenda: Agenda, reading: Reading) -> None:
    if reading.view.known[Quantity("patience")] < _AMPLE:
        agenda.add(Act(VerbId("brief-congress")))


@dataclass(frozen=True, slots=True)
class Facilitation(Programme):
    """Nobody is pressed and nothing is bought that was not asked for: envoys go round all capitals, Moscow is met as
    an equal, rooms are united as trust allows, and what a party names in its replies is put on the table. Whether a
    process can carry the parties to a text of their own (C7, C11, C15)."""

    steps: tuple[Step, ...] = (
        conclude_if_ready,
        keep_house,
        work_jams,
        convene_groups,
        go_round,
        meet_as_equals,
        table_what_would_pass,
        grant_hints,
        unite_groups,
        staff_up,
        give_ones_word,
        ask_for_time,
    )
