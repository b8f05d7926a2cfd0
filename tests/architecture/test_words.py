"""What a reader of the repository should never meet: the workshop it was made in, and unfinished work."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, Place, listed

TEXTS = {".py", ".md", ".yaml", ".yml", ".toml", ".txt", ".tcss", ".json", ".jsonl", ".ambr", ".svg", ".cfg", ""}
TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "pyproject.toml", ".gitignore")
FOLDERS = ("game", "content", "docs", "tests", "benchmarks", ".ci")
LICENCES = ("LICENSE", "content/LICENSE")

WORKSHOP = re.compile(
    r"""/(?:work|root|tmp/brief|home)/\w             # a path of one machine
      | \b(?:issue|ticket|pull\ request)\ \#?\d      # numbers of a tracker
      | \b(?:this|last|next|previous|earlier)\ session\b(?!\ of\ (?:parliament|congress))
      | \b(?:language\ model|chat\s?bot|assistant's|claude|chatgpt|copilot|anthropic|openai)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|WIP|lorem ipsum|raise NotImplementedError)\b")


def texts() -> Iterator[Path]:
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    for path in sorted(chain((ROOT / name for name in TOP), (ROOT / "saves").glob("README.md"), found)):
        name = path.relative_to(ROOT).as_posix()
        hidden = any(part.startswith(".") and part != ".ci" for part in path.parent.relative_to(ROOT).parts)
        if path.suffix in TEXTS and "__pycache__" not in path.parts and not hidden and name not in LICENCES:
            yield path


def workshop_words(name: str, text: str) -> Iterator[Place]:
    for number, line in enumerate(text.splitlines(), 1):
        for pattern in (WORKSHOP, UNFINISHED):
            if found := pattern.search(line):
                yield Place(name, number, found[0])


def test_no_text_speaks_of_the_workshop_or_is_unfinished() -> None:
    here = Path(__file__).name
    found = (
        place
        for path in texts()
        if path.name != here
        for place in workshop_words(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    )
    assert listed(found) == ""


@pytest.mark.parametrize(
    "line",
    ["see /home/anna/notes", "as issue 12 asks", "in the next session we add it", "# TODO: later", "a language model"],
)
def test_such_words_are_noticed(line: str) -> None:
    assert list(workshop_words("planted", line))


@pytest.mark.parametrize("line", ["A closed session of both parties", "The issue of the Donbas", "the session's seed"])
def test_ordinary_words_are_left_alone(line: str) -> None:
    assert not list(workshop_words("planted", line))


def test_lines_of_text_end_as_they_should() -> None:
    """UTF-8, line feeds only, a line feed at the end, no blanks before it; so that a diff shows what changed."""
    odd = []
    for path in texts():
        raw = path.read_bytes()
        untidy = raw and (b"\r" in raw or not raw.endswith(b"\n") or re.search(rb"[ \t]\n", raw))
        if untidy and path.suffix not in (".ambr", ".svg", ".txt"):
            odd.append(path.relative_to(ROOT).as_posix())
    assert odd == []
