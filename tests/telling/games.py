"""Whole games played by controllers, and moments out of them, for tests that read them as text."""

from collections.abc import Iterator
from functools import cache

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.actions import Action
from game.model.events import Answer, Ground, Help, HelpKind, PartyAnswered, Question, Reason, Verdict
from game.model.ids import PartyId, WorldId
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.model.world import Setup
from game.play.match import Match, start
from game.play.seating import play_out
from game.rules.candidates import candidates
from game.rules.dice import below
from game.rules.options import plan_refusals
from game.rules.sight import mediator_view
from game.telling.names import Names

RU, UA, EU = PartyId("russia"), PartyId("ukraine"), PartyId("europe")


@cache
def scenario() -> Scenario:
    loaded = load_scenario("one-last-effort")
    assert loaded.scenario is not None, loaded.faults
    return loaded.scenario


def names() -> Names:
    return Names(scenario())


class Busy:
    """Fills every turn's calendar with whatever is to be had, and takes the last choice of every card."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return CardDecision(request.choices[-1])

    def plan(self, view: MediatorView) -> PlanDecision:
        plan: tuple[Action, ...] = ()
        offered = list(candidates(view))
        for attempt in range(30):
            action = offered[below(len(offered), view.temper, "busy", view.turn, attempt)]
            if len(plan) < 6 and not plan_refusals(view, (*plan, action)):
                plan = (*plan, action)
        return PlanDecision(plan)


MEDIATORS = {**POLICIES, "busy": Busy()}


@cache
def played(policy: str, length: str = "class", seed: int = 1, world: str = "ripe") -> Match:
    return play_out(scenario(), Setup("one-last-effort", WorldId(world), length, seed), MEDIATORS[policy])


def played_games() -> Iterator[Match]:
    """A few games of each kind: settled and not, short and long."""
    for seed in (1, 4):
        yield played("statecraft", "class", seed)
        yield played("busy", "quick", seed)
        yield played("pressure-only", "class", seed, "sceptic")
    yield played("busy", "full", 2)


def moments(match: Match) -> Iterator[MediatorView]:
    """The mediator's sight at the start of every turn."""
    for record in match.turns[1:]:
        yield mediator_view(match.game, record.first)


def fresh(length: str = "class", seed: int = 1, world: str = "ripe") -> Match:
    return start(scenario(), Setup("one-last-effort", WorldId(world), length, seed))


def replies(match: Match) -> Iterator[tuple[int, PartyAnswered]]:
    """Every answer of a game, with its turn."""
    for record in match.turns:
        yield from ((record.turn, event) for event in record.events if isinstance(event, PartyAnswered))


def answer(verdict: Verdict, question: Question, ground: Ground = Ground.VALUE) -> Answer:
    """An answer with one reason of this ground, an offer in return where the verdict makes one, and no help."""
    weight = 200 if verdict is Verdict.ACCEPT else -200
    term = question.terms[0]
    reason = Reason(ground, weight, term.clause, term.option)
    makes_offer = verdict in (Verdict.ACCEPT_IF, Verdict.COUNTER)
    instead = scenario().landing[4] if makes_offer else None
    return Answer(verdict, (reason,), Help(HelpKind.NONE), 75, weight, instead)
