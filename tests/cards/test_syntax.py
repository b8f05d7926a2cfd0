"""The author's mistakes of syntax in our own words, whichever parser stumbled over them."""

from __future__ import annotations

import pytest
import yaml

from game.cards import reader
from game.cards.reader import read_text

MISTAKES = [
    ("title: The readout: a leak", (1, 19), "a second ':' on the line"),
    ("title: x\n\twhen: y", (2, 1), "a tab in the indentation"),
    ('title: "The readout\nwhen: turn', (1, 8), "the quote that opens here is not closed"),
    ("label: 'tis\nwhen: turn", (1, 8), "the quote that opens here is not closed"),
    ('label: "Yes", he said', (1, 13), "text goes on after a closing quote"),
    ("label: 'It's time'", (1, 12), "text goes on after a closing quote"),
    ("tags: [press, leak\nwhen: turn", (1, 7), "the '[' that opens here is not closed"),
    ("effects: {tempo: 1", (1, 10), "the '{' that opens here is not closed"),
    ("tags: [press}", (1, 13), "'[' is closed by '}'"),
    ("effects: {tempo: 1]", (1, 19), "'{' is closed by ']'"),
    ("tags: [press]]", (1, 14), "']' closes nothing that was opened"),
    ("tags: ]", (1, 7), "']' closes nothing that was opened"),
    ("effects: {tempo: 1 front: 2}", (1, 20), "a comma is missing before this"),
    ("tags: [press,, leak]", (1, 14), "nothing stands before this ','"),
    ("title: , indeed", (1, 8), "nothing stands before this ','"),
    ("title:The leak\nwhen: turn", (1, 6), "a space is missing after ':'"),
    ("id: x\ntitle:The leak\nwhen: turn", (2, 6), "a space is missing after ':'"),
    ("title The leak\nwhen: turn", (1, 1), "a line without 'key: value'"),
    ("id: x\ntitle The leak\nwhen: turn", (2, 1), "a line without 'key: value'"),
    ("text: > Two newspapers\n  print", (1, 9), "text on the line of '>'"),
    ("tags: - press", (1, 7), "a list begins on the line of its key"),
    ("a:\n  b: 1\n c: 2", (3, 2), "the indentation fits nothing above"),
    ("a: 1\n  b: 2", (2, 3), "the indentation fits nothing above"),
    ("- id: x\n   title: y", (2, 4), "the indentation fits nothing above"),
    ("a: 1\n- b", (2, 1), "this is no part of what stands above"),
    ("title: @home", (1, 8), "a text may not begin with '@'"),
    ("title: `code`", (1, 8), "a text may not begin with '`'"),
    ("title: %5", (1, 8), "a text may not begin with '%'"),
    ('title: "C:\\press"', (1, 11), "'\\p' means nothing in double quotes"),
    ('title: "\\xZZ"', (1, 9), "'\\x' means nothing in double quotes"),
    ("title: *bold* words", (1, 8), "a text may not begin with '*'"),
    ("title: &", (1, 8), "a text may not begin with '&'"),
    ("title: !<", (1, 8), "a text may not begin with '!'"),
    ("title: ? x", (1, 8), "this line cannot be read as YAML"),
]


@pytest.mark.parametrize("loader", [reader.LOADER, yaml.SafeLoader])
@pytest.mark.parametrize(("text", "position", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_place_in_the_same_words_by_either_parser(
    text: str, position: tuple[int, int], message: str, loader: reader.Loader
) -> None:
    found = read_text(f"{text}\n".encode(), "f.yaml", loader).faults
    assert [(fault.position, fault.message) for fault in found] == [(position, message)]


@pytest.mark.parametrize(("text", "position", "message"), MISTAKES)
def test_no_word_of_the_yaml_library_reaches_the_author(text: str, position: tuple[int, int], message: str) -> None:
    for fault in read_text(text.encode(), "f.yaml").faults:
        words = f"{fault.message} {fault.hint}"
        assert not any(word in words for word in ("scalar", "token", "expected <", "mapping values", "flow", "block"))


def test_how_a_text_that_starts_like_an_alias_a_tag_or_an_anchor_is_filed() -> None:
    for start, code in (("*a*", "E002"), ("&", "E002"), ("!<", "E003")):
        assert [fault.code for fault in read_text(f"- {start}\n".encode(), "f.yaml").faults] == [code]
