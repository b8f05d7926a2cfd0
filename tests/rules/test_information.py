"""Levels of information: what is known changes, and nothing that is so."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.small import small_scenario
from game.minds.policies import POLICIES
from game.model.ids import InformationId
from game.model.information import AS_USUAL, USUAL, Information, as_set_up
from game.model.world import Game, Setup, World
from game.play.seating import play_out
from game.rules.deal import deal, first_world, sounded
from game.rules.insight import insight_of
from game.rules.sight import mediator_view, party_view
from tests.strategies import quickly, setups

LEVELS = [as_set_up(level) for level in shipped().information]


def dealt(setup: Setup) -> list[Game]:
    """The game of the setup at every level."""
    return [deal(shipped(), replace(setup, information=level)) for level in LEVELS]


def as_it_is(world: World) -> World:
    """The world without what the mediator believes of it."""
    believed = {name: 0 for name in world.quantities if name.startswith("reading.")}
    return replace(world, beliefs={}, quantities={**world.quantities, **believed})


@given(st.data())
@quickly(15)
def test_the_parties_and_the_world_are_the_same_at_every_level(data: st.DataObject) -> None:
    usual, *others = dealt(data.draw(setups(shipped())))
    first = first_world(usual)
    for game in others:
        assert (game.truth, game.profiles, game.slopes, game.rates) == (
            usual.truth,
            usual.profiles,
            usual.slopes,
            usual.rates,
        )
        assert as_it_is(first_world(game)) == as_it_is(first)
        for party in game.profiles:
            assert party_view(game, first_world(game), party) == party_view(usual, first, party)


@pytest.mark.slow
@pytest.mark.parametrize("world", ["ripe", "sealed"])
def test_whoever_does_not_act_on_it_lives_through_the_same_game_at_every_level(world: str) -> None:
    """The passive mediator looks at no belief: the same parties, chances and ending, whatever it knew."""
    setup = shipped_setup("quick", 4, world)
    usual, *others = (
        play_out(shipped(), replace(setup, information=level), POLICIES["passive"]).world for level in LEVELS
    )
    assert [as_it_is(each) for each in others] == [as_it_is(usual)] * len(others)


@pytest.mark.parametrize(
    ("level", "lists", "bands"), [("", 9, (22, 4, 12)), ("ample", 18, (16, 3, 9)), ("scant", 4, (33, 6, 18))]
)
def test_a_level_scales_the_lists_of_the_length_and_the_bands_of_the_rules(
    level: str, lists: int, bands: tuple[int, int, int]
) -> None:
    """9 of a class game; 22, 4 and 12 points: twice and three quarters, half and half as much again."""
    game = deal(shipped(), replace(shipped_setup("class"), information=level))
    beliefs = first_world(game).beliefs.values()
    assert (game.insight.prior_band, game.insight.sounding_band, game.insight.hearsay_band) == bands
    assert sum(belief.band == bands[1] for belief in beliefs) == lists
    assert sum(belief.band == bands[0] for belief in beliefs) == 27 - lists
    assert mediator_view(game, first_world(game)).insight == game.insight


def error(level: str, *, sounding: bool) -> int:
    """How far estimates are off on the whole, over some deals: by rumour, or after a sounding of everything."""
    off = 0
    for seed in range(20):
        game = deal(shipped(), replace(shipped_setup(seed=seed), information=level))
        for key, belief in first_world(game).beliefs.items():
            believed = sounded(game, key, 2) if sounding else belief
            truth = game.profiles[key[0]].values[key[1]].values()
            off += sum(abs(value - true) for value, true in zip(believed.values, truth, strict=True))
    return off


@pytest.mark.parametrize("sounding", [False, True])
def test_who_is_better_informed_is_nearer_to_what_is_so(sounding: bool) -> None:
    ample, usual, scant = (error(level, sounding=sounding) for level in ("ample", "", "scant"))
    assert ample < usual < scant


def test_a_band_is_at_least_a_point_and_rumour_at_most_all_posture() -> None:
    rates = replace(shipped().rates, belief_sounding_band=1, posture=80)
    assert insight_of(rates, Information(InformationId("x"), "X", "", bands=25)).sounding_band == 1
    assert insight_of(rates, Information(InformationId("x"), "X", "", bands=400)).posture == 100


def test_a_scenario_without_levels_has_the_usual_one_and_it_is_named_by_nothing() -> None:
    scenario = small_scenario()
    assert scenario.information == {USUAL: AS_USUAL}
    assert scenario.informed("") == scenario.informed("usual") == AS_USUAL
    assert [as_set_up(each) for each in (None, "usual", "scant")] == ["", "", "scant"]
