"""Whether the files of a scenario belong together: nothing missing, nothing twice, names of files and things agree."""

from collections.abc import Iterator, Mapping, Sequence

from game.cards.crosslinks import check_book
from game.cards.document import Data, Path
from game.cards.faults import Fault, Position, quoted
from game.cards.grammar import Kind
from game.cards.references import guess
from game.cards.sheets import Sheet
from game.cards.sums import CHECKS
from game.cards.vocabulary import Vocabulary

NEEDED = ("clauses.yaml", "actions.yaml", "endings.yaml", "claims.yaml", "voices/desk.yaml")
NEEDED_BY_PARTY = ("parties/{}.yaml", "voices/{}.yaml")
NEEDED_KINDS = {"world": "worlds", "lens": "lenses"}

LISTS: Mapping[str, tuple[str, ...]] = {
    "scenario": ("groups", "tracks", "quantities", "lengths", "information"),
    "endings": ("endings",),
    "guide": ("steps",),
}
"""Lists of things with ids in files that are no lists themselves."""

INNER_LISTS: Mapping[str, str] = {"clauses": "options", "cards": "choices"}
"""Lists inside each entry of a file, whose ids need differ only there."""


def check_whole(folder_id: str, sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Iterator[Fault]:
    """What no file shows by itself, and what the numbers and lists of one file show together."""
    yield from _missing_files({sheet.name: sheet for sheet in sheets}, vocabulary)
    yield from _twice(sheets)
    yield from check_book(sheets, vocabulary)
    for sheet in sheets:
        yield from _misnamed(folder_id, sheet, vocabulary)
        for entry in sheet.entries:
            if check := CHECKS.get(sheet.kind.name):
                yield from check(sheet, entry, vocabulary)


def _missing_files(files: Mapping[str, Sheet], vocabulary: Vocabulary) -> Iterator[Fault]:
    frame = files["scenario.yaml"].document
    parties = vocabulary.names(Kind.PARTY) or ()
    for name in NEEDED:
        if name not in files:
            yield frame.fault("E215", frame.place(()), f"the file {quoted(name)} is missing", "it lies beside this one")
    for index, party in enumerate(parties):
        for pattern in NEEDED_BY_PARTY:
            if (name := pattern.format(party)) not in files:
                place = frame.place(("parties", index))
                yield frame.fault("E215", place, f"party {quoted(party)} has no file {quoted(name)}")
    kinds = {sheet.kind.name for sheet in files.values()}
    for kind, folder in NEEDED_KINDS.items():
        if kind not in kinds:
            yield frame.fault("E215", frame.place(()), f"the folder {quoted(folder)} holds no {kind}")


def _misnamed(folder_id: str, sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Fault]:
    """A file named after a party that does not exist, or after another thing than the one in it."""
    kind, document = sheet.kind.name, sheet.document
    parties = vocabulary.names(Kind.PARTY)
    if kind in ("party", "moves", "voice") and parties is not None and sheet.stem not in parties:
        hint = guess(sheet.stem, parties)
        message = f"the file is named after {quoted(sheet.stem)}, which is no party of the scenario"
        yield Fault(document.path, Position(1, 1), "E203", message, hint)
    if kind in ("party", "world", "lens", "scenario") and isinstance(document.data, dict):
        wanted, place = folder_id if kind == "scenario" else sheet.stem, document.place(("id",))
        found = document.data.get("id")
        if isinstance(found, str) and found != wanted:
            where = "folder" if kind == "scenario" else "file"
            hint = f"rename one of them: the {where} is called {quoted(wanted)}"
            yield document.fault("E216", place, f"id {quoted(found)} is not the name of its {where}", hint)


def _twice(sheets: Sequence[Sheet]) -> Iterator[Fault]:
    """Ids are compared in the plain data, so that two faulty entries are noticed too."""
    seen: dict[tuple[object, ...], str] = {}
    for sheet in sheets:
        for scope, path in _lists(sheet):
            for index, name in _ids(_at(sheet.document.data, path)):
                place = sheet.document.place((*path, index, "id"))
                here = f"{sheet.document.path}:{place.position.line}"
                if (before := seen.setdefault((*scope, name), here)) != here:
                    message = f"the id {quoted(name)} appears twice"
                    yield sheet.document.fault("E208", place, message, f"it stands first in {before}")


def _lists(sheet: Sheet) -> Iterator[tuple[tuple[object, ...], Path]]:
    """The scopes within which ids must differ, and the lists that hold them."""
    kind = sheet.kind
    if not kind.listed:
        yield from (((kind.name, key), (key,)) for key in LISTS.get(kind.name, ()))
        return
    yield (kind.name,), ()
    if (inner := INNER_LISTS.get(kind.name)) and isinstance(sheet.document.data, list):
        for index in range(len(sheet.document.data)):
            yield (sheet.name, index), (index, inner)


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            return None
    return data


def _ids(entries: Data) -> Iterator[tuple[int, str]]:
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(name := entry.get("id"), str):
            yield index, name
