"""Hypothesis strategies: a setup, an action, a plan, a moment or a question of any scenario, and whole games.

``quickly`` is the setting of the laws: a few examples in every run, the same each time, and more in a campaign.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from game.contracts.building.luck import Luck
from game.contracts.building.seats import Wanderer
from game.contracts.building.situations import any_moment, any_question
from game.minds.policies import POLICIES
from game.model.actions import (
    FORMS,
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
from game.model.clauses import Clause, Term
from game.model.events import Event, Question
from game.model.groups import Format
from game.model.ids import SEALED, LengthId, VerbId
from game.model.information import as_set_up
from game.model.scenario import Scenario
from game.model.world import Game, Setup, World
from game.play.match import Match
from game.play.seating import play_out
from game.rules.deal import first_world
from tests.campaigns import sized

Test = TypeVar("Test", bound=Callable[..., None])


def quickly(examples: int) -> Callable[[Test], Test]:
    """So many examples in every run, ten times as many in CI's campaign, a hundred times in a full one."""

    def sized_up(test: Test) -> Test:
        count = sized(examples, ci=examples * 10, full=examples * 100)
        return pytest.mark.campaign(settings(max_examples=count, deadline=None, suppress_health_check=_SLOW)(test))

    return sized_up


_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


def seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**64 - 1)


@cache
def setups(scenario: Scenario) -> st.SearchStrategy[Setup]:
    """Any world, the sealed one among them, any length, seed and level of information."""
    worlds = st.sampled_from([*scenario.worlds, SEALED])
    levels = st.sampled_from([as_set_up(each) for each in scenario.information])
    lengths = st.sampled_from([*scenario.lengths])
    return st.builds(Setup, st.just(scenario.id), worlds, lengths, seeds(), information=levels)


@cache
def terms(scenario: Scenario) -> st.SearchStrategy[Term]:
    return st.sampled_from([Term(clause.id, each) for clause in scenario.clauses.values() for each in clause.options])


@cache
def packages(scenario: Scenario) -> st.SearchStrategy[tuple[Term, ...]]:
    """Two or three terms on different clauses."""
    return st.lists(terms(scenario), min_size=2, max_size=3, unique_by=lambda term: term.clause).map(tuple)


@cache
def texts(scenario: Scenario) -> st.SearchStrategy[tuple[Term, ...]]:
    """A whole text: one option for every clause."""
    return st.tuples(*(_term_of(clause) for clause in scenario.clauses.values()))


def _term_of(clause: Clause) -> st.SearchStrategy[Term]:
    return st.sampled_from([Term(clause.id, option) for option in clause.options])


@cache
def actions(scenario: Scenario) -> st.SearchStrategy[Action]:
    """Any action that is well formed, allowed or not."""
    party, clause = st.sampled_from([*scenario.parties]), st.sampled_from([*scenario.clauses])
    group, track, term = st.sampled_from([*scenario.groups]), st.sampled_from([*scenario.tracks]), terms(scenario)
    members = st.lists(party, min_size=1, max_size=3, unique=True).map(tuple)
    tasks = st.lists(clause, min_size=1, max_size=2, unique=True).map(tuple)
    plain = [Act(verb.id, each) for verb in scenario.verbs.values() for each in verb.parties or (None,)]
    return st.one_of(
        st.builds(SoundOut, party, clause),
        st.builds(lambda who, what: Float(who, what.clause, what.option), party, term),
        st.builds(lambda who, what: CallLeader(who, what.clause, what.option), party, term),
        st.builds(lambda what: Table(what.clause, what.option), term),
        st.builds(Carry, party, packages(scenario)),
        st.builds(TablePackage, packages(scenario)),
        st.builds(Convene, group, st.sampled_from(Format), members),
        st.builds(TaskGroup, group, tasks),
        *(st.builds(form, group) for form in (Unite, Recess)),
        *(st.builds(form, track) for form in (Promise, Deliver, Suspend)),
        st.builds(Link, track, clause),
        st.builds(TakeBack, clause),
        st.just(CallConference()),
        st.sampled_from([act for act in plain if act.verb not in FORMS]),
    )


@cache
def wild_actions(scenario: Scenario) -> st.SearchStrategy[Action]:
    """Any action, among them such as name things that do not exist."""
    word = st.sampled_from(["", "nobody", "us", *scenario.parties, *scenario.clauses, *scenario.tracks])
    strange = st.one_of(
        st.builds(SoundOut, word, word),
        st.builds(Float, word, word, word),
        st.builds(Convene, word, st.sampled_from(Format), st.lists(word, max_size=3).map(tuple)),
        st.builds(TaskGroup, st.sampled_from([*scenario.groups, "none"]), st.lists(word, max_size=3).map(tuple)),
        st.builds(Link, word, word),
        st.builds(Recess, word),
        st.builds(TablePackage, st.lists(st.builds(Term, word, word), max_size=4).map(tuple)),
        st.builds(Act, st.sampled_from([VerbId("nonsense"), *scenario.verbs]), st.none() | word),
    )
    return actions(scenario) | strange


@cache
def plans(scenario: Scenario) -> st.SearchStrategy[tuple[Action, ...]]:
    """Up to four actions, most of them not allowed together."""
    return st.lists(wild_actions(scenario), max_size=4).map(tuple)


def moments(game: Game) -> st.SearchStrategy[World]:
    """A moment of the game with every quantity, clause, group and track anywhere within its bounds, reached or not."""
    first = first_world(game)
    return st.integers(0, 2**32).map(lambda number: any_moment(game, first, Luck(number)))


def questions(scenario: Scenario) -> st.SearchStrategy[Question]:
    """Anything that a party can be asked: an option, a package, by telephone, at the table, or the whole text."""
    return st.integers(0, 2**32).map(lambda number: any_question(scenario, Luck(number)))


@dataclass(frozen=True)
class Journey:
    """A whole game, played when it is looked at; its text is short and enough to play it again."""

    setup: Setup
    picks: tuple[int, ...]
    backbone: str
    scenario: Scenario = field(repr=False)

    @cached_property
    def match(self) -> Match:
        return play_out(self.scenario, self.setup, Wanderer(self.picks, POLICIES[self.backbone]))

    @property
    def events(self) -> list[Event]:
        return [event for record in self.match.turns for event in record.events]


@st.composite
def journeys(draw: st.DrawFn, scenario: Scenario, lengths: tuple[str, ...] = ()) -> Journey:
    """Games from beginning to end, in any world, by a mediator that does all kinds of things, half of them sensible."""
    setup = draw(setups(scenario))
    if lengths:
        setup = replace(setup, length=draw(st.sampled_from(lengths)))
    pick = st.integers(1, 2**18).map(lambda number: number * 3) | st.integers(0, 2**20)
    picks = draw(st.lists(pick, max_size=scenario.lengths[LengthId(setup.length)].turns))
    return Journey(setup, tuple(picks), "statecraft", scenario)
