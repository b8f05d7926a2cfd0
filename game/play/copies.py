"""Saves made from saves: handed out as a file, taken in, rescued from damage, and led off another way."""

from dataclasses import replace
from pathlib import Path

from game.play import disk
from game.play.history import Point
from game.play.inert import inert
from game.play.journal import Journal, UnreadableError, decoded, head, written
from game.play.lines import UNCHAINED, DamagedError, begun_lines, sound_lines, sound_part
from game.play.opened import Opened, read_save, reopened, unreadable
from game.play.records import Branch, Opening, Record, Rewound
from game.play.savefile import put
from game.play.saves import SUFFIX, Shelf
from game.play.trouble import FILE_KEPT, NOTHING_CHANGED, SaveProblem
from game.play.unfolding import UnfitError, unfolded


def export_save(shelf: Shelf, save: Path | str, target: Path) -> Path:
    """The whole lines of the save as a new file; in a folder, under its own name. Raises :class:`SaveProblem`."""
    path = shelf.find(save)
    name = target / f"{path.stem}{SUFFIX}" if target.is_dir() else target
    return put((name,), _whole(path, read_save(path)), "The save cannot be exported")


def import_save(shelf: Shelf, file: Path) -> Path:
    """The game in the file as a new save on the shelf, if it can be opened and is not there yet."""
    opened = reopened(file, shelf.content)
    raw = _whole(file, read_save(file))
    same = next((path for path in shelf.paths() if disk.now.read(path) == raw), None)
    if same is not None:
        raise SaveProblem(f"The game is already there as '{same.stem}'", same, NOTHING_CHANGED, "")
    return shelf.put(opened.journal.opening.setup, raw)


def rescue(shelf: Shelf, save: Path | str) -> Path:
    """What can be opened of a damaged save, as a new one. The damaged one stays."""
    path = shelf.find(save)
    raw = read_save(path)
    good = sound_part(raw)
    while good:
        sound = begun_lines(good)
        try:
            setup = head(sound).setup
            scenario = shelf.content(setup.scenario)
            journal = decoded(sound) if scenario is None else unfolded(sound, scenario).journal
        except (UnreadableError, UnfitError) as problem:
            good = sound_part(good, problem.line - 1)
            continue
        if len(good) >= len(raw.rstrip(b"\0")):
            raise SaveProblem("Nothing is wrong with the save", path, NOTHING_CHANGED, "Open it as it is.")
        return shelf.put(journal.opening.setup, good)
    raise SaveProblem("Nothing of the save can be rescued", path, FILE_KEPT, "")


def branch(shelf: Shelf, opened: Opened, turn: int) -> Path:
    """A new save in which the game stands at the start of this turn again; the old one stays as it is.

    Raises :class:`SaveProblem`, also if the game has no such turn.
    """
    point = next((point for point in opened.history.points if point.match.world.turn == turn), None)
    if point is None:
        what = f"The game has no turn {turn} to start from; it stands in turn {opened.match.world.turn}"
        raise SaveProblem(what, opened.path, NOTHING_CHANGED, "")
    shared = sound_part(read_save(opened.path), point.number + 1)
    left = Branch(inert(opened.path.stem), turn, sound_lines(shared).last)
    first, *others = _way_to(opened.journal, point)
    assert isinstance(first, Opening)  # no journal begins otherwise
    text, _ = written((replace(first, branch=left), *others), 0, UNCHAINED)
    return shelf.put(first.setup, text.encode())


def _way_to(journal: Journal, point: Point) -> tuple[Record, ...]:
    """The records that led to this point, without what was taken back on the way."""
    way: list[tuple[int, Record]] = []
    for number, record in enumerate(journal.records, journal.start):
        if number > point.number:
            break
        if isinstance(record, Rewound):
            way = [each for each in way if each[0] <= record.to]
        else:
            way.append((number, record))
    return tuple(record for _, record in way)


def _whole(path: Path, raw: bytes) -> bytes:
    """The lines that are not cut off, if none is damaged."""
    try:
        sound = begun_lines(raw)
        head(sound)
    except DamagedError as damage:
        raise unreadable(path, raw, damage) from None
    return raw[: sound.size] + b"\n" * sound.open_ended
