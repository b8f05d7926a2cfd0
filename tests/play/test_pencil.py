"""The plan in pencil: its order can be changed, and nothing is lost by that."""

from hypothesis import given
from hypothesis import strategies as st

from game.model.actions import Action, SoundOut
from game.model.ids import ClauseId, PartyId
from game.play.pencil import before, moved

PLANS = st.lists(st.from_regex(r"[a-z]{3}", fullmatch=True), min_size=1, max_size=7, unique=True)


def plan_of(parties: list[str]) -> tuple[Action, ...]:
    return tuple(SoundOut(PartyId(party), ClauseId("line")) for party in parties)


@given(PLANS, st.data())
def test_an_act_that_is_moved_stands_where_it_was_put_and_the_others_keep_their_order(
    parties: list[str], data: st.DataObject
) -> None:
    plan, places = plan_of(parties), st.integers(0, len(parties) - 1)
    place, to = data.draw(places), data.draw(places)
    found = moved(plan, place, to)
    assert found[to] == plan[place]
    assert [each for each in found if each != plan[place]] == [each for each in plan if each != plan[place]]
    assert moved(found, to, place) == plan, "and it can be moved back"


@given(PLANS, st.data())
def test_before_a_planned_act_come_those_ahead_of_it_and_before_another_all(
    parties: list[str], data: st.DataObject
) -> None:
    plan = plan_of(parties)
    place = data.draw(st.integers(0, len(plan) - 1))
    assert before(plan, plan[place]) == plan[:place]
    assert before(plan, SoundOut(PartyId("nobody"), ClauseId("line"))) == plan
