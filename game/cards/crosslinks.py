"""Whether every link of the briefing book leads somewhere, and no two headwords share a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.cards.document import Data, Path, Place
from game.cards.faults import Fault, quoted, suggest
from game.cards.grammar import Kind
from game.cards.links import KINDS, OPENING, folded, links, page_name, plain, unclosed
from game.cards.sheets import Sheet
from game.cards.vocabulary import Vocabulary

LINKED = ("briefing", "glossary", "claim-notes")
"""Files whose texts may hold links."""

_NAMED: Mapping[str, Kind] = {
    "party": Kind.PARTY,
    "clause": Kind.CLAUSE,
    "act": Kind.VERB,
    "group": Kind.GROUP,
    "track": Kind.TRACK,
    "meter": Kind.QUANTITY,
}


@dataclass(frozen=True, slots=True)
class Targets:
    """What links can lead to. A kind that is absent cannot be told, and nothing is said of it.

    ``words`` are headwords and their other forms as written, by their folded names; None if they cannot be told.
    """

    words: Mapping[str, str] | None
    claims: tuple[str, ...] | None
    named: Mapping[str, tuple[str, ...]]


def check_book(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Iterator[Fault]:
    targets = _targets(sheets, vocabulary)
    yield from _same_names(sheets)
    for sheet in sheets:
        if sheet.kind.name == "guide":
            yield from _setup(sheet, sheets)
        if sheet.kind.name in LINKED:
            for path, text in _texts(sheet.document.data, ()):
                bare = sheet.kind.name == "glossary" and path[1:2] == ("see",)
                yield from _see(sheet, path, text, targets) if bare else _in_text(sheet, path, text, targets)


def _setup(guide: Sheet, sheets: Sequence[Sheet]) -> Iterator[Fault]:
    """Whether the world and the length in which the guide is told exist."""
    document, data = guide.document, guide.document.data
    known = {
        "world": ("E211", tuple(sheet.stem for sheet in sheets if sheet.kind.name == "world")),
        "length": (
            "E104",
            tuple(
                each.id
                for sheet in sheets
                if sheet.shape and sheet.kind.name == "scenario"
                for each in sheet.shape.lengths
            ),
        ),
    }
    for field, (code, names) in known.items():
        named = data.get(field) if isinstance(data, dict) else None
        if isinstance(named, str) and names and named not in names:
            yield document.fault(
                code, document.place((field,)), f"unknown {field} {quoted(named)}", _known(named, names)
            )


def _known(name: str, names: Sequence[str]) -> str:
    meant = suggest(name, names)
    return f"did you mean '{meant}'?" if meant else f"known are: {', '.join(names)}"


def _targets(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Targets:
    named = {word: names for word, kind in _NAMED.items() if (names := vocabulary.names(kind)) is not None}
    for word, kind in (("world", "world"), ("lens", "lens"), ("page", "briefing")):
        stems = tuple(page_name(sheet.stem) for sheet in sheets if sheet.kind.name == kind)
        named |= {word: stems} if stems else {}
    doubtful = any(sheet.document.faults for sheet in sheets if sheet.kind.name == "glossary")
    words = None if doubtful else {folded(name): name for _, _, name in _names(sheets)}
    return Targets(words, vocabulary.names(Kind.SOURCE), named)


def _names(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Path, str]]:
    """Every headword and every other form, with its place."""
    for sheet in sheets:
        if sheet.kind.name == "glossary" and isinstance(sheet.document.data, list):
            for index, entry in enumerate(sheet.document.data):
                yield from ((sheet, (index, *path), name) for path, name in _own_names(entry))


def _own_names(entry: Data) -> Iterator[tuple[Path, str]]:
    if isinstance(entry, dict):
        if isinstance(word := entry.get("word"), str):
            yield ("word",), plain(word)
        also = entry.get("also")
        for index, other in enumerate(also if isinstance(also, list) else ()):
            if isinstance(other, str):
                yield ("also", index), plain(other)


def _same_names(sheets: Sequence[Sheet]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for sheet, path, name in _names(sheets):
        place = sheet.document.place(path)
        here = f"{sheet.document.path}:{place.position.line}"
        if (before := seen.setdefault(folded(name), here)) != here:
            yield sheet.document.fault(
                "E222", place, f"the headword {quoted(name)} appears twice", f"it stands first in {before}"
            )


def _texts(data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    match data:
        case str():
            yield path, data
        case dict():
            for key, each in data.items():
                yield from _texts(each, (*path, key))
        case list():
            for index, each in enumerate(data):
                yield from _texts(each, (*path, index))


def _in_text(sheet: Sheet, path: Path, text: str, targets: Targets) -> Iterator[Fault]:
    document = sheet.document
    for link in links(text):
        hint = _wrong(link.target, targets)
        if hint is not None:
            place = document.place_within(path, link.offset + len(OPENING), len(link.target))
            yield document.fault("E221", place, f"the link {quoted(link.target)} leads nowhere", hint)
    for offset in unclosed(text):
        hint = "write [[word]], or [[word|other words]]"
        yield document.fault("E221", document.place_within(path, offset, 2), "the link is not closed", hint)


def _see(sheet: Sheet, path: Path, target: str, targets: Targets) -> Iterator[Fault]:
    hint = _wrong(plain(target), targets)
    if hint is not None:
        place: Place = sheet.document.place(path)
        yield sheet.document.fault("E221", place, f"the link {quoted(target)} leads nowhere", hint)


def _wrong(target: str, targets: Targets) -> str | None:
    """None if the target is known, or cannot be told; else a hint."""
    kind, colon, name = target.partition(":")
    if colon and kind in KINDS:
        known = targets.named.get(kind)
        return None if known is None or name in known else _guess(name, known, f"{kind}:")
    if targets.words is None or targets.claims is None:
        return None
    if folded(target) in targets.words or target in targets.claims:
        return None
    names = {**targets.words, **{claim.lower(): claim for claim in targets.claims}}
    return _guess(folded(target), tuple(names), "", names)


def _guess(name: str, known: Sequence[str], before: str, shown: Mapping[str, str] | None = None) -> str:
    meant = suggest(name, known)
    if meant is None:
        return f"before a colon stands one of: {', '.join(KINDS)}" if not before else ""
    return f"did you mean '{before}{(shown or {}).get(meant, meant)}'?"
