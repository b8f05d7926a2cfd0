"""The contract of a mediator's mind can be failed: for each of its tests there is a mind that it has to notice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

import pytest

from game.contracts import MediatorMindContract
from game.minds.policies import POLICIES
from game.model.actions import CallConference, Table
from game.model.ids import ChoiceId, ClauseId, OptionId
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.play.match import DecisionRefused
from game.play.trouble import MindProblem

PLAIN = POLICIES["passive"]
NONSENSE = PlanDecision((Table(ClauseId("moon"), OptionId("ours")),))
_TICKS = count()


@dataclass
class Twisted:
    """Does nothing, but for a twist; ``again`` is what it does when it is asked once more at the same moment."""

    planned: Callable[[MediatorView], PlanDecision] = PLAIN.plan
    again: PlanDecision | CardDecision | None = None
    seen: list[object] = field(default_factory=list)

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        if self._asked_before(view, request) and isinstance(self.again, CardDecision):
            return self.again
        return PLAIN.choose(view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        if self._asked_before(view, None) and isinstance(self.again, PlanDecision):
            return self.again
        return self.planned(view)

    def _asked_before(self, view: MediatorView, request: ChooseCard | None) -> bool:
        moment = (view.temper, view.length.turns, view.turn, request)
        known = moment in self.seen
        self.seen.append(moment)
        return known


def bold(_view: MediatorView) -> PlanDecision:
    return PlanDecision((CallConference(),))


def as_a_list(_view: MediatorView) -> PlanDecision:
    return PlanDecision([])


def fickle(view: MediatorView) -> PlanDecision:
    return POLICIES["statecraft"].plan(view) if next(_TICKS) % 2 else PlanDecision(())


def scribbling(view: MediatorView) -> PlanDecision:
    notes = view.known
    notes["notes"] = notes.get("notes", 0) + 1
    return PlanDecision(())


def short_winded(view: MediatorView) -> PlanDecision:
    return PlanDecision(()) if view.length.turns <= 10 else NONSENSE


BAD: Mapping[str, tuple[Twisted, ...]] = {
    "it_plays_whole_games_to_their_end": (Twisted(bold), Twisted(lambda _: NONSENSE)),
    "its_plans_are_allowed_and_fit_the_calendar": (Twisted(again=NONSENSE),),
    "it_takes_only_choices_that_are_open": (Twisted(again=CardDecision(ChoiceId("none"))),),
    "what_it_decides_is_taken_in_a_game": (Twisted(as_a_list), Twisted(scribbling)),
    "the_same_view_gets_the_same_decision": (Twisted(fickle),),
    "a_view_is_left_as_it_was": (Twisted(scribbling),),
    "it_copes_with_every_length": (Twisted(short_winded),),
}
"""For each test of the contract, minds that it has to notice."""


def test_every_test_of_the_contract_is_failed_by_some_mind() -> None:
    assert {f"test_{name}" for name in BAD} == {name for name in dir(MediatorMindContract) if name.startswith("test_")}


@pytest.mark.parametrize(("name", "mind"), [(name, mind) for name, minds in BAD.items() for mind in minds])
def test_a_bad_mind_fails(name: str, mind: Twisted) -> None:
    suite = type("OfABadMind", (MediatorMindContract,), {"mind": mind})()
    length = ("full",) if name == "it_copes_with_every_length" else ()
    with pytest.raises((AssertionError, MindProblem, DecisionRefused)):
        getattr(suite, f"test_{name}")(*length)
