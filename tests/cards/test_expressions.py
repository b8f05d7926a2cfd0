"""The language of conditions and amounts: the grammar that authors are promised, and its refusals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cards.expressions import DEEPEST, SyntaxFault, name_places, parse, parse_range, spaced_minus
from game.cards.faults import CODES
from game.model.expressions import (
    And,
    Arith,
    Compare,
    Expr,
    Name,
    Negate,
    Not,
    Number,
    Or,
    Span,
    names,
    operands,
    written,
)

A, B, C = Name("a"), Name("b"), Name("c")

identifiers = st.from_regex(r"[a-z][a-z0-9_]{0,5}([.-][a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda name: name not in ("and", "or", "not")
)
leaves = st.one_of(
    st.builds(Number, st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1)), st.builds(Name, identifiers)
)


def _larger(smaller: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    parts = st.lists(smaller, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Negate, smaller),
        st.builds(Not, smaller),
        st.builds(Arith, st.sampled_from("+-*"), smaller, smaller),
        st.builds(Compare, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), smaller, smaller),
        st.builds(And, parts),
        st.builds(Or, parts),
    )


expressions: st.SearchStrategy[Expr] = st.recursive(leaves, _larger, max_leaves=15)


def fault(text: str) -> SyntaxFault:
    found = parse(text)
    assert isinstance(found, SyntaxFault), f"{text!r} parsed as {found}"
    return found


def test_the_condition_of_the_worked_example_parses_as_its_author_reads_it() -> None:
    assert parse("turn >= 2 and discipline < 60 and not flag.leak_hunt") == And(
        (
            Compare(">=", Name("turn"), Number(2)),
            Compare("<", Name("discipline"), Number(60)),
            Not(Name("flag.leak_hunt")),
        )
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a or b and c", Or((A, And((B, C))))),
        ("not a and b", And((Not(A), B))),
        ("not a < b", Not(Compare("<", A, B))),
        ("a + b < c", Compare("<", Arith("+", A, B), C)),
        ("a + b * c", Arith("+", A, Arith("*", B, C))),
        ("a - b - c", Arith("-", Arith("-", A, B), C)),
        ("-a * b", Arith("*", Negate(A), B)),
        ("(a + b) * c", Arith("*", Arith("+", A, B), C)),
    ],
)
def test_or_binds_loosest_then_and_not_comparison_sum_product_and_minus(text: str, tree: Expr) -> None:
    assert parse(text) == tree


def test_a_minus_needs_spaces_because_a_hyphen_may_be_part_of_a_name() -> None:
    assert parse("europe-in") == Name("europe-in")
    assert parse("left - 1") == Arith("-", Name("left"), Number(1))
    assert parse("left-1") == Name("left-1")
    assert spaced_minus("left-1", ["left", "turn"]) == "left - 1"
    assert spaced_minus("turns-turn", ["turns", "turn"]) == "turns - turn"
    assert spaced_minus("europe-in", ["left", "turn"]) is None


def test_a_sign_before_a_number_is_part_of_the_number() -> None:
    assert parse("-5") == Number(-5)
    assert parse("+5") == Number(5)
    assert parse("a - -5") == Arith("-", A, Number(-5))
    assert parse("-(5)") == Negate(Number(5))


@given(expressions)
def test_what_is_written_parses_back_to_the_same_tree(expr: Expr) -> None:
    assert parse(written(expr)) == expr


@given(st.text(alphabet="ab.-_ 0123456789()+*<>=!and or not\n", max_size=60))
def test_what_parses_is_a_fixed_point_of_writing(text: str) -> None:
    found = parse(text)
    if not isinstance(found, SyntaxFault):
        assert parse(written(found)) == found


@given(st.text(max_size=200))
def test_no_text_raises_and_every_fault_lies_within_the_text(text: str) -> None:
    for found in (parse(text), parse_range(text)):
        if isinstance(found, SyntaxFault):
            assert 0 <= found.offset <= len(text)
            assert found.width >= 1
            assert found.code in CODES
            assert found.found
            assert found.expected


@given(expressions)
def test_names_come_once_each_in_order_of_appearance(expr: Expr) -> None:
    places = name_places(written(expr))
    assert names(expr) == tuple(dict.fromkeys(place.name for place in places))


def test_name_places_tell_where_each_name_stands_in_the_text() -> None:
    text = "turn > 1 and not flag.x\n  or turn < 3"
    assert [(place.name, text[place.offset :][: len(place.name)]) for place in name_places(text)] == [
        ("turn", "turn"),
        ("flag.x", "flag.x"),
        ("turn", "turn"),
    ]


@given(expressions)
def test_the_names_of_an_expression_are_those_of_its_operands(expr: Expr) -> None:
    inside = [name for operand in operands(expr) for name in names(operand)]
    assert names(expr) == ((expr.name,) if isinstance(expr, Name) else tuple(dict.fromkeys(inside)))


@pytest.mark.parametrize(
    ("text", "code", "offset", "message", "hint"),
    [
        ("", "E301", 0, "found nothing, expected a number, a name, 'not' or '('", ""),
        ("turn >=", "E301", 7, "found the end, expected a number, a name, 'not' or '('", ""),
        ("turn = 2", "E301", 5, "found '=', expected an operator", "equality is written '=='"),
        ("a && b", "E301", 2, "found '&&', expected an operator", "write 'and'"),
        ("a AND b", "E301", 2, "found 'AND', expected an operator", "write 'and' in small letters"),
        ("(a or b", "E301", 7, "found the end, expected ')'", "opened at character 1 is not closed"),
        ("a b", "E301", 2, "found 'b', expected an operator", ""),
        ("1 + not a", "E301", 4, "found 'not', expected a number", "in parentheses"),
        ("turn / 2", "E301", 5, "found '/', expected an operator", "no division"),
        ("2..4", "E301", 1, "found '..', expected an operator", "a range such as 2..4"),
        ("turn > 007", "E301", 7, "found '007', expected a number without leading zeros", ""),
        ("turn > 1.5", "E302", 7, "found the decimal number 1.5, expected a whole number", "round it"),
        ("1 < turn < 5", "E304", 9, "found '<', expected 'and', 'or' or the end", "a < b and b < c"),
        ("turn > 1234567890123456", "E306", 7, "expected at most 15 digits", ""),
        ("a" * 1001, "E303", 0, "found 1001 characters, expected at most 1000", ""),
    ],
)
def test_a_fault_tells_what_was_found_what_was_expected_and_where(
    text: str, code: str, offset: int, message: str, hint: str
) -> None:
    found = fault(text)
    assert (found.code, found.offset) == (code, offset)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize("text", ["(" * 300 + "a", "not " * 200 + "a", "- " * 300 + "a", " + ".join("a" * 200)])
def test_nesting_is_limited_before_the_interpreter_feels_it(text: str) -> None:
    assert fault(text).code == "E303"


def test_nesting_up_to_the_limit_is_read() -> None:
    depth = DEEPEST - 1
    assert parse("(" * depth + "a" + ")" * depth) == A
    assert not isinstance(parse(" + ".join("a" * DEEPEST)), SyntaxFault)


@pytest.mark.parametrize(
    ("text", "span"),
    [("3", Span(3, 3)), ("2..4", Span(2, 4)), ("-3..-1", Span(-3, -1)), ("+2 .. +5", Span(2, 5)), ("0..0", Span(0, 0))],
)
def test_a_range_is_one_number_or_two_lower_first(text: str, span: Span) -> None:
    assert parse_range(text) == span


@given(st.integers(-999, 999), st.integers(0, 999))
def test_a_range_as_text_reads_back(low: int, more: int) -> None:
    assert parse_range(str(Span(low, low + more))) == Span(low, low + more)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("4..2", "E305", "the lower number first: 2..4"),
        ("2-4", "E301", "a range is written 2..4"),
        ("2 to 4", "E301", "a range is written 2..4"),
        ("1.5..2", "E302", "the decimal number 1.5"),
        ("2..", "E301", "found the end, expected a whole number"),
        ("turn", "E301", "expected a whole number"),
    ],
)
def test_a_wrong_range_is_told_apart(text: str, code: str, words: str) -> None:
    found = parse_range(text)
    assert isinstance(found, SyntaxFault)
    assert found.code == code
    assert words in f"{found.message} {found.hint}"
