"""Sizes and names that docs/developers/architecture.md states; an exemption is listed here with its reason."""

import ast
import re
from collections.abc import Iterator, Mapping
from tomllib import loads

import pytest

from tests.architecture.sources import ROOT, Place, Source, functions, length, listed, sources

PROGRAM = ("game", "benchmarks", "docs")
LONGEST_MODULE = 300
LONGEST_TESTS = 400
"""Tests carry tables of cases, which are long and simple."""

LONGEST_FUNCTION = 40
NINE_IN_TEN = 25
"""Lines that nine functions in ten stay within."""

LONG_MODULES: Mapping[str, str] = {}
LONG_FUNCTIONS: Mapping[str, str] = {}
"""``path:function`` and why splitting would hurt."""

SHAPELESS = re.compile(r"^(utils?|helpers?|common|base|core|misc|managers?|stuff|tools)$")


def long_modules(found: tuple[Source, ...], most: int) -> Iterator[Place]:
    for source in found:
        size = len(source.lines)
        if size > most and source.name not in LONG_MODULES:
            yield Place(source.name, size, f"{size} lines, at most {most}")


def long_functions(found: tuple[Source, ...]) -> Iterator[Place]:
    for source in found:
        for each in functions(source.tree):
            if length(each) > LONGEST_FUNCTION and f"{source.name}:{each.name}" not in LONG_FUNCTIONS:
                yield Place(source.name, each.lineno, f"'{each.name}' has {length(each)} lines")


def test_modules_of_the_program_are_no_longer_than_a_person_reads_at_once() -> None:
    assert listed(long_modules(sources(*PROGRAM), LONGEST_MODULE)) == ""


def test_modules_of_tests_are_not_much_longer() -> None:
    assert listed(long_modules(sources("tests"), LONGEST_TESTS)) == ""


def test_functions_fit_on_a_screen() -> None:
    assert listed(long_functions(sources(*PROGRAM, "tests"))) == ""


def test_nine_functions_in_ten_are_short() -> None:
    sizes = sorted(length(each) for source in sources("game") for each in functions(source.tree))
    assert sizes[len(sizes) * 9 // 10] <= NINE_IN_TEN


def test_exemptions_are_still_needed() -> None:
    """An exemption whose reason has gone, goes."""
    modules = {source.name for source in sources(*PROGRAM, "tests") if len(source.lines) > LONGEST_MODULE}
    found = {
        f"{source.name}:{each.name}"
        for source in sources(*PROGRAM, "tests")
        for each in functions(source.tree)
        if length(each) > LONGEST_FUNCTION
    }
    assert set(LONG_MODULES) <= modules
    assert set(LONG_FUNCTIONS) <= found


def test_every_module_says_what_it_is_for() -> None:
    silent = (
        Place(source.name, 1, "no docstring")
        for source in sources("game", "benchmarks", "docs", "tests")
        if source.text.strip() and ast.get_docstring(source.tree) is None
    )
    assert listed(silent) == ""


def test_no_module_is_named_after_nothing() -> None:
    shapeless = (
        Place(source.name, 1, "its name says nothing")
        for source in sources("game", "benchmarks", "docs", "tests")
        if any(SHAPELESS.match(part) for part in source.name.removesuffix(".py").split("/"))
    )
    assert listed(shapeless) == ""


@pytest.mark.parametrize("lines", [LONGEST_FUNCTION - 1, LONGEST_FUNCTION])
def test_a_function_that_is_too_long_is_noticed(lines: int) -> None:
    text = "def f() -> None:\n" + "    pass\n" * lines
    planted = (Source("game/planted.py", text, ast.parse(text)),)
    assert bool(listed(long_functions(planted))) == (lines == LONGEST_FUNCTION)


def test_the_limits_of_the_linter_are_those_of_the_house() -> None:
    """Complexity and the number of arguments are measured by ruff."""
    ruff = loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    assert ruff["lint"]["mccabe"]["max-complexity"] == 8
    assert ruff["lint"]["pylint"]["max-args"] == 5
    assert ruff["line-length"] == 120


def test_tests_that_grow_in_a_campaign_are_found_by_it() -> None:
    unmarked = (
        Place(source.name, 1, "grows with BACKCHANNEL_CAMPAIGN, but has no test with the mark 'campaign'")
        for source in sources("tests")
        if source.name.rsplit("/", 1)[-1].startswith("test_")
        and any(word in source.text for word in ("import sized", 'environ.get("BACKCHANNEL_CAMPAIGN'))
        and "mark.campaign" not in source.text
    )
    assert listed(unmarked) == ""
