"""The game in at most eight events, chosen by a rule that anybody can apply to the journal."""

from collections.abc import Iterator
from typing import Final

from game.debrief.course import turns_of
from game.model.clauses import principle_agreed
from game.model.events import (
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    Event,
    GameEnded,
    GroupChanged,
    GroupTurn,
    Leaked,
    MoveMade,
    PledgeEnded,
    StageReached,
    TrackChanged,
    TruceChanged,
)
from game.model.groups import Step
from game.model.record import record
from game.model.scenario import Scenario, Stage
from game.play.match import Match

MOST: Final = 8


@record
class Milestone:
    """``weight`` is what the rule gives the event; ``place`` counts the turn's events from 0."""

    turn: int
    place: int
    weight: int
    event: Event


def milestones(match: Match) -> tuple[Milestone, ...]:
    """The eight heaviest events, the earlier of two that weigh the same, in the order in which they happened."""
    found = sorted(weighed(match), key=lambda each: (-each.weight, each.turn, each.place))
    return tuple(sorted(found[:MOST], key=lambda each: (each.turn, each.place)))


def weighed(match: Match) -> Iterator[Milestone]:
    """Every event to which the rule gives a weight."""
    scenario = match.game.scenario
    for turn in turns_of(match):
        for place, event in enumerate(turn.events):
            weight = weight_of(scenario, event)
            if weight:
                yield Milestone(turn.turn, place, weight, event)


def weight_of(scenario: Scenario, event: Event) -> int:
    """What the event weighs in the timeline; 0 keeps it out."""
    match event:
        case GameEnded():
            return 1000
        case ConferenceHeld():
            return 900
        case TruceChanged(weeks=None):
            return 800
        case StageReached(stage):
            return 700 if stage is Stage.ELEMENTS else 0
        case ClauseMoved():
            return _of_clause(scenario, event)
        case _:
            return _of_other(event)


def _of_clause(scenario: Scenario, event: ClauseMoved) -> int:
    """An important clause weighs more than a small one."""
    spec = scenario.clauses[event.clause]
    if event.turn is ClauseTurn.SETTLED_OVER:
        return 650
    if event.turn is ClauseTurn.REOPENED:
        return 450 + spec.importance if comes_undone(event) else 0
    came_about = principle_agreed(spec, event.now) and not principle_agreed(spec, event.was)
    return 400 + spec.importance if came_about else 0


def comes_undone(event: ClauseMoved) -> bool:
    """Whether consent that had been given to the clause is lost; a loss of detail alone undoes nothing."""
    return event.turn is ClauseTurn.REOPENED and not set(event.was.agreed) <= set(event.now.agreed)


def _of_other(event: Event) -> int:
    match event:
        case GroupChanged(turn=GroupTurn.WALKED_OUT):
            return 600
        case Leaked():
            return 500
        case PledgeEnded(kept=kept):
            return 250 if kept else 350
        case TrackChanged(now=now):
            return _of_step(event) if now.step in (Step.LINKED, Step.DELIVERED) else 0
        case MoveMade(appeal=appeal):
            return 150 + max(0, min(100, appeal)) // 2
        case ChoiceTaken(cost=cost):
            return 150 + 10 * (cost.president + cost.envoys + cost.staff)
        case _:
            return 0


def _of_step(event: TrackChanged) -> int:
    """Work that goes on in a bilateral group is no event; the step itself is."""
    return 0 if event.cause.key == "detail-worked" else 300
