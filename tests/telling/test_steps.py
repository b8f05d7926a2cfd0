"""Acts are chosen step by step; each step offers what can be had and says why the rest cannot."""

import pytest

from game.model.actions import FORMS, Convene, TaskGroup
from game.model.groups import Format
from game.model.ids import VerbId
from game.model.verbs import parse_action
from game.model.views import MediatorView
from game.rules.options import refusal
from game.telling.acts import (
    DONE,
    action_of,
    families,
    say_action,
    say_cost,
    slot_choices,
    slot_question,
    verb_choices,
)
from tests.telling.games import fresh, moments, names, played, scenario

SLOW = {"carry", "package", "convene"}


def leaves(view: MediatorView, verb: VerbId, chosen: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str | None]]:
    """Every way through the steps to its end, with the refusal that its last step gave."""
    found: list[tuple[tuple[str, ...], str | None]] = []
    for each in slot_choices(view, verb, chosen):
        words = (*chosen, each.word)
        further = leaves(view, verb, words)
        found += further or [(words, each.refusal)]
    return found


def test_every_verb_is_found_under_one_heading() -> None:
    view = fresh().mediator()
    found = [choice.verb for family, _ in families(view) for choice in verb_choices(view, family)]
    assert sorted(found) == sorted(scenario().verbs)
    assert dict(families(view))["shuttle"] == "Shuttle"


def test_a_verb_that_is_shut_says_why() -> None:
    view = fresh().mediator()
    choices = {choice.verb: choice.refusal for family, _ in families(view) for choice in verb_choices(view, family)}
    assert choices[VerbId("sound-out")] is None
    assert choices[VerbId("threaten-to-leave")] == scenario().verbs[VerbId("threaten-to-leave")].unavailable
    assert choices[VerbId("suspend")] == "There is nothing to suspend."


@pytest.mark.parametrize("verb", [verb for verb in FORMS if verb not in SLOW])
def test_the_last_step_tells_exactly_what_the_rules_allow(verb: VerbId) -> None:
    view = next(moments(played("busy", "quick", 4)))
    for words, reason in leaves(view, verb):
        action = action_of(scenario().verbs[verb], words)
        allowed = action is not None and refusal(view, action) is None
        assert (reason is None) == allowed


def test_a_group_offers_its_stakeholders_first_and_says_who_would_be_missing() -> None:
    choices = slot_choices(fresh().mediator(), VerbId("convene"), ("territory", "parallel"))
    assert choices[0].label == "Moscow and Kyiv"
    assert {choice.label: choice.note for choice in choices}["Kyiv and Europe"] == "without Moscow; Europe as a guest"


def test_a_package_is_closed_by_a_word_or_by_its_third_clause() -> None:
    view, verb = fresh().mediator(), scenario().verbs[VerbId("carry")]
    two = ("russia", "line", "in-place", "forces", "low-ceiling")
    assert slot_choices(view, verb.id, two)[0].word == DONE
    assert action_of(verb, two) is None
    assert action_of(verb, (*two, DONE)) == parse_action("carry russia line=in-place+forces=low-ceiling")
    three = (*two, "assets", "split")
    assert slot_choices(view, verb.id, three) == ()
    assert action_of(verb, three) == parse_action("carry russia line=in-place+forces=low-ceiling+assets=split")


def test_a_clause_is_not_offered_twice_in_a_package() -> None:
    offered = slot_choices(fresh().mediator(), VerbId("carry"), ("russia", "line", "in-place"))
    assert "line" not in [choice.word for choice in offered]


def test_each_step_asks_for_one_thing() -> None:
    view, verb = fresh().mediator(), VerbId("float")
    asked = [slot_question(view, verb, words) for words in ((), ("russia",), ("russia", "line"))]
    assert asked == ["Whom?", "Which clause?", "Which wording?"]
    assert slot_question(view, verb, ("russia", "line", "in-place")) == ""
    assert slot_question(view, VerbId("carry"), ("russia", "line")) == "Which wording?"


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("sound-out russia line", "Sound out Moscow on the line clause"),
        ("float ukraine guarantees treaty", "Float to Kyiv: a treaty-level guarantee in the guarantees clause"),
        (
            "call russia line in-place",
            "Call the Kremlin on the principle: a standstill without recognition in the line clause",
        ),
        ("link nuclear line", "Link nuclear talks to the line clause"),
        ("take-back line", "Take back the wording of the line clause"),
        ("conference", "Call the signing conference"),
        ("reassure europe", "Reassure: Europe"),
        ("send-arms", "Send arms to Kyiv"),
        ("recess territory", "Send the territory group home"),
        (
            "task guarantees forces+alignment",
            "Task the guarantees and European security group with forces and alignment",
        ),
    ],
)
def test_an_act_is_said_as_an_order(action: str, words: str) -> None:
    parsed = parse_action(action)
    assert parsed is not None
    assert say_action(names(), parsed) == words


def test_the_format_of_a_group_is_said_in_words() -> None:
    groups = tuple(scenario().groups)
    parties = tuple(scenario().parties)
    united = say_action(names(), Convene(groups[0], Format.UNIFIED, parties[:2]))
    assert united == "Convene the territory group in one room: Moscow and Kyiv"
    assert "in parallel rooms" in say_action(names(), Convene(groups[0], Format.PARALLEL, parties[:2]))
    assert say_action(names(), TaskGroup(groups[0], ("line",))).endswith("with line")  # type: ignore[arg-type] # an id


def test_costs_are_counted_in_people() -> None:
    verbs = scenario().verbs
    assert say_cost(verbs[VerbId("conference")].cost) == "1 President, 1 Staff"
    assert say_cost(verbs[VerbId("task")].cost) == "nothing"
    assert say_cost(verbs[VerbId("sound-out")].cost.plus(verbs[VerbId("float")].cost)) == "2 Envoys"
