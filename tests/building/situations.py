"""Situations that a mind can be put into: one party's view and what it is asked, or the mediator's view.

They come from moments of a game that need not be reachable, so that a few hundred of them cover what whole games reach
only now and then. The same numbers give the same situations; nothing here needs Hypothesis.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import NamedTuple

from game.model.actions import Action, CallConference, CallLeader, Carry, Float, Table, TablePackage
from game.model.clauses import DETAILED, LOCKED, PREPARED, Clause, ClauseState, Term
from game.model.events import Ask, Help, HelpKind, Question
from game.model.groups import Format, GroupState, Step, TrackState
from game.model.ids import ClauseId, Quantity, TrackId
from game.model.scenario import QuantitySpec, Scenario, Stage
from game.model.views import PartyView
from game.model.world import Game, World
from game.rules.deal import first_world
from game.rules.sight import party_view


class Situation(NamedTuple):
    view: PartyView
    question: Question


def situations(game: Game, count: int, seed: int = 1) -> Iterator[Situation]:
    """So many questions to parties, each at another moment of the game."""
    luck, first = Random(seed), first_world(game)
    for _ in range(count):
        world = any_moment(game, first, luck)
        question = any_question(game.scenario, luck)
        yield Situation(party_view(game, world, question.party), question)


def any_question(scenario: Scenario, luck: Random) -> Question:
    """An option, a package, a call, an option at the table, or the whole text for signature."""
    party, ask = luck.choice([*scenario.parties]), luck.choice([*Ask])
    clauses = [*scenario.clauses.values()]
    if ask is Ask.SIGN:
        return Question(party, ask, tuple(_any_term(clause, luck) for clause in clauses), CallConference())
    if ask is Ask.PACKAGE:
        terms = tuple(_any_term(clause, luck) for clause in luck.sample(clauses, luck.choice([2, 3])))
        act: Action = luck.choice([TablePackage(terms), Carry(party, terms)])
        return Question(party, ask, terms, act)
    term = _any_term(luck.choice(clauses), luck)
    acts: Mapping[Ask, Action] = {
        Ask.FLOAT: Float(party, term.clause, term.option),
        Ask.CALL: CallLeader(party, term.clause, term.option),
        Ask.TABLE: Table(term.clause, term.option),
    }
    return Question(party, ask, (term,), acts[ask])


def _any_term(clause: Clause, luck: Random) -> Term:
    return Term(clause.id, luck.choice([*clause.options]))


def any_moment(game: Game, first: World, luck: Random) -> World:
    """A moment with every quantity, clause, group and track anywhere within its bounds, reached or not."""
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
    """Where it began, anywhere, or at one of the very ends."""
    end, anywhere = luck.choice([spec.low, spec.high]), luck.randint(spec.low, spec.high)
    return luck.choice([first.quantities[spec.id], first.quantities[spec.id], anywhere, end])


def any_clause_state(clause: Clause, luck: Random) -> ClauseState:
    """Open, or at an option that some of its stakeholders agreed to and at most one was overruled on.

    What is not on the table is on file with somebody, and nobody else knows of it.
    """
    detail = luck.choice([0, PREPARED, DETAILED, LOCKED, luck.randint(0, LOCKED)])
    if luck.random() < 0.3:
        return ClauseState(detail=detail)
    agreed = tuple(party for party in clause.stakeholders if luck.random() < 0.5)
    left = [party for party in clause.stakeholders if party not in agreed]
    over = (luck.choice(left),) if left and luck.random() < 0.3 else ()
    option = luck.choice([*clause.options])
    blessed, tabled = luck.random() < 0.5, luck.random() < 0.7
    if agreed and not tabled:
        return ClauseState(option, agreed, detail=detail, private=agreed)
    if left and luck.random() < 0.2:
        return ClauseState(option, agreed, over, detail, tabled=True, private=agreed[:1])
    return ClauseState(option, agreed, over, detail, blessed, tries=luck.randint(0, 3), tabled=True)


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


def granted(view: PartyView, term: Term) -> PartyView:
    """The view once the term stands in the text and the party has agreed to it."""
    was = view.text[term.clause]
    now = ClauseState(term.option, (view.party.id,), (), was.detail, tabled=True)
    return replace(view, text={**view.text, term.clause: now})


def paid(view: PartyView, track: TrackId, clause: ClauseId) -> PartyView:
    """The view once the track is linked to the clause."""
    worth = view.links.get(clause, 0) + view.payable[track]
    payable = {other: value for other, value in view.payable.items() if other != track}
    return replace(view, links={**view.links, clause: worth}, payable=payable)


def with_known(view: PartyView, name: str, change: int) -> PartyView:
    """The view with one quantity changed by so much."""
    quantity = Quantity(f"{name}.{view.party.id}")
    return replace(view, known={**view.known, quantity: view.known[quantity] + change})


def helped(situation: Situation, help_: Help) -> Situation | None:
    """The same question once the help has been given; None if it is not a help that can be given by itself."""
    view, question = situation
    match help_:
        case Help(HelpKind.OPTION, Term(clause, _) as term):
            terms = tuple(term if each.clause == clause else each for each in question.terms)
            return Situation(view, replace(question, terms=terms))
        case Help(HelpKind.ASK, Term() as term):
            return Situation(granted(view, term), question)
        case Help(HelpKind.LINK, Term(clause, _), str() as track):
            return Situation(paid(view, track, clause), question)
        case Help(HelpKind.TRUST):
            return Situation(with_known(view, "trust", 10), question)
        case Help(HelpKind.ROOM):
            return Situation(with_known(view, "room", 10), question)
        case Help(HelpKind.REASSURANCE):
            eased = with_known(view, "resentment", -50)
            return Situation(replace(eased, side=eased.side + 50), question)
        case Help(HelpKind.TIME):
            return Situation(with_known(view, "aspiration", -50), question)
        case _:
            return None
