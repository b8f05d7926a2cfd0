"""Reads content files: bytes in; plain data, the place of every piece and all faults out. Nothing raises.

Only the events of the YAML parser are used, never its objects: the data grows on a stack of our own, so that
depth, size, aliases and merges are refused before anything comes of them, and no file can exhaust the
interpreter's stack. A damaged entry does not take its neighbours along: after a fault of syntax every entry
at the top level is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path as File
from typing import Any, Final, TypeAlias

import yaml

from game.cards.document import Document
from game.cards.faults import Fault, Position
from game.cards.source import LARGEST, source
from game.cards.syntax import Spot, explain
from game.cards.tree import MOST_NODES, Tree, joined

MOST_DAMAGED: Final = 100  # entries that cannot be read, after which reading stops

Loader: TypeAlias = "type[yaml.CSafeLoader | yaml.SafeLoader]"
LOADER: Final[Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LIST_ENTRY = re.compile(r"-(?:\s|$)")
_MAPPING_ENTRY = re.compile(r"""["']?[\w.-]+["']?\s*:(?:\s|$)""")


def read_file(path: File, name: str | None = None) -> Document:
    """The file, called ``name`` in its faults; no more of it is read than one file may have."""
    name = path.as_posix() if name is None else name
    try:
        if path.exists() and not path.is_file():
            return _unreadable(name, "this is a folder or a device, not a file")
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return _unreadable(name, "there is no such file")
    except PermissionError:
        return _unreadable(name, "you have no permission to open the file")
    except (OSError, ValueError):
        return _unreadable(name, "the file cannot be opened")
    return read_text(raw, name)


def read_text(text: bytes, path: str, loader: Loader = LOADER) -> Document:
    """The content of a file. Faults are sorted by place; what they leave readable is in ``data``."""
    origin = source(text, path)
    if origin.clean is None:
        return Document(path, None, {}, {}, {}, {}, origin.lines, origin.faults)
    tree = _Parse(path, tuple(origin.clean.removesuffix("\n").split("\n")), loader).tree()
    faults = tuple(sorted((*origin.faults, *tree.faults)))
    return Document(path, tree.data, tree.positions, tree.keys, tree.widths, tree.extents, origin.lines, faults)


def _unreadable(name: str, message: str) -> Document:
    fault = Fault(name, Position(1, 1), "E012", message, "nothing was read from it")
    return Document(name, None, {}, {}, {}, {}, (), (fault,))


class _Parse:
    """The parsing of one file, as a whole or, if that fails, entry by entry."""

    def __init__(self, path: str, rows: tuple[str, ...], loader: Loader) -> None:
        self._path = path
        self._rows = rows
        self._loader = loader

    def tree(self) -> Tree:
        whole = self._grown(0, len(self._rows), 0)
        if not whole.damaged:
            return whole
        if whole.nodes > MOST_NODES:
            return Tree(self._path, faults=whole.faults)
        parts = list(self._parts())
        if any(part.damaged for part in parts):
            return joined(parts, self._path)
        return Tree(self._path, faults=whole.faults)

    def _parts(self) -> Iterator[Tree]:
        """The trees of the top-level entries, as long as it makes sense to go on."""
        nodes, damaged = 0, 0
        for first, beyond in pairwise([*self._entries(), len(self._rows)]):
            part = self._grown(first, beyond, nodes)
            yield part
            nodes, damaged = part.nodes, damaged + part.damaged
            if nodes > MOST_NODES:
                return
            if damaged == MOST_DAMAGED and beyond < len(self._rows):
                message = f"reading stops here, after {damaged} entries that cannot be read"
                fault = Fault(self._path, Position(beyond + 1, 1), "E011", message)
                yield Tree(self._path, faults=[fault], damaged=True)
                return

    def _entries(self) -> list[int]:
        """The indexes of the lines with which top-level entries begin; what the first one is, all are."""
        first = next((row for row in self._rows if row[:1] not in ("", " ", "#", "%") and row[:3] != "---"), "")
        for pattern in (_LIST_ENTRY, _MAPPING_ENTRY):
            if pattern.match(first):
                return [index for index, row in enumerate(self._rows) if pattern.match(row)]
        return []

    def _grown(self, first: int, beyond: int, nodes: int) -> Tree:
        """The tree of some lines of the file."""
        tree = Tree(self._path, lines_before=first, nodes=nodes)
        acts: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: tree.scalar,
            yaml.AliasEvent: tree.alias,
            yaml.SequenceStartEvent: tree.open_list,
            yaml.SequenceEndEvent: tree.close,
            yaml.MappingStartEvent: tree.open_mapping,
            yaml.MappingEndEvent: tree.close,
            yaml.DocumentStartEvent: tree.document,
        }
        try:
            events = self._loader("".join(f"{row}\n" for row in self._rows[first:beyond]))
            for event in iter(events.get_event, None):
                if act := acts.get(type(event)):
                    act(event)
                    if tree.ended:
                        break
        except yaml.MarkedYAMLError as error:
            self._break(tree, beyond, error.problem_mark, error.context_mark)
        except (yaml.YAMLError, ValueError, OverflowError):
            # The parser in Python lets some numbers in escapes and directives through to the interpreter.
            self._break(tree, beyond)
        return tree

    def _break(self, tree: Tree, beyond: int, stopped: yaml.Mark | None = None, began: yaml.Mark | None = None) -> None:
        """Ends the tree with a fault of syntax."""
        tree.damaged = True
        place = tree.position(stopped) if stopped else tree.last
        start = tree.position(began) if began else None
        tree.faults.append(explain(Spot(self._path, self._rows[:beyond], place, start, tree.bracket)))
