"""Steps of normalisation, promises and threats that are remembered (C9 to C12), and acts that wear out."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import agreed_text, changes, found, last_turn, moment, opened, send, sitting, state
from game.contracts.building.parties import AID, BORDER, EAST, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.small import BORDERS, LULL, SPACE, small_scenario
from game.contracts.building.verbs import make_verb
from game.model.actions import (
    Act,
    Action,
    CallConference,
    Deliver,
    Float,
    Link,
    Promise,
    Suspend,
    Table,
    TablePackage,
)
from game.model.clauses import Term
from game.model.events import ActionTaken, PledgeEnded, PledgeMade
from game.model.groups import Step, TrackState
from game.model.ids import OptionId, PartyId, TrackId, VerbId
from game.model.scenario import Scenario
from game.model.verbs import PledgeKind
from game.model.world import Heard, Pledge
from game.play.forecast import forecast
from game.play.match import DecisionRefused, Match
from game.rules.acting import wear
from tests.strategies import quickly

WARN, TIGHTEN = Act(VerbId("warn"), EAST), Act(VerbId("tighten-sanctions"))


def step(match: Match) -> TrackState:
    return match.world.tracks[SPACE]


def on(step_: Step, since: int = 1, **fields: Any) -> dict[str, TrackState]:
    return {SPACE: TrackState(step_, since=since, **fields)}


def after_turns(match: Match, turns: int) -> list[tuple[object, ...]]:
    """The events of so many idle turns."""
    found_ = []
    for _ in range(turns):
        match = send(match)
        found_.append(last_turn(match))
    return found_


# Steps of normalisation.


@pytest.mark.parametrize(
    ("act", "now", "standing", "others"),
    [
        (Promise(SPACE), Step.PROMISED, [], []),
        (Link(SPACE, BORDER), Step.LINKED, [6], [-2]),
        (Deliver(SPACE), Step.DELIVERED, [6], [-2, -2]),
    ],
    ids=["promised", "linked", "delivered"],
)
def test_a_step_shown_confers_standing_and_costs_trust_elsewhere_and_a_gift_costs_it_twice(
    act: Action, now: Step, standing: list[int], others: list[int]
) -> None:
    """C12, C22: words satisfy nobody and cost nothing."""
    match = send(opened(), act)
    assert step(match).step is now
    assert changes(last_turn(match), "standing", act.verb) == standing
    for party in ("west", "ally"):
        assert changes(last_turn(match), f"trust.{party}", "warming-to-moscow") == others


def test_a_gift_pleases_and_raises_what_the_receiver_holds_out_for() -> None:
    events = last_turn(send(opened(), Deliver(SPACE)))
    assert changes(events, "trust.east", "deliver") == [4]
    assert changes(events, "aspiration.east", "unlinked-gift") == [90]
    assert changes(events, "aspiration.west", "unlinked-gift") == []


def test_a_link_is_kept_for_the_signing_and_paid_then() -> None:
    scenario = small_scenario()
    match = moment(opened(scenario), turn=3, clauses=agreed_text(scenario), tracks=on(Step.LINKED, clause=BORDER))
    signed = send(match, CallConference())
    assert step(signed) == TrackState(Step.DELIVERED, BORDER, 3, 0)
    assert changes(last_turn(signed), "trust.east", "promise-kept") == [3]


@pytest.mark.parametrize(
    ("act", "tracks", "says"),
    [
        (Deliver(SPACE), on(Step.DELIVERED), "has been given"),
        (Promise(SPACE), on(Step.LINKED, clause=BORDER), "promised, or more"),
        (Suspend(SPACE), on(Step.NONE), "nothing to suspend"),
        (Link(SPACE, BORDER), on(Step.LINKED, clause=BORDER), "linked to this clause already"),
    ],
)
def test_a_step_cannot_be_taken_twice_or_downwards(act: Action, tracks: dict[str, TrackState], says: str) -> None:
    with pytest.raises(DecisionRefused, match=says):
        send(moment(opened(), tracks=tracks), act)


# Promises are remembered.


def test_a_promise_that_nothing_follows_fades_after_four_turns_and_counts_as_broken() -> None:
    match = send(opened(turns=12), Promise(SPACE))
    *quiet, faded = after_turns(match, 4)
    assert not any(changes(events, "trust.east") for events in quiet)
    assert changes(faded, "trust.east", "promise-broken") == [-6]
    assert changes(faded, "credibility", "promise-broken") == [-7]
    assert [event.kept for event in found(faded, PledgeEnded)] == [False]


def test_a_promise_taken_back_is_broken_at_once() -> None:
    events = last_turn(send(moment(opened(), tracks=on(Step.PROMISED)), Suspend(SPACE)))
    assert changes(events, "trust.east", "promise-broken") == [-6]
    assert changes(events, "trust.east", "suspend") == [-5]


@pytest.mark.parametrize("act", [Deliver(SPACE), Link(SPACE, BORDER), Suspend(SPACE)], ids=lambda act: str(act.verb))
def test_a_promise_that_is_kept_or_taken_back_is_no_longer_owed(act: Action) -> None:
    promised = send(opened(), Promise(SPACE))
    assert len(promised.world.pledges) == 1
    assert send(promised, act).world.pledges == ()


# Threats.


def test_a_threat_carried_out_in_time_is_believed_the_next_time() -> None:
    threatened = send(opened(), WARN)
    assert threatened.world.pledges == (Pledge(VerbId("warn"), EAST, True, 1, 4),)
    done = send(threatened, TIGHTEN)
    assert changes(last_turn(done), "credibility", "threat-carried-out") == [3]
    assert done.world.pledges == ()


def test_a_threat_not_carried_out_costs_credibility_when_it_falls_due() -> None:
    """Made in turn 1 and due within three turns: idle at the end of turn 4."""
    first, second, third = after_turns(send(opened(), WARN), 3)
    assert not changes(first, "credibility") + changes(second, "credibility")
    assert changes(third, "credibility", "threat-not-carried-out") == [-7]
    assert [event.kept for event in found(third, PledgeEnded)] == [False]


def test_the_same_threat_is_not_owed_twice() -> None:
    twice = send(send(opened(), WARN), WARN)
    assert len(twice.world.pledges) == 1
    assert found(last_turn(twice), PledgeMade) == []


@pytest.mark.parametrize(("credibility", "trust"), [(65, -3), (100, -5), (30, -1), (0, -1)])
def test_a_threat_moves_as_far_as_washington_is_believed(credibility: int, trust: int) -> None:
    """In full at credibility 65, in proportion elsewhere; a small effect is never scaled to nothing."""
    match = moment(opened(), quantities={"credibility": credibility})
    assert changes(last_turn(send(match, WARN)), "trust.east", "warn") == [trust]


def test_a_promise_kept_by_deed_earns_trust_as_well_as_credibility() -> None:
    vow = make_verb("vow", (WEST,), pledge=PledgeKind.PROMISE, redeemed_by=("reassure",), due=2)
    match = send(opened(small_scenario(verbs=small_scenario().verbs | {vow.id: vow})), Act(vow.id, WEST))
    events = last_turn(send(match, Act(VerbId("reassure"), WEST)))
    assert changes(events, "credibility", "promise-kept") == [3]
    assert changes(events, "trust.west", "promise-kept") == [3]


# Wear (an act repeated within three turns has 60 % of its effect).


@pytest.mark.parametrize(("idle", "worn"), [(0, 60), (1, 60), (2, 100), (3, 100)])
def test_an_act_repeated_within_three_turns_has_sixty_percent_of_its_effect(idle: int, worn: int) -> None:
    match = send(opened(turns=12), TIGHTEN)
    for _ in range(idle):
        match = send(match)
    again = send(match, TIGHTEN)
    assert found(last_turn(again), ActionTaken)[0].worn == worn
    assert changes(last_turn(again), "sanctions", "tighten-sanctions") == [14 * worn // 100 if worn == 100 else 8]


def test_the_same_act_on_another_party_is_fresh() -> None:
    match = send(opened(), Act(VerbId("reassure"), EAST))
    assert wear(match.game, match.world, Act(VerbId("reassure"), WEST)) == 100
    assert wear(match.game, match.world, Act(VerbId("reassure"), EAST)) == 60


@given(st.sampled_from(PARTIES), st.integers(1, 12), st.integers(1, 12))
@quickly(20)
def test_wear_is_what_the_mediator_can_see_beforehand(party: PartyId, then: int, now: int) -> None:
    act = Act(VerbId("reassure"), party)
    match = moment(opened(turns=12), turn=max(then, now), acts={f"reassure {party}": min(then, now)})
    assert forecast(match.mediator(), act).worn == wear(match.game, match.world, act)


# A plan whose later acts have lost their ground (see ``dropped`` in a match).


@pytest.mark.parametrize(
    ("first", "second", "step_after"),
    [
        (Deliver(SPACE), Promise(SPACE), Step.DELIVERED),
        (Deliver(SPACE), Link(SPACE, BORDER), Step.DELIVERED),
        (Link(SPACE, BORDER), Promise(SPACE), Step.LINKED),
    ],
    ids=["promised after it was given", "linked after it was given", "promised after it was linked"],
)
def test_a_step_taken_earlier_in_the_plan_is_not_undone_by_a_later_one(
    first: Action, second: Action, step_after: Step
) -> None:
    assert step(send(opened(), first, second)).step is step_after


def test_what_a_signature_has_settled_cannot_be_floated_later_in_the_same_plan() -> None:
    scenario = small_scenario()
    text = agreed_text(scenario) | {AID: agreed_text(scenario)[AID]}
    match = moment(opened(scenario), turn=3, clauses=text)
    after = send(match, CallConference(), Float(EAST, AID, OptionId("none")))
    acts = [event.action.verb for event in found(last_turn(after), ActionTaken)]
    assert after.world.signed
    assert acts == ["conference"]


def test_two_tracks_cannot_pay_for_one_clause() -> None:
    scenario = small_scenario()
    moon = replace(scenario.tracks[SPACE], id="moon")
    both = small_scenario(tracks={SPACE: scenario.tracks[SPACE], "moon": moon})
    match = moment(opened(both), tracks=on(Step.LINKED, clause=BORDER))
    with pytest.raises(DecisionRefused, match="Another track"):
        send(match, Link("moon", BORDER))  # type: ignore[arg-type]
    assert send(match, Link("moon", PACT)).world.tracks["moon"].clause == PACT  # type: ignore[arg-type,index]


def test_a_step_cannot_be_linked_to_a_clause_in_which_its_party_has_no_stake() -> None:
    scenario = small_scenario()
    western = small_scenario(tracks={SPACE: replace(scenario.tracks[SPACE], party="ally")})
    with pytest.raises(DecisionRefused, match="no stake"):
        send(opened(western), Link(SPACE, TRUCE))


def test_moving_a_link_to_another_clause_confers_no_standing_again() -> None:
    """A step is evidence once; the same step pointed at another clause is not a second one (C12)."""
    linked = send(opened(), Link(SPACE, BORDER))
    assert changes(last_turn(send(linked, Link(SPACE, PACT))), "standing", "link") == []


# What is offered in haste, or simply given, makes its receiver wait for more (C12).


def with_a_moon() -> Scenario:
    """A second field of normalisation with the same party."""
    plain = small_scenario()
    moon = replace(plain.tracks[SPACE], id=TrackId("moon"))
    return small_scenario(tracks={**plain.tracks, moon.id: moon})


@pytest.mark.parametrize(("idle", "rises"), [(0, [45]), (1, [])])
def test_a_link_soon_after_another_raises_what_its_receiver_holds_out_for(idle: int, rises: list[int]) -> None:
    """Within four weeks, two turns of two weeks, one offer after the other looks like haste."""
    match = send(opened(with_a_moon(), turns=12), Link(SPACE, BORDER))
    assert changes(last_turn(match), "aspiration.east", "much-on-offer") == []
    for _ in range(idle):
        match = send(match)
    after = send(match, Link(TrackId("moon"), PACT))
    assert changes(last_turn(after), "aspiration.east", "much-on-offer") == rises


@pytest.mark.parametrize(
    ("act", "rises"), [(Table(TRUCE, OptionId("bare")), [60]), (Table(TRUCE, OptionId("watched")), [])]
)
def test_whoever_is_simply_given_what_it_named_holds_out_for_more(act: Action, rises: list[int]) -> None:
    named = Heard(2, OptionId("watched"), "counter", Term(TRUCE, OptionId("bare")))
    match = moment(opened(turns=12), turn=3, groups=sitting(LULL, EAST, WEST), heard={(EAST, TRUCE): named})
    assert changes(last_turn(send(match, act)), "aspiration.east", "had-for-less") == rises


def test_what_was_named_long_ago_or_is_traded_in_a_package_is_no_gift() -> None:
    named = Heard(2, OptionId("watched"), "counter", Term(TRUCE, OptionId("bare")))
    match = moment(opened(turns=12), turn=3, groups=sitting(LULL, EAST, WEST), heard={(EAST, TRUCE): named})
    late = moment(match, turn=6)
    assert changes(last_turn(send(late, Table(TRUCE, OptionId("bare")))), "aspiration.east", "had-for-less") == []
    trade = TablePackage((Term(TRUCE, OptionId("bare")), Term(BORDER, OptionId("freeze"))))
    both = moment(match, groups=sitting(BORDERS, EAST, WEST))
    assert changes(last_turn(send(both, trade)), "aspiration.east", "had-for-less") == []


def test_dropping_a_wording_costs_the_trust_of_those_who_had_agreed_to_it() -> None:
    standing = {TRUCE: state("watched", EAST)}
    match = moment(opened(), groups=sitting(LULL, EAST, WEST), clauses=standing)
    events = last_turn(send(match, Table(TRUCE, OptionId("bare"))))
    assert changes(events, "trust.east", "wording-dropped") == [-1]
    assert changes(events, "trust.west", "wording-dropped") == []


# A link that is owed.


def test_a_link_put_elsewhere_before_its_clause_is_settled_breaks_no_word() -> None:
    match = moment(opened(), tracks=on(Step.LINKED, clause=BORDER))
    events = last_turn(send(match, Link(SPACE, PACT)))
    assert changes(events, "credibility", "link-moved") == []


def test_a_link_put_elsewhere_once_its_clause_is_settled_is_a_word_broken() -> None:
    """What was owed for the clause is not paid: trust, credibility, and the principle, if it is not detailed yet."""
    scenario = small_scenario()
    text = {BORDER: state("freeze", *scenario.clauses[BORDER].stakeholders, detail=100)}
    match = moment(opened(scenario), tracks=on(Step.LINKED, clause=BORDER), clauses=text)
    after = send(match, Link(SPACE, PACT))
    rates = scenario.rates
    assert changes(last_turn(after), "credibility", "link-moved") == [-rates.credibility_idle]
    assert changes(last_turn(after), "trust.east", "link-moved") == [-rates.trust_promise_broken]
    assert after.world.clauses[BORDER].agreed == ()
