"""Kill a playing process so many times: python -m tests.play.kills TIMES [SEED]

Real processes, real kills. Half of them are killed after a random time, half at a random step to the disk: before it,
in the middle of what it writes, or after it. The processes are forked, so that each costs milliseconds.
"""

import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from game.play import disk
from game.play.disk import Disk
from game.play.replay import verify
from game.play.saves import Opened
from game.play.session import Session
from tests.play.small_games import begin, go_on, shelf_at

LONGEST = 0.05
"""Seconds; a whole game takes about as long."""

MOST_STEPS = 24
"""A whole game takes about as many steps to the disk."""

BEGUN, TAKEN = b"b", b"t"


class DeadlyDisk(Disk):
    """At its ``fatal``-th step the process ends, as if killed; ``where``: before the step, in it, or after it."""

    def __init__(self, fatal: int, where: int) -> None:
        self._left, self._where = fatal, where

    def _around(self, do: Callable[[], int | None]) -> int | None:
        self._left -= 1
        if self._left == 0 and self._where == 0:
            die()
        done = do()
        if self._left == 0:
            die()
        return done

    def create(self, path: Path) -> int:
        return self._around(lambda: Disk.create(self, path)) or 0

    def write(self, file: int, raw: bytes | memoryview) -> int:
        if self._left == 1 and self._where == 1:
            raw = raw[: len(raw) // 2]
        return self._around(lambda: Disk.write(self, file, raw)) or 0

    def flush(self, file: int) -> None:
        self._around(lambda: Disk.flush(self, file))

    def cut(self, file: int, size: int) -> None:
        self._around(lambda: Disk.cut(self, file, size))

    def link(self, path: Path, name: Path) -> None:
        self._around(lambda: Disk.link(self, path, name))

    def remove(self, path: Path) -> None:
        self._around(lambda: Disk.remove(self, path))

    def flush_folder(self, folder: Path) -> None:
        self._around(lambda: Disk.flush_folder(self, folder))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    signal.pause()


def play_on(folder: Path, told: int, seed: int) -> None:
    """Go on with the unfinished game, or begin one; say so after every decision that was acknowledged."""
    title = shelf_at(folder).newest_unfinished()
    session = begin(folder, seed) if title is None else Session.resume(shelf_at(folder).open(title.path))
    if title is None:
        os.write(told, BEGUN)
    while session.request is not None:
        go_on(session)
        os.write(told, TAKEN)
    die()


def killed(folder: Path, chance: Random, seed: int) -> bytes:
    """What a process had acknowledged when it was killed."""
    ear, told = os.pipe()
    fatal = (chance.randint(1, MOST_STEPS), chance.randrange(3)) if chance.random() < 0.5 else None
    child = os.fork()
    if child == 0:
        os.close(ear)
        if fatal is not None:
            disk.now = DeadlyDisk(*fatal)
        try:
            play_on(folder, told, seed)
        finally:
            os._exit(1)
    os.close(told)
    heard = _heard(ear, chance.uniform(0, LONGEST)) if fatal is None else _heard(ear, 4 * LONGEST)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the process failed by itself")
    while piece := os.read(ear, 4096):
        heard += piece
    os.close(ear)
    return heard


def _heard(ear: int, seconds: float) -> bytes:
    """Wait so long, or until the other end has gone."""
    heard = b""
    waits = select.poll()
    waits.register(ear, select.POLLHUP)
    waits.poll(round(seconds * 1000))
    while select.select([ear], [], [], 0)[0]:
        piece = os.read(ear, 4096)
        if not piece:
            break
        heard += piece
    return heard


class Tally:
    """How many games were killed how often, and what each save must hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.decisions = 0
        self.begun = False
        self.finished = self.torn = 0

    def check(self, heard: bytes) -> None:
        """At most the one decision that was not acknowledged is missing or there."""
        titles = shelf_at(self.folder).list()
        left = [path.name for path in self.folder.iterdir() if path.suffix != ".jsonl"]
        assert not left, f"left behind: {left}"
        acknowledged = self.decisions + heard.count(TAKEN)
        if not titles:
            assert not self.begun, "a game is gone"
            assert not heard, "a game that had begun is gone"
            return
        opened = shelf_at(self.folder).open(titles[0].path)
        assert len(titles) == 1, "there is more than one game"
        found = sum(getattr(record, "seat", "") == "us" for record in opened.journal.records)
        assert acknowledged <= found <= acknowledged + 1, f"{found} decisions, {acknowledged} acknowledged"
        self.begun, self.decisions = True, found
        self.torn += opened.journal.torn > 0
        if opened.match.over:
            self._finish(opened)

    def _finish(self, opened: Opened) -> None:
        assert verify(opened).first_difference is None
        opened.path.unlink()
        self.begun, self.decisions, self.finished = False, 0, self.finished + 1


def run(times: int, seed: int) -> str:
    """Raises AssertionError at the first loss."""
    chance = Random(seed)
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        tally = Tally(Path(name))
        for number in range(1, times + 1):
            tally.check(killed(tally.folder, chance, tally.finished))
            if number % 1000 == 0:
                print(f"{number} kills, nothing lost so far", file=sys.stderr, flush=True)
    return f"{times} kills, {tally.torn} torn ends, {tally.finished} games played to the end, nothing lost"


if __name__ == "__main__":
    print(run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1202))
