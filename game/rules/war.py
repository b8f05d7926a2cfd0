"""The war, which runs on beside the talks, and what it does to those who fight it."""

from functools import lru_cache

from game.model.ids import PartyId, Quantity
from game.model.ledger import Cause
from game.model.scenario import Scenario
from game.rules.calendar import paced
from game.rules.dice import bell, spread
from game.rules.effects import Batch, rule
from game.rules.reopening import shake_by_offensive
from game.rules.trust import belligerents

_FRONT, _ARMS, _INTELLIGENCE = Quantity("front"), Quantity("arms"), Quantity("intelligence")
_TEMPO, _GRID, _ENTRENCHMENT = Quantity("tempo"), Quantity("grid"), Quantity("entrenchment")
_STRAIN = rule("strain-of-war")
_FADING = {"sanctions": "sanctions-erode", "reading": "impressions-fade"}


def wage(batch: Batch) -> None:
    """A turn of war, or of cease-fire."""
    drift(batch)
    if batch.world.truce is not None:
        _rest(batch)
        return
    moved = _move_front(batch)
    _strike_grid(batch)
    _strain(batch)
    _look_at_map(batch, moved)
    shake_by_offensive(batch, moved)


def _move_front(batch: Batch) -> int:
    """Basis points that change hands this turn; positive for the party that advances."""
    rates, game = batch.game.rates, batch.game
    arms = batch.read(_ARMS) - _resting(batch, _ARMS)
    rate = rates.front_drift - arms * rates.front_per_arms // 25
    rate += (100 - batch.read(_INTELLIGENCE)) * rates.front_intelligence // 100
    if batch.world.season == "winter":
        rate = rate // 2
    amount = paced(game.length, rate) + bell(rates.front_noise, game.seed, "front", batch.world.turn)
    amount = amount * (50 + batch.read(_TEMPO)) // 100
    batch.shift(_FRONT, amount, rule("front-moves"))
    return amount


def _resting(batch: Batch, quantity: Quantity) -> int:
    rest = batch.game.scenario.quantities[quantity].rest
    return batch.read(quantity) if rest is None else rest


def _strike_grid(batch: Batch) -> None:
    cold = batch.world.season in ("winter", "autumn")
    if cold:
        amount = paced(batch.game.length, batch.game.rates.grid_strike) * batch.read(_TEMPO) // 50
        batch.shift(_GRID, amount - batch.read(_ARMS) // 25, rule("winter"))


def _strain(batch: Batch) -> None:
    """Every kind of strain that the war feeds grows; the pace in tenths of a point, the rest by chance."""
    game, turn = batch.game, batch.world.turn
    tenths = paced(game.length, game.rates.strain_war)
    whole, part = divmod(tenths, 10)
    fed = strains(game.scenario)
    for quantity, luck in zip(fed, spread(len(fed), 10, game.seed, "strain", turn), strict=True):
        batch.shift(quantity, whole + (1 if luck < part else 0), _STRAIN)


@lru_cache(maxsize=8)
def strains(scenario: Scenario) -> tuple[Quantity, ...]:
    """The strains that fighting feeds: those of the belligerents."""
    fighting = belligerents(scenario)
    return tuple(
        quantity
        for quantity in scenario.quantities
        if quantity.startswith("strain.") and quantity.split(".")[1] in fighting
    )


def _look_at_map(batch: Batch, moved: int) -> None:
    """What the front does to how the war looks: to the one that advances, and to the other."""
    amount = moved * batch.game.rates.outlook_front // 10
    first, second = belligerents(batch.game.scenario)
    batch.shift(Quantity(f"outlook.{first}"), amount, rule("front-moves"))
    batch.shift(Quantity(f"outlook.{second}"), -amount, rule("front-moves"))


def _rest(batch: Batch) -> None:
    for quantity in strains(batch.game.scenario):
        batch.shift(quantity, -1, rule("ceasefire-holds"))


def drift(batch: Batch) -> None:
    """Quantities with a resting level return to it."""
    for quantity, rest, pull, reason in _resting_quantities(batch.game.scenario):
        off = rest - batch.read(quantity)
        if off and not (quantity == _TEMPO and batch.world.truce is not None):
            step = min(abs(off), max(1, paced(batch.game.length, pull)))
            batch.shift(quantity, step if off > 0 else -step, reason)


@lru_cache(maxsize=8)
def _resting_quantities(scenario: Scenario) -> tuple[tuple[Quantity, int, int, Cause], ...]:
    """Every quantity that has a resting level, that level, the pull towards it, and what to call it."""
    return tuple(
        (spec.id, spec.rest, spec.pull, rule(_FADING.get(spec.id.split(".")[0], "drift")))
        for spec in scenario.quantities.values()
        if spec.rest is not None
    )


def entrench(batch: Batch, working: tuple[PartyId, ...]) -> None:
    """What any settlement is still worth falls with time, slowly while both belligerents work (C1)."""
    if batch.world.truce is not None:
        return
    rates = batch.game.rates
    at_work = all(party in working for party in belligerents(batch.game.scenario))
    amount = rates.entrench_working if at_work else rates.entrench_idle
    batch.shift(_ENTRENCHMENT, paced(batch.game.length, amount), rule("entrenchment"), ())
