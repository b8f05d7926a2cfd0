"""Reading content safely: every pitfall of YAML refused with its place, everything readable kept."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.cards import reader
from game.cards.codes import GOOD_CARDS
from game.cards.document import Data, Document
from game.cards.reader import read_file, read_text
from game.cards.source import LARGEST

PURE = yaml.SafeLoader
LOADERS = [pytest.param(reader.LOADER, id="fastest"), pytest.param(PURE, id="pure-python")]


def read(text: str) -> Document:
    return read_text(text.encode("utf-8", "surrogatepass"), "f.yaml")


def codes(document: Document) -> list[str]:
    return [fault.code for fault in document.faults]


def value(text: str) -> Data:
    document = read(f"- {text}\n")
    assert document.faults == ()
    assert isinstance(document.data, list)
    return document.data[0]


def nested_merges(levels: int) -> str:
    """Nine aliases of the level below, merged, at every level: 9 to the power of ``levels`` in the end."""
    rows = ["a0: &a0 {x: 1}\n"]
    rows += [f"a{n}: &a{n} {{<<: [{','.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, levels + 1)]
    return "".join(rows)


class TestScalars:
    """YAML 1.2.2, section 10.3.2 (core schema), without octal, hexadecimal and fractions."""

    @pytest.mark.parametrize(
        ("word", "meaning"),
        [
            *((word, True) for word in ("true", "True", "TRUE")),
            *((word, False) for word in ("false", "False", "FALSE")),
            *((word, None) for word in ("null", "Null", "NULL", "~", "")),
            *(("0", 0), ("12", 12), ("-19", -19), ("+2", 2), ("20251203", 20251203), ("9" * 15, 10**15 - 1)),
        ],
    )
    def test_true_false_null_and_decimal_numbers_are_special(self, word: str, meaning: Data) -> None:
        found = value(word)
        assert found == meaning
        assert type(found) is type(meaning)

    @pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "on", "off", "y", "n", "tRUE", "nULL"])
    def test_the_country_code_of_norway_is_no_falsehood(self, word: str) -> None:
        assert value(word) == word

    @pytest.mark.parametrize(
        "word",
        [
            "12:30",
            "1:30",
            "190:20:30",
            "0123",
            "00",
            "0o14",
            "0x10",
            "0b11",
            "1_000",
            "1.5",
            "1.",
            ".5",
            "1e3",
            ".inf",
            ".nan",
            "2025-12-03",
            "=",
            "2..4",
            "+",
            "--1",
            "1-2",
            "١٢",
            "2001-12-14t21:59:43.10-05:00",
        ],
    )
    def test_times_dates_fractions_and_numbers_in_other_bases_are_text(self, word: str) -> None:
        assert value(word) == word
        assert value(f"[{word}]") == [word]

    @pytest.mark.parametrize("word", ["true", "12", "null", "", "~", "<<", "no"])
    def test_quoted_words_are_text(self, word: str) -> None:
        assert value(f"'{word}'") == word
        assert value(f'"{word}"') == word

    def test_keys_are_text(self) -> None:
        assert read("no: 1\n12: 2\ntrue: 3\nnull: 4\n").data == {"no": 1, "12": 2, "true": 3, "null": 4}

    def test_a_number_of_more_than_fifteen_digits_is_reported_and_kept_as_text(self) -> None:
        document = read(f"a: {'9' * 16}\nb: -{'9' * 5000}\n")
        assert codes(document) == ["E014", "E014"]
        assert document.data == {"a": "9" * 16, "b": "-" + "9" * 5000}


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "code", "position"),
        [
            ("a: &x 1\n", "E002", (1, 4)),
            ("a: 1\nb: *x\n", "E002", (2, 4)),
            ("a: !!python/object/apply:os.system [ls]\n", "E003", (1, 4)),
            ("a: ! x\n", "E003", (1, 4)),
            ("- a: 1\n  <<: {b: 2}\n", "E004", (2, 3)),
            ("a: 1\nb: 2\na: 3\n", "E008", (3, 1)),
            ("{a: 1, 'a': 2}", "E008", (1, 8)),
            ("a: 1\n---\nb: 2\n", "E013", (2, 1)),
            ("a:\n  {b: c}: d\n", "E015", (2, 3)),
            ("? [a]\n: b\n", "E015", (1, 3)),
            ("{: b}", "E015", (1, 2)),
            ("title: A \u202eleak\n", "E009", (1, 10)),
            ("title: A\x1b[0m\n", "E009", (1, 9)),
            ('title: "\\u202E"\n', "E009", (1, 8)),
            ('"\\e[2J": x\n', "E009", (1, 1)),
        ],
    )
    def test_what_content_may_not_have_is_refused_at_its_place(
        self, text: str, code: str, position: tuple[int, int]
    ) -> None:
        document = read(text)
        assert [(fault.code, fault.position) for fault in document.faults] == [(code, position)]

    def test_everything_is_told_in_one_run(self) -> None:
        document = read("- &a x\n- *a\n- !t y\n- <<: {}\n- {k: 1, k: 2}\n- z\u200b\n- [}\n- ok\n")
        assert codes(document) == ["E002", "E002", "E003", "E004", "E008", "E009", "E011"]
        assert document.data == ["x", None, "y", {}, {"k": 1}, "z\ufffd", "ok"]

    def test_of_two_equal_keys_the_first_is_kept_and_its_line_named(self) -> None:
        """YAML 1.2.2, section 3.2.1.1: the keys of a mapping are unique; PyYAML lets the last one win."""
        document = read("a: 1\nb: 2\na: {c: 3, c: 4}\n")
        assert document.data == {"a": 1, "b": 2}
        assert document.faults[0].hint == "keep one of the two; the first is on line 1"
        assert ("a", "c") not in document.positions

    def test_a_key_and_a_quoted_key_of_the_same_letters_are_equal(self) -> None:
        assert codes(read("1: a\n'1': b\n")) == ["E008"]

    def test_a_missing_space_in_braces_is_told_and_the_entry_left_out(self) -> None:
        document = read("effects: {trust.russia:+2, tempo: -1}\n")
        assert [(fault.position, fault.message) for fault in document.faults] == [
            ((1, 11), "a space is missing after ':'")
        ]
        assert document.data == {"effects": {"tempo": -1}}


class TestHostileFiles:
    @pytest.mark.parametrize("loader", LOADERS)
    def test_nested_merges_are_refused_by_their_events_alone(self, loader: reader.Loader) -> None:
        """Under 500 bytes, at which PyYAML's ``safe_load`` takes half a minute and 800 MB."""
        bomb = nested_merges(8)
        assert len(bomb) < 500
        document = read_text(bomb.encode(), "f.yaml", loader)
        assert set(codes(document)) == {"E002", "E004"}
        assert document.data == {"a0": {"x": 1}} | {f"a{n}": {} for n in range(1, 9)}

    @pytest.mark.parametrize("loader", LOADERS)
    @pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[a, ", "{a: "])
    def test_sixty_thousand_opening_brackets_end_at_the_twenty_first(self, opening: str, loader: reader.Loader) -> None:
        """They crash the interpreter in the composer of PyYAML's C loader."""
        document = read_text(opening.encode() * 60_000, "f.yaml", loader)
        assert codes(document)[-1] == "E005"
        assert document.data is None

    def test_the_composer_and_the_constructor_of_the_yaml_library_are_never_used(self) -> None:
        tree = ast.parse(Path(reader.__file__).read_text("utf-8"))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not used & {"compose", "load", "safe_load", "get_single_node", "get_data", "get_single_data"}

    def test_depth_twenty_is_read_and_twenty_one_is_not(self) -> None:
        assert codes(read("[" * 20 + "]" * 20)) == []
        assert codes(read("[" * 21 + "]" * 21)) == ["E005"]

    def test_fifty_thousand_entries_are_read_and_one_more_is_not(self) -> None:
        assert codes(read("- a\n" * 49_999)) == []
        document = read("- a\n" * 50_000)
        assert codes(document) == ["E006"]
        assert document.data is None

    def test_one_million_bytes_are_read_and_one_more_is_not(self) -> None:
        line = "# nothing\n"
        text = line * (LARGEST // len(line))
        assert codes(read(text)) == []
        assert codes(read(text + "#")) == ["E007"]

    def test_a_file_of_a_thousand_broken_entries_ends_in_a_word_that_reading_stopped(self) -> None:
        document = read("- {\n" * 1000)
        assert codes(document) == ["E011"] * 101
        assert document.faults[-1].position == (101, 1)
        assert document.faults[-1].message == "reading stops here, after 100 entries that cannot be read"

    def test_a_file_that_is_no_text_is_given_up(self) -> None:
        document = read_text(b"\xff\xfd\n" * 5000, "f.yaml")
        assert set(codes(document)) == {"E001"}
        assert document.data is None
        document = read("\0\n" * 5000)
        assert set(codes(document)) == {"E009"}
        assert document.data is None


class TestEncoding:
    def test_every_line_that_is_not_utf8_is_told_with_its_byte(self) -> None:
        document = read_text("a: Café\nb: ok\nc: naïve – so\n".encode("cp1252"), "f.yaml")
        assert [(fault.code, fault.position, fault.message) for fault in document.faults] == [
            ("E001", (1, 7), "the byte 0xE9 is not UTF-8"),
            ("E001", (3, 6), "the byte 0xEF is not UTF-8"),
        ]
        assert document.data == {"a": "Caf\ufffd", "b": "ok", "c": "na\ufffdve \ufffd so"}

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf16_is_refused(self, encoding: str) -> None:
        document = read_text("a: b\n".encode(encoding), "f.yaml")
        assert set(codes(document)) <= {"E001", "E009", "E011"}
        assert document.faults

    def test_a_byte_order_mark_and_line_breaks_of_any_system_are_taken(self) -> None:
        document = read_text(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n", "f.yaml")
        assert document.faults == ()
        assert document.data == {"a": 1, "b": 2, "c": 3}
        assert [document.positions[(key,)].line for key in "abc"] == [1, 2, 3]

    @pytest.mark.parametrize("page", ["<!DOCTYPE html>\n<html>", "\n  <html lang=en>", "<?xml version='1.0'?>"])
    def test_a_web_page_saved_as_yaml_is_told_as_such(self, page: str) -> None:
        assert codes(read(page)) == ["E010"]

    def test_columns_count_characters_not_bytes(self) -> None:
        document = read("{Київ: 1, 𝄞: 2}\n")
        assert document.positions[("𝄞",)] == (1, 14)


class TestKeptDespiteFaults:
    def test_a_damaged_card_does_not_take_its_neighbours_along(self) -> None:
        document = read("- id: a\n- id: b\n  title: The readout: a leak\n- id: c\n  tags: [x\n- id: d\n  n: 1\n")
        assert document.data == [{"id": "a"}, {"id": "d", "n": 1}]
        assert [fault.position for fault in document.faults] == [(3, 21), (5, 9)]
        assert document.positions[(1, "n")] == (7, 6)
        assert document.keys[(1, "id")] == (6, 3)
        assert document.extents[1] == (6, 7)

    def test_a_damaged_field_of_a_scenario_does_not_take_the_others_along(self) -> None:
        document = read("id: x\ntitle: a: b\nworlds:\n  - ripe\nid: y\n")
        assert document.data == {"id": "x", "worlds": ["ripe"]}
        assert codes(document) == ["E011", "E008"]
        assert document.faults[1].hint == "keep one of the two; the first is on line 1"

    def test_comments_and_a_document_marker_before_the_first_entry_are_passed_over(self) -> None:
        document = read("# cards\n---\n\n- a\n# one\n- b: c: d\n- e\n")
        assert document.data == ["a", "e"]

    @pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
    def test_an_empty_file_is_null_without_a_fault(self, text: str) -> None:
        document = read(text)
        assert (document.data, document.faults) == (None, ())


class TestFiles:
    def test_a_file_is_read_under_its_own_or_a_given_name(self, tmp_path: Path) -> None:
        path = tmp_path / "press.yaml"
        path.write_text("a: [\n", "utf-8")
        assert read_file(path).faults[0].path == path.as_posix()
        assert read_file(path, "cards/press.yaml").faults[0].path == "cards/press.yaml"

    def test_what_cannot_be_opened_is_a_fault_like_any_other(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        unreadable = [tmp_path / "missing.yaml", tmp_path, tmp_path / "pipe", tmp_path / "\0", tmp_path / ("x" * 5000)]
        for path in unreadable:
            document = read_file(path)
            assert codes(document) == ["E012"]
            assert document.data is None

    def test_no_more_than_the_limit_is_read_of_a_large_file(self, tmp_path: Path) -> None:
        path = tmp_path / "large.yaml"
        with path.open("wb") as stream:
            stream.truncate(5_000_000_000)
        assert codes(read_file(path)) == ["E007"]


def check(document: Document) -> None:
    """The promises of a document, whatever it was read from."""
    assert list(document.faults) == sorted(document.faults)
    for fault in document.faults:
        assert 1 <= fault.position.line <= max(1, len(document.lines))
        assert fault.position.column >= 1
        assert document.render(fault)
    for path in document.positions:
        found = document.data
        for part in path:
            found = found[part]  # type: ignore[index]
        assert document.place(path).position.line <= len(document.lines)
        assert document.key_place(path).width >= 1
        if isinstance(found, str):
            document.place_within(path, len(found) // 2)
    if document.data is not None:
        assert () in document.positions


yaml_pieces = st.sampled_from(
    [
        *("- ", "  ", "\n", "\n  ", "\n- ", ": ", ":", "'", '"', "[", "]", "{", "}", ", ", "&a ", "*a ", "!t ", "<<: "),
        *("|\n", ">-\n", "%", "@", "\t", " #", "---\n", "...\n", "? ", "a", "id", "true", "12", "\\x", "\u202e", "é"),
    ]
)


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\0")
@example(b"'\r")
def test_no_bytes_raise_and_every_fault_has_a_place(raw: bytes) -> None:
    check(read_text(raw, "f.yaml"))


@given(st.lists(yaml_pieces, max_size=40).map("".join), st.sampled_from([reader.LOADER, PURE]))
@example('a: "\\U00110000"', PURE)
@example("%YAML " + "9" * 5000 + "\n---\na", PURE)
@example('a: "\\ud800"', PURE)
def test_nothing_that_looks_like_yaml_raises_under_either_parser(text: str, loader: reader.Loader) -> None:
    check(read_text(text.encode("utf-8", "surrogatepass"), "f.yaml", loader))


@given(st.data())
@settings(max_examples=60)
def test_no_slip_of_the_hand_in_good_cards_raises(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD_CARDS)))
    gone = data.draw(st.integers(0, 3))
    check(read(GOOD_CARDS[:place] + data.draw(yaml_pieces) + GOOD_CARDS[place + gone :]))


plain = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-999, 999),
        st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain, st.booleans())
def test_plain_data_comes_back_as_it_was_written(data: Data, flow: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True)
    document = read(text.replace("!!null ", ""))
    assert document.faults == ()
    assert document.data == data


@pytest.mark.parametrize("loader", LOADERS)
def test_both_parsers_give_the_same_document(loader: reader.Loader) -> None:
    document = read_text(GOOD_CARDS.encode(), "f.yaml", loader)
    assert document == read_text(GOOD_CARDS.encode(), "f.yaml")
    assert document.faults == ()


def test_the_yaml_library_is_imported_by_the_reader_alone() -> None:
    folder = Path(reader.__file__).parent.parent
    importers = [path.name for path in folder.rglob("*.py") if "import yaml" in path.read_text("utf-8")]
    assert importers == ["reader.py"]
