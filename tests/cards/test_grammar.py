"""What the surface of content accepts, and how what it refuses is told."""

import pytest

from game.cards.faults import Fault
from game.cards.grammar_cards import CardShape
from game.cards.sheets import KINDS, Sheet, kind_of_file, read_sheet

CARD = """\
- id: leak
  title: A leak
  text: Two newspapers print it.
"""


def sheet_of(name: str, text: str) -> Sheet:
    kind = kind_of_file(name)
    assert kind is not None
    return read_sheet(kind, name, text.encode(), name)


def told(name: str, text: str) -> list[str]:
    return [f"{fault.position.line}:{fault.position.column} {fault.message}" for fault in faults(name, text)]


def faults(name: str, text: str) -> list[Fault]:
    return sorted(sheet_of(name, text).faults)


def card(extra: str) -> CardShape:
    sheet = sheet_of("cards/a.yaml", CARD + extra)
    assert sheet.faults == ()
    shape = sheet.shape
    assert isinstance(shape, CardShape)
    return shape


def test_a_card_without_choices_is_news_that_always_may_come() -> None:
    news = card("  effects: {discipline: -3}\n")
    assert news.choices == ()
    assert str(news.effects["discipline"]) == "-3"
    assert news.when.text == news.weight.text == "1"
    assert news.once


def test_a_flag_may_stand_alone_or_in_a_list() -> None:
    assert card("  sets: leak_hunt\n").sets == ("leak_hunt",)
    assert card("  sets: [leak-hunt, hurry]\n").sets == ("leak-hunt", "hurry")


@pytest.mark.parametrize(("text", "amount"), [("+2", "2"), ("-3", "-3"), ("2..4", "2..4"), ("-4..-2", "-4..-2")])
def test_an_amount_is_a_number_or_a_range(text: str, amount: str) -> None:
    assert str(card(f"  effects: {{tempo: {text}}}\n").effects["tempo"]) == amount


@pytest.mark.parametrize("text", ["true", "1", "turn >= 2", "'turn >= 2'"])
def test_a_condition_is_a_number_a_truth_or_an_expression(text: str) -> None:
    assert card(f"  when: {text}\n").when.expr is not None


def test_a_sequel_says_when_it_comes() -> None:
    assert card("  then: {card: leak, in: 2..4}\n").then is not None
    assert told("cards/a.yaml", CARD + "  then: {card: leak}\n") == ["4:3 missing field 'in'"]
    assert told("cards/a.yaml", CARD + "  then: {card: leak, in: 0..40}\n") == [
        "4:26 'in' must be from 1 to 24 turns, found 0..40"
    ]


def test_running_text_loses_the_line_feeds_that_yaml_leaves_at_its_end() -> None:
    assert card("  source: [C1]\n").text == "Two newspapers print it."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  tags: press\n", "4:9 'tags' must be a list, found the text 'press'"),
        ("  tags: [1]\n", "4:10 entry 1 of 'tags' must be text, found the number 1"),
        ("  once: 1\n", "4:9 'once' must be true or false, found the number 1"),
        ("  effects: [tempo]\n", "4:12 'effects' must be a mapping, found a list"),
        ("  effects: {tempo: true}\n", "4:20 'tempo' must be a whole number or a range, found true"),
        ("  effects: {tempo: 1.5}\n", "4:20 in 'tempo': found the decimal number 1.5, expected a whole number"),
        ("  when: [turn]\n", "4:9 'when' must be a condition or a whole number, found a list"),
        ("  when:\n", "4:3 'when' is empty"),
        ("  effects:\n", "4:3 'effects' is empty"),
        ("  choices: [own-it]\n", "4:13 entry 1 of 'choices' must be a mapping with fields, found the text 'own-it'"),
        ("  choices: [{id: a, label: A, cost: {staff: -1}}]\n", "4:45 'staff' must be at least 0, found -1"),
        ("  choices: [{id: a, label: A, cost: {staff: 10}}]\n", "4:45 'staff' must be at most 9, found 10"),
        ("  effects: {tempo: -200..400}\n", "4:20 'tempo' must be from -300 to 300, found 400"),
        ("  as_of: 2025-02-30\n", "4:10 'as_of' must be a date"),
        ("  as_of: 2025-W02-1\n", "4:10 'as_of' must be a date"),
        ("  sets: Leak Hunt\n", "4:9 'Leak Hunt' is not an id"),
    ],
)
def test_a_wrong_value_is_told_with_what_was_found_and_what_belongs_there(line: str, message: str) -> None:
    assert told("cards/a.yaml", CARD + line) == [message]


def test_a_misspelt_field_is_told_once_and_not_as_missing_too() -> None:
    (fault,) = faults("cards/a.yaml", CARD.replace("title", "tittle"))
    assert (fault.code, fault.hint) == ("E101", "did you mean 'title'?")


def test_a_field_like_no_other_is_told_with_all_that_there_are() -> None:
    (fault,) = faults("cards/a.yaml", CARD + "  choices: [{id: a, label: A, zzz: 1}]\n")
    assert fault.hint == "fields here: effects, sets, clears, then, id, label, cost, when, advice"


def test_a_card_of_more_words_than_fit_is_told() -> None:
    long = CARD.replace("Two newspapers print it.", "word " * 71)
    assert told("cards/a.yaml", long) == ["3:9 'text' has 71 words, at most 70 fit"]


def test_all_faults_of_all_entries_come_in_one_run() -> None:
    text = CARD.replace("title: A leak", "title:") + CARD.replace("  text", "  txt") + CARD + "  once: often\n"
    assert told("cards/a.yaml", text) == [
        "2:3 'title' is empty",
        "6:3 unknown field 'txt'",
        "10:9 'once' must be true or false, found the text 'often'",
    ]
    assert [entry.path for entry in sheet_of("cards/a.yaml", text + CARD).entries] == [(3,)]


def test_what_reading_has_told_is_not_told_again() -> None:
    broken = "- id: leak\n  title: A leak: a hunt\n" + CARD
    assert {fault.code for fault in faults("cards/a.yaml", broken)} == {"E011"}


@pytest.mark.parametrize(
    ("text", "code"), [("", "E106"), ("null\n", "E106"), ("id: leak\n", "E103"), ("leak\n", "E103")]
)
def test_a_file_that_is_no_list_of_cards_is_told(text: str, code: str) -> None:
    (fault,) = faults("cards/a.yaml", text)
    assert fault.code == code


def test_a_pledge_says_what_redeems_it() -> None:
    verb = "- {id: warn, label: Warn, family: any, about: A threat., pledge: threat}\n"
    assert told("actions.yaml", verb) == ["1:58 'pledge' needs 'redeemed_by' and 'due' beside it"]
    assert told("actions.yaml", verb.replace("threat}", "thread, redeemed_by: [warn], due: 2}")) == [
        "1:66 'pledge' must be threat or promise, found 'thread'"
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("scenario.yaml", "scenario"),
        ("cards/press.yaml", "cards"),
        ("voices/desk.yaml", "desk"),
        ("voices/russia.yaml", "voice"),
        ("briefing/01-your-task.md", "briefing"),
        ("lenses/realist.yaml", "lens"),
        ("card/press.yaml", None),
        ("cards/old/press.yaml", None),
        ("cards/press.yml", None),
        ("scenario.yml", None),
    ],
)
def test_a_file_is_known_by_its_folder_or_its_name(name: str, kind: str | None) -> None:
    found = kind_of_file(name)
    assert (found.name if found else None) == kind


def test_the_example_of_each_kind_of_file_is_of_that_kind() -> None:
    assert [kind_of_file(kind.example) for kind in KINDS] == list(KINDS)
