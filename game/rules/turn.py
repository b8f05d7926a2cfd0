"""The course of a turn: it begins with cables, ends with groups, war, moods, home and whatever all this decides."""

from functools import lru_cache

from game.model.clauses import principle_agreed
from game.model.events import Event, MoveMade, StageReached, TurnBegan
from game.model.ids import US, CardId, MoveId, PartyId, Quantity
from game.model.ledger import EVERYBODY, Cause, Seen, Source
from game.model.scenario import Scenario, Stage
from game.model.seats import MoveOffer
from game.model.world import Check, Game, World
from game.rules.apply import apply
from game.rules.calendar import season_of
from game.rules.conditions import rulebook
from game.rules.deck import draw_cards
from game.rules.effects import Batch, rule
from game.rules.ending import end_if_over, hold_truce
from game.rules.facts import Facts
from game.rules.groups import work_groups
from game.rules.home import leak, wear_patience
from game.rules.knowledge import age_beliefs
from game.rules.leverage import settle_pledges
from game.rules.mood import move_hopes
from game.rules.principles import disclose
from game.rules.war import entrench, wage

_ELEMENTS_AT = 2


def begin_turn(game: Game, world: World) -> tuple[World, tuple[Event, ...], tuple[CardId, ...]]:
    """The next turn's first world, what happened in it, and the cards that wait for a choice."""
    began: tuple[Event, ...] = (TurnBegan(world.turn + 1, season_of(game.length, world.turn + 1)),)
    world = apply(world, began)
    batch = Batch(game, world)
    waiting = draw_cards(batch)
    events = (*began, *batch.events)
    return apply(world, batch.events), events, waiting


@lru_cache(maxsize=32)
def _repertoire(scenario: Scenario, party: PartyId) -> tuple[tuple[MoveId, int, Check, Check], ...]:
    """The party's moves: each with its rest, its condition and its appeal."""
    book = rulebook(scenario)
    moves = scenario.parties[party].moves
    return tuple((move.id, move.rest, book.move_when[move.id], book.move_appeal[move.id]) for move in moves)


def move_offers(game: Game, facts: Facts, party: PartyId) -> tuple[MoveOffer, ...]:
    """What the party could do of its own accord at the moment of the facts."""
    lately, turn = facts.world.moves, facts.world.turn
    return tuple(
        [
            MoveOffer(move, appeal(facts))
            for move, rest, when, appeal in _repertoire(game.scenario, party)
            if (move not in lately or turn - lately[move] >= rest) and when(facts)
        ]
    )


def offers(game: Game, world: World) -> tuple[tuple[PartyId, tuple[MoveOffer, ...]], ...]:
    """Every party's offers at the same moment: they move without seeing one another's moves."""
    facts = Facts(game, world)
    return tuple((party, move_offers(game, facts, party)) for party in game.scenario.parties)


def make_moves(game: Game, world: World, moves: tuple[tuple[PartyId, MoveId, int], ...]) -> tuple[Event, ...]:
    """Carry out the parties' own moves of a turn, in the scenario's order."""
    batch = Batch(game, world)
    for party, chosen, appeal in moves:
        move = next(each for each in game.party(party).moves if each.id == chosen)
        seen: Seen = EVERYBODY if move.public else (party, US)
        batch.add(MoveMade(party, chosen, appeal, seen))
        batch.take(move.effects, Cause(Source.MOVE, f"{party}/{chosen}"), seen=seen)
    return tuple(batch.events)


def close_turn(game: Game, world: World) -> tuple[World, tuple[Event, ...]]:
    """The turn's last world, and everything that happens after the mediator's actions and the parties' moves."""
    batch = Batch(game, world)
    disclose(batch)
    working = work_groups(batch)
    leak(batch)
    wage(batch)
    entrench(batch, working)
    move_hopes(batch, working)
    settle_pledges(batch)
    wear_patience(batch)
    age_beliefs(batch)
    _reach_elements(batch)
    if world.truce is not None:
        hold_truce(batch)
    after = apply(world, batch.events)
    ending = end_if_over(batch, after)
    return apply(after, ending) if ending else after, (*batch.events, *ending)


def _reach_elements(batch: Batch) -> None:
    """The elements stage: two principles agreed."""
    if batch.world.stage is not Stage.OPENING:
        return
    clauses = batch.game.scenario.clauses.values()
    if sum(principle_agreed(clause, batch.clause(clause.id)) for clause in clauses) >= _ELEMENTS_AT:
        batch.add(StageReached(Stage.ELEMENTS))
        batch.shift(Quantity("patience"), batch.game.rates.patience_stage, rule("stage-reached"))
