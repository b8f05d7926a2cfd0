"""Answers to a mediator's texts, and what the mediator makes of them."""

from hypothesis import given
from hypothesis import strategies as st

from game.minds.bargaining.deals import Deal, Worths, best_worth, worth_of
from game.minds.bargaining.mediation import Mediator
from game.minds.bargaining.replies import Grievance, Reply, Respondent
from game.model.events import Verdict
from tests.minds.bargaining.tables import deals, worths

OWN: Worths = ((600, 300, 0), (300, 200, 0), (100, 50, 0))


@given(worths, deals, st.integers(0, 12_000))
def test_a_text_is_taken_exactly_if_it_brings_what_is_asked(own: Worths, text: Deal, demand: int) -> None:
    demand = min(demand, best_worth(own))
    reply = Respondent(own).reply(text, demand)
    assert (reply.verdict is Verdict.ACCEPT) == (worth_of(own, text) >= demand)


@given(worths, deals, st.integers(0, 12_000))
def test_the_price_named_would_be_enough(own: Worths, text: Deal, demand: int) -> None:
    demand = min(demand, best_worth(own))
    reply = Respondent(own).reply(text, demand)
    if reply.verdict is Verdict.ACCEPT_IF:
        assert reply.instead is not None
        issue, option = reply.instead
        assert worth_of(own, (*text[:issue], option, *text[issue + 1 :])) >= demand


def test_the_two_issues_that_hurt_most_are_named_in_order() -> None:
    reply = Respondent(OWN).reply((2, 2, 2), 1000)
    assert [each.issue for each in reply.grievances] == [0, 1]
    assert reply.grievances[0].weight > reply.grievances[1].weight
    assert (reply.verdict, reply.instead) == (Verdict.COUNTER, (0, 0))


def test_as_it_comes_down_it_would_take_the_second_best() -> None:
    assert Respondent(OWN).reply((2, 2, 2), 500).instead == (0, 0)
    assert Respondent(OWN).reply((2, 1, 1), 500).instead == (0, 1)


def told(mediator: Mediator, tables: tuple[Worths, ...], demand: int, rounds: int) -> Deal:
    respondents = [Respondent(own) for own in tables]
    for turn in range(rounds):
        text = mediator.text(turn)
        for party, each in enumerate(respondents):
            mediator.hear(party, text, each.reply(text, demand))
    return mediator.text(rounds)


def test_a_mediator_finds_the_trade_that_nobody_told_it_of() -> None:
    """What is heavy for one and light for the other goes to the one."""
    other: Worths = ((0, 50, 100), (0, 100, 300), (0, 300, 600))
    text = told(Mediator(2, (3, 3, 3), 12), (OWN, other), 700, 10)
    assert (text[0], text[2]) == (0, 2)


def test_it_is_moved_by_answers_alone() -> None:
    first, second = Mediator(2, (3, 3), 4), Mediator(2, (3, 3), 4)
    reply = Reply(Verdict.COUNTER, (Grievance(1, 12), Grievance(0, 4)), (1, 2))
    for each in (first, second):
        each.hear(0, (0, 0), reply)
    assert first.text(2) == second.text(2)
    assert first.text(2)[1] == 2
