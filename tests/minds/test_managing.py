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


KYIV = PartyId("ukraine")
NEAR = {"guess": 200, "reading": -900}
FAR = {"standing": 70, "guess.russia": 1200, "reading.russia": 900, "guess.ukraine": 1200, "reading.ukraine": 900}
"""Standing is paid, and both belligerents are believed to be far from anything on the line."""


def said(party: PartyId, turn: int, verdict: str) -> dict[Any, Heard]:
    return {(party, LINE.id): Heard(turn, OptionId("in-place"), verdict, None)}


def view(**changed: Any) -> MediatorView:
    """Past the middle: two refusals, the last on the line."""
    usual: dict[str, Any] = {"turn": 14, "heard": said(RUSSIA, 13, "refuse"), "refusals": {RUSSIA: 1, KYIV: 1}}
    return moment(MATCH, **(usual | {"quantities": FAR} | changed)).mediator()


def test_two_refusals_one_of_them_on_the_line_with_standing_paid_are_enough() -> None:
    assert out_of_reach(Reading(view()))


@pytest.mark.parametrize(
    "changed",
    [
        {"refusals": {RUSSIA: 1}},
        {"heard": said(RUSSIA, 13, "accept-if")},
        {"quantities": FAR | {"standing": 20}},
    ],
    ids=["one refusal", "a price instead", "nothing paid"],
)
def test_anything_less_is_not(changed: dict[str, Any]) -> None:
    assert not out_of_reach(Reading(view(**({"heard": said(RUSSIA, 13, "refuse")} | changed))))


def test_where_something_on_the_line_is_believed_to_be_within_reach_nothing_is_given_up() -> None:
    near = {"standing": 70} | {f"{what}.{party}": at for party in (RUSSIA, KYIV) for what, at in NEAR.items()}
    usual: dict[str, Any] = {"turn": 14, "heard": said(RUSSIA, 6, "refuse"), "refusals": {RUSSIA: 2}}
    ripe = opened(shipped(), shipped_setup("full", 3, "ripe"))
    assert not out_of_reach(Reading(moment(ripe, quantities=near, **usual).mediator()))


def test_the_question_of_the_line_is_put_from_a_third_of_the_game_on_and_again_when_the_answer_is_old() -> None:
    """To whoever is believed to be furthest from what is aimed at."""

    def asked(turn: int, last: int | None) -> list[PartyId]:
        heard = {} if last is None else said(RUSSIA, last, "refuse") | said(KYIV, last, "refuse")
        agenda = Agenda(view(turn=turn, heard=heard))
        put_the_question(agenda, Reading(agenda.view))
        return [action.party for action in agenda.plan().actions if isinstance(action, Float)]

    assert asked(turn=3, last=None) == []
    assert len(asked(turn=9, last=None)) == 1
    assert asked(turn=14, last=13) == []
    assert len(asked(turn=17, last=13)) == 1


def test_what_two_belligerents_can_settle_without_the_principles_is_worked_on_first() -> None:
    agenda = Agenda(view())
    manage(agenda, Reading(agenda.view))
    convened = [action.group for action in agenda.plan().actions if isinstance(action, Convene)]
    assert convened[:1] == ["humanitarian"]
