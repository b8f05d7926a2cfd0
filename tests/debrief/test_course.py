"""The moments of a game as a debrief rebuilds them are those at which it was decided."""

import pytest

from game.debrief.course import planned_turns, replies, turns_of
from game.minds.bargainer import Bargainer
from game.model.events import PartyAnswered
from game.model.seats import PlanDecision, PlanTurn
from game.model.world import world_lines
from game.play.records import Decided
from game.rules.sight import party_view
from tests.debrief.recorded import broken_off, games
from tests.play.games import recorded, setup


@pytest.mark.campaign
def test_every_party_would_give_the_same_answer_again_from_the_moment_that_is_rebuilt() -> None:
    """So reasons, and what would have turned an answer, are those of that party then."""
    for match in games():
        for reply in replies(match):
            view = party_view(match.game, reply.world, reply.question.party)
            assert Bargainer().answer(view, reply.question) == reply.answer


def test_no_answer_is_left_out() -> None:
    for match in (*games(), broken_off()):
        answered = [e for turn in turns_of(match) for e in turn.events if isinstance(e, PartyAnswered)]
        assert [reply.answer for reply in replies(match)] == [event.answer for event in answered]


@pytest.mark.parametrize("policy", ["statecraft", "passive", "random"])
def test_a_turn_is_planned_at_the_moment_at_which_the_mediator_was_asked(policy: str) -> None:
    records, matches = recorded(policy, setup("class", 3))
    asked = {
        before.world.turn: (before.world, record.decision.actions)
        for before, record in zip(matches, records[1:], strict=False)
        if isinstance(before.waiting[0], PlanTurn) and isinstance(record, Decided)
        if isinstance(record.decision, PlanDecision)
    }
    for turn in planned_turns(matches[-1]):
        world, plan = asked[turn.turn]
        assert world_lines(turn.world) == world_lines(world)
        assert turn.plan == plan


def test_a_game_that_was_broken_off_has_its_running_turn() -> None:
    match = broken_off()
    assert not match.over
    assert len(turns_of(match)) == len(match.turns)
    assert turns_of(match)[-1].events == match.events
