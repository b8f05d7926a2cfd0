"""Working groups: detail comes from them and from nowhere else (C14), at the rates of the turn economy.

In the small scenario a parallel group does 50 hundredths of a point in a turn when a shuttle serves it, 20 when none
does, and a unified one 80.
"""

from dataclasses import replace
from typing import Any

import pytest

from game.contracts.building.moments import changes, found, last_turn, moment, opened, send, sitting, state
from game.contracts.building.parties import ALLY, BORDER, EAST, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.shipped import shipped
from game.contracts.building.small import BORDERS, ECONOMY, LULL, SECURITY, small_scenario
from game.contracts.building.verbs import make_verb
from game.model.actions import Act, Action, Convene, Recess, SoundOut, TaskGroup, Unite
from game.model.events import ClauseMoved, ClauseTurn, GroupChanged, GroupTurn, TrackChanged
from game.model.groups import Format, GroupState
from game.model.ids import ClauseId, GroupId, PartyId, VerbId
from game.model.scenario import Scenario
from game.play.match import DecisionRefused, Match

SPACE_GROUP = GroupId("space")


def worked(match: Match, *actions: Action) -> dict[ClauseId, int]:
    """How much detail each clause gained in a turn with these actions."""
    moved = found(last_turn(send(match, *actions)), ClauseMoved)
    return {each.clause: each.now.detail - each.was.detail for each in moved if each.turn is ClauseTurn.WORKED}


def seated(*groups: GroupId, match: Match | None = None, **changed: Any) -> Match:
    """Groups of their stakeholders alone."""
    chosen = match or opened()
    seats = {group: chosen.game.scenario.groups[group].stakeholders for group in groups}
    tables = {key: value for group in groups for key, value in sitting(group, *seats[group]).items()}
    return moment(chosen, groups=tables, **changed)


# Rates.


def test_an_envoy_left_unspent_serves_two_groups() -> None:
    """Two envoys serve all four; with one on an errand two are left, with both none."""
    match = seated(BORDERS, SECURITY, LULL, ECONOMY)
    errand, other = SoundOut(EAST, BORDER), SoundOut(WEST, BORDER)
    assert list(worked(match).values()) == [50, 50, 50, 50]
    assert list(worked(match, errand).values()) == [50, 50, 20, 20]
    assert list(worked(match, errand, other).values()) == [20, 20, 20, 20]


def test_a_unified_group_is_faster_and_needs_no_shuttle() -> None:
    match = moment(opened(), groups=sitting(LULL, EAST, WEST, unified=True), quantities=_TRUSTING)
    assert worked(match, SoundOut(EAST, BORDER), SoundOut(WEST, BORDER)) == {TRUCE: 80}


_TRUSTING = {"trust.east.west": 60, "trust.east": 60, "trust.west": 60}


def test_a_guest_without_a_stake_slows_a_group_to_four_fifths() -> None:
    """C16."""
    assert worked(moment(opened(), groups=sitting(LULL, EAST, WEST, ALLY))) == {TRUCE: 40}
    assert worked(moment(opened(), groups=sitting(LULL, EAST))) == {TRUCE: 50}, "an empty chair slows nobody"


def test_groups_above_capacity_work_at_half_rate() -> None:
    """Capacity for one: the first that sits works in full, the others at half."""
    match = seated(BORDERS, SECURITY, LULL, quantities={"capacity": 199})
    assert worked(match) == {BORDER: 50, PACT: 25, TRUCE: 25}


def test_a_guest_and_want_of_capacity_slow_one_after_the_other() -> None:
    match = moment(seated(BORDERS), groups=sitting(LULL, *PARTIES), quantities={"capacity": 100})
    assert worked(match)[TRUCE] == 20


def test_a_bilateral_group_works_on_its_track_and_takes_up_capacity() -> None:
    """Forty percent of 50 is 20 of 100; only its party and the mediator see it."""
    match = seated(BORDERS, SPACE_GROUP, quantities={"capacity": 100})
    changed = found(last_turn(send(match)), TrackChanged)
    assert [(each.now.work, each.seen) for each in changed] == [(10, ("east", "us"))]
    alone = found(last_turn(send(seated(SPACE_GROUP))), TrackChanged)
    assert [each.now.work for each in alone] == [20]


def test_work_of_a_bilateral_group_ends_at_a_hundred() -> None:
    match = seated(SPACE_GROUP)
    track = replace(match.world.tracks["space"], work=95)
    assert send(moment(match, tracks={"space": track})).world.tracks["space"].work == 100


# What they work on.


def two_clauses() -> Scenario:
    """The border and the truce in one group, neither of them political."""
    clauses = small_scenario().clauses
    border = replace(clauses[BORDER], political=False)
    truce = replace(clauses[TRUCE], group=BORDERS)
    return small_scenario(clauses=clauses | {BORDER: border, TRUCE: truce})


def agreed(detail: int, option: str = "freeze") -> Any:
    return state(option, EAST, WEST, detail=detail)


def test_a_group_splits_its_work_over_two_clauses() -> None:
    assert worked(seated(BORDERS, match=opened(two_clauses()))) == {BORDER: 25, TRUCE: 25}


def test_a_group_works_on_its_tasks_alone() -> None:
    match = seated(BORDERS, match=opened(two_clauses()))
    assert worked(match, TaskGroup(BORDERS, (TRUCE,))) == {TRUCE: 50}


def test_a_task_that_can_go_no_further_leaves_the_group_to_the_rest() -> None:
    match = seated(BORDERS, match=opened(two_clauses()), clauses={TRUCE: state(None, detail=100)})
    assert worked(match, TaskGroup(BORDERS, (TRUCE,))) == {BORDER: 50}


def test_what_the_first_clause_cannot_take_the_second_gets() -> None:
    match = seated(BORDERS, match=opened(two_clauses()), clauses={BORDER: agreed(290), TRUCE: agreed(290, "watched")})
    tasked = moment(match, clauses={TRUCE: agreed(100, "watched")})
    assert worked(tasked, TaskGroup(BORDERS, (BORDER, TRUCE))) == {BORDER: 10, TRUCE: 40}


def test_what_the_second_clause_cannot_take_the_first_gets() -> None:
    match = seated(BORDERS, match=opened(two_clauses()), clauses={BORDER: agreed(100), TRUCE: agreed(290, "watched")})
    assert worked(match, TaskGroup(BORDERS, (BORDER, TRUCE))) == {BORDER: 40, TRUCE: 10}


@pytest.mark.parametrize(
    ("clause", "after"),
    [
        pytest.param(state(None, detail=90), 100, id="no wording"),
        pytest.param(state("watched", EAST, detail=140), 150, id="tabled and not agreed"),
        pytest.param(state("watched", EAST, WEST, detail=290), 300, id="agreed"),
    ],
)
def test_officials_go_as_far_as_the_clause_stands(clause: Any, after: int) -> None:
    """A point without a wording, half a point ahead of agreement, all of it after."""
    assert send(seated(LULL, clauses={TRUCE: clause})).world.clauses[TRUCE].detail == after


def test_nobody_works_on_a_clause_whose_group_does_not_sit() -> None:
    match = moment(opened(), clauses={TRUCE: state("watched", EAST, WEST, detail=100)})
    assert worked(match) == {}


def test_work_carried_to_detail_makes_the_belligerents_in_the_room_trust_each_other_more() -> None:
    near = state("watched", EAST, WEST, detail=180)
    together = send(seated(LULL, clauses={TRUCE: near}))
    apart = send(moment(opened(), groups=sitting(LULL, EAST), clauses={TRUCE: near}))
    assert changes(last_turn(together), "trust.east.west", "detail-worked") == [3]
    assert changes(last_turn(apart), "trust.east.west", "detail-worked") == []
    assert changes(last_turn(send(together)), "trust.east.west", "detail-worked") == [], "once only"


# Formats.


@pytest.mark.parametrize(
    ("between", "east", "allowed"), [(25, 40, True), (10, 25, True), (9, 40, False), (25, 24, False)]
)
def test_a_group_can_unite_up_to_fifteen_points_short_of_the_trust_it_takes(
    between: int, east: int, allowed: bool
) -> None:
    """Thresholds 25 between the belligerents and 40 in Washington; short of them it risks a walk-out (C15)."""
    match = seated(LULL, quantities={"trust.east.west": between, "trust.east": east})
    if allowed:
        assert send(match, Unite(LULL)).turns[-2].events
        return
    with pytest.raises(DecisionRefused, match="short of what it takes"):
        send(match, Unite(LULL))


def unified_below(points: int, **length: int) -> Match:
    """A unified group so many points under the trust it takes; West trusts least."""
    match = moment(opened(**length), groups=sitting(LULL, EAST, WEST, unified=True))
    return moment(match, turn=3, quantities={"trust.east.west": 60, "trust.east": 60, "trust.west": 40 - points})


def test_a_unified_group_below_its_threshold_may_walk_out_and_the_least_trusting_leaves() -> None:
    """At 100 per mille a point, ten points make it certain."""
    broken = send(unified_below(10, walk_out_per_mille=100))
    event = found(last_turn(broken), GroupChanged)[-1]
    assert (event.turn, event.party, event.now) == (GroupTurn.WALKED_OUT, WEST, GroupState(resumes=5))
    assert found(last_turn(broken), ClauseMoved) == [], "and gets nothing done"


def test_a_unified_group_at_its_threshold_never_walks_out() -> None:
    match = unified_below(0, walk_out_per_mille=1000)
    assert send(match).world.groups[LULL].convened


def test_a_group_that_walked_out_cannot_be_convened_again_in_the_next_turn() -> None:
    broken = send(unified_below(10, walk_out_per_mille=100))
    parallel = Convene(LULL, Format.PARALLEL, (EAST, WEST))
    with pytest.raises(DecisionRefused, match="from turn 5"):
        send(broken, parallel)
    assert send(send(broken), parallel).world.groups[LULL].convened


def test_a_group_that_walked_out_cannot_be_convened_again_in_one_room_either() -> None:
    broken = send(unified_below(10, walk_out_per_mille=100))
    with pytest.raises(DecisionRefused):
        send(broken, Convene(LULL, Format.UNIFIED, (EAST, WEST)))


def test_a_group_keeps_its_tasks_when_its_members_change() -> None:
    match = moment(opened(), groups=sitting(LULL, EAST, tasks=(TRUCE,)))
    after = send(match, Convene(LULL, Format.PARALLEL, (EAST, WEST))).world.groups[LULL]
    assert (after.members, after.tasks) == ((EAST, WEST), (TRUCE,))


@pytest.mark.parametrize("members", [(WEST, EAST), (EAST, EAST), (EAST, WEST, WEST)])
def test_a_group_seats_each_member_once_and_in_any_order_it_is_the_same_group(members: tuple[PartyId, ...]) -> None:
    match = seated(LULL)
    with pytest.raises(DecisionRefused):
        send(match, Convene(LULL, Format.PARALLEL, members))


# Orders whose ground is gone by the time that the plan reaches them.


def test_a_group_sent_home_earlier_in_the_plan_cannot_be_tasked() -> None:
    after = send(seated(LULL), Recess(LULL), TaskGroup(LULL, (TRUCE,)))
    assert not after.world.groups[LULL].convened


def test_a_group_never_sits_without_members() -> None:
    after = send(seated(LULL), Recess(LULL))
    assert after.world.groups[LULL] == GroupState()


def test_capacity_is_built_up_by_half_a_group_and_never_beyond_four() -> None:
    """Staff spent on it: +0.5; the verb is content's."""
    empower = make_verb("empower", effects={"capacity": 50})
    match = opened(small_scenario(verbs=small_scenario().verbs | {empower.id: empower}))
    raised = send(moment(match, quantities={"capacity": 200}), Act(VerbId("empower")))
    full = send(moment(match, quantities={"capacity": 380}), Act(VerbId("empower")))
    assert (raised.world.quantities["capacity"], full.world.quantities["capacity"]) == (250, 400)


@pytest.mark.parametrize(
    ("length", "clears", "more", "alone"),
    [("quick", 90, 0, 30), ("class", 75, 0, 6), ("seminar", 60, 0, 5), ("full", 60, 15, 3)],
)
def test_jams_clear_in_the_shipped_lengths_as_the_turn_economy_says(
    length: str, clears: int, more: int, alone: int
) -> None:
    spec = next(each for name, each in shipped().lengths.items() if name == length)
    assert (spec.call_clears, spec.call_clears_more, spec.jam_clears) == (clears, more, alone)
