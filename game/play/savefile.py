"""The file behind a journal: made whole or not at all, locked, appended to and flushed to the disk.

A file system without locks goes without, and so does Windows; a second writer is then noticed by the file's size.
"""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from game.play import disk
from game.play.journal import Journal, written
from game.play.lines import UNCHAINED
from game.play.placing import DRAFT, MARK, folder_for, placed, settle
from game.play.records import Record
from game.play.trouble import (
    DECISION_NOT_TAKEN,
    FILE_KEPT,
    MAY_BE_SAVED,
    MAY_RETURN,
    NOTHING_CHANGED,
    OTHER_PLACE,
    TRY_AGAIN,
    SaveProblem,
    explained,
    reason_of,
)

_STALE: Final = 3600
"""Seconds after which a draft is nobody's any more, where no lock can tell."""

_MOST_DRAFTS: Final = 1000
_DRAFTS: Final = re.compile(rf"{re.escape(MARK)}.+{re.escape(DRAFT)}")


class Reach(NamedTuple):
    """How far a journal goes: its number of lines, its last checksum, its size in bytes."""

    lines: int
    last: str
    size: int


class Pen:
    """The right to write one journal, until :meth:`close`. One process has it at a time."""

    def __init__(self, path: Path, file: int, reach: Reach) -> None:
        self.path = path
        self._file = file
        self._reach = reach
        self._clean = True

    def append(self, records: Iterable[Record]) -> None:
        """On the disk when this returns. Raises :class:`SaveProblem`, and the journal is then as it was."""
        records = tuple(records)
        text, last = written(records, self._reach.lines, self._reach.last)
        raw = text.encode()
        with explained("The decision could not be saved", self.path, DECISION_NOT_TAKEN, TRY_AGAIN):
            self._check_place()
            try:
                _write(self._file, raw)
            except BaseException as error:
                self._take_back(error)
                raise
        self._reach = Reach(self._reach.lines + len(records), last, self._reach.size + len(raw))

    def _check_place(self) -> None:
        """The file must still be the one that can be found under its name, and nobody else's."""
        if not self._clean:
            self._cut_back()
        if not disk.now.is_same(self._file, self.path):
            raise SaveProblem("Another file has taken the place of the save", self.path, DECISION_NOT_TAKEN, TRY_AGAIN)
        if disk.now.size(self._file) != self._reach.size:
            raise SaveProblem("Something else has written to the save", self.path, DECISION_NOT_TAKEN, TRY_AGAIN)

    def _take_back(self, error: BaseException) -> None:
        """What was written of a decision that is not to count goes. Where it cannot, that is told, and tried again."""
        self._clean = False
        try:
            self._cut_back()
        except OSError:
            if isinstance(error, OSError):
                what = f"The decision could not be saved, because {reason_of(error)}"
                raise SaveProblem(what, self.path, MAY_BE_SAVED, TRY_AGAIN) from None

    def _cut_back(self) -> None:
        disk.now.cut(self._file, self._reach.size)
        disk.now.seek(self._file, self._reach.size)
        self._clean = True

    def close(self) -> None:
        """Give the journal free; no harm if it is so already."""
        if self._file >= 0:
            disk.now.close(self._file)
            self._file = -1


def make(names: Iterable[Path], records: Iterable[Record]) -> Pen:
    """A new journal under the first free name. It appears with its records in it or not at all; nothing is replaced."""
    records = tuple(records)
    text, last = written(records, 0, UNCHAINED)
    raw = text.encode()
    path, file = _made(tuple(names), raw, "A new save cannot be made")
    return Pen(path, file, Reach(len(records), last, len(raw)))


def put(names: Iterable[Path], raw: bytes, what: str = "The save cannot be copied") -> Path:
    """A journal that was written before, under the first free name; otherwise as :func:`make`."""
    path, file = _made(tuple(names), raw, what)
    disk.now.close(file)
    return path


def take(path: Path, journal: Journal) -> Pen:
    """The pen of a journal that was read before. What was cut off at its end goes."""
    with explained("The save cannot be written", path, FILE_KEPT, "Put that right, or play on without saving."):
        file = disk.now.open(path)
        try:
            if disk.now.lock(file) is False:
                raise in_use(path)
            if disk.now.size(file) != journal.size + journal.torn or not disk.now.is_same(file, path):
                raise SaveProblem("The save has changed since it was opened", path, FILE_KEPT, "Open it again.")
            return Pen(path, file, _mended(file, journal))
        except BaseException:
            disk.now.close(file)
            raise


def discard(path: Path) -> None:
    """Remove a journal that nobody is playing. Raises :class:`SaveProblem`."""
    with explained("The save cannot be deleted", path, FILE_KEPT, ""), _held(path):
        disk.now.remove(path)
    with explained("The save was deleted, but not for certain", path, MAY_RETURN, ""):
        disk.now.flush_folder(path.parent)


def in_use(path: Path) -> SaveProblem:
    return SaveProblem("The save is being played elsewhere", path, FILE_KEPT, "Leave the game there first.")


def sweep(folder: Path) -> None:
    """Remove what processes that were killed left half-made in the folder; quietly, if it cannot be."""
    with suppress(OSError):
        left = [Path(entry.path) for entry in os.scandir(folder) if _DRAFTS.fullmatch(entry.name)]
        for draft in left:
            _sweep_one(draft)


def _sweep_one(draft: Path) -> None:
    """A draft whose maker lives is locked; where there are no locks, a young one is spared."""
    with suppress(OSError):
        file = disk.now.open(draft, to_write=False)
        try:
            held = disk.now.lock(file)
            if held or (held is None and _age(draft) > _STALE):
                disk.now.remove(draft)
        finally:
            disk.now.close(file)


def _age(draft: Path) -> float:
    """Seconds since the draft was written, as the disk tells time."""
    probe = draft.with_name(f"{MARK}{os.getpid()}-now{DRAFT}")
    file = disk.now.create(probe)
    try:
        return os.fstat(file).st_mtime - draft.stat().st_mtime
    finally:
        disk.now.close(file)
        disk.now.remove(probe)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """While it lasts no other process can take the pen; where an open file cannot be removed, only up to then."""
    try:
        file = disk.now.open(path)
    except PermissionError:
        file = disk.now.open(path, to_write=False)
    try:
        if disk.now.lock(file) is False:
            raise in_use(path)
        if sys.platform != "win32":
            yield
    finally:
        disk.now.close(file)
    if sys.platform == "win32":
        yield


def _mended(file: int, journal: Journal) -> Reach:
    if journal.torn:
        disk.now.cut(file, journal.size)
        disk.now.flush(file)
    disk.now.seek(file, journal.size)
    if journal.open_ended:
        _write(file, b"\n")
    return Reach(journal.lines, journal.last, journal.size + journal.open_ended)


def _made(names: tuple[Path, ...], raw: bytes, what: str) -> tuple[Path, int]:
    """A new file with this in it under the first free name, and the right to write it."""
    folder = names[0].parent
    with explained(what, names[0], NOTHING_CHANGED, OTHER_PLACE), folder_for(folder):
        draft, file = _draft(folder)
        try:
            _write(file, raw)
            path = placed(draft, names)
            settle(path, what)
        except BaseException:
            disk.now.close(file)
            raise
        finally:
            with suppress(OSError):
                disk.now.remove(draft)
    sweep(folder)
    if sys.platform == "win32":  # there a file that is open keeps all its names
        disk.now.close(file)
        disk.now.remove(draft)
        file = disk.now.open(path)
        disk.now.seek(file, len(raw))
    return path, file


def _draft(folder: Path) -> tuple[Path, int]:
    """A hidden file of our own in the folder, locked, so that nobody sweeps it away."""
    for number in range(_MOST_DRAFTS):
        draft = folder / f"{MARK}{os.getpid()}-{number}{DRAFT}"
        with suppress(FileExistsError):
            file = disk.now.create(draft)
            if _is_kept(file, draft):
                return draft, file
            disk.now.close(file)
    raise FileExistsError(errno.EEXIST, "")


def _is_kept(file: int, draft: Path) -> bool:
    """Whether it is ours. Between its making and its locking another process may have taken it for a leftover."""
    if disk.now.lock(file) is False:
        return False
    try:
        return disk.now.is_same(file, draft)
    except FileNotFoundError:
        return False


def _write(file: int, raw: bytes) -> None:
    left = memoryview(raw)
    while left:
        done = disk.now.write(file, left)
        if not done:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        left = left[done:]
    disk.now.flush(file)
