"""Checks of whole folders and of single files, as an author asks for them."""

import os
from collections.abc import Iterable
from pathlib import Path

from game.cards.assembly import examine, put_together, read_sheets, shown
from game.cards.faults import Fault, Position, quoted, render, shortened, suggest
from game.cards.folders import FRAME, open_folder, scenario_folders
from game.cards.lint import Material, lint
from game.cards.reader import read_text
from game.cards.source import source
from game.cards.vocabulary import vocabulary


def inspect(path: Path) -> tuple[Fault, ...]:
    """Sorted. A file is checked among the files of its scenario, but only its own faults are told."""
    path = Path(os.path.normpath(path.absolute()))
    if scenario_folders(path):
        return _of_folders(scenario_folders(path))
    home = next((folder for folder in (path, *path.parents) if (folder / FRAME).is_file()), None)
    if home == path:
        return of_scenario(path)
    if home is not None:
        return _below(path, (home,))
    content = next((folder for folder in path.parents if scenario_folders(folder)), None)
    return _below(path, scenario_folders(content) if content else ())


def of_scenario(path: Path) -> tuple[Fault, ...]:
    """Errors and warnings of all files of the scenario in this folder."""
    folder = open_folder(path)
    sheets, unread = read_sheets(folder)
    faults = (*unread, *examine(folder.id, sheets))
    scenario = put_together(folder, sheets, faults).scenario
    return tuple(sorted({*faults, *lint(Material(sheets, vocabulary(sheets), scenario))}))


def render_all(faults: Iterable[Fault]) -> str:
    """The faults as text, each with the author's line, a blank line between them; many of one kind are cut short."""
    lines: dict[str, tuple[str, ...]] = {}
    told = []
    for fault in shortened(faults):
        if fault.path not in lines:
            lines[fault.path] = _lines(Path(fault.path))
        number = fault.position.line
        told.append(render(fault, lines[fault.path][number - 1] if number <= len(lines[fault.path]) else ""))
    return "\n\n".join(told)


def _lines(path: Path) -> tuple[str, ...]:
    try:
        return source(path.read_bytes(), str(path)).lines
    except OSError:
        return ()


def _of_folders(folders: tuple[Path, ...]) -> tuple[Fault, ...]:
    """Lenses belong to every scenario; their faults are told once."""
    return tuple(sorted({fault for folder in folders for fault in of_scenario(folder)}))


def _below(path: Path, folders: tuple[Path, ...]) -> tuple[Fault, ...]:
    """The faults of this file, or of the files in this folder."""
    read = {file.path for folder in folders for file in open_folder(folder).files}
    if not any(file.is_relative_to(path) for file in read):
        return (_no_content(path),)
    name = shown(path)
    faults = _of_folders(folders)
    return tuple(fault for fault in faults if fault.path == name or fault.path.startswith(f"{name}/"))


def _no_content(path: Path) -> Fault:
    start = Position(1, 1)
    if not path.exists():
        return Fault(shown(path), start, "E012", "there is no such file", "nothing was read")
    hint = f"give a folder with 'scenarios' in it, a folder with '{FRAME}' in it, or a file below one"
    return Fault(shown(path), start, "E217", "no scenario reads this", hint)


def unknown_scenario(scenario_id: str, content: Path) -> Fault:
    known = [folder.name for folder in scenario_folders(content)]
    path = shown(content / "scenarios")
    if not known:
        return Fault(path, Position(1, 1), "E012", "no scenario lies in this folder", "is it the right one?")
    meant = suggest(scenario_id, known)
    hint = f"did you mean '{meant}'?" if meant else f"known are: {', '.join(known)}"
    return Fault(path, Position(1, 1), "E220", f"unknown scenario {quoted(scenario_id)}", hint)


def title_of(raw: bytes, fallback: str) -> tuple[str, str]:
    """Title and summary, as far as they can be read."""
    data = read_text(raw, FRAME).data
    frame = data if isinstance(data, dict) else {}
    title, summary = frame.get("title"), frame.get("summary")
    return (
        title.strip() if isinstance(title, str) and title.strip() else fallback,
        summary.strip() if isinstance(summary, str) else "",
    )
