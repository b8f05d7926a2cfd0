"""Situations that a mind can be put into: one party's view and what it is asked, or the mediator's view.

They come from moments of a game that need not be reachable, so that a few hundred of them cover what whole games reach
only now and then. The same numbers give the same situations.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from game.contracts.building.luck import Luck
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
    first = first_world(game)
    for number in range(count):
        luck = Luck(seed, number)
        world = any_moment(game, first, luck)
        question = any_question(game.scenario, luck)
        yield Situation(party_view(game, world, question.party), question)


def any_question(scenario: Scenario, luck: Luck) -> Question:
    """An option, a package, a call, an option at the table, or the whole text for signature."""
    party, ask = luck.one_of([*scenario.parties]), luck.one_of([*Ask])
    clauses = [*scenario.clauses.values()]
    if ask is Ask.SIGN:
        return Question(party, ask, tuple(_any_term(clause, luck) for clause in clauses), CallConference())
    if ask is Ask.PACKAGE:
        terms = tuple(_any_term(clause, luck) for clause in luck.some_of(clauses, luck.one_of([2, 3])))
        acts: list[Action] = [TablePackage(terms), Carry(party, terms)]
        return Question(party, ask, terms, luck.one_of(acts))
    term = _any_term(luck.one_of(clauses), luck)
    single: Mapping[Ask, Action] = {
        Ask.FLOAT: Float(party, term.clause, term.option),
        Ask.CALL: CallLeader(party, term.clause, term.option),
        Ask.TABLE: Table(term.clause, term.option),
    }
    return Question(party, ask, (term,), single[ask])


def _any_term(clause: Clause, luck: Luck) -> Term:
    return Term(clause.id, luck.one_of([*clause.options]))


def any_moment(game: Game, first: World, luck: Luck) -> World:
    """A moment with every quantity, clause, group and track anywhere within its bounds, reached or not."""
    scenario = game.scenario
    return replace(
        first,
        turn=luck.between(1, game.length.turns),
        stage=luck.one_of([Stage.OPENING, Stage.ELEMENTS, Stage.FRAMEWORK]),
        quantities={spec.id: _level(spec, first, luck) for spec in scenario.quantities.values()},
        clauses={clause.id: any_clause_state(clause, luck) for clause in scenario.clauses.values()},
        groups={group: _group(scenario, luck) for group in scenario.groups},
        tracks=_tracks(scenario, luck),
        refusals={party: luck.between(0, 6) for party in scenario.parties},
    )


def _level(spec: QuantitySpec, first: World, luck: Luck) -> int:
    """Where it began, anywhere, or at one of the very ends."""
    end, anywhere = luck.one_of([spec.low, spec.high]), luck.between(spec.low, spec.high)
    return luck.one_of([first.quantities[spec.id], first.quantities[spec.id], anywhere, end])


def any_clause_state(clause: Clause, luck: Luck) -> ClauseState:
    """Open, or at an option that some of its stakeholders agreed to and at most one was overruled on.

    What is not on the table is on file with somebody, and nobody else knows of it.
    """
    detail = luck.one_of([0, PREPARED, DETAILED, LOCKED, luck.between(0, LOCKED)])
    if luck.happens(30):
        return ClauseState(detail=detail)
    agreed = tuple(party for party in clause.stakeholders if luck.happens(50))
    left = [party for party in clause.stakeholders if party not in agreed]
    over = (luck.one_of(left),) if left and luck.happens(30) else ()
    option = luck.one_of([*clause.options])
    blessed, tabled = luck.happens(50), luck.happens(70)
    if agreed and not tabled:
        return ClauseState(option, agreed, detail=detail, private=agreed)
    if left and luck.happens(20):
        return ClauseState(option, agreed, over, detail, tabled=True, private=agreed[:1])
    return ClauseState(option, agreed, over, detail, blessed, tries=luck.between(0, 3), tabled=True)


def _group(scenario: Scenario, luck: Luck) -> GroupState:
    members = tuple(party for party in scenario.parties if luck.happens(70))
    return GroupState(True, members, luck.one_of([*Format])) if members and luck.happens(70) else GroupState()


def _tracks(scenario: Scenario, luck: Luck) -> Mapping[TrackId, TrackState]:
    """Tracks at any step; no two of them linked to the same clause."""
    clauses = luck.some_of([*scenario.clauses], len(scenario.clauses))
    steps = [luck.one_of([*Step]) for _ in scenario.tracks]
    return {
        track: TrackState(step, clause if step is Step.LINKED else None, 0, luck.between(0, 100))
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
