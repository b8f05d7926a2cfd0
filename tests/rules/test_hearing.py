"""What was heard bounds what is believed: a no to the very wording, fading as turns pass."""

from typing import Any

import pytest

from game.contracts.building.moments import moment, opened
from game.contracts.building.parties import BORDER, EAST
from game.model.clauses import Term
from game.model.events import Verdict
from game.model.ids import OptionId
from game.model.world import Heard
from game.rules.hearing import TYPICAL, as_heard

MATCH = opened()
FREEZE = Term(BORDER, OptionId("freeze"))


def believed(verdict: str, since: int, option: str = "freeze", margin: int = 300) -> int:
    said: dict[Any, Heard] = {(EAST, BORDER): Heard(1, OptionId(option), verdict, None)}
    return as_heard(moment(MATCH, turn=1 + since, heard=said).mediator(), EAST, FREEZE, margin)


def test_nothing_heard_changes_nothing() -> None:
    assert as_heard(MATCH.mediator(), EAST, FREEZE, 300) == 300


@pytest.mark.parametrize("verdict", [each for each in Verdict if each is not Verdict.ACCEPT])
def test_a_no_counts_for_what_it_usually_speaks_for(verdict: Verdict) -> None:
    assert believed(verdict.value, since=0) == TYPICAL[verdict]


def test_it_never_makes_a_belief_better() -> None:
    assert believed("refuse", since=0, margin=-900) == -900


def test_a_yes_and_a_no_to_another_wording_say_nothing() -> None:
    assert believed("accept", since=0) == 300
    assert believed("refuse", since=0, option="cede") == 300


def test_it_fades_until_it_no_longer_binds() -> None:
    seen = [believed("refuse", since) for since in range(10)]
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (TYPICAL[Verdict.REFUSE], 300)
