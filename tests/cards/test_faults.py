"""How a fault looks to its author, and the registry of stable ids."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cards.codes import GOOD_CARDS
from game.cards.expressions import SyntaxFault, parse, parse_range
from game.cards.faults import (
    CODES,
    HIDDEN,
    CodeInfo,
    Fault,
    Position,
    cells,
    quoted,
    render,
    shortened,
    suggest,
    visible,
)
from game.cards.reader import read_text

PATH = "content/scenarios/one-last-effort/cards/press.yaml"


def test_the_worked_example_of_a_message_comes_out_to_the_letter() -> None:
    fault = Fault(PATH, Position(12, 7), "E101", "unknown field 'efects'", "did you mean 'effects'?", 6)
    assert render(fault, "      efects: {trust.ukraine: +2}") == "\n".join(
        [
            "content/scenarios/one-last-effort/cards/press.yaml:12:7: E101 unknown field 'efects'",
            "   |",
            "12 |       efects: {trust.ukraine: +2}",
            "   |       ^~~~~~",
            "   = did you mean 'effects'?",
        ]
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "below"),
    [
        ("停战协议: efects", 7, 6, " " * 10 + "^~~~~~"),  # four wide characters take eight columns
        ("停战: x", 1, 2, "^~~~"),
        ("e\u0301te\u0301: efects", 8, 6, " " * 5 + "^~~~~~"),  # combining accents take none
        ("\tefects: x", 2, 6, " ^~~~~~"),
        ("efects", 1, 0, "^"),
        ("efects", 1, 99, "^~~~~~"),
    ],
)
def test_the_caret_run_is_sized_in_terminal_cells(line: str, column: int, width: int, below: str) -> None:
    rows = render(Fault("f.yaml", Position(3, column), "E101", "m", width=width), line).splitlines()
    assert rows[-1] == f"  | {below}"


def test_without_a_source_line_only_the_message_and_its_hints_are_shown() -> None:
    fault = Fault("f.yaml", Position(1, 1), "E012", "there is no such file", "one\ntwo")
    assert render(fault) == "f.yaml:1:1: E012 there is no such file\n  = one\n  = two"


def test_a_very_long_line_is_shown_around_the_fault() -> None:
    line = "a" * 5000 + "efects" + "b" * 5000
    rows = render(Fault("f.yaml", Position(1, 5001), "E101", "m", width=6), line).splitlines()
    assert len(rows[2]) < 200
    start = rows[3].index("^")
    assert rows[2][start : start + 6] == "efects"


@given(st.text(), st.text(), st.text(), st.integers(1, 50), st.integers(0, 50))
def test_nothing_that_a_terminal_obeys_reaches_the_screen(
    message: str, hint: str, line: str, column: int, width: int
) -> None:
    shown = render(Fault("f.yaml", Position(1, column), "E101", message, hint, width), line)
    assert not HIDDEN.search(shown)
    assert "\x1b" not in shown


@pytest.mark.parametrize("letter", ["\x1b", "\x00", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\r"])
def test_control_and_bidirectional_characters_are_hidden_ones(letter: str) -> None:
    """Boucher and Anderson, "Trojan Source" (CVE-2021-42574): U+202A-202E and U+2066-2069 reorder what is read."""
    assert HIDDEN.fullmatch(letter)
    assert visible(f"a{letter}b") == "a\ufffdb"


def test_every_control_character_of_unicode_but_tab_and_line_feed_is_hidden() -> None:
    for code in range(0x3000):
        letter = chr(code)
        turns = unicodedata.bidirectional(letter) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        if turns or unicodedata.category(letter) == "Cc":
            assert bool(HIDDEN.fullmatch(letter)) == (letter not in "\t\n"), hex(code)


@pytest.mark.parametrize("text", ["Žluťoučký kůň", "Київ", "Москва", "«»„“–—…", "👩‍🚀", "naïve", "עברית", "العربية"])
def test_the_letters_of_every_script_are_not_hidden(text: str) -> None:
    assert visible(text) == text


def test_cells_count_what_a_terminal_does() -> None:
    assert [cells(text) for text in ("abc", "停战", "e\u0301", "")] == [3, 4, 1, 0]


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("efects", ["effects", "cost", "label"], "effects"),
        ("trust.ukrain", ["trust.ukraine", "trust.russia"], "trust.ukraine"),
        ("trust.europe.russia", ["trust.russia.europe", "trust.europe"], "trust.russia.europe"),
        ("leak_hunt", ["leak-hunt", "leak-hint"], "leak-hunt"),
        ("Effects", ["effects"], "effects"),
        ("zzzz", ["effects", "cost"], None),
        ("x" * 100_000, ["x" * 100_000], None),
    ],
)
def test_a_guess_is_made_where_something_known_is_close(word: str, known: list[str], guess: str | None) -> None:
    assert suggest(word, known) == guess
    assert suggest(word, reversed(known)) == guess


def test_quoted_text_is_cut_and_kept_on_one_line() -> None:
    assert quoted("efects") == "'efects'"
    assert quoted("a\nb\x1b") == "'a b\ufffd'"
    assert len(quoted("x" * 1000)) == 42


def test_faults_sort_by_file_and_place() -> None:
    faults = [
        Fault("b.yaml", Position(1, 1), "E101", "m"),
        Fault("a.yaml", Position(10, 1), "E101", "m"),
        Fault("a.yaml", Position(9, 2), "E102", "m"),
        Fault("a.yaml", Position(9, 2), "E101", "m"),
    ]
    assert sorted(faults) == faults[::-1]


def test_of_one_kind_in_one_file_twenty_are_shown_and_the_others_counted() -> None:
    faults = [Fault("a.yaml", Position(line, 1), "E101", "m", "hint") for line in range(1, 101)]
    other = Fault("a.yaml", Position(50, 1), "E102", "m")
    shown = shortened([*faults, other])
    assert len(shown) == 21
    assert other in shown
    assert shown[19].hint == "hint\n80 more of this kind in this file"


def test_warnings_are_told_from_errors_by_their_id() -> None:
    assert Fault("a", Position(1, 1), "W401", "m").severity == "warning"
    assert Fault("a", Position(1, 1), "E101", "m").severity == "error"


def test_ids_are_a_letter_and_three_digits_by_family() -> None:
    assert all(re.fullmatch(r"E[0123]\d\d|W4\d\d", code) for code in CODES)
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize(("code", "info"), CODES.items())
def test_every_id_is_explained_in_a_sentence(code: str, info: CodeInfo) -> None:
    assert info.title
    assert not info.title.endswith(".")
    assert info.explanation.endswith(".")
    assert HIDDEN.search(info.title + info.explanation) is None


READING = [code for code in CODES if code.startswith("E0") and CODES[code].bad_example]


@pytest.mark.parametrize("code", READING)
def test_the_bad_example_of_a_reading_fault_has_that_fault_and_no_other(code: str) -> None:
    assert {fault.code for fault in read_text(CODES[code].bad_file, "bad.yaml").faults} == {code}


def test_only_a_file_that_cannot_be_opened_has_no_example_among_reading_faults() -> None:
    assert [code for code in CODES if code.startswith("E0") and code not in READING] == ["E012"]


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("E0") and CODES[code].bad_example])
def test_other_bad_examples_read_well_and_differ_from_the_good_cards(code: str) -> None:
    info = CODES[code]
    assert info.bad_example != GOOD_CARDS
    assert read_text(info.bad_file, "bad.yaml").faults == ()


@pytest.mark.parametrize("code", [code for code in CODES if code.startswith("E3")])
def test_the_bad_example_of_an_expression_has_that_fault(code: str) -> None:
    data = read_text(CODES[code].bad_file, "bad.yaml").data
    assert isinstance(data, list)
    card = data[0]
    assert isinstance(card, dict)
    found: list[object] = [parse(str(card["when"]))]
    for choice in card["choices"] if isinstance(card["choices"], list) else []:
        if isinstance(choice, dict) and isinstance(then := choice.get("then"), dict):
            found.append(parse_range(str(then["in"])))
    assert [fault.code for fault in found if isinstance(fault, SyntaxFault)] == [code]
