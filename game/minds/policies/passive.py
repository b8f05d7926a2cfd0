"""Doing nothing, which is a policy too."""

from dataclasses import dataclass

from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView


@dataclass(frozen=True, slots=True)
class Passive:
    """Takes the first choice that costs nothing and sends an empty plan."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return CardDecision(request.choices[0])

    def plan(self, view: MediatorView) -> PlanDecision:
        return PlanDecision(())
