"""What defines each policy, by what it does in whole games of the shipped scenario."""

from dataclasses import replace
from functools import cache

import pytest

from game.contracts.building.moments import agreed_text, moment, opened
from game.contracts.building.shipped import played, shipped, shipped_setup, stages
from game.minds.policies import LATE, POLICIES
from game.minds.policies.greedy import asks
from game.minds.policies.pressure import softened
from game.minds.reading import Reading
from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    SoundOut,
    Table,
    TablePackage,
    Unite,
)
from game.model.clauses import Term
from game.model.events import ActionTaken
from game.model.groups import Step
from game.model.ids import ClauseId, OptionId, PartyId, Quantity
from game.model.seats import PlanTurn
from game.model.views import MediatorView
from game.model.world import Heard
from game.play.seating import play_out
from game.rules.options import refusal

SEEDS = (3, 4)
RUSSIA, UKRAINE, EUROPE = map(PartyId, ("russia", "ukraine", "europe"))


@cache
def turns(policy: str) -> list[list[Action]]:
    """What the policy did, turn by turn, in two full games."""
    games = [played(policy, shipped_setup("full", seed)) for seed in SEEDS]
    return [[e.action for e in turn.events if isinstance(e, ActionTaken)] for game in games for turn in game.turns]


def done(policy: str) -> list[Action]:
    return [action for turn in turns(policy) for action in turn]


def verbs(policy: str) -> set[str]:
    return {action.verb for action in done(policy)}


def views(policy: str) -> list[MediatorView]:
    """What the mediator saw each time that it had to plan."""
    matches = [match for seed in SEEDS for match in stages(policy, shipped_setup("full", seed)) if not match.over]
    return [match.mediator() for match in matches if isinstance(match.waiting[0], PlanTurn)]


@pytest.mark.parametrize("world", sorted(shipped().worlds))
@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_plays_a_whole_game_in_every_world_and_no_plan_is_refused(policy: str, world: str) -> None:
    assert play_out(shipped(), shipped_setup("class", 4, world), POLICIES[policy], fingerprints=False).over


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_says_in_its_own_words_which_idea_it_is(policy: str) -> None:
    assert len((type(POLICIES[policy]).__doc__ or "").split()) >= 8


def test_pressure_only_sits_down_on_a_cease_fire_alone_until_moscow_softens_and_courts_nobody_there() -> None:
    """C10."""
    for view in views("pressure-only"):
        if not softened(Reading(view)):
            plan = POLICIES["pressure-only"].plan(view).actions
            assert {action.group for action in plan if isinstance(action, Convene)} <= {"ceasefire"}
    assert not {"link", "promise", "deliver", "confer-standing", "ease-sanctions", "hold-arms"} & verbs("pressure-only")
    assert max(view.known[Quantity("sanctions")] for view in views("pressure-only")) >= 70


def test_late_start_plays_as_statecraft_does_in_a_game_that_is_dealt_late() -> None:
    """C1."""
    assert LATE == {"late-start": 16}
    assert all(POLICIES["late-start"].plan(view) == POLICIES["statecraft"].plan(view) for view in views("statecraft"))


def test_squeeze_kyiv_warns_before_it_cuts_and_presses_nobody_else() -> None:
    """C9."""
    for seed in SEEDS:
        game = played("squeeze-kyiv", shipped_setup("full", seed))
        order: list[str] = [e.action.verb for turn in game.turns for e in turn.events if isinstance(e, ActionTaken)]
        assert order.index("warn-assistance") < order.index("pause-assistance")
    assert not {"tighten-sanctions", "send-arms"} & verbs("squeeze-kyiv")


def test_squeeze_kyiv_gives_back_what_it_cut_once_there_is_a_signature() -> None:
    cut = [match for match in stages("squeeze-kyiv", shipped_setup("full", 1)) if not match.over][12]
    assert cut.world.quantities[Quantity("assistance")] < 100
    signed = replace(cut.mediator(), stage=type(cut.world.stage).FRAMEWORK)
    assert "restore-support" in [action.verb for action in POLICIES["squeeze-kyiv"].plan(signed).actions]


def test_leaders_only_never_convenes_and_calls_more_than_moscow() -> None:
    """C13, C14."""
    assert not [action for action in done("leaders-only") if isinstance(action, Convene | Unite | Table | TablePackage)]
    assert len({action.party for action in done("leaders-only") if isinstance(action, CallLeader)}) > 1


def test_groups_only_never_uses_the_channel_to_the_kremlin() -> None:
    """C18."""
    assert not {"call", "confer-standing", "threaten-to-leave"} & verbs("groups-only")
    assert {"convene", "table", "assure-leader"} <= verbs("groups-only")


def test_no_europe_never_seats_europe_and_does_not_wait_for_its_consent() -> None:
    """C15, C16."""
    seated = [action.members for action in done("no-europe") if isinstance(action, Convene)]
    assert seated
    assert all(EUROPE not in members for members in seated)
    assert any(isinstance(action, CallLeader) and action.clause == "alignment" for action in done("no-europe"))


def test_megaphone_says_nothing_in_confidence_and_speaks_in_most_turns() -> None:
    """C7. A call and a wording have to be put to those who answer them."""
    assert not [action for action in done("megaphone") if isinstance(action, SoundOut | Float | Carry)]
    told = shipped().verbs
    assert all(told[a.verb].public for a in done("megaphone") if isinstance(a, Act) and a.party is not None)
    spoken = sum("public-address" in [action.verb for action in turn] for turn in turns("megaphone"))
    assert spoken * 2 > len(turns("megaphone"))


def test_give_first_gives_every_step_early_and_never_links() -> None:
    """C12."""
    assert "link" not in verbs("give-first")
    early = [a.track for turn in turns("give-first")[:8] for a in turn if isinstance(a, Deliver)]
    assert sorted(early) == sorted(shipped().tracks)


def test_words_only_promises_and_never_takes_a_step() -> None:
    """C12."""
    assert not {"link", "deliver"} & verbs("words-only")
    assert len({action.track for action in done("words-only") if isinstance(action, Promise)}) > 1


def test_erratic_means_what_statecraft_means_and_does_two_moves_in_three_of_it() -> None:
    """C19."""
    meant = kept = 0
    for view in views("statecraft"):
        plan, sent = POLICIES["statecraft"].plan(view).actions, POLICIES["erratic"].plan(view).actions
        meant += len(plan)
        kept += sum(action in sent for action in plan)
    assert 55 * meant < 100 * kept < 75 * meant
    assert {"ease-sanctions", "recess", "suspend", "take-back"} & verbs("erratic")


def test_hint_follower_puts_what_was_last_named_into_the_text() -> None:
    """Moscow named another wording on forces this turn, Kyiv a price for the line a turn before."""
    match = moment(opened(shipped(), shipped_setup("full")), turn=10)
    view = match.mediator()
    named = Term(ClauseId("forces"), OptionId("low-ceiling"))
    last = {
        (RUSSIA, ClauseId("forces")): Heard(view.turn, OptionId("defence-ceiling"), "counter", named),
        (UKRAINE, ClauseId("line")): Heard(
            view.turn - 1, OptionId("in-place"), "accept-if", Term(ClauseId("assets"), OptionId("all-ukraine"))
        ),
    }
    everybody = {group: replace(state, convened=True) for group, state in view.groups.items()}
    asked = moment(match, groups=everybody).mediator()
    plan = POLICIES["hint-follower"].plan(replace(asked, heard=last)).actions
    tabled = [action for action in plan if isinstance(action, Table | TablePackage)]
    assert tabled[0] == Table(named.clause, named.option)


def test_forecast_greedy_asks_what_is_likeliest_to_be_granted_and_stakes_nothing() -> None:
    assert not {"link", "promise", "deliver"} & verbs("forecast-greedy")
    for view in views("forecast-greedy"):
        odds = {action: chance for chance, action in asks(Reading(view))}
        asked = [action for action in POLICIES["forecast-greedy"].plan(view).actions if isinstance(action, Table)]
        assert asked == sorted(asked, key=lambda action: -odds[action])


def test_link_everything_has_every_track_linked_within_a_few_turns_and_works_on_it() -> None:
    """C12. What statecraft links one by one."""
    fifth = next(view for view in views("link-everything") if view.turn == 5)
    assert all(state.step is Step.LINKED for state in fifth.tracks.values())
    bilateral = {group.id for group in shipped().groups.values() if group.track is not None}
    assert bilateral & {action.group for action in done("link-everything") if isinstance(action, Convene)}
    assert sum(isinstance(a, Link) for a in done("link-everything")) > sum(
        isinstance(a, Link) for a in done("statecraft")
    )


def test_conference_spam_calls_a_conference_whenever_it_may() -> None:
    """C17. Nobody need be believed to sign."""
    ready = [view for view in views("conference-spam") if refusal(view, CallConference()) is None]
    assert ready
    assert all(POLICIES["conference-spam"].plan(view).actions[0] == CallConference() for view in ready)
    match = opened(shipped(), shipped_setup("full"))
    unwanted = moment(match, clauses=agreed_text(shipped()), quantities={"aspiration.ukraine": 1500}).mediator()
    unwanted = replace(unwanted, known={**unwanted.known, Quantity("guess.ukraine"): 1500})
    assert POLICIES["conference-spam"].plan(unwanted).actions[0] == CallConference()
    assert CallConference() not in POLICIES["statecraft"].plan(unwanted).actions
