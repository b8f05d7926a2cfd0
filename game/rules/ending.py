"""Whether the cease-fire holds, and whether and how the game is over."""

from game.model.clauses import DETAIL_POINT, LOCKED
from game.model.events import Event, GameEnded, TruceChanged
from game.model.ids import ClauseId, OptionId, Quantity
from game.model.scenario import Stage
from game.model.world import Game, World
from game.rules.calendar import paced
from game.rules.dice import per_mille
from game.rules.effects import Batch
from game.rules.facts import Facts

TRUCE_WEEKS = 12
"""A settlement has held when its cease-fire has lasted this long."""

_BROKEN: tuple[Event, ...] = (TruceChanged(None), GameEnded("ceasefire-broken"))


def break_hazard(batch: Batch) -> int:
    """Chance, per mille and two weeks, that the cease-fire breaks."""
    rates, scenario = batch.game.rates, batch.game.scenario
    text = {clause: batch.clause(clause) for clause in scenario.clauses}
    missing = sum(LOCKED - text[key].detail for key, clause in scenario.clauses.items() if clause.core)
    overruled = {party for state in text.values() for party in state.over}
    hazard = rates.ceasefire_break + rates.ceasefire_detail * missing // DETAIL_POINT
    hazard += rates.ceasefire_over * len(overruled)
    if not monitored(batch.game, {key: state.option for key, state in text.items()}):
        hazard += rates.ceasefire_unmonitored
    if any(signature.imposed for signature in batch.world.signed):
        hazard += rates.ceasefire_imposed
    return hazard


def monitored(game: Game, options: dict[ClauseId, OptionId | None]) -> bool:
    return any(options.get(term.clause) == term.option for term in game.scenario.monitored)


def hold_truce(batch: Batch) -> None:
    """One more turn of cease-fire, or its end."""
    game, world = batch.game, batch.world
    held = world.truce or 0
    chance = paced(game.length, break_hazard(batch))
    if per_mille(chance, game.seed, "truce", world.turn):
        for event in _BROKEN:
            batch.add(event)
    else:
        batch.add(TruceChanged(held + game.length.weeks))


def end_if_over(batch: Batch, after: World) -> tuple[Event, ...]:
    """The ending at the close of a turn, if there is one; ``after`` is the world as the batch leaves it."""
    length, stage = batch.game.length, batch.world.stage
    if after.ending is not None:
        return ()
    if stage is Stage.FINAL:
        return run_on(batch, after)
    if batch.read(Quantity("patience")) <= 0:
        return (GameEnded("white-house-leaves"),)
    if after.truce is None and batch.game.book.collapse(Facts(batch.game, after)):
        return (GameEnded("collapse"),)
    if after.turn >= length.turns:
        return run_on(batch, after) if stage is Stage.FRAMEWORK else (GameEnded("frozen"),)
    return ()


def run_on(batch: Batch, after: World) -> tuple[Event, ...]:
    """Past the last turn the cease-fire is run on until it has held for twelve weeks or broken."""
    hazard, weeks = break_hazard(batch), after.truce or 0
    while weeks < TRUCE_WEEKS:
        if per_mille(hazard, batch.game.seed, "truce-after", weeks):
            return _BROKEN
        weeks += 2
    return (TruceChanged(weeks), GameEnded(_signed_ending(after)))


def _signed_ending(world: World) -> str:
    if any(signature.imposed for signature in world.signed):
        return "imposed"
    return "final-settlement" if world.stage is Stage.FINAL else "framework"
