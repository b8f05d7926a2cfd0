"""The contract of a party's mind can be failed: for each of its tests there is a mind that keeps all of it but that."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from game.contracts import PartyMindContract
from game.minds.bargainer import Bargainer
from game.model.clauses import Term
from game.model.events import Answer, Ask, Help, HelpKind, Question, Verdict
from game.model.ids import MoveId
from game.model.seats import ChooseMove, MoveDecision
from game.model.views import PartyView
from game.play.trouble import MindProblem
from game.rules.negotiate import Scales

Twist = Callable[[PartyView, Question, Answer], Answer]
_TICKS = count()


class Twisted:
    """The built-in mind, but for a twist in its answers or its moves."""

    def __init__(self, twist: Twist, move: MoveDecision | None = None) -> None:
        self.twist, self.made = twist, move

    def answer(self, view: PartyView, question: Question) -> Answer:
        return self.twist(view, question, Bargainer().answer(view, question))

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        return self.made or Bargainer().move(view, request)


def changed(**fields: Any) -> Twist:
    return lambda _view, _question, given: replace(given, **fields)


def for_a_signature(**fields: Any) -> Twist:
    return lambda _view, question, given: replace(given, **fields) if question.ask is Ask.SIGN else given


def when(verdict: Verdict, make: Callable[[PartyView, Question], Term | None]) -> Twist:
    """Something else is named in such an answer."""

    def twist(view: PartyView, question: Question, given: Answer) -> Answer:
        named = make(view, question) if given.verdict is verdict else None
        return given if named is None else replace(given, instead=named)

    return twist


def open_options(view: PartyView, clauses: list[str]) -> list[Term]:
    """What nobody is known to refuse and it would not refuse itself, the worst for itself first."""
    scales = Scales(view)
    found = [
        Term(clause, option)
        for clause in clauses
        for option in view.clauses[clause].options
        if option not in view.closed.get(clause, ())
    ]
    return sorted((term for term in found if scales.red_line(term) is None), key=scales.gain)


def worst_price(view: PartyView, question: Question) -> Term | None:
    asked = [term.clause for term in question.terms]
    return next(iter(open_options(view, [clause for clause in view.clauses if clause not in asked])), None)


def worst_counter(view: PartyView, question: Question) -> Term | None:
    options = open_options(view, [question.terms[0].clause])
    return next((term for term in options if term != question.terms[0]), None)


def own_red_line(view: PartyView, _question: Question) -> Term | None:
    lines = [Term(line.clause, line.option) for line in view.party.red_lines]
    return next((term for term in lines if Scales(view).red_line(term) is not None), None)


def shut_to_another(view: PartyView, _question: Question, given: Answer) -> Answer:
    clause, options = next(iter(view.closed.items()))
    return replace(given, help=Help(HelpKind.OPTION, Term(clause, options[0])))


def no_help(_view: PartyView, question: Question, given: Answer) -> Answer:
    """It says that what it was asked would help."""
    return replace(given, help=Help(HelpKind.OPTION, question.terms[0]))


def scribbling(view: PartyView, _question: Question, given: Answer) -> Answer:
    notes = view.known
    notes["notes"] = notes.get("notes", 0) + 1
    return given


def weary(view: PartyView, _question: Question, given: Answer) -> Answer:
    if view.turn == 3:
        raise ValueError("no more")
    return given


def fickle(_view: PartyView, _question: Question, given: Answer) -> Answer:
    return replace(given, sureness=next(_TICKS) % 2)


def changeable(_view: PartyView, question: Question, given: Answer) -> Answer:
    """It refuses now and then, by how often anybody was asked, in a sequence that never comes round."""
    odd = next(_TICKS).bit_count() % 2
    return replace(given, verdict=Verdict.REFUSE, margin=-1, instead=None) if odd else given


def unreasoned(_view: PartyView, _question: Question, given: Answer) -> Answer:
    return replace(given, reasons=tuple(replace(reason, weight=0) for reason in given.reasons))


def nameless(_view: PartyView, _question: Question, given: Answer) -> Answer:
    return replace(given, instead=None)


def as_a_list(_view: PartyView, _question: Question, given: Answer) -> Answer:
    return replace(given, reasons=[*given.reasons])


OBLIGING = {"verdict": Verdict.ACCEPT, "margin": 5, "instead": None, "imposed": False}
NOWHERE = MoveDecision(MoveId("to-the-moon"), 99)

BAD: Mapping[str, tuple[Twisted, ...]] = {
    "the_same_view_and_question_get_the_same_answer": (Twisted(fickle),),
    "a_view_is_left_as_it_was": (Twisted(scribbling),),
    "what_it_decides_is_taken_in_a_game": (Twisted(as_a_list), Twisted(scribbling), Twisted(changed(sureness=0.5))),
    "every_answer_can_be_put_into_words": (Twisted(changed(reasons=())),),
    "it_plays_whole_games_in_every_seat_and_the_same_game_again": (Twisted(weary), Twisted(changeable)),
    "every_answer_has_a_reason_that_weighs_something": (Twisted(changed(reasons=())), Twisted(unreasoned)),
    "sureness_runs_from_0_to_100": (Twisted(changed(sureness=101)), Twisted(changed(sureness=-1))),
    "a_margin_of_0_or_more_goes_with_a_yes_or_a_bluff_and_with_nothing_else": (
        Twisted(changed(margin=0)),
        Twisted(changed(margin=-1)),
    ),
    "a_bluff_is_bounded_names_a_price_and_is_for_envoys_alone": (Twisted(changed(bluff=True)),),
    "a_condition_or_a_counter_names_what_it_wants_and_no_other_answer_does": (Twisted(nameless),),
    "a_condition_is_on_another_clause_and_a_counter_on_the_same": (
        Twisted(when(Verdict.ACCEPT_IF, worst_counter)),
        Twisted(when(Verdict.COUNTER, worst_price)),
    ),
    "nothing_is_asked_for_that_another_party_is_known_never_to_sign": (Twisted(shut_to_another),),
    "nothing_is_asked_for_that_is_over_its_own_red_line": (Twisted(when(Verdict.COUNTER, own_red_line)),),
    "a_signature_is_never_conditional": (Twisted(for_a_signature(verdict=Verdict.STALL)),),
    "a_price_traded_in_one_package_turns_the_answer": (Twisted(when(Verdict.ACCEPT_IF, worst_price)),),
    "a_counter_is_taken_when_it_is_put": (Twisted(when(Verdict.COUNTER, worst_counter)),),
    "what_would_help_raises_the_chance": (Twisted(no_help),),
    "no_option_over_a_red_line_is_taken_while_nobody_squeezes": (Twisted(changed(**OBLIGING)),),
    "it_signs_nothing_below_its_limit_or_over_a_red_line_while_nobody_squeezes": (
        Twisted(for_a_signature(**OBLIGING)),
        Twisted(for_a_signature(imposed=True)),
    ),
    "what_it_signs_under_a_squeeze_below_its_free_limit_is_flagged_as_imposed": (Twisted(for_a_signature(**OBLIGING)),),
    "it_makes_only_moves_that_are_offered_and_the_same_from_the_same_view": (
        Twisted(changed(), NOWHERE),
        Twisted(changed(), MoveDecision(MoveId(""), 0)),
    ),
    "it_makes_no_move_when_none_is_offered": (Twisted(changed(), NOWHERE),),
}
"""For each test of the contract, minds that it has to notice."""


def test_every_test_of_the_contract_is_failed_by_some_mind() -> None:
    assert {f"test_{name}" for name in BAD} == {name for name in dir(PartyMindContract) if name.startswith("test_")}


@pytest.mark.parametrize(("name", "mind"), [(name, mind) for name, minds in BAD.items() for mind in minds])
def test_a_bad_mind_fails(name: str, mind: Twisted) -> None:
    suite = type("OfABadMind", (PartyMindContract,), {"mind": mind, "count": 200})()
    with pytest.raises((AssertionError, MindProblem)):
        getattr(suite, f"test_{name}")()
