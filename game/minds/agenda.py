"""A turn's plan in the making: what is to be had and fits goes in, the rest is left."""

from collections.abc import Iterable

from game.model.actions import Action
from game.model.seats import PlanDecision
from game.model.views import MediatorView
from game.rules.options import refusal


class Agenda:
    """Collects actions within the calendar, in order of urgency. ``spare`` holds back places for later."""

    __slots__ = ("_actions", "left", "view")

    def __init__(self, view: MediatorView) -> None:
        self.view = view
        self.left = view.calendar
        self._actions: list[Action] = []

    def add(self, action: Action) -> bool:
        """Put the action on the agenda if it still fits, is new and is allowed; says whether it did."""
        if not self.fits(action) or action in self._actions or refusal(self.view, action) is not None:
            return False
        self._actions.append(action)
        self.left = self.left.less(self.view.scenario.verbs[action.verb].cost)
        return True

    def add_first(self, actions: Iterable[Action]) -> bool:
        """Add the first of ``actions`` that can be added."""
        return any(self.add(action) for action in actions)

    def fits(self, action: Action) -> bool:
        """Whether the calendar has room left for it."""
        verb = self.view.scenario.verbs.get(action.verb)
        return verb is not None and verb.cost.within(self.left)

    def plan(self) -> PlanDecision:
        return PlanDecision(tuple(self._actions))
