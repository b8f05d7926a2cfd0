"""The styles: each keeps to its own idea, and to the contract of a mediator."""

from functools import cache

import pytest

from game.contracts import MediatorMindContract
from game.contracts.building.shipped import played, shipped_setup, stages
from game.minds.policies import POLICIES, STYLES
from game.minds.reading import Reading
from game.model.actions import Action, Carry, Deliver, Link, Promise, SoundOut, TablePackage
from game.model.events import ActionTaken
from game.play.forecast import forecast


class TestFacilitation(MediatorMindContract):
    mind = STYLES["facilitation"]


class TestFormulation(MediatorMindContract):
    mind = STYLES["formulation"]


class TestLeverage(MediatorMindContract):
    mind = STYLES["leverage"]


PRESSURE = ("tighten-sanctions", "send-arms", "warn", "threaten-to-leave", "warn-assistance", "pause-assistance")


@cache
def acts(policy: str) -> tuple[Action, ...]:
    matches = [played(policy, shipped_setup("full", seed)) for seed in range(3)]
    events = (event for match in matches for turn in match.turns for event in turn.events)
    return tuple(event.action for event in events if isinstance(event, ActionTaken))


def test_every_style_can_be_played_by_its_name() -> None:
    assert STYLES.items() <= POLICIES.items()


@pytest.mark.parametrize("policy", ["facilitation", "formulation"])
def test_who_listens_or_drafts_presses_nobody(policy: str) -> None:
    assert not [action for action in acts(policy) if action.verb in PRESSURE]


def test_a_facilitator_gives_nothing_away_and_goes_round_all_capitals() -> None:
    done = acts("facilitation")
    assert not [action for action in done if isinstance(action, Deliver | Promise)]
    assert {getattr(action, "party", None) for action in done if action.verb == "reassure"} == {
        "russia",
        "ukraine",
        "europe",
    }


def test_a_formulator_carries_trades_and_tables_packages() -> None:
    assert [action for action in acts("formulation") if isinstance(action, Carry)]
    packages = [action for action in acts("formulation") if isinstance(action, TablePackage)]
    assert packages
    assert all(len({term.clause for term in package.terms}) in (2, 3) for package in packages)


@pytest.mark.parametrize("seed", range(3))
def test_a_package_is_tabled_only_if_all_who_are_asked_are_believed_to_take_it_as_a_whole(seed: int) -> None:
    for match in stages("formulation", shipped_setup("class", seed)):
        view = match.mediator()
        for action in STYLES["formulation"].plan(view).actions:
            if isinstance(action, TablePackage):
                asked = [chance.party for chance in forecast(view, action).chances]
                assert all(Reading(view).scales(party).weigh(action.terms).margin >= 0 for party in asked)


def test_leverage_threatens_and_carries_out_pays_for_hard_clauses_and_sounds_nobody_out() -> None:
    done = acts("leverage")
    verbs = {action.verb for action in done}
    assert {"warn", "tighten-sanctions", "threaten-to-leave"} <= verbs
    assert [action for action in done if isinstance(action, Link)]
    assert not [action for action in done if isinstance(action, SoundOut)]
