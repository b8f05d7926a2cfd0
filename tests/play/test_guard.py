"""A mind that somebody else wrote can do nothing to a game but decide in it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from game.contracts.building.moments import opened
from game.contracts.building.seats import YES
from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.bargainer import Bargainer
from game.minds.policies import POLICIES
from game.model.actions import CallConference, Float, SoundOut
from game.model.clauses import Term
from game.model.events import Answer, Ask, Help, HelpKind, Question, Verdict
from game.model.ids import US, ClauseId, MoveId, OptionId, PartyId
from game.model.seats import CardDecision, ChooseCard, ChooseMove, MoveDecision, MoveOffer, PlanDecision
from game.model.views import PartyView
from game.play.guard import Guard, GuardedMediator, GuardedParty
from game.play.roster import Kind, Offer
from game.play.trouble import MindProblem

RUSSIA = PartyId("russia")
MATCH = opened(shipped(), shipped_setup("class"))
TERM = Term(ClauseId("line"), next(iter(shipped().clauses[ClauseId("line")].options)))
QUESTION = Question(RUSSIA, Ask.FLOAT, (TERM,), Float(RUSSIA, TERM.clause, TERM.option))
OFFERED = MoveOffer(MoveId(shipped().parties[RUSSIA].moves[0].id), 60)


@dataclass
class Saying:
    """Says what it is told to say, whatever it is asked."""

    says: Callable[..., Any] = field(default=lambda *_: YES)

    def answer(self, view: PartyView, question: Question) -> Answer:
        return self.says(view, question)

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        return self.says(view, request)

    def choose(self, view: PartyView, request: ChooseCard) -> CardDecision:
        return self.says(view, request)

    def plan(self, view: PartyView) -> PlanDecision:
        return self.says(view)


def guard(kind: Kind, seat: PartyId) -> Guard:
    return Guard(Offer("odd", kind, "odd-one", "1.0", dict), seat, shipped())


def party(says: Callable[..., Any]) -> GuardedParty:
    return GuardedParty(Saying(says), guard(Kind.PARTY, RUSSIA))


def mediator(says: Callable[..., Any]) -> GuardedMediator:
    return GuardedMediator(Saying(says), guard(Kind.MEDIATOR, US))


def blamed(decide: Callable[[], object]) -> str:
    """What it is found to have done."""
    with pytest.raises(MindProblem) as problem:
        decide()
    text = str(problem.value)
    assert text.startswith("The mind 'odd' of the package odd-one 1.0, in the seat '")
    assert "' in turn 1, " in text
    assert text.endswith(".")
    return text


def test_a_mind_that_keeps_to_the_rules_is_heard_as_it_is() -> None:
    view = MATCH.party(RUSSIA)
    guarded = GuardedParty(Bargainer(), guard(Kind.PARTY, RUSSIA))
    assert guarded.answer(view, QUESTION) == Bargainer().answer(view, QUESTION)
    request = ChooseMove(RUSSIA, (OFFERED,))
    assert guarded.move(view, request) == Bargainer().move(view, request)
    mediating = GuardedMediator(POLICIES["statecraft"], guard(Kind.MEDIATOR, US))
    assert mediating.plan(MATCH.mediator()) == POLICIES["statecraft"].plan(MATCH.mediator())


def reshaped(**changes: Any) -> Callable[..., Any]:
    return lambda *_: replace(YES, **changes)


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        (lambda *_: 1 // 0, "in turn 1, failed: ZeroDivisionError"),
        (lambda *_: exit(3), "in turn 1, failed: SystemExit (3)"),
        (lambda *_: None, "gave a NoneType where an Answer was asked for"),
        (lambda *_: Verdict.ACCEPT, "gave a Verdict where an Answer was asked for"),
        (reshaped(margin=1.5), "decided what cannot be recorded: answer.margin: a whole number was expected, not 1.5"),
        (reshaped(sureness=True), "decided what cannot be recorded"),
        (reshaped(margin=2**70), "decided what cannot be recorded"),
        (reshaped(verdict="accept"), "decided what cannot be recorded"),
        (reshaped(reasons=[*YES.reasons]), "decided what cannot be recorded"),
        (reshaped(help=None), "decided what cannot be recorded"),
        (reshaped(instead=Term(ClauseId("moon"), OptionId("ours"))), "named the clause 'moon'"),
        (reshaped(help=Help(HelpKind.OPTION, Term(TERM.clause, OptionId("\x1b[2J")))), "cannot be recorded"),
    ],
)
def test_an_answer_that_is_none_is_not_taken(says: Callable[..., Any], sentence: str) -> None:
    assert sentence in blamed(lambda: party(says).answer(MATCH.party(RUSSIA), QUESTION))


def test_a_move_that_was_not_offered_is_not_made() -> None:
    other = MoveDecision(shipped().parties[RUSSIA].moves[1].id, 60)
    request = ChooseMove(RUSSIA, (OFFERED,))
    said = blamed(lambda: party(lambda *_: other).move(MATCH.party(RUSSIA), request))
    assert f"made the move '{other.move}', which was not offered to it" in said
    assert party(lambda *_: MoveDecision(None, 0)).move(MATCH.party(RUSSIA), request).move is None


def test_a_plan_that_is_not_allowed_and_a_choice_that_is_not_open_are_not_taken() -> None:
    view = MATCH.mediator()
    early = PlanDecision((CallConference(),))
    assert "planned what is not allowed: " in blamed(lambda: mediator(lambda *_: early).plan(view))
    strange = PlanDecision((SoundOut(PartyId("mars"), TERM.clause),))
    assert "named the party 'mars'" in blamed(lambda: mediator(lambda *_: strange).plan(view))
    card = next(card for card in shipped().cards.values() if len(card.choices) > 1)
    request = ChooseCard(US, card.id, (card.choices[0].id,))
    shut = CardDecision(card.choices[1].id)
    assert "which is not open" in blamed(lambda: mediator(lambda *_: shut).choose(view, request))


def _alter_known(view: PartyView, *_: Any) -> Answer:
    view.known["patience.of.saints"] = 3
    return YES


def _alter_text(view: PartyView, *_: Any) -> Answer:
    next(iter(view.text.values())).detail = 200
    return YES


def _alter_itself(view: PartyView, *_: Any) -> Answer:
    view.refusals = 9
    return YES


def _alter_content(view: PartyView, *_: Any) -> Answer:
    view.party.prior.weights[TERM.clause] = 1
    return YES


def _alter_question(_: PartyView, question: Question) -> Answer:
    question.terms = ()
    return YES


@pytest.mark.parametrize(
    ("says", "part"),
    [
        (_alter_known, " (known)"),
        (_alter_text, " (text)"),
        (_alter_itself, ""),
        (_alter_content, ""),
        (_alter_question, ""),
    ],
)
def test_a_mind_that_changes_what_it_was_shown_is_caught_at_once(says: Callable[..., Any], part: str) -> None:
    """The game that it spoils is one of its own, so that no other test has to do with it."""
    from game.cards.library import load_scenario

    scenario = load_scenario("one-last-effort").scenario
    assert scenario is not None
    assert scenario is not shipped()
    spoiled = opened(scenario, shipped_setup("class"))
    guarded = GuardedParty(Saying(says), Guard(Offer("odd", Kind.PARTY, "odd-one", "1.0", dict), RUSSIA, scenario))
    question = replace(QUESTION)
    said = blamed(lambda: guarded.answer(spoiled.party(RUSSIA), question))
    assert f"changed what it was shown{part}, which is forbidden" in said
