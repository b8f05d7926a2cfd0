"""Dealing: what the seed may change, and what is the same in every game of a setup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.lively import lively_scenario
from game.contracts.building.parties import BORDER, EAST
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.small import plain_world, small_scenario, small_setup
from game.model.ids import SEALED, PartyId, Quantity
from game.model.scenario import Scenario
from game.model.world import Setup
from game.rules.deal import deal, first_world, sounded
from game.rules.dice import bell
from tests.strategies import quickly, seeds, setups

LIVELY = lively_scenario()


@given(st.data())
@quickly(10)
def test_the_same_setup_deals_the_same_game(data: st.DataObject) -> None:
    setup = data.draw(setups(shipped()))
    one, other = deal(shipped(), setup), deal(shipped(), setup)
    assert (one.truth, one.profiles, one.slopes) == (other.truth, other.profiles, other.slopes)
    assert first_world(one) == first_world(other)


@given(seeds())
@quickly(30)
def test_weights_are_dealt_within_their_jitter_and_still_sum_to_the_whole(seed: int) -> None:
    """Weights move by 15 percent before they are scaled back to 10,000; so none moves by more than 36 percent."""
    for party in deal(shipped(), shipped_setup(seed=seed)).profiles.items():
        prior = shipped().parties[party[0]].prior.weights
        assert sum(party[1].weights.values()) == 10_000
        for clause, weight in party[1].weights.items():
            assert prior[clause] * 85 * 100 // 115 - 200 <= weight * 100 <= prior[clause] * 115 * 100 // 85 + 20_000


@given(seeds())
@quickly(30)
def test_what_a_party_says_in_public_is_the_top_of_its_scale_in_every_game(seed: int) -> None:
    """Values of 0 and 100 are ends of the scale; the seed leaves them, and keeps the rest within it."""
    for name, profile in deal(shipped(), shipped_setup(seed=seed)).profiles.items():
        for clause, options in shipped().parties[name].prior.values.items():
            for option, value in options.items():
                dealt = profile.values[clause][option]
                assert 0 <= dealt <= 100
                assert dealt == value or value not in (0, 100)


def test_two_seeds_deal_two_games() -> None:
    dealt = [deal(shipped(), shipped_setup(seed=seed)).profiles for seed in range(6)]
    assert all(one != other for place, one in enumerate(dealt) for other in dealt[:place])


@given(seeds())
@quickly(20)
def test_without_jitter_a_party_is_what_the_scenario_says(seed: int) -> None:
    scenario = small_scenario()
    profiles = deal(scenario, small_setup(seed)).profiles
    assert profiles == {name: party.prior for name, party in scenario.parties.items()}


def test_a_world_shifts_bases_hopes_values_slopes_and_rates_by_what_it_says() -> None:
    world = plain_world(
        base={EAST: 300},
        hope={EAST: 50},
        values={(EAST, BORDER, "freeze"): -20},
        slopes={(EAST, "sanctions"): 50},
        rates={"entrench_idle": 200},
        start={"trust.east": -10},
    )
    scenario = small_scenario(worlds={world.id: world})
    game = deal(scenario, small_setup())
    east, first = game.profiles[EAST], first_world(game)
    assert (east.base, east.hope, east.values[BORDER]["freeze"]) == (5300, 450, 30)
    assert (game.slopes[EAST][0].per_100, game.slopes[EAST][0].low, game.slopes[EAST][0].high) == (-150, -100, 50)
    assert game.rates.entrench_idle == 70
    assert first.quantities["trust.east"] == 40
    assert first.quantities["aspiration.east"] == 450


def test_a_sealed_game_has_one_of_the_worlds_and_does_not_tell_which() -> None:
    worlds = {deal(shipped(), shipped_setup(world=SEALED, seed=seed)).truth.id for seed in range(40)}
    assert worlds == set(shipped().worlds)
    assert deal(shipped(), shipped_setup(world=SEALED)).sealed
    assert not deal(shipped(), shipped_setup(world="ripe")).sealed


@pytest.mark.parametrize("length", ["quick", "class", "seminar", "full"])
def test_so_many_value_lists_are_known_at_the_start_as_the_length_says(length: str) -> None:
    """Turn economy: 12, 9, 6 and 3 of 27."""
    game = deal(shipped(), shipped_setup(length))
    beliefs = first_world(game).beliefs
    band = game.rates.belief_sounding_band
    known = {"quick": 12, "class": 9, "seminar": 6, "full": 3}[length]
    assert len(beliefs) == 27
    assert sum(belief.band == band for belief in beliefs.values()) == known == game.length.known_lists


@given(seeds(), st.integers(0, 24))
@quickly(20)
def test_a_sounding_is_off_by_no_more_than_its_band(seed: int, turn: int) -> None:
    game = deal(shipped(), shipped_setup(seed=seed))
    for key in first_world(game).beliefs:
        estimate = sounded(game, key, turn)
        truth = game.profiles[key[0]].values[key[1]].values()
        assert all(abs(value - true) <= 2 * estimate.band for value, true in zip(estimate.values, truth, strict=True))


@given(st.data())
@quickly(40)
def test_a_game_begins_with_every_quantity_within_its_bounds(data: st.DataObject) -> None:
    scenario = data.draw(st.sampled_from([LIVELY, shipped()]))
    assert out_of_bounds(scenario, data.draw(setups(scenario))) == []


def test_a_game_begins_within_bounds_even_at_the_far_end_of_the_jitter() -> None:
    """One party in some three hundred is dealt a first aspiration that lies under the least there can be."""
    spread = shipped().rates.jitter_hope
    russia = PartyId("russia")
    far = next(seed for seed in range(50_000) if bell(spread, seed, "hope", russia) < -260)
    assert out_of_bounds(shipped(), shipped_setup("quick", far)) == []


def test_a_world_cannot_start_the_house_with_more_patience_than_there_is() -> None:
    world = plain_world(start={Quantity("patience"): 50, Quantity("trust.east"): 90})
    scenario = small_scenario(worlds={world.id: world})
    assert out_of_bounds(scenario, small_setup()) == []


def out_of_bounds(scenario: Scenario, setup: Setup) -> list[str]:
    quantities = first_world(deal(scenario, setup)).quantities
    specs = scenario.quantities.values()
    return [f"{spec.id} {quantities[spec.id]}" for spec in specs if not spec.low <= quantities[spec.id] <= spec.high]


def test_a_length_starts_the_process_that_it_describes() -> None:
    """Turn economy: the class length starts with three groups and some detail, the full length with nothing."""
    begun, bare = (first_world(deal(shipped(), shipped_setup(length))) for length in ("class", "full"))
    assert {group for group, state in begun.groups.items() if state.convened} == {
        "territory",
        "guarantees",
        "ceasefire",
    }
    assert {clause: state.detail for clause, state in begun.clauses.items() if state.detail} == {
        "ceasefire": 100,
        "line": 100,
        "humanitarian": 100,
        "forces": 50,
        "guarantees": 50,
    }
    assert not any(state.convened for state in bare.groups.values())
    assert not any(state.detail for state in bare.clauses.values())


def test_dealing_leaves_the_scenario_as_it_was() -> None:
    scenario = small_scenario()
    before = replace(scenario)
    deal(scenario, small_setup())
    assert all(
        getattr(before, name) == getattr(scenario, name) for name in ("quantities", "worlds", "lengths", "rates")
    )
