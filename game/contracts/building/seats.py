"""Parties and mediators that do as they are told, for tests of the rules and of whatever plays a game."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.minds.mind import MediatorMind, PartyMind
from game.model.actions import Action, CallConference, Carry, TablePackage
from game.model.clauses import Term
from game.model.events import Answer, Ground, Help, HelpKind, Question, Reason, Verdict
from game.model.ids import PartyId
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, ChooseMove, MoveDecision, PlanDecision
from game.model.views import MediatorView, PartyView
from game.rules.candidates import candidates
from game.rules.options import cost_of, refusal


def answer(verdict: Verdict, margin: int | None = None, instead: Term | None = None, imposed: bool = False) -> Answer:
    """An answer with one plain reason."""
    usual = 100 if verdict is Verdict.ACCEPT else -100
    reasons = (Reason(Ground.VALUE, usual),)
    return Answer(verdict, reasons, Help(HelpKind.NONE), 60, usual if margin is None else margin, instead, imposed)


YES = answer(Verdict.ACCEPT)
NO = answer(Verdict.REFUSE)


@dataclass(frozen=True, slots=True)
class Scripted:
    """A party that gives ``usual`` to everything, or what ``answers`` says for a clause; it makes no moves."""

    usual: Answer = YES
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def answer(self, view: PartyView, question: Question) -> Answer:
        return next((self.answers[t.clause] for t in question.terms if t.clause in self.answers), self.usual)

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        return MoveDecision(None, 0)


def saying(scenario: Scenario, usual: Answer = YES, **by_party: Answer) -> Mapping[PartyId, PartyMind]:
    """Minds for all parties: ``usual``, or by a party's name what it says instead."""
    return {party: Scripted(by_party.get(party, usual)) for party in scenario.parties}


@dataclass(frozen=True, slots=True)
class Wanderer:
    """A mediator led by a list of numbers, one for each turn; the turns after that are the backbone's, if there is one.

    A 0 sends nothing, any other number that divides by three the backbone's plan; the rest choose a few legal actions,
    among them packages and conferences. The same numbers give the same game.
    """

    picks: Sequence[int]
    backbone: MediatorMind | None = None

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return CardDecision(request.choices[self._pick(view.turn) % len(request.choices)])

    def plan(self, view: MediatorView) -> PlanDecision:
        pick = self._pick(view.turn)
        if not pick:
            return PlanDecision(())
        if self.backbone is not None and pick % 3 == 0:
            return self.backbone.plan(view)
        return PlanDecision(picked_plan(view, pick))

    def _pick(self, turn: int) -> int:
        return self.picks[turn - 1] if turn <= len(self.picks) else 3 * (self.backbone is not None)


def picked_plan(view: MediatorView, pick: int) -> tuple[Action, ...]:
    """A legal plan of up to four actions that ``pick`` chooses; small picks and large ones reach all of them."""
    offered = [*candidates(view), *packages(view, pick)]
    plan: tuple[Action, ...] = ()
    for place in range(1 + pick % 4):
        action = offered[(pick * 7919 + place * 104_729) % len(offered)] if offered else None
        if place == 0 and CallConference() in offered:
            action = CallConference()
        if action is not None and action not in plan:
            longer = (*plan, action)
            plan = longer if cost_of(view.scenario, longer).within(view.calendar) else plan
    return plan


def packages(view: MediatorView, pick: int) -> Sequence[Action]:
    """A few legal packages out of the many that could be made."""
    clauses = list(view.scenario.clauses.values())
    terms = [Term(clause.id, list(clause.options)[pick % len(clause.options)]) for clause in clauses]
    made: list[Action] = []
    for place in range(len(terms) - 1):
        pair = (terms[place], terms[place + 1])
        made += [TablePackage(pair), *(Carry(party, pair) for party in view.scenario.parties)]
    return [action for action in made if action.verb in view.scenario.verbs and refusal(view, action) is None]
