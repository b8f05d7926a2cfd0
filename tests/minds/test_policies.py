"""The built-in mediators: the contract, and that choices matter in the ripe world."""

from functools import cache

import pytest

from game.contracts import MediatorMindContract
from game.contracts.building.lively import effect, make_card, make_choice
from game.contracts.building.moments import opened
from game.contracts.building.seats import Wanderer
from game.contracts.building.shipped import played, shipped, shipped_setup
from game.contracts.building.small import small_scenario, small_setup
from game.minds.choosing import STEADY, choose_by
from game.minds.policies import POLICIES, STYLES
from game.model.actions import FORMS
from game.model.cards import Cost, Outcome
from game.model.ids import US, CardId, ChoiceId
from game.model.seats import ChooseCard
from game.play.seating import play_out
from game.rules.outcome import outcome, score_under

SEEDS = range(12)


class TestStatecraft(MediatorMindContract):
    mind = POLICIES["statecraft"]


class TestPressureOnly(MediatorMindContract):
    mind = POLICIES["pressure-only"]


class TestErratic(MediatorMindContract):
    mind = POLICIES["erratic"]


class TestHintFollower(MediatorMindContract):
    mind = POLICIES["hint-follower"]


class TestForecastGreedy(MediatorMindContract):
    mind = POLICIES["forecast-greedy"]


class TestPassive(MediatorMindContract):
    mind = POLICIES["passive"]


class TestRandom(MediatorMindContract):
    mind = POLICIES["random"]


class TestWanderer(MediatorMindContract):
    """The mediator that the laws are tried with keeps to the contract as well."""

    mind = Wanderer((5, 3, 88, 0, 7, 1021, 44, 9, 2, 31), POLICIES["statecraft"])


@pytest.mark.parametrize("policy", POLICIES)
def test_a_mediator_copes_with_a_scenario_that_has_none_of_the_acts_it_would_like(policy: str) -> None:
    """Verbs are content: another scenario may leave out sanctions, arms or the bureaucracy."""
    scenario = small_scenario()
    bare = small_scenario(verbs={name: verb for name, verb in scenario.verbs.items() if name in FORMS})
    assert play_out(bare, small_setup(), POLICIES[policy]).over


@cache
def results(policy: str, length: str = "full", world: str = "ripe") -> tuple[int, int]:
    """How many of the twelve games were settled, and the sum of their scores."""
    matches = [played(policy, shipped_setup(length, seed, world)) for seed in SEEDS]
    ended = [outcome(match.game, match.world) for match in matches]
    lens = next(each for name, each in shipped().lenses.items() if name == "realist")
    return sum(each.settled for each in ended), sum(score_under(lens, each).total for each in ended)


KIN = ("late-start", "words-only", "hint-follower", "link-everything", "conference-spam", *STYLES)
"""Policies that keep the whole process, or have a whole one of their own, and so settle some games; their rates are
the lab's to judge."""

OTHERS = [policy for policy in POLICIES if policy != "statecraft" and policy not in KIN]


@pytest.mark.parametrize("policy", OTHERS)
def test_statecraft_settles_more_games_in_the_ripe_world_than(policy: str) -> None:
    assert results("statecraft")[0] > results(policy)[0]


@pytest.mark.parametrize("policy", OTHERS)
def test_statecraft_scores_ten_points_more_on_average_than(policy: str) -> None:
    """Twelve seeds, the full length, the realist lens."""
    assert results("statecraft")[1] - results(policy)[1] >= 10 * len(SEEDS)


@pytest.mark.parametrize("length", ["quick", "class", "full"])
@pytest.mark.parametrize("world", ["ripe", "sceptic"])
def test_doing_nothing_never_settles_anything(length: str, world: str) -> None:
    """C1: waiting loses."""
    assert results("passive", length, world)[0] == 0


@pytest.mark.parametrize("policy", [policy for policy in OTHERS if policy != "squeeze-kyiv"])
def test_in_the_class_length_statecraft_leads_as_well(policy: str) -> None:
    """In eight turns a squeeze comes so near that twelve seeds do not tell the two apart."""
    settled, score = results("statecraft", "class")
    assert settled >= results(policy, "class")[0]
    assert score > results(policy, "class")[1]


def test_statecraft_settles_fewer_games_of_sceptics_than_of_ripe_ones() -> None:
    """C24."""
    assert results("statecraft", "full", "sceptic")[0] < results("statecraft")[0]


def test_only_a_squeeze_ends_with_an_imposed_text() -> None:
    """C9, C13."""
    for policy in OTHERS:
        if policy == "squeeze-kyiv":
            continue
        assert all(played(policy, shipped_setup("full", seed)).world.ending != "imposed" for seed in SEEDS)


def test_a_steady_hand_takes_the_choice_that_does_most_for_what_it_values_at_a_fair_price() -> None:
    card = make_card(
        "dinner",
        make_choice("dear", Outcome((effect("trust.east", 4),)), Cost(president=1)),
        make_choice("fair", Outcome((effect("trust.east", 3),))),
        make_choice("poor", Outcome((effect("trust.east", -2),))),
    )
    view = opened(small_scenario(cards={card.id: card})).mediator()
    offered = ChooseCard(US, CardId("dinner"), tuple(choice.id for choice in card.choices))
    assert choose_by(STEADY, view, offered).choice == "fair"
    assert choose_by(STEADY, view, ChooseCard(US, CardId("dinner"), (ChoiceId("poor"),))).choice == "poor"
