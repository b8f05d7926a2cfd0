"""Settlement progress: from 0 to 100, from what the mediator can know, and exactly the sum of its parts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import agreed_text, moment, opened, state
from game.contracts.building.parties import BORDER, EAST, WEST
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.small import small_scenario
from game.model.scenario import Stage
from game.model.world import Estimate
from game.rules.score import buy_in, progress
from game.rules.sight import mediator_view
from tests.strategies import moments, quickly

SHIPPED = opened(shipped(), shipped_setup("class")).game


@given(st.data())
@quickly(100)
def test_progress_is_the_sum_of_its_parts_and_runs_from_0_to_100(data: st.DataObject) -> None:
    found = progress(mediator_view(SHIPPED, data.draw(moments(SHIPPED))))
    assert found.total == sum(found.parts.values())
    assert 0 <= found.total <= 100
    assert all(part >= 0 for part in found.parts.values())


def test_a_game_begins_at_0() -> None:
    assert progress(opened().mediator()).total == 0


def test_everything_settled_locked_and_wanted_by_all_makes_100() -> None:
    """Importance is 25 for each of four clauses, and everybody is believed to like everything."""
    scenario = small_scenario()
    liked = {key: Estimate((100,) * len(each.values), 0, 0) for key, each in opened(scenario).world.beliefs.items()}
    match = moment(opened(scenario), stage=Stage.FINAL, clauses=agreed_text(scenario, detail=300), beliefs=liked)
    assert abs(progress(match.mediator()).total - 100) <= 2, "four parts, each rounded to whole points"


def test_the_shipped_scenario_can_reach_100_and_never_more() -> None:
    """Nine rounded parts and the stages must not add up to more than the whole."""
    match = opened(shipped(), shipped_setup("class"))
    liked = {key: Estimate((100,) * len(each.values), 0, 0) for key, each in match.world.beliefs.items()}
    best = moment(match, stage=Stage.FINAL, clauses=agreed_text(shipped(), detail=300), beliefs=liked)
    assert progress(best.mediator()).total == 100


def test_a_principle_without_detail_is_a_headline_and_counts_for_little() -> None:
    """C13, C14: 30 percent of the share."""
    bare = moment(opened(), clauses={BORDER: state("freeze", EAST, WEST)})
    locked = moment(bare, clauses={BORDER: state("freeze", EAST, WEST, detail=300)})
    one, whole = (progress(match.mediator()).parts["clause:border"] for match in (bare, locked))
    assert abs(one * 10 - whole * 3) <= 10


def test_half_of_the_consents_are_half_of_the_share() -> None:
    half = moment(opened(), clauses={BORDER: state("freeze", EAST, detail=300)})
    whole = moment(opened(), clauses={BORDER: state("freeze", EAST, WEST, detail=300)})
    parts = [progress(match.mediator()).parts["clause:border"] for match in (half, whole)]
    assert abs(parts[0] * 2 - parts[1]) <= 1


def test_what_is_settled_over_a_head_is_not_agreed() -> None:
    over = moment(opened(), clauses={BORDER: state("freeze", EAST, over=(WEST,), detail=300)})
    half = moment(opened(), clauses={BORDER: state("freeze", EAST, detail=300)})
    assert progress(over.mediator()) == progress(half.mediator())


def test_buy_in_is_what_the_least_satisfied_stakeholder_is_believed_to_get() -> None:
    match = moment(
        opened(),
        clauses={BORDER: state("freeze", EAST, WEST)},
        beliefs={(EAST, BORDER): Estimate((0, 30, 100), 4, 0), (WEST, BORDER): Estimate((100, 60, 0), 4, 0)},
    )
    assert buy_in(match.mediator(), BORDER) == 60 + 20


@given(st.data())
@quickly(30)
def test_progress_reads_belief_and_not_the_truth(data: st.DataObject) -> None:
    """Rule 12 of the house: the same beliefs over other profiles give the same progress."""
    world = data.draw(moments(SHIPPED))
    dealt = opened(shipped(), shipped_setup("class", seed=5)).game.profiles
    other = replace(SHIPPED, profiles=dealt)
    assert progress(mediator_view(SHIPPED, world)) == progress(mediator_view(other, world))
