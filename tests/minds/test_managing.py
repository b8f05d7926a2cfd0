"""When Moscow will not come to the line, a mediator settles for what can be had and keeps the offer on record (C24)."""

from typing import Any

import pytest

from game.contracts.building.moments import moment, opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.agenda import Agenda
from game.minds.managing import hardest_question, manage, out_of_reach, put_the_question
from game.minds.reading import Reading
from game.model.actions import Convene, Float
from game.model.ids import OptionId, PartyId
from game.model.views import MediatorView
from game.model.world import Heard

RUSSIA = PartyId("russia")
MATCH = opened(shipped(), shipped_setup("full", 3, "sceptic"))
LINE = hardest_question(Reading(MATCH.mediator()))


def view(**changed: Any) -> MediatorView:
    """Past the middle: two refusals, the last on the line, with standing paid and Moscow believed to be far away."""
    aim = OptionId("in-place")
    usual: dict[str, Any] = {
        "turn": 14,
        "heard": {(RUSSIA, LINE.id): Heard(13, aim, "refuse", None)},
        "refusals": {RUSSIA: 2},
        "quantities": {"standing": 70, "guess.russia": 1200, "reading.russia": 900},
    }
    return moment(MATCH, **(usual | changed)).mediator()


def test_two_refusals_on_the_line_with_standing_paid_are_enough() -> None:
    assert out_of_reach(Reading(view()))


@pytest.mark.parametrize(
    "changed",
    [
        {"refusals": {RUSSIA: 1}},
        {"heard": {(RUSSIA, LINE.id): Heard(13, OptionId("in-place"), "accept-if", None)}},
        {"quantities": {"standing": 20, "guess.russia": 1200, "reading.russia": 900}},
        {"quantities": {"standing": 70, "guess.russia": 200, "reading.russia": -900}},
    ],
    ids=["one refusal", "a price instead", "nothing paid", "not far away"],
)
def test_anything_less_is_not(changed: dict[str, Any]) -> None:
    assert not out_of_reach(Reading(view(**changed)))


def test_the_question_of_the_line_is_put_from_a_third_of_the_game_on_and_again_when_the_answer_is_old() -> None:
    def asks(**changed: Any) -> bool:
        agenda = Agenda(view(**changed))
        put_the_question(agenda, Reading(agenda.view))
        return any(isinstance(action, Float) and action.party == RUSSIA for action in agenda.plan().actions)

    assert not asks(turn=3, heard={})
    assert asks(turn=9, heard={})
    assert not asks(turn=14)
    assert asks(turn=17)


def test_what_two_belligerents_can_settle_without_the_principles_is_worked_on_first() -> None:
    agenda = Agenda(view())
    manage(agenda, Reading(agenda.view))
    convened = [action.group for action in agenda.plan().actions if isinstance(action, Convene)]
    assert convened[:1] == ["humanitarian"]
