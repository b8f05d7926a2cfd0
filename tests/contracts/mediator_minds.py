"""The contract of a mediator's mind: from its view alone, within the calendar, whole games long."""

from copy import deepcopy
from functools import cache
from typing import ClassVar

import pytest

from game.minds.mind import MediatorMind
from game.model.ids import US
from game.model.scenario import Scenario
from game.model.seats import ChooseCard, PlanTurn
from game.model.world import Setup
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import Match, start, submit
from game.rules.options import plan_refusals
from tests.building.lively import lively_scenario
from tests.building.shipped import shipped, shipped_setup
from tests.building.small import small_setup

LIVELY = lively_scenario(turns=8)


class MediatorMindContract:
    """Subclass it and name the ``mind``; it plays whole games of the shipped scenario and of a small one."""

    mind: ClassVar[MediatorMind]

    def games(self) -> list[tuple[Match, ...]]:
        """Every match in which the mediator was asked, in a few games, and their ends."""
        worlds = ("ripe", "sceptic")
        setups = [shipped_setup("class", seed, world) for seed, world in enumerate(worlds, start=1)]
        return [*(_played(type(self), shipped(), each) for each in setups), _played(type(self), LIVELY, small_setup(3))]

    def asked(self) -> list[Match]:
        return [match for game in self.games() for match in game if not match.over]

    def test_it_plays_whole_games_to_their_end(self) -> None:
        """Every plan that it sends is accepted, every choice open; in another scenario too."""
        assert all(game[-1].over for game in self.games())

    def test_its_plans_are_allowed_and_fit_the_calendar(self) -> None:
        for match in self.asked():
            if isinstance(match.waiting[0], PlanTurn):
                view = match.mediator()
                assert plan_refusals(view, self.mind.plan(view).actions) == ()

    def test_it_takes_only_choices_that_are_open(self) -> None:
        for match in self.asked():
            request = match.waiting[0]
            if isinstance(request, ChooseCard):
                assert self.mind.choose(match.mediator(), request).choice in request.choices

    def test_the_same_view_gets_the_same_decision(self) -> None:
        """Whatever was decided in between."""
        for match in reversed(self.asked()):
            request = match.waiting[0]
            assert mediate(match, request, self.mind) == mediate(match, request, self.mind)

    def test_a_view_is_left_as_it_was(self) -> None:
        for match in self.asked()[:6]:
            if isinstance(match.waiting[0], PlanTurn):
                view = match.mediator()
                before = deepcopy(
                    (view.known, view.text, view.groups, view.tracks, view.beliefs, view.heard, view.facts)
                )
                self.mind.plan(view)
                assert (view.known, view.text, view.groups, view.tracks, view.beliefs, view.heard, view.facts) == before

    @pytest.mark.parametrize("length", ["quick", "seminar", "full"])
    def test_it_copes_with_every_length(self, length: str) -> None:
        assert _played(type(self), shipped(), shipped_setup(length, 2))[-1].over


@cache
def _played(contract: type[MediatorMindContract], scenario: Scenario, setup: Setup) -> tuple[Match, ...]:
    minds = party_minds(scenario)
    match = advance(start(scenario, setup), minds)
    seen = [match]
    while not match.over:
        match = advance(submit(match, US, mediate(match, match.waiting[0], contract.mind)), minds)
        seen.append(match)
    return tuple(seen)
