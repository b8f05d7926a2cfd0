"""A game that is dealt late: war and entrenchment have run on, everything else begins afresh (C1)."""

from dataclasses import replace
from datetime import timedelta

from game.contracts.building.shipped import shipped, shipped_setup
from game.model.ids import Quantity
from game.model.world import World
from game.rules.deal import deal, first_world

ON_TIME = shipped_setup("full", 3)
LATE = replace(ON_TIME, late=16)


def begun(late: int, seed: int = 3) -> World:
    return first_world(deal(shipped(), replace(shipped_setup("full", seed), late=late)))


def test_a_late_game_is_the_same_game_with_as_many_turns_some_weeks_later() -> None:
    early, late = deal(shipped(), ON_TIME), deal(shipped(), LATE)
    assert late.profiles == early.profiles
    assert late.length.turns == early.length.turns
    assert late.length.first_day - early.length.first_day == timedelta(weeks=16)


def test_idle_turns_entrench_and_strain_and_leave_the_process_as_it_was() -> None:
    """Eight turns of two weeks at the idle rate of 35."""
    early, late = begun(0), begun(16)
    assert late.quantities[Quantity("entrenchment")] == 8 * shipped().rates.entrench_idle
    for name in ("strain.russia.manpower", "strain.ukraine.manpower", "strain.ukraine.cohesion"):
        assert late.quantities[Quantity(name)] > early.quantities[Quantity(name)]
    for name in ("patience", "capacity", "aspiration.russia", "guess.russia"):
        assert late.quantities[Quantity(name)] == early.quantities[Quantity(name)]
    assert (late.turn, late.clauses, late.groups, late.seen) == (0, early.clauses, early.groups, {})


def test_the_longer_nobody_negotiates_the_more_a_settlement_has_lost() -> None:
    worth = [begun(weeks).quantities[Quantity("entrenchment")] for weeks in (0, 2, 16, 48)]
    assert worth == sorted(set(worth))


def test_what_happened_in_the_idle_weeks_is_the_seeds_and_repeats() -> None:
    assert begun(16, 5) == begun(16, 5)
    assert len({begun(16, seed).quantities[Quantity("front")] for seed in range(8)}) > 3
