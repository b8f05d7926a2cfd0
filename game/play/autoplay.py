"""Letting controllers play: any seat that has a mind decides by it, the others are waited for."""

from collections.abc import Mapping

from game.minds.bargainer import Bargainer
from game.minds.mind import MediatorMind, PartyMind
from game.model.ids import PartyId
from game.model.scenario import Scenario
from game.model.seats import AnswerDecision, AnswerQuestion, ChooseCard, ChooseMove, Decision, PlanTurn, Request
from game.play.match import Match, submit

BUILT_IN = Bargainer()
"""The mind of every party's seat in which nobody else's sits."""


def party_minds(scenario: Scenario) -> Mapping[PartyId, PartyMind]:
    """The built-in controller for every party."""
    return dict.fromkeys(scenario.parties, BUILT_IN)


def decide(match: Match, request: Request, minds: Mapping[PartyId, PartyMind]) -> Decision | None:
    """What the mind of the asked party decides; None if the seat has no mind."""
    mind = minds.get(request.seat)
    if mind is None:
        return None
    view = match.party(request.seat)
    if isinstance(request, AnswerQuestion):
        return AnswerDecision(mind.answer(view, request.question))
    return mind.move(view, request) if isinstance(request, ChooseMove) else None


def mediate(match: Match, request: Request, mediator: MediatorMind) -> Decision:
    """What a controller in the mediator's seat decides."""
    if isinstance(request, ChooseCard):
        return mediator.choose(match.mediator(), request)
    if isinstance(request, PlanTurn):
        return mediator.plan(match.mediator())
    raise TypeError(f"the mediator is not asked a {type(request).__name__}")


def advance(match: Match, minds: Mapping[PartyId, PartyMind]) -> Match:
    """Let the parties decide until the mediator must, or the game is over."""
    while match.waiting and match.waiting[0].seat in minds:
        request = match.waiting[0]
        decision = decide(match, request, minds)
        if decision is None:
            break
        match = submit(match, request.seat, decision)
    return match
