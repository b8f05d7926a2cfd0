"""Lines are wrapped and folded, and nothing is torn that belongs together."""

from io import StringIO

import pytest

from game.plain.console import WIDTH, Console, InputEnded


def said(text: str, *, ascii_only: bool = False, indent: int = 0) -> str:
    writer = StringIO()
    Console(StringIO(), writer, ascii_only=ascii_only).say(text, indent)
    return writer.getvalue()


def test_paragraphs_are_wrapped_and_indented() -> None:
    lines = said("word " * 40, indent=4).splitlines()
    assert len(lines) > 1
    assert all(len(line) <= WIDTH and line.startswith("    word") for line in lines)


def test_a_number_keeps_its_percent_sign() -> None:
    assert "\n%" not in said(("x" * 70) + " and 24 % of it")


def test_a_path_is_never_broken() -> None:
    path = "/a" * 60
    assert path in said(f"It is kept in {path}.")


@pytest.mark.parametrize(
    ("text", "plain"),
    [("“a” – b", '"a" - b'), ("▲ 3 → −4", "+ 3 -> -4"), ("Türkiye’s café", "Turkiye's cafe"), ("1 · 2", "1 - 2")],
)
def test_typographic_characters_have_plain_forms(text: str, plain: str) -> None:
    assert said(text, ascii_only=True) == f"{plain}\n"


def test_piped_input_is_written_out_so_that_the_output_reads_as_a_conversation() -> None:
    writer = StringIO()
    console = Console(StringIO("  hello \n"), writer)
    assert console.read("Well") == "hello"
    assert writer.getvalue() == "\nWell > hello\n"


def test_the_end_of_the_input_is_noticed() -> None:
    with pytest.raises(InputEnded):
        Console(StringIO(""), StringIO()).read("Well")
