"""What the mediator may do: every refusal is a sentence, and legality reads the mediator's own view alone."""

from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import moment, opened, sitting, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, LANDING, TRUCE, WEST
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.contracts.building.small import BORDERS, LULL
from game.model.actions import FORMS, Act, Action, CallLeader, Carry, Float, Table, TablePackage, TakeBack, TaskGroup
from game.model.cards import Cost
from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId, PartyId, VerbId
from game.model.scenario import Stage
from game.model.verbs import Slot, build_action, slots_of
from game.model.world import Signature
from game.play.match import Match
from game.rules.candidates import candidates
from game.rules.options import cost_of, plan_refusals, refusal
from game.rules.sight import mediator_view
from tests.strategies import actions, moments, quickly, wild_actions

MATCH = moment(opened(), turn=3, groups=sitting(BORDERS, EAST, WEST))
SHIPPED = opened(shipped(), shipped_setup("class")).game


def said(action: Action, match: Match = MATCH) -> str | None:
    return refusal(match.mediator(), action)


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (Act(VerbId("conquer")), "no act called 'conquer'"),
        (Float(PartyId("moon"), BORDER, OptionId("freeze")), "no party called 'moon'"),
        (Float(EAST, ClauseId("moon"), OptionId("freeze")), "no clause called 'moon'"),
        (Float(EAST, BORDER, OptionId("moon")), "no option called 'moon'"),
        (CallLeader(EAST, TRUCE, OptionId("bare")), "for officials"),
        (CallLeader(ALLY, BORDER, OptionId("freeze")), "no stake"),
        (Table(TRUCE, OptionId("bare")), "No group sits"),
        (TakeBack(BORDER), "nothing in the text"),
        (TaskGroup(LULL, (TRUCE,)), "does not sit"),
        (TaskGroup(BORDERS, (TRUCE,)), "its own clauses"),
        (Carry(EAST, LANDING[:1]), "two or three different clauses"),
        (Carry(EAST, LANDING), "two or three different clauses"),
        (Carry(EAST, (LANDING[0], Term(BORDER, OptionId("cede")))), "two or three different clauses"),
        (TablePackage(LANDING[:2]), "No group sits"),
        (Act(VerbId("reassure")), "whom it is done to"),
        (Act(VerbId("warn"), WEST), "whom it is done to"),
        (Act(VerbId("brief-congress"), WEST), "not done to one party"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_act_that_is_not_to_be_had_says_why(action: Action, says: str) -> None:
    sentence = said(action)
    assert sentence is not None
    assert says in sentence
    assert sentence.endswith(".")


def test_what_all_agreed_to_cannot_be_tabled_again_but_what_was_settled_over_somebody_can() -> None:
    agreed = moment(MATCH, clauses={BORDER: state("freeze", EAST, WEST)})
    slighted = moment(MATCH, clauses={BORDER: state("freeze", EAST, over=(WEST,))})
    assert said(Table(BORDER, OptionId("freeze")), agreed) == "That is agreed already."
    assert said(Table(BORDER, OptionId("freeze")), slighted) is None


def test_after_a_signature_the_principles_stand() -> None:
    signature = Signature(2, Stage.FRAMEWORK, LANDING, {}, ())
    after = moment(MATCH, stage=Stage.FRAMEWORK, signed=(signature,))
    assert said(Float(EAST, AID, OptionId("full")), after) == "The framework is signed; its principles stand."


def test_a_verb_with_a_form_of_its_own_is_not_to_be_had_as_a_plain_act() -> None:
    """``Act("float")`` names no party, clause or option; as a plain act it would cost its price and do nothing."""
    assert [verb for verb in FORMS if said(Act(verb)) is None] == []


def test_a_plan_with_an_unknown_act_is_refused_with_a_sentence() -> None:
    assert plan_refusals(MATCH.mediator(), (Act(VerbId("conquer")),)) == ("There is no act called 'conquer'.",)


def test_a_plan_says_everything_that_is_wrong_with_it() -> None:
    brief = Act(VerbId("brief-congress"))
    reasons = plan_refusals(MATCH.mediator(), (TakeBack(BORDER), brief, brief, *(Act(VerbId("empower")),) * 3))
    assert reasons == (
        "There is nothing in the text there.",
        "The same act stands twice in the plan.",
        "The plan asks for more than this turn's calendar holds.",
    )


@given(st.lists(actions(shipped()), max_size=5))
@quickly(40)
def test_a_plan_costs_what_its_acts_cost(plan: list[Action]) -> None:
    costs = [shipped().verbs[action.verb].cost for action in plan]
    total = cost_of(shipped(), tuple(plan))
    assert total == Cost(sum(c.president for c in costs), sum(c.envoys for c in costs), sum(c.staff for c in costs))


@given(st.data())
@quickly(50)
def test_any_act_at_any_moment_is_allowed_or_refused_with_a_sentence(data: st.DataObject) -> None:
    view = mediator_view(SHIPPED, data.draw(moments(SHIPPED)))
    sentence = refusal(view, data.draw(wild_actions(shipped())))
    assert sentence is None or (sentence[0].isupper() and sentence.endswith("."))


@pytest.mark.parametrize("place", [0, 4, 8])
def test_the_acts_offered_are_exactly_those_of_all_acts_that_are_allowed_and_fit(place: int) -> None:
    """Against a plain search through every well-formed action but packages."""
    view = stages("statecraft", shipped_setup("class"))[place].mediator()
    offered = list(candidates(view))
    allowed = {
        action
        for action in every_action(view.scenario)
        if refusal(view, action) is None and cost_of(view.scenario, (action,)).within(view.calendar)
    }
    assert len(set(offered)) == len(offered)
    assert set(offered) == allowed


def every_action(scenario: Any) -> list[Action]:
    """Every action but packages: by its verb's slots, all the words that could fill them."""
    words: dict[Slot, list[str]] = {
        Slot.PARTY: [*scenario.parties],
        Slot.CLAUSE: [*scenario.clauses],
        Slot.OPTION: sorted({option for clause in scenario.clauses.values() for option in clause.options}),
        Slot.GROUP: [*scenario.groups],
        Slot.FORMAT: ["parallel", "unified"],
        Slot.MEMBERS: ["+".join(some) for size in (1, 2, 3) for some in combinations(scenario.parties, size)],
        Slot.TASKS: ["+".join(some) for size in (1, 2) for some in combinations(scenario.clauses, size)],
        Slot.TRACK: [*scenario.tracks],
    }
    found = []
    for verb in scenario.verbs.values():
        if verb.id in ("carry", "package"):
            continue
        choices = [[*verb.parties] if FORMS.get(verb.id) is None else words[slot] for slot in slots_of(verb)]
        found += [build_action(verb.id, filled) for filled in product(*choices)]
    return [action for action in found if action is not None]


def test_what_a_card_took_from_the_calendar_cannot_be_spent_again() -> None:
    spent = moment(MATCH, spent=Cost(envoys=1))
    assert spent.mediator().calendar == replace(MATCH.mediator().calendar, envoys=1)
