"""The files of a scenario: which there are, what each holds, and one of them read and shaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from game.cards.document import Document, Path
from game.cards.faults import Fault
from game.cards.grammar import Text
from game.cards.grammar_book import ClaimNoteShape, GuideShape, HeadwordShape
from game.cards.grammar_cards import CardShape, MoveShape, VerbShape
from game.cards.grammar_debrief import DebriefShape
from game.cards.grammar_parties import ClauseShape, DeskShape, EndingsShape, PartyShape, Voices
from game.cards.grammar_scenario import LensShape, ScenarioShape, TerrainShape, WorldShape
from game.cards.mentions import Part, part_of
from game.cards.reader import read_text
from game.cards.shaping import shaped
from game.cards.source import source


class FileKind(NamedTuple):
    """``listed``: the file is a list of such things. ``spared``: the game goes on without a faulty one.

    ``annotation`` is None for running text. ``example`` is the name of such a file, ``singular`` of what it holds.
    """

    name: str
    example: str
    annotation: Any
    listed: bool = False
    spared: bool = False

    @property
    def singular(self) -> str:
        return self.name.removesuffix("s")

    @property
    def pattern(self) -> str:
        """The folder counts, and the name where it is not the author's to choose."""
        folder, _, file = self.example.rpartition("/")
        return self.example if file in _FIXED else f"{folder}/*.{file.rsplit('.')[-1]}"


_FIXED = (
    *("scenario.yaml", "clauses.yaml", "actions.yaml", "endings.yaml", "claims.yaml", "desk.yaml"),
    *("debrief.yaml", "front.yaml", "glossary.yaml", "guide.yaml"),
)

KINDS = (
    FileKind("scenario", "scenario.yaml", ScenarioShape),
    FileKind("clauses", "clauses.yaml", ClauseShape, listed=True),
    FileKind("actions", "actions.yaml", VerbShape, listed=True),
    FileKind("party", "parties/russia.yaml", PartyShape),
    FileKind("moves", "moves/russia.yaml", MoveShape, listed=True, spared=True),
    FileKind("cards", "cards/press.yaml", CardShape, listed=True, spared=True),
    FileKind("world", "worlds/ripe.yaml", WorldShape),
    FileKind("desk", "voices/desk.yaml", DeskShape),
    FileKind("voice", "voices/russia.yaml", Voices),
    FileKind("endings", "endings.yaml", EndingsShape),
    FileKind("claims", "claims.yaml", dict[str, Text]),
    FileKind("debrief", "debrief.yaml", DebriefShape),
    FileKind("front", "front.yaml", TerrainShape),
    FileKind("briefing", "briefing/your-task.md", None),
    FileKind("glossary", "briefing/glossary.yaml", HeadwordShape, listed=True),
    FileKind("claim-notes", "briefing/claims.yaml", ClaimNoteShape, listed=True),
    FileKind("guide", "briefing/guide.yaml", GuideShape),
    FileKind("lens", "lenses/realist.yaml", LensShape),
)


def kind_of_file(name: str) -> FileKind | None:
    """The kind of a file by its name in the scenario's folder, such as ``cards/press.yaml``."""
    depth = name.count("/")
    fitting = (kind for kind in KINDS if kind.pattern.count("/") == depth and fnmatchcase(name, kind.pattern))
    return next(fitting, None)


class Entry(NamedTuple):
    """One thing of a file, shaped, and the path to it."""

    path: Path
    shape: Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the scenario. ``entries`` holds what could be shaped, at most one if the file is no list."""

    kind: FileKind
    name: str
    document: Document
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]

    @property
    def stem(self) -> str:
        return self.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def part(self) -> Part:
        return anatomy(self.kind)[1]

    @property
    def shape(self) -> Any:
        """What the file holds, or None if that could not be shaped."""
        return self.entries[0].shape if self.entries else None


@cache
def _adapter(name: str) -> tuple[TypeAdapter[Any], Part]:
    annotation = next(kind.annotation for kind in KINDS if kind.name == name)
    return TypeAdapter(annotation), part_of(annotation)


def anatomy(kind: FileKind) -> tuple[TypeAdapter[Any], Part]:
    """What checks one entry of such a file, and what the grammar says of it."""
    return _adapter(kind.name)


def read_sheet(kind: FileKind, name: str, raw: bytes, shown: str) -> Sheet:
    """``name`` is the file's name in the scenario's folder, ``shown`` its name in faults."""
    return shape_sheet(kind, name, read_text(raw, shown) if kind.annotation else _running_text(raw, shown))


def shape_sheet(kind: FileKind, name: str, document: Document) -> Sheet:
    entries, faults = [], list(document.faults)
    for path, value, found in _shaped(kind, document):
        faults += found
        if value is not None and not document.flawed(path):
            entries.append(Entry(path, value))
    return Sheet(kind, name, document, tuple(entries), tuple(faults))


def _shaped(kind: FileKind, document: Document) -> Iterator[tuple[Path, object, tuple[Fault, ...]]]:
    data = document.data
    if data is None and document.faults:
        return
    if kind.annotation is None:
        yield (), data, ()
        return
    adapter, part = anatomy(kind)
    if not kind.listed:
        yield (), *shaped(document, adapter, part, ())
    elif isinstance(data, list):
        for index in range(len(data)):
            yield (index,), *shaped(document, adapter, part, (index,))
    else:
        yield (), None, (_no_list(kind, document),)


def _no_list(kind: FileKind, document: Document) -> Fault:
    if document.data is None:
        return document.fault("E106", document.place(()), "the file is empty", "an empty list is written []")
    hint = "begin each entry with '- id: ...', and indent its fields under 'id'"
    return document.fault("E103", document.place(()), f"the file must be a list of {kind.name}", hint)


def _running_text(raw: bytes, shown: str) -> Document:
    origin = source(raw, shown)
    return Document(shown, origin.clean, {}, {}, {}, {}, origin.lines, origin.faults)
