"""A mediation made of steps: what is done in a turn in order of urgency, and what never gets on the agenda."""

from collections.abc import Callable
from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.reading import Reading
from game.model.actions import Action
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView

Step = Callable[[Agenda, Reading], None]
"""Puts on the agenda what one concern asks for this turn."""

Screen = Callable[[MediatorView, Action], Action | None]
"""What becomes of an action that a step wants: the action itself, another in its place, or None."""


def everything(view: MediatorView, action: Action) -> Action | None:
    return action


class Screened(Agenda):
    """An agenda that nothing gets on but through a screen, so that the next wish has the place that this frees."""

    __slots__ = ("_screen",)

    def __init__(self, view: MediatorView, screen: Screen) -> None:
        super().__init__(view)
        self._screen = screen

    def add(self, action: Action) -> bool:
        passed = self._screen(self.view, action)
        return passed is not None and super().add(passed)


@dataclass(frozen=True, slots=True)
class Programme:
    """Takes ``steps`` in order until the calendar is full, and the choices on cards with a steady hand."""

    steps: tuple[Step, ...] = ()
    screen: Screen = everything

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return choose_by(STEADY, view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        agenda, reading = Screened(view, self.screen), Reading(view)
        for step in self.steps:
            step(agenda, reading)
        return agenda.plan()


def early(step: Step) -> Step:
    """The step, in the first third of the game only."""

    def taken(agenda: Agenda, reading: Reading) -> None:
        if agenda.view.turn * 3 <= agenda.view.length.turns:
            step(agenda, reading)

    return taken
