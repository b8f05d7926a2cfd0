"""What happens at the close of every turn: hopes, war, entrenchment, resting levels, patience, stale knowledge."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.lively import effect, make_move
from game.contracts.building.moments import (
    agreed_text,
    changes,
    found,
    last_turn,
    moment,
    moved,
    opened,
    send,
    sitting,
    state,
)
from game.contracts.building.parties import BORDER, EAST, LANDING, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.shipped import shipped
from game.contracts.building.small import BORDERS, LULL, small_length, small_scenario
from game.model.actions import SoundOut
from game.model.events import BeliefRevised, MoveMade, StageReached
from game.model.expressions import Number
from game.model.ids import US, PartyId, Quantity
from game.model.scenario import Stage
from game.model.world import Estimate
from game.play.match import Match
from game.rules.calendar import calendar_of, first_day, last_day, paced, season_of
from game.rules.facts import Facts
from game.rules.turn import make_moves, move_offers
from tests.strategies import quickly


def turn_of(match: Match, quantity: str, reason: str | None = None) -> list[int]:
    return changes(last_turn(send(match)), quantity, reason)


def talking(*members: PartyId, **changed: Any) -> Match:
    """The lull group at work, with the work that it can do on a clause without a wording."""
    return moment(opened(), groups=sitting(LULL, *(members or (EAST, WEST))), **changed)


# Hopes.


def test_a_party_comes_down_while_talks_that_it_sits_in_work() -> None:
    """20 a fortnight, and 5 for each 20 points of trust over 40: at trust 50, 20 + 5 * 10 // 20."""
    assert turn_of(talking(), "aspiration.east", "talks-working") == [-22]
    assert turn_of(talking(), "aspiration.ally", "talks-working") == []


@pytest.mark.parametrize(
    ("strain", "trust", "fall"), [(40, 40, 20), (65, 40, 30), (40, 80, 30), (90, 80, 50), (0, 0, 20)]
)
def test_strain_and_trust_make_it_come_down_faster_and_neither_holds_it_up(strain: int, trust: int, fall: int) -> None:
    strains = {"strain.east.manpower": strain, "strain.east.cohesion": strain}
    match = talking(quantities={**strains, "trust.east": trust})
    assert turn_of(match, "aspiration.east", "talks-working") == [-fall]


@pytest.mark.parametrize(("firmness", "fall"), [(0, -33), (50, -22), (100, -11)])
def test_a_firm_party_comes_down_slowly(firmness: int, fall: int) -> None:
    personality = replace(small_scenario().parties[EAST].personality, firmness=firmness)
    match = opened(small_scenario(parties={EAST: {"personality": personality}}))
    assert turn_of(moment(match, groups=sitting(LULL, EAST, WEST)), "aspiration.east", "talks-working") == [fall]


def test_hopes_rise_for_all_when_no_talks_work() -> None:
    assert [turn_of(opened(), f"aspiration.{party}", "talks-stalled") for party in PARTIES] == [[10]] * 3


def test_a_group_that_gets_nowhere_is_no_working_talk() -> None:
    """Everything that the group could do is done."""
    stuck = talking(clauses={TRUCE: state(None, detail=100)})
    assert turn_of(stuck, "aspiration.east", "talks-stalled") == [10]


@pytest.mark.parametrize(("outlook", "change"), [(80, [15]), (20, [-15]), (50, [])])
def test_a_better_looking_war_raises_hopes_and_a_worse_one_lowers_them(outlook: int, change: list[int]) -> None:
    """C2: 5 for each ten points off 50."""
    match = moment(opened(), quantities={"outlook.east": outlook})
    assert turn_of(match, "aspiration.east", "war-outlook") == change


def test_while_one_belligerent_is_cut_off_the_other_waits_for_more_and_onlookers_resent_it() -> None:
    """C9: squeezing Kyiv raises Moscow's hopes."""
    match = moment(opened(), quantities={"assistance": 50})
    assert turn_of(match, "aspiration.east", "squeeze-on-kyiv") == [30]
    assert turn_of(match, "resentment.west", "assistance-cut") == [20]
    assert turn_of(match, "resentment.ally", "assistance-cut") == [20]
    assert turn_of(moment(opened(), quantities={"assistance": 51}), "aspiration.east", "squeeze-on-kyiv") == []


def test_time_and_talk_move_hopes_between_the_floor_and_the_ceiling_and_no_further() -> None:
    low = talking(quantities={"aspiration.east": 205})
    high = moment(opened(), quantities={"aspiration.east": 1395})
    assert turn_of(low, "aspiration.east", "talks-working") == [-5]
    assert turn_of(high, "aspiration.east", "talks-stalled") == [5]
    beyond = talking(quantities={"aspiration.east": 150})
    assert turn_of(beyond, "aspiration.east", "talks-working") == [], "and never pull one back in"


# War.


def fought(**rates: int) -> Match:
    return opened(small_scenario(rates=rates))


def test_at_resting_arms_the_front_drifts_and_the_map_is_read_by_both() -> None:
    """Six basis points at tempo 50; four tenths of them in outlook."""
    match = fought(front_drift=6, outlook_front=4)
    assert turn_of(match, "front", "front-moves") == [6]
    assert turn_of(match, "outlook.east", "front-moves") == [2]
    assert turn_of(match, "outlook.west", "front-moves") == [-2]


@pytest.mark.parametrize(("tempo", "moved"), [(0, [5]), (50, [10]), (100, [15])])
def test_the_tempo_of_the_fighting_scales_what_moves(tempo: int, moved: list[int]) -> None:
    match = moment(fought(front_drift=10), quantities={"tempo": tempo})
    assert turn_of(match, "front", "front-moves") == moved


def test_losing_intelligence_lets_the_other_side_advance() -> None:
    match = moment(fought(front_intelligence=8), quantities={"intelligence": 0})
    assert turn_of(match, "front", "front-moves") == [8]


def test_in_winter_the_front_moves_half_as_fast_and_the_grid_is_struck() -> None:
    match = moment(fought(front_drift=10, grid_strike=5), season="winter")
    assert turn_of(match, "front", "front-moves") == [5]
    assert turn_of(match, "grid", "winter") == [5 - 40 // 25]
    assert turn_of(moment(match, season="summer"), "grid", "winter") == []


def test_the_war_feeds_every_strain_of_those_who_fight_and_none_of_the_others() -> None:
    """Ten tenths of a point a fortnight."""
    match = fought(strain_war=10)
    fed = {name for name in match.world.quantities if turn_of(match, name, "strain-of-war") == [1]}
    assert fed == {"strain.east.manpower", "strain.east.cohesion", "strain.west.manpower", "strain.west.cohesion"}


def test_under_a_cease_fire_nothing_moves_and_strain_eases() -> None:
    quiet = small_scenario(rates={"front_drift": 10, "strain_war": 10, "ceasefire_break": 0, "ceasefire_detail": 0})
    match = moment(opened(quiet), stage=Stage.FRAMEWORK, truce=2, clauses=agreed_text(quiet))
    assert turn_of(match, "front") == []
    assert turn_of(match, "strain.east.manpower", "ceasefire-holds") == [-1]
    assert turn_of(match, "entrenchment") == []


@pytest.mark.parametrize(("groups", "amount"), [((EAST, WEST), 10), ((EAST,), 35), ((), 35)])
def test_settlement_loses_worth_slowly_while_both_belligerents_work_and_fast_when_they_do_not(
    groups: tuple[PartyId, ...], amount: int
) -> None:
    """C1."""
    match = talking(*groups) if groups else opened()
    assert turn_of(match, "entrenchment", "entrenchment") == [amount]


def test_a_quantity_with_a_resting_level_returns_to_it_step_by_step_and_stops_there() -> None:
    spec = replace(small_scenario().quantities[Quantity("discipline")], rest=52, pull=3)
    match = opened(small_scenario(quantities=small_scenario().quantities | {spec.id: spec}))
    drifts = [turn_of(moment(match, quantities={"discipline": at}), "discipline") for at in (40, 50, 52, 53, 90)]
    assert drifts == [[3], [2], [], [-1], [-3]]


# The parties' own moves.


def test_a_party_rests_after_a_move_for_as_long_as_content_says() -> None:
    """Every second turn, for a move with a rest of two."""
    march = make_move(EAST, "march", effect("front", 5), appeal=Number(90))
    match = opened(small_scenario(parties={EAST: {"moves": (march,)}}))
    rested = [
        bool(move_offers(match.game, Facts(match.game, moved(match.world, turn=turn, moves={march.id: 3})), EAST))
        for turn in (4, 5, 6)
    ]
    assert rested == [False, True, True]


def test_a_public_move_is_seen_by_all_and_another_by_its_party_and_the_mediator() -> None:
    for public, seen in ((True, None), (False, (EAST, US))):
        march = make_move(EAST, "march", effect("front", 5), appeal=Number(90), public=public)
        match = opened(small_scenario(parties={EAST: {"moves": (march,)}}))
        events = make_moves(match.game, match.world, ((EAST, march.id, 90),))
        assert found(events, MoveMade) == [MoveMade(EAST, march.id, 90, seen)]
        assert changes(events, "front") == [5]


# Home and stages.


def test_patience_wears_with_time_half_as_fast_after_a_framework_and_faster_with_a_hostile_congress() -> None:
    match = opened(patience_loss=5)
    assert turn_of(match, "patience", "time-at-the-white-house") == [-5]
    signed = moment(match, stage=Stage.FRAMEWORK)
    assert turn_of(signed, "patience", "time-at-the-white-house") == [-3]
    assert turn_of(moment(match, quantities={"congress": 34}), "patience", "congress-mood") == [-1]
    assert turn_of(moment(match, quantities={"congress": 35}), "patience", "congress-mood") == []


def test_two_principles_make_the_elements() -> None:
    scenario = small_scenario()
    one, two = (moment(opened(scenario), clauses=agreed_text(scenario, LANDING[:count])) for count in (1, 2))
    assert found(last_turn(send(one)), StageReached) == []
    assert found(last_turn(send(two)), StageReached) == [StageReached(Stage.ELEMENTS)]
    assert turn_of(two, "patience", "stage-reached") == [6]


# Knowledge.


def test_a_sounding_sharpens_the_clause_asked_about_and_the_heaviest_of_the_rest() -> None:
    """Two lists a sounding in the small scenario."""
    match = opened(known_lists=0)
    events = last_turn(send(match, SoundOut(EAST, TRUCE)))
    revised = found(events, BeliefRevised)[:2]
    assert [(each.clause, each.now.band) for each in revised] == [(TRUCE, 4), (BORDER, 4)]


def test_an_estimate_that_nobody_refreshes_grows_vaguer_every_fourth_turn_up_to_rumour() -> None:
    """Five tenths a fortnight: two points every fourth turn."""
    match = moment(
        opened(turns=24),
        beliefs={(EAST, BORDER): Estimate((0, 50, 100), 4, 0), (EAST, PACT): Estimate((0, 60, 100), 21, 0)},
    )
    bands = []
    for _ in range(8):
        match = send(match)
        bands.append((match.world.beliefs[EAST, BORDER].band, match.world.beliefs[EAST, PACT].band))
    assert bands[2] == (4, 21)
    assert bands[3] == (6, 22)
    assert bands[7] == (8, 22)


# The calendar.


@given(st.integers(-5000, 5000), st.integers(1, 400))
@quickly(60)
def test_a_fortnights_amount_is_scaled_alike_up_and_down_and_rounded_by_halves(amount: int, pace: int) -> None:
    length = small_length(pace=pace)
    assert paced(length, -amount) == -paced(length, amount)
    assert abs(paced(length, amount) * 100 - amount * pace) <= 50


@pytest.mark.parametrize("length", [*shipped().lengths.values()], ids=lambda length: str(length.id))
def test_turns_follow_one_another_without_a_gap(length: Any) -> None:
    for turn in range(1, length.turns):
        assert first_day(length, turn + 1) - last_day(length, turn) == timedelta(days=1)
    assert first_day(length, 1) == length.first_day


@pytest.mark.parametrize(
    ("day", "season"),
    [
        (date(2025, 12, 8), "winter"),
        (date(2026, 2, 25), "spring"),
        (date(2026, 5, 28), "summer"),
        (date(2026, 8, 30), "autumn"),
    ],
)
def test_a_turns_season_is_that_of_its_middle(day: date, season: str) -> None:
    assert season_of(small_length(first_day=day, weeks=2), 1) == season


@pytest.mark.parametrize(("capacity", "staff"), [(100, 2), (200, 2), (299, 2), (300, 3), (400, 4)])
def test_the_calendar_holds_one_president_two_envoys_and_staff_by_capacity(capacity: int, staff: int) -> None:
    cost = calendar_of(moment(opened(), quantities={"capacity": capacity}).world)
    assert (cost.president, cost.envoys, cost.staff) == (1, 2, staff)


def test_every_turn_of_war_is_worse_for_both_than_the_one_before() -> None:
    """C1, over a whole idle game: the worth of a settlement falls turn by turn."""
    match, worth = opened(turns=12), []
    for _ in range(6):
        worth.append(match.party(WEST).side)
        match = send(moment(match, groups=sitting(BORDERS, WEST)))
    assert worth == sorted(worth, reverse=True)
    assert len(set(worth)) == len(worth)
