"""Disks that fail, and a disk that remembers what it was told, so that a loss of power can be played through."""

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from game.play.disk import Disk


class Fault(NamedTuple):
    """What a disk does at its ``place``-th step: fail, after half of what it was to write if ``short``."""

    place: int
    error: int
    forever: bool
    short: bool = False


class FailingDisk(Disk):
    """``fault`` befalls it once, or from then on for ever. ``struck`` tells whether it was reached."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._steps = count()
        self.struck = False

    def _step(self) -> bool:
        place = next(self._steps)
        due = place >= self._fault.place if self._fault.forever else place == self._fault.place
        self.struck = self.struck or due
        return due

    def _try(self) -> None:
        if self._step():
            raise OSError(self._fault.error, os.strerror(self._fault.error))

    def read(self, path: Path) -> bytes:
        self._try()
        return super().read(path)

    def create(self, path: Path) -> int:
        self._try()
        return super().create(path)

    def open(self, path: Path, *, to_write: bool = True) -> int:
        self._try()
        return super().open(path, to_write=to_write)

    def seek(self, file: int, place: int) -> None:
        self._try()
        super().seek(file, place)

    def write(self, file: int, raw: bytes | memoryview) -> int:
        if self._step():
            if self._fault.short and len(raw) > 1:
                return super().write(file, raw[: len(raw) // 2])
            raise OSError(self._fault.error, os.strerror(self._fault.error))
        return super().write(file, raw)

    def cut(self, file: int, size: int) -> None:
        self._try()
        super().cut(file, size)

    def flush(self, file: int) -> None:
        self._try()
        super().flush(file)

    def link(self, path: Path, name: Path) -> None:
        self._try()
        super().link(path, name)

    def replace(self, path: Path, name: Path) -> None:
        self._try()
        super().replace(path, name)

    def remove(self, path: Path) -> None:
        self._try()
        super().remove(path)

    def make_folder(self, path: Path) -> None:
        self._try()
        super().make_folder(path)

    def flush_folder(self, folder: Path) -> None:
        self._try()
        super().flush_folder(folder)


class OneNameDisk(Disk):
    """A disk on which a file has one name only."""

    def link(self, path: Path, name: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


class Step(NamedTuple):
    """One step to the disk. Files are known by number, as names come and go."""

    what: str
    file: int = -1
    name: str = ""
    place: int = 0
    raw: bytes = b""


class RememberingDisk(Disk):
    """It does what it is told and keeps it as :class:`Step`, for one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.steps: list[Step] = []
        self._files: dict[int, int] = {}

    def file_of(self, path: Path) -> int:
        """Its number; new if it has none."""
        about = path.stat()
        return self._files.setdefault(about.st_ino, len(self._files))

    def _open_file(self, file: int) -> int:
        return self._files.setdefault(os.fstat(file).st_ino, len(self._files))

    def create(self, path: Path) -> int:
        file = super().create(path)
        if os.fstat(file).st_ino in self._files:  # the system has used the number of a removed file again
            self._files[os.fstat(file).st_ino] = 1000 + len(self.steps)
        self.steps.append(Step("name", self._open_file(file), path.name))
        return file

    def write(self, file: int, raw: bytes | memoryview) -> int:
        place = os.lseek(file, 0, os.SEEK_CUR)
        done = super().write(file, raw)
        self.steps.append(Step("write", self._open_file(file), place=place, raw=bytes(raw[:done])))
        return done

    def cut(self, file: int, size: int) -> None:
        super().cut(file, size)
        self.steps.append(Step("cut", self._open_file(file), place=size))

    def flush(self, file: int) -> None:
        super().flush(file)
        self.steps.append(Step("flush", self._open_file(file)))

    def link(self, path: Path, name: Path) -> None:
        super().link(path, name)
        self.steps.append(Step("name", self.file_of(name), name.name))

    def replace(self, path: Path, name: Path) -> None:
        file = self.file_of(path)
        super().replace(path, name)
        self.steps.append(Step("name", file, name.name))
        self.steps.append(Step("unname", name=path.name))

    def remove(self, path: Path) -> None:
        there = path.exists()
        super().remove(path)
        if there:
            self.steps.append(Step("unname", name=path.name))

    def flush_folder(self, folder: Path) -> None:
        super().flush_folder(folder)
        if folder == self._folder:
            self.steps.append(Step("flush names"))


SECTOR = 512


class Surviving:
    """What may be left of some steps when the power goes after them. Everything flushed is; of the rest, any part.

    ``keep`` decides whether one unflushed piece has reached the disk: a change of a name, a sector of a write, a change
    of a size. Pieces survive in any order and combination.
    """

    def __init__(self, steps: list[Step], keep: Callable[[], bool]) -> None:
        self._names: dict[str, int] = {}
        self._bodies: dict[int, bytearray] = {}
        last_names = max((at for at, step in enumerate(steps) if step.what == "flush names"), default=-1)
        flushed = {step.file: at for at, step in enumerate(steps) if step.what == "flush"}
        for at, step in enumerate(steps):
            if step.what in ("name", "unname"):
                if at < last_names or keep():
                    self._rename(step)
            elif step.what in ("write", "cut"):
                self._change(step, at < flushed.get(step.file, -1), keep)

    def _rename(self, step: Step) -> None:
        if step.what == "name":
            self._names[step.name] = step.file
        else:
            self._names.pop(step.name, None)

    def _change(self, step: Step, safe: bool, keep: Callable[[], bool]) -> None:
        body = self._bodies.setdefault(step.file, bytearray())
        if step.what == "cut":
            if safe or keep():
                del body[step.place :]
            return
        end = step.place + len(step.raw)
        for start in range(step.place - step.place % SECTOR, end, SECTOR):
            piece = slice(max(start, step.place), min(start + SECTOR, end))
            if safe or keep():
                if len(body) < piece.stop:
                    body.extend(bytes(piece.stop - len(body)))
                body[piece] = step.raw[piece.start - step.place : piece.stop - step.place]

    def laid_out(self, folder: Path) -> None:
        """The folder as the next start finds it."""
        folder.mkdir()
        made: dict[int, Path] = {}
        for name, file in self._names.items():
            if file in made:
                (folder / name).hardlink_to(made[file])
            else:
                (folder / name).write_bytes(bytes(self._bodies.get(file, b"")))
                made[file] = folder / name
