"""The shipped worlds: each changes the mechanisms in the way that its idea says."""

import pytest

from game.contracts.building.moments import moved
from game.contracts.building.shipped import shipped, shipped_setup
from game.model.ids import PartyId, Quantity
from game.model.world import Game, World
from game.rules.deal import deal, first_world
from game.rules.negotiate import Scales
from game.rules.sight import party_view
from game.rules.slopes import slopes_value

RUSSIA, UKRAINE = PartyId("russia"), PartyId("ukraine")
WORLDS = ("ripe", "leverage-works", "sceptic", "long-war", "tired-moscow", "fragile-home")


def dealt(world: str, late: int = 0) -> tuple[Game, World]:
    setup = shipped_setup("full", 2, world)
    game = deal(shipped(), type(setup)(setup.scenario, setup.world, setup.length, setup.seed, late))
    return game, first_world(game)


def no_deal(world: str, party: PartyId, late: int = 0, **levels: int) -> int:
    """What no deal is worth to the party at the start, in hundredths."""
    game, first = dealt(world, late)
    return Scales(party_view(game, moved(first, quantities=levels), party)).no_deal


def test_the_six_worlds_are_offered_in_their_order() -> None:
    assert tuple(shipped().worlds) == WORLDS


@pytest.mark.parametrize("world", WORLDS)
def test_a_world_names_its_claims_and_gives_one_sentence_of_a_hint(world: str) -> None:
    spec = shipped().worlds[world]  # type: ignore[index]
    assert spec.source
    assert spec.hint.count(".") == 1


def pressed(world: str) -> int:
    return no_deal(world, RUSSIA) - no_deal(world, RUSSIA, sanctions=100, arms=100)


def test_full_pressure_moves_moscows_way_out_by_four_points_and_by_nine_where_leverage_works() -> None:
    """C10 and its rival."""
    assert pressed("ripe") == 400
    assert 850 <= pressed("leverage-works") <= 900


def test_where_leverage_works_arming_kyiv_raises_its_way_out_less() -> None:
    """C2 and its rival: strength becomes what can be attained, not what is held out for."""

    def armed(world: str) -> int:
        return no_deal(world, UKRAINE, arms=100) - no_deal(world, UKRAINE)

    assert 0 < armed("leverage-works") < armed("ripe")


def lost_by_waiting(world: str, party: PartyId) -> int:
    """How far the way out worsens in half a year in which nobody negotiates."""
    return no_deal(world, party) - no_deal(world, party, late=24)


def test_in_a_long_war_waiting_hurts_kyiv_more_than_moscow() -> None:
    assert lost_by_waiting("long-war", UKRAINE) > 200
    assert lost_by_waiting("long-war", UKRAINE) > lost_by_waiting("ripe", UKRAINE)
    assert lost_by_waiting("long-war", RUSSIA) < 50


def test_in_the_ripe_world_both_belligerents_lose_by_waiting() -> None:
    """C1."""
    assert min(lost_by_waiting("ripe", party) for party in (RUSSIA, UKRAINE)) > 100


def test_a_tired_moscow_has_less_of_a_way_out_from_the_first_day_and_loses_it_faster() -> None:
    """C4."""
    assert no_deal("tired-moscow", RUSSIA) < no_deal("ripe", RUSSIA) - 200
    assert lost_by_waiting("tired-moscow", RUSSIA) > lost_by_waiting("ripe", RUSSIA)
    assert no_deal("tired-moscow", UKRAINE) == no_deal("ripe", UKRAINE)


def test_at_a_fragile_home_patience_is_short_and_runs_out_faster_while_the_parties_are_as_in_ripe() -> None:
    """C19."""
    (fragile, first), (ripe, usual) = dealt("fragile-home"), dealt("ripe")
    assert first.quantities[Quantity("patience")] < usual.quantities[Quantity("patience")]
    assert fragile.length.patience_loss > ripe.length.patience_loss
    assert fragile.length.leak > ripe.length.leak
    assert fragile.profiles == ripe.profiles


def test_a_world_scales_the_length_that_is_played_and_leaves_the_scenarios_own_alone() -> None:
    spec = shipped().worlds["fragile-home"]  # type: ignore[index]
    for name, length in shipped().lengths.items():
        game = deal(shipped(), shipped_setup(name, 1, "fragile-home"))
        assert game.length.leak == length.leak * spec.length["leak"] // 100


def test_no_slope_of_a_shipped_world_exceeds_what_its_party_could_ever_weigh() -> None:
    """Eleven points at most for everything that speaks for going on."""
    for world in WORLDS:
        game, first = dealt(world)
        for party in shipped().parties:
            assert abs(slopes_value(game.slopes[party], first.quantities)) <= 1100
