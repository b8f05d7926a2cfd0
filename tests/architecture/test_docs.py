"""The pages say what is so: their tables are the program's, their links lead somewhere, their commands exist."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads

import pytest

from game.cards.library import check_path, render_all
from game.cli.arguments import parsed
from tests.architecture.sources import ROOT, Place, listed

PAGES = tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "saves/README.md"]))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:backchannel|python -m game) (\w+)((?: --?[\w-]+| [^-\s]\S*)*)")
MAKE = re.compile(r"\bmake ((?:[a-z]+ ?)+)")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def code(page: Path) -> Iterator[tuple[int, str]]:
    """The lines that a reader would type, by their number."""
    inside = False
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip().startswith("```"):
            inside = line.strip() == "```" and not inside
        elif inside:
            yield number, line.split("#")[0].rstrip()


def test_tables_are_what_the_program_makes() -> None:
    done = subprocess.run([sys.executable, "-m", "docs.tables"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def heading(line: str) -> str:
    """As the places that show these pages make an anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")


def dead_links(page: Path) -> Iterator[Place]:
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        for target in LINK.findall(line):
            path, _, anchor = target.partition("#")
            if path.startswith(("https:", "http:")):
                continue
            found = (page.parent / path).resolve() if path else page
            if not found.exists():
                yield Place(name(page), number, f"leads nowhere: {target}")
            elif anchor and anchor not in map(heading, found.read_text(encoding="utf-8").splitlines()):
                yield Place(name(page), number, f"no such heading: {target}")


def test_links_lead_somewhere() -> None:
    assert listed(place for page in PAGES for place in dead_links(page)) == ""


def test_every_picture_is_shown_and_every_page_can_be_reached() -> None:
    shown = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
    }
    pictures = set((ROOT / "docs/images").glob("*"))
    assert pictures <= shown
    assert {page for page in PAGES if page.parent != ROOT and page.name != "README.md"} <= shown


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_in_the_pages_parse(page: Path) -> None:
    for number, line in code(page):
        for command, rest in COMMAND.findall(line):
            if command in ("play", "auto", "lab", "check", "replay", "saves", "report", "export", "minds"):
                assert parsed([command, *rest.split()]), f"{name(page)}:{number}"
            else:
                pytest.fail(f"{name(page)}:{number}: there is no command '{command}'")


def test_make_knows_the_targets_that_the_pages_name() -> None:
    targets = set(re.search(r"^\.PHONY: (play .*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split())
    for page in PAGES:
        for _, line in code(page):
            for words in MAKE.findall(line):
                assert set(words.split()) <= targets, line


def test_the_layers_in_the_pages_are_those_that_are_enforced() -> None:
    contracts = loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    told = [layer.strip(" `.") for layer in layers]
    for page in (ROOT / "CONTRIBUTING.md", ROOT / "docs/developers/architecture.md"):
        lines = (line for line in page.read_text(encoding="utf-8").splitlines() if "→" in line)
        found = next(lines)
        assert re.findall(r"`([\w |]+)`", found) == told, name(page)


def test_the_map_in_the_readme_names_every_package() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    packages = {path.parent.name for path in (ROOT / "game").glob("*/__init__.py")}
    assert packages <= set(re.findall(r"^  (\w+)/ ", readme, re.MULTILINE))


def test_the_examples_of_the_handbook_pass_the_check(tmp_path: Path) -> None:
    """Beside the shipped content, under names that are still free."""
    card, move, headword = re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs/authors.md").read_text(encoding="utf-8"), re.DOTALL
    )
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    folder = content / "scenarios/one-last-effort"
    sample = card.replace("id: readout-leaks", "id: readout-again").replace("the-wrong-suspect", "wrong-suspect")
    (folder / "cards/sample.yaml").write_text(sample, encoding="utf-8")
    with (folder / "moves/europe.yaml").open("a", encoding="utf-8") as moves:
        moves.write("\n" + move.replace("id: demand-a-seat", "id: demand-it-again"))
    with (folder / "briefing/glossary.yaml").open("a", encoding="utf-8") as words:
        words.write(headword)
    assert render_all(check_path(content)) == ""
