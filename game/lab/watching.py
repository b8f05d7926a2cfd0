"""Playing a game while somebody looks on: what was planned, what was asked, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.lab.measures import GameFigures, figures_of
from game.minds.mind import MediatorMind
from game.model.events import Answer, Question
from game.model.ids import US
from game.model.scenario import Scenario
from game.model.seats import AnswerDecision, AnswerQuestion, PlanDecision
from game.model.views import MediatorView, PartyView
from game.model.world import Setup
from game.play.autoplay import decide, mediate, party_minds
from game.play.match import Match, start, submit

Tally = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Heard:
    """``planned`` is what the mediator saw as it planned the act, ``view`` what the party saw as it was asked."""

    planned: MediatorView
    view: PartyView
    question: Question
    answer: Answer


def watched(scenario: Scenario, setup: Setup, mediator: MediatorMind) -> tuple[Match, tuple[Heard, ...]]:
    """A whole game, and every answer given in it."""
    minds, heard = party_minds(scenario), list[Heard]()
    match = start(scenario, setup, fingerprints=False)
    planned = match.mediator()
    while not match.over:
        request = match.waiting[0]
        mine = request.seat == US
        decision = mediate(match, request, mediator) if mine else decide(match, request, minds)
        assert decision is not None
        if isinstance(decision, PlanDecision):
            planned = match.mediator()
        if isinstance(request, AnswerQuestion) and isinstance(decision, AnswerDecision):
            heard.append(Heard(planned, match.party(request.seat), request.question, decision.answer))
        match = submit(match, request.seat, decision)
    return match, tuple(heard)


def counted(match: Match, tally: Tally) -> GameFigures:
    """What is counted of every game, with the study's own sums beside it."""
    return replace(figures_of(match, match), tally=tally)
