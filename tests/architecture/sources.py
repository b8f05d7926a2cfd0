"""The program's own sources, parsed, for tests that enforce the shape of it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PURE = ("model", "rules", "minds", "debrief")
"""Packages below ``game`` that compute and do nothing else."""


class Source(NamedTuple):
    """``name`` is the path from the root, with slashes."""

    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


class Place(NamedTuple):
    name: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.what}"


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """All Python files below these folders, by name."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(_source(path) for path in paths if "__pycache__" not in path.parts)


@cache
def _source(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def pure() -> tuple[Source, ...]:
    return sources(*(f"game/{package}" for package in PURE))


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All that :func:`ast.walk` finds, looked up once for all the tests of a process."""
    return tuple(ast.walk(tree))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of each module that is imported, late imports and those for types included."""
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module


def called(node: ast.Call) -> str:
    """The last part of what is called: ``f`` for ``f()`` and for ``a.b.f()``."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def listed(places: Iterator[Place]) -> str:
    """The places, one a line; empty if there is none."""
    return "\n".join(map(str, places))
