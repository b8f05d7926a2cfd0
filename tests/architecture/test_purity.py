"""The core computes and does nothing else: no clock, chance, file, float, or order that differs from run to run.

``model``, ``rules``, ``minds`` and ``debrief`` are read as syntax, so that a call in a branch that no test reaches is
found too.
"""

import ast
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.sources import Place, called, imports, listed, nodes, pure

ALLOWED = {
    "__future__",
    "collections",
    "collections.abc",
    "dataclasses",
    "datetime",
    "enum",
    "functools",
    "hashlib",
    "itertools",
    "operator",
    "struct",
    "types",
    "typing",
}
"""The part of the standard library that neither looks outside nor computes with fractions."""

FROM_DATETIME = {"date", "timedelta"}
FORBIDDEN_CALLS = {"open", "hash", "id", "float", "complex", "input", "print", "eval", "exec", "compile", "__import__"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "time", "monotonic", "perf_counter"}
UNTYPED = {"Any", "cast"}
ORDERED_BY = {"tuple", "list", "enumerate", "iter", "next", "map", "filter", "zip", "join", "dict", "fromkeys"}
"""Calls that take the order of what they are given for granted."""

SETS = {"set", "frozenset", "Set", "AbstractSet"}
SET_METHODS = {"union", "intersection", "difference", "symmetric_difference"}


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for line, module in imports(tree):
        if module not in ALLOWED and not module.startswith("game."):
            yield line, f"imports {module}"
    for node in nodes(tree):
        yield from ((getattr(node, "lineno", 1), what) for what in _impure(node))
    yield from _set_orders(tree)


def _impure(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(value=float() | complex()):
            yield f"the fraction {ast.unparse(node)}"
        case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
            yield "a division that makes a fraction; '//' makes none"
        case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
            yield f"calls {name}()"
        case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
            yield f"looks at a clock: {name}()"
        case ast.ImportFrom(module=module, names=names):
            yield from (f"imports {each.name}" for each in names if _shut(module, each.name))
        case _ if type(node) in UNFIT:
            yield UNFIT[type(node)]


UNFIT: Mapping[type[ast.AST], str] = {
    ast.Try: "a try: pure code has nothing to catch",
    ast.TryStar: "a try: pure code has nothing to catch",
    ast.Global: "a name that outlives the call is changed",
    ast.Nonlocal: "a name that outlives the call is changed",
    ast.AsyncFunctionDef: "waits for something",
    ast.Await: "waits for something",
}


def _shut(module: str | None, name: str) -> bool:
    return (module == "datetime" and name not in FROM_DATETIME) or (module == "typing" and name in UNTYPED)


def _set_orders(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Where the order of a set would be followed, as far as the text shows what is a set."""
    scopes = [each for each in nodes(tree) if isinstance(each, ast.FunctionDef | ast.Lambda)]
    for scope in (tree, *scopes):
        names = {name for node in nodes(scope) for name in _set_names(node)}
        for node in nodes(scope):
            for followed in _followed(node):
                if _is_set(followed, names):
                    yield followed.lineno, "follows the order of a set"


def _set_names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_set(value, set()):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name), annotation=kind) if _names_a_set(kind):
            yield name
        case ast.arg(arg=name, annotation=kind) if kind is not None and _names_a_set(kind):
            yield name


def _names_a_set(kind: ast.expr) -> bool:
    outer = kind.value if isinstance(kind, ast.Subscript) else kind
    return isinstance(outer, ast.Name) and outer.id in SETS


def _followed(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.For(iter=followed) | ast.comprehension(iter=followed) | ast.Starred(value=followed):
            yield followed
        case ast.YieldFrom(value=followed):
            yield followed
        case ast.Call(args=args) if called(node) in ORDERED_BY:
            yield from args
        case ast.Call(func=ast.Name(id="min" | "max"), args=[only], keywords=[_, *_]):
            yield only  # a key can tie, and then the first one met wins


def _is_set(node: ast.expr, names: set[str]) -> bool:
    match node:
        case ast.Set() | ast.SetComp():
            return True
        case ast.Name(id=name):
            return name in names
        case ast.Call(func=ast.Name(id=name)):
            return name in SETS
        case ast.Call(func=ast.Attribute(value=inner, attr=name)):
            return name in SET_METHODS and (_is_set(inner, names) or _is_keys(inner))
        case ast.BinOp(left=left, op=ast.BitOr() | ast.BitAnd() | ast.Sub() | ast.BitXor(), right=right):
            return any(_is_set(side, names) or _is_keys(side) for side in (left, right))
        case _:
            return False


def _is_keys(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and called(node) == "keys"


def test_the_core_computes_and_does_nothing_else() -> None:
    found = (Place(source.name, line, what) for source in pure() for line, what in impurities(source.tree))
    assert listed(found) == ""


@pytest.mark.parametrize(
    "planted",
    [
        "from random import choice",
        "import time",
        "import os.path",
        "from math import sqrt",
        "from pathlib import Path",
        "from datetime import datetime",
        "from typing import Any",
        "from typing import cast",
        "half = 0.5",
        "ok = total > 1.0",
        "half = total / 2",
        "total /= 2",
        "text = open('x').read()",
        "key = hash(name)",
        "day = date.today()",
        "try:\n    pass\nexcept ValueError:\n    pass",
        "for each in {1, 2}:\n    pass",
        "found = [each for each in set(names)]",
        "first = tuple(frozenset(names))",
        "def f(names: set[str]) -> str:\n    return ', '.join(names)",
        "def f(names: list[str]) -> list[str]:\n    seen = {each for each in names}\n    return [*seen]",
        "best = max({1, 2}, key=len)",
        "rest = tuple(names.keys() - known)",
        "async def f() -> None:\n    await g()",
    ],
)
def test_what_is_not_pure_is_noticed(planted: str) -> None:
    assert list(impurities(ast.parse(planted)))


@pytest.mark.parametrize(
    "planted",
    [
        "half = total // 2",
        "known = set(names)\nfound = [each for each in names if each in known]",
        "for each in sorted({1, 2}):\n    pass",
        "count = len({each for each in names})",
        "from datetime import date, timedelta",
        "def f(make: Callable[..., int]) -> int:\n    return make()",
    ],
)
def test_what_is_pure_is_left_alone(planted: str) -> None:
    assert not list(impurities(ast.parse(planted)))
