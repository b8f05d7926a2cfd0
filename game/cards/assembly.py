"""A scenario from the files of its folder, with every fault of every file."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from game.cards.building import build
from game.cards.completeness import check_whole
from game.cards.faults import Fault, Position, suggest
from game.cards.folders import ContentFile, Folder, digest_of
from game.cards.reader import read_file
from game.cards.references import check_sheet
from game.cards.shaping import at
from game.cards.sheets import KINDS, Sheet, kind_of_file, read_sheet, shape_sheet
from game.cards.vocabulary import vocabulary
from game.model.scenario import Scenario


class Assembled(NamedTuple):
    """``left_out`` names the cards and moves that are faulty and so not in the scenario."""

    scenario: Scenario | None
    faults: tuple[Fault, ...]
    left_out: tuple[str, ...]


def assemble(folder: Folder) -> Assembled:
    sheets, unread = read_sheets(folder)
    return put_together(folder, sheets, (*unread, *examine(folder.id, sheets)))


def put_together(folder: Folder, sheets: tuple[Sheet, ...], faults: tuple[Fault, ...]) -> Assembled:
    faults = tuple(sorted(set(faults)))
    errors = [fault for fault in faults if fault.severity == "error"]
    vital = {sheet.document.path for sheet in sheets if not sheet.kind.spared}
    left_out = tuple(name for sheet in sheets if sheet.kind.spared for name in _faulty(sheet, errors).values())
    if any(fault.path in vital for fault in errors):
        return Assembled(None, faults, left_out)
    return Assembled(build((_sound(sheet, errors) for sheet in sheets), digest_of(folder)), faults, left_out)


def read_sheets(folder: Folder) -> tuple[tuple[Sheet, ...], tuple[Fault, ...]]:
    """Every file of the folder that is of a known kind, and a fault for every other."""
    sheets, unread = [], []
    for file in folder.files:
        sheet = sheet_of(file)
        if sheet is None:
            unread.append(_unread(file))
        else:
            sheets.append(sheet)
    return tuple(sheets), tuple(unread)


def sheet_of(file: ContentFile) -> Sheet | None:
    """The file read and shaped; None if it is of no known kind."""
    kind = kind_of_file(file.name)
    if kind is None:
        return None
    if file.raw is None:
        return shape_sheet(kind, file.name, read_file(file.path, shown(file.path)))
    return read_sheet(kind, file.name, file.raw, shown(file.path))


def examine(folder_id: str, sheets: tuple[Sheet, ...]) -> list[Fault]:
    """All faults of the sheets, alone and together."""
    known = vocabulary(sheets)
    faults = [fault for sheet in sheets for fault in sheet.faults]
    faults += [fault for sheet in sheets for fault in check_sheet(sheet, known)]
    faults += check_whole(folder_id, sheets, known)
    return faults


def shown(path: Path) -> str:
    """The file's name in faults: from the folder where the program was called, if it lies below that."""
    absolute = path.absolute()
    return (absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute).as_posix()


def _unread(file: ContentFile) -> Fault:
    examples = [kind.example for kind in KINDS]
    meant = suggest(file.name, examples)
    hint = f"did you mean '{meant}'?" if meant else f"a scenario has {', '.join(examples)}"
    return Fault(shown(file.path), Position(1, 1), "E217", "nothing reads this file", hint)


def _faulty(sheet: Sheet, errors: list[Fault]) -> dict[str | int, str]:
    """The entries of the file with an error in their lines: where in the file, and their names."""
    lines = [fault.position.line for fault in errors if fault.path == sheet.document.path]
    found = {}
    for index, extent in sheet.document.extents.items():
        if any(extent.first <= line <= extent.last for line in lines):
            found[index] = f"{sheet.kind.singular} {_id(sheet, index)}"
    return found


def _id(sheet: Sheet, index: str | int) -> str:
    entry = at(sheet.document.data, (index,))
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else f"in line {sheet.document.extents[index].first}"


def _sound(sheet: Sheet, errors: list[Fault]) -> Sheet:
    """The sheet without the entries that the game goes on without."""
    if not sheet.kind.spared:
        return sheet
    faulty = _faulty(sheet, errors)
    return replace(sheet, entries=tuple(entry for entry in sheet.entries if entry.path[0] not in faulty))
