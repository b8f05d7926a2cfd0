"""When Moscow will not come to the line, a mediator settles for what can be had and keeps the offer on record (C24)."""

from typing import Any

import pytest

from game.contracts.building.moments import moment, opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.agenda import Agenda
from game.minds.managing import hardest_question, manage, out_of_reach, put_the_question
from game.minds.reading import Reading
from game.model.actions import Act, Convene, Float
from game.model.ids import OptionId, PartyId, VerbId
from game.model.views import MediatorView
from game.model.world import Heard

RUSSIA = PartyId("russia")
MATCH = opened(shipped(), shipped_setup("full", 3, "sceptic"))
LINE = hardest_question(Reading(MATCH.mediator()))


KYIV = PartyId("ukraine")
FAR = {"standing": 70, "guess.russia": 1200, "reading.russia": 900, "guess.ukraine": 1200, "reading.ukraine": 900}
"""Standing is paid, and both belligerents are believed to be far from anything on the line."""

CLOSER = {f"{what}.{party}": at for party in (RUSSIA, KYIV) for what, at in {"guess": 200, "reading": -900}.items()}


def said(party: PartyId, turn: int, verdict: str) -> dict[Any, Heard]:
    return {(party, LINE.id): Heard(turn, OptionId("in-place"), verdict, None)}


def view(**changed: Any) -> MediatorView:
    """Past the middle, after a refusal on the line."""
    usual: dict[str, Any] = {"turn": 14, "heard": said(RUSSIA, 13, "refuse")}
    return moment(MATCH, **(usual | {"quantities": FAR} | changed)).mediator()


def test_who_has_asked_with_standing_paid_and_is_told_no_from_afar_gives_up_for_now() -> None:
    assert out_of_reach(Reading(view()))
    assert out_of_reach(Reading(view(heard=said(RUSSIA, 13, "accept-if")))), "a price that is out of reach is a no"


@pytest.mark.parametrize(
    "changed",
    [{"heard": {}}, {"turn": 7}, {"quantities": FAR | {"standing": 20}}],
    ids=["nobody was asked", "it is early", "nothing is paid"],
)
def test_anything_less_is_not_enough(changed: dict[str, Any]) -> None:
    assert not out_of_reach(Reading(view(**changed)))


def apart(turn: int) -> tuple[int, bool]:
    """In a ripe world: how far apart the two are believed to be on the line, and whether it is given up."""
    ripe = opened(shipped(), shipped_setup("full", 3, "ripe"))
    usual: dict[str, Any] = {"turn": turn, "heard": said(RUSSIA, 6, "refuse")}
    reading = Reading(moment(ripe, quantities={"standing": 70} | CLOSER, **usual).mediator())
    return reading.least(LINE, reading.aim(LINE)), out_of_reach(reading)


def test_what_the_turns_that_are_left_could_close_is_not_given_up() -> None:
    """25 hundredths a fortnight: the same distance that can be made good in time is too far at the end."""
    for turn in (9, 14, 20, 23):
        least, given_up = apart(turn)
        assert given_up is (least < -25 * (24 - turn)), turn


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


def test_a_line_to_moscow_is_kept_open_as_long_as_it_trusts_us_little() -> None:
    calm = Act(VerbId("reassure"), RUSSIA)
    for trust, wanted in ((20, True), (60, False)):
        agenda = Agenda(view(quantities=FAR | {"trust.russia": trust}))
        manage(agenda, Reading(agenda.view))
        assert (calm in agenda.plan().actions) is wanted
