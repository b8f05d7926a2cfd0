"""The file behind a journal: made whole or not at all, locked, appended to and flushed to the disk.

A file system without locks goes without, and so does Windows; a second writer is then noticed by the file's size.
"""

import errno
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from game.play.journal import UNCHAINED, Journal, written
from game.play.records import Record
from game.play.trouble import (
    DECISION_NOT_TAKEN,
    FILE_KEPT,
    NOTHING_CHANGED,
    OTHER_PLACE,
    TRY_AGAIN,
    SaveProblem,
    explained,
)

if sys.platform != "win32":
    import fcntl

DRAFT: Final = ".draft"
_STALE: Final = 3600
_NO_LINKS: Final = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_OPEN: Final = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


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

    def append(self, records: Iterable[Record]) -> None:
        """On the disk when this returns. Raises :class:`SaveProblem`, and the journal is then as it was."""
        records = tuple(records)
        text, last = written(records, self._reach.lines, self._reach.last)
        raw = text.encode()
        with explained("The decision could not be saved", self.path, DECISION_NOT_TAKEN, TRY_AGAIN):
            self._check_place()
            try:
                _write(self._file, raw)
            except OSError:
                self._take_back()
                raise
        self._reach = Reach(self._reach.lines + len(records), last, self._reach.size + len(raw))

    def _check_place(self) -> None:
        """The file must still be the one that can be found under its name, and nobody else's."""
        mine, found = os.fstat(self._file), self.path.stat()
        if (mine.st_dev, mine.st_ino) != (found.st_dev, found.st_ino):
            raise SaveProblem("Another file has taken the place of the save", self.path, DECISION_NOT_TAKEN, TRY_AGAIN)
        if mine.st_size != self._reach.size:
            raise SaveProblem("Something else has written to the save", self.path, DECISION_NOT_TAKEN, TRY_AGAIN)

    def _take_back(self) -> None:
        """Half a line may be there. If it cannot be cut off now, it is when the save is next taken up."""
        with suppress(OSError):
            os.ftruncate(self._file, self._reach.size)
            os.lseek(self._file, 0, os.SEEK_END)

    def close(self) -> None:
        """Give the journal free; no harm if it is so already."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def make(names: Iterable[Path], records: Iterable[Record]) -> Pen:
    """A new journal under the first free name. It appears with its records in it or not at all; nothing is replaced."""
    names, records = tuple(names), tuple(records)
    text, last = written(records, 0, UNCHAINED)
    raw = text.encode()
    folder = names[0].parent
    with explained("A new save cannot be made", names[0], NOTHING_CHANGED, OTHER_PLACE):
        folder.mkdir(parents=True, exist_ok=True)
        draft, file = _draft(names[0])
        try:
            _lock(file)
            _write(file, raw)
            path = _placed(draft, names)
            _flush_folder(folder)
            _sweep(draft, os.fstat(file).st_mtime)
        except BaseException:
            os.close(file)
            raise
        finally:
            draft.unlink(missing_ok=True)
    return Pen(path, file, Reach(len(records), last, len(raw)))


def take(path: Path, journal: Journal) -> Pen:
    """The pen of a journal that was read before. What was cut off at its end goes."""
    with explained("The save cannot be written", path, FILE_KEPT, "Put that right, or play on without saving."):
        file = os.open(path, _OPEN)
        try:
            if not _lock(file):
                raise in_use(path)
            if os.fstat(file).st_size != journal.size + journal.torn:
                raise SaveProblem("The save has changed since it was opened", path, FILE_KEPT, "Open it again.")
            return Pen(path, file, _mended(file, journal))
        except BaseException:
            os.close(file)
            raise


def is_in_use(path: Path) -> bool:
    """Whether a process has the journal's pen. Raises OSError if the file cannot be opened."""
    file = os.open(path, _OPEN)
    try:
        return not _lock(file)
    finally:
        os.close(file)


def in_use(path: Path) -> SaveProblem:
    return SaveProblem("The save is being played elsewhere", path, FILE_KEPT, "Leave the game there first.")


def _mended(file: int, journal: Journal) -> Reach:
    if journal.torn:
        os.ftruncate(file, journal.size)
    os.lseek(file, 0, os.SEEK_END)
    if journal.open_ended:
        _write(file, b"\n")
    return Reach(len(journal.records), journal.last, journal.size + journal.open_ended)


def _draft(path: Path) -> tuple[Path, int]:
    """A file of our own in the same folder, hidden."""
    drafts = (path.with_name(f".{path.stem}.{os.getpid()}-{number}{DRAFT}") for number in count(1))
    draft = next(draft for draft in drafts if not draft.exists())
    return draft, os.open(draft, _OPEN | os.O_CREAT | os.O_EXCL, 0o644)


def _sweep(mine: Path, now: float) -> None:
    """Remove drafts that a killed process left behind an hour or more before ``now``, as the disk tells time."""
    with suppress(OSError):
        for draft in mine.parent.glob(f".*{DRAFT}"):
            if draft.stat().st_mtime < now - _STALE:
                draft.unlink()


def _placed(draft: Path, names: Iterable[Path]) -> Path:
    """The first free name, under which the draft now stands."""
    for path in names:
        if _linked(draft, path):
            return path
    raise FileExistsError(errno.EEXIST, "")


def _linked(draft: Path, path: Path) -> bool:
    """False if the name is taken."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            return False
        draft.rename(path)
    return True


def _write(file: int, raw: bytes) -> None:
    left = memoryview(raw)
    while left:
        left = left[os.write(file, left) :]
    os.fsync(file)


def _lock(file: int) -> bool:
    """False if another process has the file."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def _flush_folder(folder: Path) -> None:
    """So that the new name too outlasts a loss of power, where the system can see to that."""
    if sys.platform != "win32":
        with suppress(OSError):
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)
