"""Grows plain data and its positions from a YAML parser's events, and refuses what content may not have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar

from game.cards.document import Data, Extent, Path
from game.cards.faults import HIDDEN, Fault, Position, quoted
from game.cards.scalars import resolve, too_long
from game.cards.source import described
from game.cards.syntax import DEEPEST, too_deep

T = TypeVar("T")

MOST_NODES: Final = 50_000  # keys, values, lists and mappings in one file


class Mark(Protocol):
    """A place as the parser counts: from 0."""

    line: int
    column: int


class Event(Protocol):
    start_mark: Mark
    end_mark: Mark


class Node(Event, Protocol):
    anchor: str | None
    tag: str | None


class Word(Node, Protocol):
    value: str
    style: str | None


class Bracket(Node, Protocol):
    flow_style: bool


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; the outermost frame has no holder and takes the whole document.

    ``path`` is its own path, ``slot`` that of the value that comes next; None in what is read but not kept.
    """

    holder: list[Data] | dict[str, Data] | None
    path: Path | None = None
    slot: Path | None = None
    key: str = ""
    wants_key: bool = False
    is_key: bool = False
    flow: bool = False


@dataclass(slots=True)
class Tree:
    """``ended`` asks for no further events; ``damaged`` says that the data may not be used."""

    file: str
    lines_before: int = 0  # in the file, before the first line of the parsed text
    nodes: int = 0
    data: Data = None
    positions: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    widths: dict[Path, int] = field(default_factory=dict)
    extents: dict[str | int, Extent] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    ended: bool = False
    damaged: bool = False
    documents: int = 0
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(None, slot=())])

    @property
    def last(self) -> Position:
        """The place of the last thing that was kept."""
        first = Position(self.lines_before + 1, 1)
        return max((*self.positions.values(), *self.keys.values()), default=first)

    @property
    def bracket(self) -> Position | None:
        """The innermost list in brackets or mapping in braces that is open."""
        frame = self.frames[-1]
        return self.positions[frame.path] if frame.flow and frame.path is not None else None

    def position(self, mark: Mark) -> Position:
        """The place in the file that the parser means."""
        return Position(mark.line + self.lines_before + 1, mark.column + 1)

    def document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "remove the line '---', or move the rest to a file of its own; only the first part was read"
            self._fault("E013", event, "another document begins here", hint)
            self.ended = True

    def scalar(self, event: Word) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        frame = self.frames[-1]
        if frame.wants_key:
            self._key(frame, event)
            return
        empty = not event.value and not event.style
        if empty and frame.flow:
            self._missing_space(frame)
        path = frame.slot
        if path is not None:
            start, end = event.start_mark, event.end_mark
            self.positions[path] = Position(start.line + self.lines_before + 1, start.column + 1)
            self.widths[path] = (end.line == start.line and end.column - start.column) or 1
            if empty and (not path or path in self.keys):
                # The parser may see nothing only at the end of the file; here it stands with its key.
                self.positions[path] = self.keys.get(path, Position(self.lines_before + 1, 1))
            if len(path) == 1:
                self._close_entry(path, end)
        self._attach(frame, self._value(event))

    def alias(self, event: Event) -> None:
        self._count(event)
        hint = "write it out here; a text that begins with '*' needs quotes"
        self._fault("E002", event, "an alias repeats another part of the file", hint)
        frame = self.frames[-1]
        if frame.wants_key:
            frame.wants_key, frame.slot = False, None
        else:
            self._attach(frame, None)

    def open_list(self, event: Bracket) -> None:
        self._open(event, _Frame([]))

    def open_mapping(self, event: Bracket) -> None:
        self._open(event, _Frame({}, wants_key=True))

    def close(self, event: Event) -> None:
        frame = self.frames.pop()
        if frame.is_key:
            self.frames[-1].wants_key, self.frames[-1].slot = False, None
        elif frame.path is not None and len(frame.path) == 1:
            self._close_entry(frame.path, event.end_mark)

    def _open(self, event: Bracket, frame: _Frame) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self.frames) > DEEPEST:
            self._fault("E005", event, *too_deep())
            self.ended = self.damaged = True
            return
        parent = self.frames[-1]
        frame.flow = bool(event.flow_style)
        if parent.wants_key:
            frame.is_key = True
            hint = "a text with brackets or braces needs quotes"
            self._fault("E015", event, "a list or a mapping where a key belongs", hint)
        else:
            frame.path = parent.slot
            if frame.path is not None:
                self.positions[frame.path] = self.position(event.start_mark)
                frame.slot = (*frame.path, 0)
            self._attach(parent, frame.holder)
        self.frames.append(frame)

    def _key(self, frame: _Frame, event: Word) -> None:
        """Takes a key, or leaves ``frame.slot`` empty so that the value after it is read but not kept."""
        frame.wants_key, frame.slot = False, None
        name = event.value
        if name == "<<" and not event.style:
            self._fault("E004", event, "'<<' merges another mapping into this one", "write its fields out")
        elif name == "":
            self._fault("E015", event, "a ':' without a key before it", "put a word before it")
        elif isinstance(frame.holder, dict) and name in frame.holder:
            first = self.keys[(*frame.path, name)].line if frame.path is not None else 0
            self.faults.append(_twice(self.file, name, self.position(event.start_mark), first))
        elif event.style != '"' or not self._hides(event):
            frame.key = name
            if frame.path is not None:
                frame.slot = (*frame.path, name)
                self.keys[frame.slot] = self.position(event.start_mark)

    def _attach(self, frame: _Frame, value: Data) -> None:
        holder = frame.holder
        if isinstance(holder, dict):
            if frame.slot is not None:
                holder[frame.key] = value
            frame.wants_key = True
        elif isinstance(holder, list):
            holder.append(value)
            if frame.path is not None:
                frame.slot = (*frame.path, len(holder))
        else:
            self.data = value

    def _value(self, event: Word) -> Data:
        word = event.value
        if event.style:
            if event.style == '"':
                self._hides(event)
            return word
        value = resolve(word)
        if value is word and too_long(word):
            self._fault("E014", event, "a number of more than 15 digits", "put it in quotes if it is text")
        return value

    def _hides(self, event: Word) -> bool:
        """Refuses characters that only the escapes of double quotes can bring past the door."""
        hidden = HIDDEN.search(event.value)
        if hidden:
            self._fault("E009", event, described(hidden[0]), "leave the escape with the backslash out")
        return hidden is not None

    def _count(self, event: Event) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._fault("E006", event, f"more than {MOST_NODES:,} entries", "split the file by theme")
            self.ended = self.damaged = True

    def _refuse_properties(self, event: Node) -> None:
        if event.anchor is not None:
            hint = "leave it out; a text that begins with '&' needs quotes"
            self._fault("E002", event, "an anchor marks this part for repetition", hint)
        if event.tag is not None:
            hint = "leave it out; a text that begins with '!' needs quotes"
            self._fault("E003", event, "a tag gives this value a type of its own", hint)

    def _missing_space(self, frame: _Frame) -> None:
        """In ``{trust.russia:+2}`` YAML sees a key without a value, which is not kept."""
        key, colon, value = frame.key.partition(":")
        if frame.slot is not None and colon:
            message, hint = "a space is missing after ':'", f"write {quoted(f'{key}: {value}')}"
            place, width = self.keys.pop(frame.slot), len(frame.key)
            self.faults.append(Fault(self.file, place, "E011", message, hint, width))
            frame.slot = None

    def _close_entry(self, path: Path, end: Mark) -> None:
        """Notes the lines of a top-level entry; a mark at the beginning of a line ends the line before."""
        last = end.line + self.lines_before + (1 if end.column else 0)
        first = self.keys.get(path, self.positions[path]).line
        self.extents[path[0]] = Extent(first, max(first, last))

    def _fault(self, code: str, event: Event, message: str, hint: str = "") -> None:
        start, end = event.start_mark, event.end_mark
        width = max(1, end.column - start.column) if end.line == start.line else 1
        self.faults.append(Fault(self.file, self.position(start), code, message, hint, width))


def joined(parts: Iterable[Tree], file: str) -> Tree:
    """One tree from those of the parts of a file, in order; of damaged parts it has the faults only."""
    whole = Tree(file)
    for part in parts:
        whole.faults.extend(part.faults)
        if not part.damaged:
            _add(whole, part)
    return whole


def _add(whole: Tree, part: Tree) -> None:
    if whole.data is None:
        whole.data = [] if isinstance(part.data, list) else {}
        whole.positions[()] = part.positions[()]
    moved: dict[str | int, str | int] = {}
    if isinstance(whole.data, list) and isinstance(part.data, list):
        moved.update((index, index + len(whole.data)) for index in range(len(part.data)))
        whole.data.extend(part.data)
    elif isinstance(whole.data, dict) and isinstance(part.data, dict):
        moved.update((key, key) for key in part.data if key not in whole.data)
        twice = [(key,) for key in part.data if key in whole.data]
        whole.faults.extend(_twice(whole.file, key[0], part.keys[key], whole.keys[key].line) for key in twice)
        whole.data.update((key, part.data[key]) for key in part.data if key in moved)
    _move(part.positions, whole.positions, moved)
    _move(part.keys, whole.keys, moved)
    _move(part.widths, whole.widths, moved)
    whole.extents.update((moved[entry], extent) for entry, extent in part.extents.items() if entry in moved)


def _move(source: dict[Path, T], target: dict[Path, T], moved: Mapping[str | int, str | int]) -> None:
    target.update(((moved[path[0]], *path[1:]), found) for path, found in source.items() if path and path[0] in moved)


def _twice(file: str, key: str, place: Position, first: int = 0) -> Fault:
    where = f"; the first is on line {first}" if first else ""
    return Fault(file, place, "E008", f"the key {quoted(key)} appears twice", f"keep one of the two{where}", len(key))
