"""Every action has a text form that reads back to it (principle 5: everything has a text form)."""

from dataclasses import fields

import pytest
from hypothesis import given

from game.contracts.building.shipped import shipped
from game.model.actions import FORMS, Act, Action, Carry, Convene, Float, Table
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, VerbId
from game.model.verbs import act_key, action_text, build_action, parse_action, parse_terms, slots_of
from tests.strategies import actions, quickly

LINE, IN_PLACE = ClauseId("line"), OptionId("in-place")


@given(actions(shipped()))
@quickly(200)
def test_the_text_of_an_action_reads_back_to_the_action(action: Action) -> None:
    assert parse_action(action_text(action)) == action


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Float(PartyId("russia"), LINE, IN_PLACE), "float russia line in-place"),
        (Act(VerbId("reassure"), PartyId("ukraine")), "reassure ukraine"),
        (Act(VerbId("empower")), "empower"),
        (
            Carry(PartyId("europe"), (Term(LINE, IN_PLACE), Term(ClauseId("forces"), OptionId("low-ceiling")))),
            "carry europe line=in-place+forces=low-ceiling",
        ),
        (
            Convene(GroupId("territory"), Format.PARALLEL, (PartyId("russia"), PartyId("ukraine"))),
            "convene territory parallel russia+ukraine",
        ),
    ],
)
def test_an_action_is_written_as_a_player_would_type_it(action: Action, text: str) -> None:
    assert action_text(action) == text
    assert parse_action(text) == action


@pytest.mark.parametrize(
    "text",
    [
        "float russia",
        "float russia line in-place now",
        "convene territory sideways russia",
        "carry russia line",
        "empower a b",
    ],
)
def test_words_that_fit_no_action_are_none(text: str) -> None:
    assert parse_action(text) is None


@pytest.mark.parametrize("text", ["", "line", "line=", "=in-place", "line=in-place+"])
def test_words_that_are_no_terms_are_none(text: str) -> None:
    assert parse_terms(text) is None


@pytest.mark.parametrize("verb", [*shipped().verbs])
def test_a_verb_asks_for_the_slots_that_its_action_has(verb: VerbId) -> None:
    spec = shipped().verbs[verb]
    asked = [slot.value for slot in slots_of(spec)]
    form = FORMS.get(verb)
    assert asked == ([field.name for field in fields(form)] if form else ["party"] * bool(spec.parties))


def test_doing_the_same_again_is_the_same_verb_on_the_same_party_or_thing() -> None:
    """What it is told in detail makes no other act of it."""
    russia, ukraine = PartyId("russia"), PartyId("ukraine")
    assert act_key(Float(russia, LINE, IN_PLACE)) == act_key(Float(russia, ClauseId("forces"), OptionId("no-limits")))
    assert act_key(Float(russia, LINE, IN_PLACE)) != act_key(Float(ukraine, LINE, IN_PLACE))
    assert act_key(Table(LINE, IN_PLACE)) == act_key(Table(LINE, OptionId("withdrawal")))
    assert act_key(Act(VerbId("reassure"), russia)) != act_key(Act(VerbId("reassure"), ukraine))


def test_the_shipped_scenario_describes_every_verb_that_has_a_form() -> None:
    assert set(FORMS) <= set(shipped().verbs)
    assert build_action(VerbId("conference"), ()) is not None
