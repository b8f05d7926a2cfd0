"""A late start: war goes on for some weeks before anybody is sent to end it."""

from dataclasses import replace
from datetime import timedelta

from game.model.world import Game, World
from game.rules.apply import apply
from game.rules.calendar import season_of
from game.rules.effects import Batch
from game.rules.war import entrench, wage


def after_idling(game: Game, first: World) -> World:
    """The same first moment after the setup's idle weeks, in which war and entrenchment ran on and nobody negotiated.

    The turns that passed are numbered back from 0, so that none shares its chances with a turn of the game.
    """
    passed = game.setup.late // game.length.weeks
    earlier = replace(game.length, first_day=game.length.first_day - timedelta(weeks=game.setup.late))
    world = first
    for turn in range(1, passed + 1):
        world = replace(world, turn=turn - passed, season=season_of(earlier, turn))
        batch = Batch(game, world)
        wage(batch)
        entrench(batch, ())
        world = apply(world, batch.events)
    return replace(first, quantities=world.quantities)
