"""One door each: for change, chance, sight, time, files, YAML, pydantic, Textual, and for faults nobody foresaw."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.sources import PURE, ROOT, Place, Source, called, imports, listed, nodes, sources

DOORS: Mapping[str, tuple[str, ...]] = {
    "yaml": ("game/cards/",),
    "pydantic": ("game/cards/",),
    "pydantic_core": ("game/cards/",),
    "textual": ("game/tui/", "benchmarks/bare.py"),
    "rich": ("game/tui/", "game/lab/"),
    "random": (),
    "time": ("game/lab/", "game/tui/", "game/cli/waiting.py", "benchmarks/"),
    "threading": ("game/tui/", "game/plain/"),
    "asyncio": ("game/tui/",),
    "secrets": ("game/cli/", "game/tui/", "game/plain/"),
    "socket": (),
    "urllib": (),
    "http": (),
    "pickle": ("game/cards/shelf.py",),
    "subprocess": ("benchmarks/lab.py",),
    "matplotlib": ("game/lab/",),
    "distributed": ("game/lab/",),
    "pytest": ("game/contracts/",),
}
"""What may be imported in the program only behind these doors: paths begin with one of them."""

FILES = {"os", "io", "pathlib", "tempfile", "shutil", "glob", "fcntl", "mmap"}
FILE_DOORS = ("game/play/", "game/cards/", "game/cli/", "game/tui/", "game/plain/", "game/lab/")
"""Packages that may touch files. ``telling`` has only words, the core only values."""

WORLD_MAKERS = ("game/rules/deal.py", "game/rules/apply.py", "game/rules/imagining.py")
BROAD: Mapping[str, str] = {
    "game/cli/__init__.py": "the outermost edge: a fault becomes a sentence and a log",
    "game/play/blame.py": "the edge to what others wrote: a fault of theirs becomes a sentence about it",
}
"""Handlers that take any exception and do not raise it again; each with its reason."""

MARKUP_READERS = {"notify", "Static", "Label", "Button", "Checkbox", "Link"}
"""Textual calls that read square brackets in a text as markup unless told not to. Treaty texts are full of them."""


def strays() -> Iterator[Place]:
    for source in sources("game", "benchmarks"):
        for line, module in imports(source.tree):
            doors = DOORS.get(module.split(".")[0])
            if doors is not None and not source.name.startswith(doors):
                yield Place(source.name, line, f"imports {module}, whose door is {' or '.join(doors) or 'shut'}")
            if module.split(".")[0] in FILES and not source.name.startswith((*FILE_DOORS, "benchmarks/")):
                yield Place(source.name, line, f"imports {module}: no files here")


def test_what_has_a_door_is_imported_behind_it() -> None:
    assert listed(strays()) == ""


def test_only_the_edges_take_every_exception() -> None:
    broad = (
        Place(source.name, node.lineno, "takes every exception")
        for source in sources("game", "benchmarks", "docs")
        for node in nodes(source.tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node) and not _raises_again(node)
        if source.name not in BROAD
    )
    assert listed(broad) == ""


def _is_broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in ("Exception", "BaseException") for kind in kinds)


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """It puts something in order and lets the exception go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_a_moment_of_a_game_is_made_in_two_places_only() -> None:
    """Dealing makes the first world, and folding events every later one."""
    makers = (
        Place(source.name, node.lineno, "makes a World")
        for source in sources("game")
        if source.name not in WORLD_MAKERS
        for node in nodes(source.tree)
        if isinstance(node, ast.Call) and called(node) == "World"
    )
    assert listed(makers) == ""


def test_chance_in_the_rules_comes_from_the_dice_alone() -> None:
    hashing = (
        Place(source.name, line, "imports hashlib")
        for source in sources(*(f"game/{package}" for package in PURE))
        if source.name != "game/rules/dice.py"
        for line, module in imports(source.tree)
        if module == "hashlib"
    )
    assert listed(hashing) == ""


WORKPIECES = {"self", "draft", "course"}
"""Names of what a module makes and changes itself before it hands it out."""


def test_nobody_assigns_to_what_it_was_given() -> None:
    """Records are frozen to the type checker alone, so the sources are read as well."""
    assigned = (
        Place(source.name, target.lineno, f"assigns to {ast.unparse(target)}")
        for source in sources(*(f"game/{package}" for package in (*PURE, "play")))
        for node in nodes(source.tree)
        for target in targets(node)
        if isinstance(target, ast.Attribute) and ast.unparse(target.value).split(".")[0] not in WORKPIECES
    )
    assert listed(assigned) == ""


def targets(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement assigns to, with what stands in a tuple each for itself."""
    given = node.targets if isinstance(node, ast.Assign | ast.Delete) else []
    if isinstance(node, ast.AugAssign | ast.AnnAssign):
        given = [node.target]
    for target in given:
        yield from target.elts if isinstance(target, ast.Tuple | ast.List) else [target]


def test_a_record_refuses_assignment_under_the_type_checker() -> None:
    wrong = "from game.model.clauses import ClauseState\nstate = ClauseState()\nstate.detail = 3\n"
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=", "--strict", "-c", wrong],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 'Property "detail" defined in "ClauseState" is read-only' in answer.stdout


def test_nouns_are_frozen_and_slotted() -> None:
    loose = (
        Place(source.name, node.lineno, f"{node.name} is neither a record nor frozen and slotted")
        for source in sources("game/model")
        if source.name != "game/model/record.py"
        for node in nodes(source.tree)
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator)
        if not {"frozen=True", "slots=True"} <= set(re.findall(r"\w+=True", ast.unparse(decorator)))
    )
    assert listed(loose) == ""


def markup(source: Source) -> Iterator[Place]:
    """Where a text that is put together would be read as markup."""
    for node in nodes(source.tree):
        if isinstance(node, ast.Call):
            if called(node) == "from_markup":
                yield Place(source.name, node.lineno, "reads a text as markup")
            told = any(word.arg == "markup" for word in node.keywords)
            if called(node) in MARKUP_READERS and not told and any(map(_put_together, node.args)):
                yield Place(source.name, node.lineno, f"{called(node)}() would read brackets as markup")


def _put_together(text: ast.expr) -> bool:
    return not isinstance(text, ast.Constant) and "Content" not in ast.unparse(text)


def test_no_text_of_the_game_is_read_as_markup() -> None:
    assert listed(place for source in sources("game/tui") for place in markup(source)) == ""


@pytest.mark.parametrize("planted", ["self.notify(f'{text}')", "Static(text)", "Content.from_markup('[b]x[/b]')"])
def test_a_text_that_would_be_read_as_markup_is_noticed(planted: str) -> None:
    assert list(markup(Source("game/tui/planted.py", planted, ast.parse(planted))))


@pytest.mark.parametrize("module", ["game.tui.app", "game.cli", "game.play.session"])
def test_the_title_can_be_shown_before_content_is_parsed(module: str) -> None:
    """YAML and pydantic take longer to import than everything else up to the title."""
    code = f"import sys, {module}; print(*sorted({{'yaml', 'pydantic'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def exclusions() -> Iterator[Place]:
    """Every comment that silences a tool without saying why."""
    silencer = re.compile(r"#\s*(noqa|pragma|type: ignore|fmt: (?:off|skip))")
    reasoned = re.compile(r"#\s*(noqa: [A-Z0-9, ]+ - \w|pragma: no cover - \w|type: ignore\[[\w,-]+\])")
    for source in sources("game", "benchmarks", "docs", "tests"):
        if source.name == "tests/architecture/test_doors.py":
            continue
        for number, line in enumerate(source.lines, 1):
            if "#" in line and silencer.search(line) and not reasoned.search(line):
                yield Place(source.name, number, "a silenced check without its reason")


def test_every_silenced_check_says_why() -> None:
    assert listed(exclusions()) == ""
