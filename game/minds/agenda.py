"""A turn's plan in the making: what is to be had and fits goes in, the rest is left."""

from collections.abc import Iterable

from game.model.actions import Action
from game.model.cards import Cost
from game.model.seats import PlanDecision
from game.model.views import MediatorView
from game.rules.options import cost_of, refusal


class Agenda:
    """Collects actions within the calendar, in order of urgency. ``spare`` holds back places for later."""

    __slots__ = ("_actions", "_calendar", "view")

    def __init__(self, view: MediatorView) -> None:
        self.view = view
        self._calendar = view.calendar
        self._actions: list[Action] = []

    def add(self, action: Action) -> bool:
        """Put the action on the agenda if it is allowed, new and still fits; says whether it did."""
        if action in self._actions or refusal(self.view, action) is not None or not self.fits(action):
            return False
        self._actions.append(action)
        return True

    def add_first(self, actions: Iterable[Action]) -> bool:
        """Add the first of ``actions`` that can be added."""
        return any(self.add(action) for action in actions)

    def fits(self, action: Action) -> bool:
        return cost_of(self.view.scenario, (*self._actions, action)).within(self._calendar)

    @property
    def left(self) -> Cost:
        spent, whole = cost_of(self.view.scenario, tuple(self._actions)), self.view.calendar
        return Cost(whole.president - spent.president, whole.envoys - spent.envoys, whole.staff - spent.staff)

    def plan(self) -> PlanDecision:
        return PlanDecision(tuple(self._actions))
