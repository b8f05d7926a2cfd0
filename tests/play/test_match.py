"""The match as a state machine: it asks, takes decisions, refuses with reasons, and never changes what it was."""

from dataclasses import fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.lively import lively_scenario
from game.contracts.building.moments import agreed_text, found, last_turn, moment, opened, send, sitting
from game.contracts.building.parties import ALLY, BORDER, EAST, PARTIES, TRUCE, WEST
from game.contracts.building.seats import NO, YES, Wanderer, answer, saying
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.contracts.building.small import LULL, small_scenario, small_setup
from game.minds.policies import POLICIES
from game.model.actions import Act, Action, CallConference, Float, SoundOut, Table
from game.model.events import ActionDropped, Ask, ClauseMoved, PartyAnswered, Verdict
from game.model.ids import US, ChoiceId, MoveId, OptionId, VerbId
from game.model.seats import (
    AnswerDecision,
    AnswerQuestion,
    CardDecision,
    ChooseCard,
    ChooseMove,
    Decision,
    MoveDecision,
    PlanDecision,
    PlanTurn,
)
from game.model.world import world_lines
from game.play.autoplay import decide, mediate, party_minds
from game.play.digest import START, chained
from game.play.match import DecisionRefused, Match, Phase, start, submit
from game.play.seating import play_out
from tests.strategies import plans, quickly

LIVELY = lively_scenario(turns=8)
MINDS = party_minds(LIVELY)
WANDERER = Wanderer((5, 3, 88, 0, 7, 1021, 44, 9), POLICIES["statecraft"])


def walk(match: Match) -> list[tuple[Match, Decision]]:
    """Every match of a game with the decision that was taken in it."""
    steps: list[tuple[Match, Decision]] = []
    while match.waiting:
        request = match.waiting[0]
        decision = decide(match, request, MINDS) or mediate(match, request, WANDERER)
        steps.append((match, decision))
        match = submit(match, request.seat, decision)
    return steps


STEPS = [step for seed in (1, 2, 3) for step in walk(start(LIVELY, small_setup(seed)))]
PLANNING = [match for match, _ in STEPS if isinstance(match.waiting[0], PlanTurn)]


def test_these_games_ask_for_every_kind_of_decision() -> None:
    kinds = {type(match.waiting[0]) for match, _ in STEPS}
    assert kinds == {ChooseCard, PlanTurn, AnswerQuestion, ChooseMove}


# Pure.


def test_the_same_match_and_decision_give_the_same_match() -> None:
    for match, decision in STEPS:
        seat = match.waiting[0].seat
        assert submit(match, seat, decision) == submit(match, seat, decision)


def test_a_match_is_never_changed_by_what_is_submitted_to_it() -> None:
    """Any match can be kept and gone on from later: after the whole game each one still reads as it did."""
    match = start(LIVELY, small_setup(2))
    kept: list[tuple[Match, list[str], tuple[object, ...]]] = []
    for before, decision in walk(match):
        kept.append((before, world_lines(before.world), (before.phase, before.waiting, before.events, before.plan)))
        submit(before, before.waiting[0].seat, decision)
    for before, lines, rest in kept:
        assert world_lines(before.world) == lines
        assert (before.phase, before.waiting, before.events, before.plan) == rest


# Refusals.


@given(st.data())
@quickly(60)
def test_any_plan_is_taken_or_refused_with_sentences_and_nothing_else_is_raised(data: st.DataObject) -> None:
    match = data.draw(st.sampled_from(PLANNING))
    plan = data.draw(plans(LIVELY))
    if any(action.verb not in LIVELY.verbs for action in plan):
        return
    reasons = refused(match, plan)
    assert all(reason[0].isupper() and reason.endswith(".") for reason in reasons or ())
    assert reasons != (), "a refusal has reasons"
    assert refused(match, plan) == reasons, "and leaves the match where it was"
    assert refused(match, ()) is None


def refused(match: Match, plan: tuple[Action, ...]) -> tuple[str, ...] | None:
    """The reasons for which a plan is refused; None if it is taken."""
    try:
        submit(match, US, PlanDecision(plan))
    except DecisionRefused as problem:
        return problem.reasons
    return None


def test_a_plan_with_an_act_that_does_not_exist_is_refused() -> None:
    with pytest.raises(DecisionRefused):
        submit(PLANNING[0], US, PlanDecision((Act(VerbId("nonsense")),)))


@given(st.data())
@quickly(20)
def test_a_legal_plan_can_be_carried_to_the_end_of_its_turn_whatever_the_parties_say(data: st.DataObject) -> None:
    match = data.draw(st.sampled_from(PLANNING))
    decision = Wanderer(data.draw(st.lists(st.integers(1, 2**20), min_size=8, max_size=8))).plan(match.mediator())
    answers = data.draw(st.fixed_dictionaries({party: st.sampled_from([YES, NO]) for party in PARTIES}))
    after = send(match, *decision.actions, minds=saying(LIVELY, **answers))
    assert after.over or after.world.turn == match.world.turn + 1


@pytest.mark.parametrize(
    ("seat", "decision", "says"),
    [
        (EAST, PlanDecision(()), "Nothing is asked of that seat now."),
        (US, CardDecision(ChoiceId("x")), "That does not answer what is asked."),
        (US, MoveDecision(None, 0), "That does not answer what is asked."),
        (US, AnswerDecision(YES), "That does not answer what is asked."),
    ],
)
def test_a_decision_out_of_turn_or_of_the_wrong_kind_is_refused(seat: object, decision: Decision, says: str) -> None:
    match = opened()
    with pytest.raises(DecisionRefused, match=says):
        submit(match, seat, decision)  # type: ignore[arg-type]
    assert match.phase is Phase.PLAN


def test_a_move_that_is_not_offered_is_refused() -> None:
    match = next(match for match, _ in STEPS if isinstance(match.waiting[0], ChooseMove))
    with pytest.raises(DecisionRefused, match="not open"):
        submit(match, match.waiting[0].seat, MoveDecision(MoveId("conquer"), 99))


def test_nothing_is_asked_once_the_game_is_over() -> None:
    match = send(moment(opened(), quantities={"patience": 1}))
    assert (match.over, match.waiting) == (True, ())
    with pytest.raises(DecisionRefused):
        submit(match, US, PlanDecision(()))


# The course of a turn.


def test_a_turn_asks_the_mediator_first_then_those_asked_then_all_who_can_move() -> None:
    order = [Phase.CARDS, Phase.PLAN, Phase.ANSWERS, Phase.MOVES]
    for (before, _), (after, _) in pairwise(STEPS):
        if before.world.turn == after.world.turn and before.game is after.game and before.phase is not Phase.ANSWERS:
            assert order.index(after.phase) >= order.index(before.phase)


def test_a_plan_is_carried_out_in_the_order_in_which_it_is_sent() -> None:
    match = moment(opened(), groups=sitting(LULL, EAST, WEST))
    plan: tuple[Action, ...] = (
        Table(TRUCE, OptionId("watched")),
        SoundOut(EAST, BORDER),
        Float(WEST, BORDER, OptionId("freeze")),
    )
    events = last_turn(send(match, *plan))
    assert [event.question.party for event in found(events, PartyAnswered)] == [EAST, WEST, WEST]


def test_what_a_plan_cannot_do_any_more_is_dropped_and_said() -> None:
    """The group walks out over the first option, so that the second cannot be tabled."""
    scenario = small_scenario()
    clauses = scenario.clauses
    border = replace(clauses[BORDER], group=LULL, political=False)
    match = moment(opened(small_scenario(clauses=clauses | {BORDER: border})), groups=sitting(LULL, EAST, WEST))
    plan = (Table(TRUCE, OptionId("watched")), Table(BORDER, OptionId("freeze")))
    after = send(match, *plan, minds=saying(match.game.scenario, answer(Verdict.WALK_OUT)))
    dropped = found(last_turn(after), ActionDropped)
    assert [event.action for event in dropped] == [plan[1]]
    assert "No group sits" in dropped[0].reason
    assert BORDER not in [event.clause for event in found(last_turn(after), ClauseMoved)]


def test_every_party_is_asked_about_a_signature_with_the_whole_text() -> None:
    scenario = small_scenario()
    match = moment(opened(scenario), turn=3, clauses=agreed_text(scenario))
    asked = submit(match, US, PlanDecision((CallConference(),)))
    questions = [request.question for request in asked.waiting if isinstance(request, AnswerQuestion)]
    assert [(each.party, each.ask, each.terms) for each in questions] == [
        (p, Ask.SIGN, scenario.landing) for p in PARTIES
    ]
    assert ALLY in PARTIES


def test_parties_move_at_the_same_moment_without_seeing_one_another() -> None:
    """Whoever decides first, the others' views are the same, and so is what follows."""
    match = next(m for m, _ in STEPS if isinstance(m.waiting[0], ChooseMove) and len(m.waiting) == 3)
    offers = {request.seat: request.offers[0] for request in match.waiting if isinstance(request, ChooseMove)}
    results = []
    for order in (PARTIES, PARTIES[::-1]):
        after = match
        for party in order:
            assert after.party(party) == match.party(party)
            after = submit(after, party, MoveDecision(offers[party].move, offers[party].appeal))
        results.append(after)
    assert results[0] == results[1]


# Records and digests.


def test_the_digest_is_a_chain_over_the_worlds_at_the_ends_of_the_turns() -> None:
    match = stages("statecraft", shipped_setup("quick"))[-1]
    digest = START
    for record, after in zip(match.turns, [*(later.first for later in match.turns[1:]), match.world], strict=True):
        digest = chained(digest, after)
        assert record.digest == digest
    assert match.digest == digest


def test_a_match_that_keeps_no_digests_plays_the_same_game() -> None:
    plain = play_out(shipped(), shipped_setup("quick"), POLICIES["statecraft"], fingerprints=False)
    kept = stages("statecraft", shipped_setup("quick"))[-1]
    assert plain.world == kept.world
    assert [record.events for record in plain.turns] == [record.events for record in kept.turns]


def test_a_digest_has_no_seed_and_no_setup_in_it() -> None:
    """Two games without chance, and without soundings, are the same whatever their seeds."""

    def idle(seed: int) -> str:
        match = opened(small_scenario(length={"known_lists": 0}), small_setup(seed))
        return send(send(match)).turns[1].digest

    assert idle(1) == idle(2)


def test_a_changed_match_keeps_every_field_that_was_not_changed() -> None:
    match = PLANNING[3]
    changed = replace(match, phase=Phase.OVER)
    assert changed.phase is Phase.OVER
    assert all(
        getattr(changed, f.name) == getattr(match, f.name) for f in fields(Match) if f.compare and f.name != "phase"
    )
