"""Whether the cease-fire holds, and whether and how the game is over."""

from game.model.clauses import DETAIL_POINT, LOCKED
from game.model.events import GameEnded, TruceChanged
from game.model.ids import ClauseId, OptionId, Quantity
from game.model.scenario import Stage
from game.model.world import Game, World
from game.rules.apply import apply
from game.rules.calendar import paced
from game.rules.dice import per_mille
from game.rules.effects import Batch
from game.rules.facts import Facts

TRUCE_WEEKS = 12
"""A settlement has held when its cease-fire has lasted this long."""


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
        _break(batch)
    else:
        batch.add(TruceChanged(held + game.length.weeks))


def _break(batch: Batch) -> None:
    batch.add(TruceChanged(None))
    batch.add(GameEnded("ceasefire-broken"))


def _over(batch: Batch) -> bool:
    """Nothing happens any more once the game has ended."""
    return bool(batch.events) and isinstance(batch.events[-1], GameEnded)


def end_if_over(batch: Batch) -> None:
    """Decide the ending at the close of a turn, if there is one."""
    world = batch.world
    if _over(batch):
        return
    if world.stage is Stage.FINAL:
        run_on(batch)
    elif batch.read(Quantity("patience")) <= 0:
        batch.add(GameEnded("white-house-leaves"))
    elif world.truce is None and _collapsed(batch.game, apply(world, batch.events)):
        batch.add(GameEnded("collapse"))
    elif world.turn >= batch.game.length.turns:
        if world.stage is Stage.FRAMEWORK:
            run_on(batch)
        else:
            batch.add(GameEnded("frozen"))


def _collapsed(game: Game, world: World) -> bool:
    return bool(game.book.collapse(Facts(game, world)))


def run_on(batch: Batch) -> None:
    """Past the last turn the cease-fire is run on until it has held for twelve weeks or broken."""
    game, world = batch.game, batch.world
    hazard = break_hazard(batch)
    held = next((event.weeks for event in reversed(batch.events) if isinstance(event, TruceChanged)), world.truce)
    weeks = held or 0
    while weeks < TRUCE_WEEKS:
        if per_mille(hazard, game.seed, "truce-after", weeks):
            _break(batch)
            return
        weeks += 2
    batch.add(TruceChanged(weeks))
    batch.add(GameEnded(_signed_ending(world)))


def _signed_ending(world: World) -> str:
    if any(signature.imposed for signature in world.signed):
        return "imposed"
    return "final-settlement" if world.stage is Stage.FINAL else "framework"
