"""Mediation by leverage: threats that are carried out, and payment for what is hard."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.facilitation import ask_for_time
from game.minds.policies.programme import Programme, Step, early
from game.minds.policies.steps import (
    fresh,
    keep_house,
    link_hardest,
    press_moscow,
    shortfall,
    staff_up,
    unite_groups,
)
from game.minds.process import channel_party, conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading
from game.minds.tabling import table_what_would_pass
from game.model.actions import Act
from game.model.ids import Quantity, VerbId
from game.model.scenario import Stage


def warn_and_mean_it(agenda: Agenda, reading: Reading) -> None:
    """A warning in confidence, and in the same turn what it warned of."""
    view = reading.view
    warning = Act(VerbId("warn"), channel_party(view))
    if view.stage < Stage.FRAMEWORK and view.turn > 1 and fresh(view, warning) and agenda.add(warning):
        agenda.add_first((Act(VerbId("tighten-sanctions")), Act(VerbId("send-arms"))))


def threaten_to_leave(agenda: Agenda, reading: Reading) -> None:
    threat = Act(VerbId("threaten-to-leave"))
    if reading.view.stage < Stage.FRAMEWORK and fresh(reading.view, threat):
        agenda.add(threat)


def stand_behind_allies(agenda: Agenda, reading: Reading) -> None:
    """The President's word where it is needed most: behind the guarantees, and to whoever is least content."""
    view, leader = reading.view, channel_party(reading.view)
    others = [party for party in view.scenario.parties if party != leader]
    words = [Act(VerbId("assure-leader"), max(others, key=lambda party: shortfall(reading, party)))]
    if view.known[Quantity("backstop")] < 100:
        words.insert(0, Act(VerbId("offer-backstop")))
    agenda.add_first(act for act in words if fresh(view, act))


@dataclass(frozen=True, slots=True)
class Leverage(Programme):
    """Sticks and carrots: Moscow is warned and then pressed, both capitals are told that Washington may go, and steps
    of normalisation are tied to the hardest clauses. No envoy is sent to sound anybody out: wordings are tabled, and
    answers tell. Whether power used in measure does what listening does (C10, C12, C19)."""

    steps: tuple[Step, ...] = (
        conclude_if_ready,
        keep_house,
        work_jams,
        warn_and_mean_it,
        convene_groups,
        early(link_hardest),
        early(press_moscow),
        table_what_would_pass,
        unite_groups,
        link_hardest,
        staff_up,
        press_moscow,
        threaten_to_leave,
        stand_behind_allies,
        ask_for_time,
    )
