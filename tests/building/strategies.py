"""Hypothesis strategies: a setup, an action, a plan, a moment or a question of any scenario, and whole games.

``quickly`` is the setting of the laws: a few examples, the same in every run. ``BACKCHANNEL_EXAMPLES`` asks for more,
and then they are drawn afresh each time: that is how a campaign uses the same tests.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

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
from game.model.clauses import DETAILED, LOCKED, PREPARED, Clause, ClauseState, Term
from game.model.events import Ask, Event, Question
from game.model.groups import Format, GroupState, Step, TrackState
from game.model.ids import SEALED, LengthId, TrackId, VerbId
from game.model.scenario import QuantitySpec, Scenario, Stage
from game.model.world import Game, Setup, World
from game.play.autoplay import play_out
from game.play.match import Match
from game.rules.deal import first_world
from tests.building.seats import Wanderer

_ASKED = os.environ.get("BACKCHANNEL_EXAMPLES")


def quickly(examples: int) -> settings:
    """So many examples, or as many as ``BACKCHANNEL_EXAMPLES`` asks for."""
    return settings(
        max_examples=int(_ASKED or examples),
        derandomize=_ASKED is None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**64 - 1)


def setups(scenario: Scenario) -> st.SearchStrategy[Setup]:
    """Any world, the sealed one among them, any length and seed."""
    worlds = st.sampled_from([*scenario.worlds, SEALED])
    return st.builds(Setup, st.just(scenario.id), worlds, st.sampled_from([*scenario.lengths]), seeds())


def terms(scenario: Scenario) -> st.SearchStrategy[Term]:
    return st.sampled_from([Term(clause.id, each) for clause in scenario.clauses.values() for each in clause.options])


def packages(scenario: Scenario) -> st.SearchStrategy[tuple[Term, ...]]:
    """Two or three terms on different clauses."""
    return st.lists(terms(scenario), min_size=2, max_size=3, unique_by=lambda term: term.clause).map(tuple)


def texts(scenario: Scenario) -> st.SearchStrategy[tuple[Term, ...]]:
    """A whole text: one option for every clause."""
    return st.tuples(*(_term_of(clause) for clause in scenario.clauses.values()))


def _term_of(clause: Clause) -> st.SearchStrategy[Term]:
    return st.sampled_from([Term(clause.id, option) for option in clause.options])


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


def plans(scenario: Scenario) -> st.SearchStrategy[tuple[Action, ...]]:
    """Up to four actions, most of them not allowed together."""
    return st.lists(wild_actions(scenario), max_size=4).map(tuple)


def moments(game: Game) -> st.SearchStrategy[World]:
    """A moment of the game with every quantity, clause, group and track anywhere within its bounds, reached or not."""
    first = first_world(game)
    return st.integers(0, 2**32).map(lambda number: any_moment(game, first, Random(number)))


def any_moment(game: Game, first: World, luck: Random) -> World:
    """One moment for one state of ``luck``: far quicker than to let Hypothesis draw its hundred parts."""
    scenario = game.scenario
    return replace(
        first,
        turn=luck.randint(1, game.length.turns),
        stage=luck.choice([Stage.OPENING, Stage.ELEMENTS, Stage.FRAMEWORK]),
        quantities={spec.id: _level(spec, first, luck) for spec in scenario.quantities.values()},
        clauses={clause.id: any_clause_state(clause, luck) for clause in scenario.clauses.values()},
        groups={group: _group(scenario, luck) for group in scenario.groups},
        tracks=_tracks(scenario, luck),
        refusals={party: luck.randint(0, 6) for party in scenario.parties},
    )


def _level(spec: QuantitySpec, first: World, luck: Random) -> int:
    """Where it began, anywhere, or at the very ends."""
    return luck.choice(
        [first.quantities[spec.id], luck.randint(spec.low, spec.high), luck.choice([spec.low, spec.high])]
    )


def any_clause_state(clause: Clause, luck: Random) -> ClauseState:
    """Open, or at an option that some of its stakeholders agreed to and at most one was overruled on."""
    detail = luck.choice([0, PREPARED, DETAILED, LOCKED, luck.randint(0, LOCKED)])
    if luck.random() < 0.3:
        return ClauseState(detail=detail)
    agreed = tuple(party for party in clause.stakeholders if luck.random() < 0.5)
    left = [party for party in clause.stakeholders if party not in agreed]
    over = (luck.choice(left),) if left and luck.random() < 0.3 else ()
    option = luck.choice([*clause.options])
    blessed, tabled = luck.random() < 0.5, luck.random() < 0.7
    return ClauseState(option, agreed, over, detail, blessed, tries=luck.randint(0, 3), tabled=tabled)


def _group(scenario: Scenario, luck: Random) -> GroupState:
    members = tuple(party for party in scenario.parties if luck.random() < 0.7)
    return GroupState(True, members, luck.choice([*Format])) if members and luck.random() < 0.7 else GroupState()


def _tracks(scenario: Scenario, luck: Random) -> Mapping[TrackId, TrackState]:
    """Tracks at any step; no two of them linked to the same clause."""
    clauses = luck.sample([*scenario.clauses], len(scenario.clauses))
    steps = [luck.choice([*Step]) for _ in scenario.tracks]
    return {
        track: TrackState(step, clause if step is Step.LINKED else None, 0, luck.randint(0, 100))
        for track, step, clause in zip(scenario.tracks, steps, clauses, strict=False)
    }


@st.composite
def questions(draw: st.DrawFn, scenario: Scenario) -> Question:
    """Anything that a party can be asked: an option, a package, by telephone, at the table, or the whole text."""
    party = draw(st.sampled_from([*scenario.parties]))
    ask = draw(st.sampled_from(Ask))
    if ask is Ask.SIGN:
        return Question(party, ask, draw(texts(scenario)), CallConference())
    if ask is Ask.PACKAGE:
        found = draw(packages(scenario))
        return Question(party, ask, found, TablePackage(found))
    term = draw(terms(scenario))
    act: Action = Float(party, term.clause, term.option)
    if ask is Ask.CALL:
        act = CallLeader(party, term.clause, term.option)
    if ask is Ask.TABLE:
        act = Table(term.clause, term.option)
    return Question(party, ask, (term,), act)


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
