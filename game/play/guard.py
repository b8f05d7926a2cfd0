"""A controller that somebody else wrote, watched at every decision: it must answer what it is asked, from a view that
it leaves as it was, with something that is allowed and that a journal can hold."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten
from typing import Any, Final, TypeVar

from game.minds.mind import MediatorMind, PartyMind
from game.model.events import Answer, Question
from game.model.scenario import Scenario
from game.model.seats import AnswerDecision, CardDecision, ChooseCard, ChooseMove, Decision, MoveDecision, PlanDecision
from game.model.views import MediatorView, PartyView
from game.play.blame import blamed
from game.play.codec import MalformedError, Met, coder
from game.play.fitting import strangers
from game.play.roster import Offer
from game.play.seal import Seal
from game.play.trouble import MindProblem
from game.rules.options import plan_refusals

Decided = TypeVar("Decided", AnswerDecision, MoveDecision, CardDecision, PlanDecision)

_DECISION: Final = coder(Decision)
_CONTENT: Final = frozenset(("party", "clauses", "promised", "scenario"))
"""Fields of a view that are content, the same in every view of a game."""


_MOST_SAID: Final = 300


@lru_cache(maxsize=8)
def content_seal(scenario: Scenario) -> Seal:
    return Seal(scenario)


@dataclass(frozen=True, slots=True)
class Guard:
    """Puts one question after another to a mind from ``chosen`` in a ``seat``. Raises :class:`MindProblem`."""

    chosen: Offer
    seat: str
    scenario: Scenario

    def asked(self, question: Callable[..., Any], kind: type, view: PartyView | MediatorView, *more: Any) -> Any:
        """What the mind says, which is of this kind."""
        content = content_seal(self.scenario)
        seals = (Seal(view, _CONTENT), *map(Seal, more))
        with blamed(f"{self.who(view)}, failed"):
            said = question(view, *more)
        changed = next((part for seal in seals if (part := seal.broken()) is not None), None)
        if changed is not None or content.broken() is not None:
            raise self.problem(
                view, f"changed what it was shown{f' ({changed})' if changed else ''}, which is forbidden"
            )
        if type(said) is not kind:
            raise self.problem(view, f"gave {_a(type(said).__name__)} where {_a(kind.__name__)} was asked for")
        return said

    def checked(self, view: PartyView | MediatorView, decision: Decided) -> Decided:
        """The decision, if a journal can hold it and it names only what there is."""
        met: Met = {}
        try:
            same = _DECISION.decode(_DECISION.encode(decision), met) == decision
        except MalformedError as problem:
            raise self.problem(view, f"decided what cannot be recorded: {problem}") from problem
        except (AttributeError, KeyError, TypeError) as error:
            raise self.problem(view, "decided what cannot be recorded: a part of it is of the wrong kind") from error
        if not same:
            raise self.problem(view, "decided what cannot be recorded: a part of it is of the wrong kind")
        strange = next(strangers(met, self.scenario), None)
        if strange is not None:
            raise self.problem(view, f"named {strange}, which the scenario does not have")
        return decision

    def problem(self, view: PartyView | MediatorView, what: str) -> MindProblem:
        return MindProblem(f"{self.who(view)}, {what.rstrip('.')}.")

    def who(self, view: PartyView | MediatorView) -> str:
        return f"{self.chosen}, in the seat '{self.seat}' in turn {view.turn}"


def _a(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


@dataclass(frozen=True, slots=True)
class GuardedParty:
    """A party's mind under guard."""

    mind: PartyMind
    guard: Guard

    def answer(self, view: PartyView, question: Question) -> Answer:
        said: Answer = self.guard.asked(self.mind.answer, Answer, view, question)
        return self.guard.checked(view, AnswerDecision(said)).answer

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        made: MoveDecision = self.guard.asked(self.mind.move, MoveDecision, view, request)
        decision = self.guard.checked(view, made)
        if decision.move is not None and decision.move not in [offer.move for offer in request.offers]:
            raise self.guard.problem(view, f"made the move '{decision.move}', which was not offered to it")
        return decision


@dataclass(frozen=True, slots=True)
class GuardedMediator:
    """A mediator's mind under guard."""

    mind: MediatorMind
    guard: Guard

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        taken: CardDecision = self.guard.asked(self.mind.choose, CardDecision, view, request)
        decision = self.guard.checked(view, taken)
        if decision.choice not in request.choices:
            raise self.guard.problem(view, f"took the choice '{decision.choice}', which is not open")
        return decision

    def plan(self, view: MediatorView) -> PlanDecision:
        made: PlanDecision = self.guard.asked(self.mind.plan, PlanDecision, view)
        decision = self.guard.checked(view, made)
        refusals = plan_refusals(view, decision.actions) if decision.actions else ()
        if refusals:
            raise self.guard.problem(view, f"planned what is not allowed: {shorten(' '.join(refusals), _MOST_SAID)}")
        return decision
