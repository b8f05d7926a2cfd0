"""Where things stand in a file: values, keys, passages of texts, entries."""

from __future__ import annotations

import pytest

from game.cards.document import Document
from game.cards.faults import Position
from game.cards.reader import read_text

CARDS = """\
- id: readout-leaks
  when: turn >= 2 and flag.x
  'quoted key': "a b"
  effects: {trust.ukraine: +2}
# a comment
- id: hunt
  text: >
    Two newspapers print
    the talking points.
"""


def read(text: str) -> Document:
    return read_text(text.encode(), "f.yaml")


def marked(document: Document, position: Position, width: int) -> str:
    return document.lines[position.line - 1][position.column - 1 :][:width]


def test_a_value_and_the_key_before_it_have_their_own_places() -> None:
    document = read(CARDS)
    assert document.place((0, "effects", "trust.ukraine")) == ((4, 28), 2)
    assert document.key_place((0, "effects", "trust.ukraine")) == ((4, 13), 13)
    assert marked(document, *document.place((0, "when"))) == "turn >= 2 and flag.x"
    assert marked(document, *document.place((0, "quoted key"))) == '"a b"'
    assert marked(document, *document.key_place((0, "quoted key"))) == "'quoted key'"


def test_what_has_no_key_stands_where_its_value_does() -> None:
    document = read(CARDS)
    assert document.key_place((1,)) == document.place((1,)) == ((6, 3), 1)


def test_a_path_that_is_not_in_the_file_leads_to_the_nearest_that_is() -> None:
    document = read(CARDS)
    assert document.nearest((0, "title")) == (0,)
    assert document.nearest((0, "variant of a shape", "effects", "trust.ukraine")) == (0, "effects", "trust.ukraine")
    assert document.place((9, "x")) == document.place(())
    assert read("").place(("x",)) == ((1, 1), 1)


@pytest.mark.parametrize(
    "source",
    [
        "when: turn >= 2 and flag.x\n",
        "when:   turn >= 2\n   and flag.x\n",
        "when: 'turn >= 2 and flag.x'\n",
        'when: "turn >= 2\n\n  and flag.x"\n',
        "when: >\n  turn >= 2\n  and flag.x\n",
        "when: |-\n\n    turn >= 2\n    and flag.x\n",
        "{when: turn >= 2 and flag.x, x: y}\n",
    ],
)
def test_a_passage_of_a_text_is_found_however_the_text_is_written(source: str) -> None:
    document = read(source)
    assert isinstance(document.data, dict)
    text = str(document.data["when"])
    for word in ("turn", "2", "and", "flag.x"):
        place = document.place_within(("when",), text.index(word), len(word))
        assert marked(document, *place) == word


def test_the_end_of_a_text_is_just_behind_its_last_letter() -> None:
    for source in ("when: turn >=\nx: y\n", "when: 'turn >='\nx: y\n", "when: >\n  turn >=\nx: y\n"):
        document = read(source)
        line, column = document.place_within(("when",), len("turn >=")).position
        assert document.lines[line - 1][: column - 1].endswith(">=")


def test_top_level_entries_know_their_lines() -> None:
    assert read(CARDS).extents == {0: (1, 5), 1: (6, 9)}
    assert read("a: 1\nb:\n  c: 2\n").extents == {"a": (1, 1), "b": (2, 3)}


def test_an_entry_is_flawed_if_a_fault_of_reading_lies_in_its_lines() -> None:
    document = read("- a: 1\n- b: &x 2\n- c: 3\n- d: {\n- e: 5\n")
    assert document.data == [{"a": 1}, {"b": 2}, {"c": 3}, {"e": 5}]
    assert [document.flawed((index,)) for index in range(4)] == [False, True, False, False]
    assert document.flawed(())
    assert not read(CARDS).flawed(())


def test_a_fault_is_shown_with_the_line_it_is_about() -> None:
    document = read(CARDS)
    fault = document.fault("E201", document.key_place((0, "effects", "trust.ukraine")), "unknown quantity")
    assert document.render(fault).splitlines() == [
        "f.yaml:4:13: E201 unknown quantity",
        "  |",
        "4 |   effects: {trust.ukraine: +2}",
        "  |             ^~~~~~~~~~~~~",
    ]
