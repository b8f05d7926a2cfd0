"""A party at the table takes and offers nothing below its reserve, and asks for less as time passes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.minds.bargaining.deals import Deal, Worths, best_worth, worth_of
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.negotiator import Negotiator
from game.rules.acceptance import Prospect, acceptable
from game.rules.concession import Manner
from tests.minds.bargaining.tables import ISSUES, OPTIONS, deals, manners, worths

ROUNDS = 12


@given(worths, manners, st.integers(0, 100), st.lists(st.tuples(deals, deals), min_size=ROUNDS, max_size=ROUNDS))
def test_whatever_the_others_say(own: Worths, manner: Manner, percent: int, heard: list[tuple[Deal, Deal]]) -> None:
    """It speaks for nothing below its reserve, and never asks for more than before."""
    reserve = best_worth(own) * percent // 100
    me, minutes = Negotiator(0, own, reserve, manner, ROUNDS), Minutes(3, (OPTIONS,) * ISSUES)
    minutes.hear(1, heard[0][0])
    minutes.hear(2, heard[0][1])
    asked: list[int] = []
    for turn, (second, third) in enumerate(heard):
        said = me.turn(turn, third, minutes)
        assert worth_of(own, said) >= reserve
        asked.append(me.asks(turn, minutes))
        for seat, deal in enumerate((said, second, third)):
            minutes.hear(seat, deal)
    assert all(after <= before for before, after in pairwise(asked))


def prospect(*, last: bool, met: bool) -> Prospect:
    return Prospect(reserve=400, demand=690, next_bid=700, last=last, met=met)


def test_it_takes_what_it_asks_for_and_no_less_while_there_is_time() -> None:
    assert acceptable(690, prospect(last=False, met=True))
    assert not acceptable(680, prospect(last=False, met=True))


def test_in_its_last_turn_it_takes_what_is_left_from_those_who_came_towards_it() -> None:
    assert acceptable(400, prospect(last=True, met=True))
    assert not acceptable(400, prospect(last=True, met=False))
    assert not acceptable(390, prospect(last=True, met=True))
