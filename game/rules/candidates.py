"""Every action that the mediator could take now, for a list to choose from."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    Recess,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import VerbId
from game.model.scenario import Scenario
from game.model.verbs import Verb
from game.model.views import MediatorView
from game.rules.options import MOST_TASKS, particular_refusal, unavailable


def candidates(view: MediatorView) -> Iterator[Action]:
    """Every action that is to be had now, but for packages, of which there are too many to list."""
    conceivable = _conceivable(view.scenario)
    for verb in view.scenario.verbs.values():
        if verb.cost.within(view.calendar) and unavailable(view, verb) is None:
            for action in conceivable[verb.id]:
                if particular_refusal(view, action) is None:
                    yield action


@lru_cache(maxsize=8)
def _conceivable(scenario: Scenario) -> Mapping[VerbId, tuple[Action, ...]]:
    """Every action that there is with a verb, whether it is to be had or not."""
    return {verb.id: tuple(_of_verb(scenario, verb)) for verb in scenario.verbs.values()}


def _of_verb(scenario: Scenario, verb: Verb) -> Iterator[Action]:  # noqa: C901 - one case for each action
    terms = [Term(clause.id, option) for clause in scenario.clauses.values() for option in clause.options]
    match verb.id:
        case SoundOut.verb:
            yield from (SoundOut(party, clause) for party in scenario.parties for clause in scenario.clauses)
        case Float.verb:
            yield from (Float(party, term.clause, term.option) for party in scenario.parties for term in terms)
        case CallLeader.verb:
            yield from (CallLeader(party, term.clause, term.option) for party in scenario.parties for term in terms)
        case Table.verb:
            yield from (Table(term.clause, term.option) for term in terms)
        case TakeBack.verb:
            yield from map(TakeBack, scenario.clauses)
        case Convene.verb:
            yield from _convenings(scenario)
        case TaskGroup.verb:
            yield from _taskings(scenario)
        case Unite.verb:
            yield from map(Unite, scenario.groups)
        case Recess.verb:
            yield from map(Recess, scenario.groups)
        case Link.verb:
            yield from (Link(track, clause) for track in scenario.tracks for clause in scenario.clauses)
        case Promise.verb:
            yield from map(Promise, scenario.tracks)
        case Deliver.verb:
            yield from map(Deliver, scenario.tracks)
        case Suspend.verb:
            yield from map(Suspend, scenario.tracks)
        case CallConference.verb:
            yield CallConference()
        case Carry.verb | TablePackage.verb:
            return
        case _:
            yield from (Act(verb.id, party) for party in verb.parties or (None,))


def _convenings(scenario: Scenario) -> Iterator[Action]:
    for group in scenario.groups.values():
        everybody = tuple(scenario.parties)
        for size in range(1, len(everybody) + 1):
            for members in combinations(everybody, size):
                for form in Format:
                    yield Convene(group.id, form, members)


def _taskings(scenario: Scenario) -> Iterator[Action]:
    for group in scenario.groups:
        mine = [clause.id for clause in scenario.clauses.values() if clause.group == group]
        for size in range(1, min(MOST_TASKS, len(mine)) + 1):
            for tasks in combinations(mine, size):
                yield TaskGroup(group, tasks)
