"""What a controller is: given one seat's own view and what it is asked, it decides. Nothing else reaches it."""

from typing import Protocol

from game.model.events import Answer, Question
from game.model.seats import CardDecision, ChooseCard, ChooseMove, MoveDecision, PlanDecision
from game.model.views import MediatorView, PartyView


class PartyMind(Protocol):
    """Plays a party's seat. Must decide alike whenever it is given the same view and question."""

    def answer(self, view: PartyView, question: Question) -> Answer: ...

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision: ...


class MediatorMind(Protocol):
    """Plays the mediator's seat: autoplay, tests, the lab, an empty chair in a classroom."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision: ...

    def plan(self, view: MediatorView) -> PlanDecision:
        """Actions within ``view.calendar``; the match refuses a plan that is not allowed."""
        ...
