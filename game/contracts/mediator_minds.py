"""The contract of a mediator's mind: from its view alone, within the calendar, whole games long."""

from collections.abc import Iterator
from copy import deepcopy
from typing import ClassVar

import pytest

from game.contracts.building.lively import lively_scenario
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.small import small_setup
from game.contracts.watching import guarded_mediator
from game.minds.mind import MediatorMind
from game.model.ids import US
from game.model.scenario import Scenario
from game.model.seats import ChooseCard, PlanTurn
from game.model.world import Setup
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import Match, start, submit
from game.rules.options import plan_refusals

LIVELY = lively_scenario(turns=8)


class MediatorMindContract:
    """Subclass it and name the ``mind``; it plays whole games of the shipped scenario and of a small one."""

    mind: ClassVar[MediatorMind]

    def games(self) -> list[tuple[Match, ...]]:
        """Every match in which the mediator was asked, in a few games, and their ends."""
        worlds = ("ripe", "sceptic")
        setups = [shipped_setup("class", seed, world) for seed, world in enumerate(worlds, start=1)]
        return [*(self._played(shipped(), each) for each in setups), self._played(LIVELY, small_setup(3))]

    def _played(self, scenario: Scenario, setup: Setup) -> tuple[Match, ...]:
        key = (type(self), scenario.id, setup)
        if key not in _PLAYED:
            _PLAYED[key] = tuple(_course(self.mind, scenario, setup))
        return _PLAYED[key]

    def asked(self) -> list[Match]:
        return [match for game in self.games() for match in game if not match.over]

    def test_it_plays_whole_games_to_their_end(self) -> None:
        """Every plan that it sends is accepted, every choice open; in another scenario too."""
        for game in self.games():
            assert game[-1].over, game[-1].game.setup

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

    def test_what_it_decides_is_taken_in_a_game(self) -> None:
        """As when it is chosen by name: of the right kind, allowed, and such that a journal can hold it."""
        for match in self.asked():
            seated = guarded_mediator(self.mind, match.game.scenario)
            assert mediate(match, match.waiting[0], seated) == mediate(match, match.waiting[0], self.mind)

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
        assert self._played(shipped(), shipped_setup(length, 2))[-1].over


_PLAYED: dict[tuple[type, str, Setup], tuple[Match, ...]] = {}
"""The games of the mind of each suite, because most tests look at all of them."""


def _course(mind: MediatorMind, scenario: Scenario, setup: Setup) -> Iterator[Match]:
    """Each match in which the mind is asked, and the end."""
    minds = party_minds(scenario)
    match = advance(start(scenario, setup), minds)
    yield match
    while not match.over:
        match = advance(submit(match, US, mediate(match, match.waiting[0], mind)), minds)
        yield match
