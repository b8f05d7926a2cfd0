"""When the power goes, whatever was not flushed may be lost, torn or out of order. What was acknowledged is not."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from game.play import disk
from game.play.copies import rescue
from game.play.disk import Disk
from game.play.lines import sound_part
from game.play.opened import Opened
from game.play.saves import Shelf
from game.play.session import Session
from game.play.trouble import DamagedSave
from tests.campaigns import sized
from tests.play.disks import OneNameDisk, RememberingDisk, Step, Surviving
from tests.play.small_games import begin, go_on, saved, shelf_at

SAMPLES = sized(3, ci=40, full=600)
"""Random losses after each step, where there are too many to take all."""

MOST_PIECES = 5
"""Unflushed pieces of which every combination is taken."""


class Course(NamedTuple):
    """What the disk was told, how many bytes of the journal were acknowledged after how many steps, and all of it."""

    steps: tuple[Step, ...]
    acknowledged: tuple[tuple[int, int], ...]
    whole: bytes


class Clerk:
    """Plays and keeps what was acknowledged when."""

    def __init__(self, remembering: RememberingDisk, session: Session) -> None:
        self._remembering, self.session = remembering, session
        self._done: list[tuple[int, int]] = []
        self.note()

    def note(self) -> None:
        assert self.session.path is not None
        self._done.append((len(self._remembering.steps), self.session.path.stat().st_size))

    def course(self) -> Course:
        assert self.session.path is not None
        self.session.close()
        disk.now = Disk()
        return Course(tuple(self._remembering.steps), tuple(self._done), self.session.path.read_bytes())


class OneNameRememberingDisk(OneNameDisk, RememberingDisk):
    """Names are taken by renaming there."""

    link = OneNameDisk.link


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where the system has room there."""
    room = Path("/dev/shm")
    with TemporaryDirectory(dir=room if room.is_dir() else None) as name:
        yield Path(name)
        disk.now = Disk()


def new_game(folder: Path, kind: Callable[[Path], RememberingDisk]) -> Course:
    """A game begun, three decisions, and a step back."""
    folder.mkdir()
    disk.now = remembering = kind(folder)
    clerk = Clerk(remembering, begin(folder))
    for _ in range(3):
        go_on(clerk.session)
        clerk.note()
    clerk.session.rewind()
    clerk.note()
    return clerk.course()


def torn_game(folder: Path, kind: Callable[[Path], RememberingDisk]) -> Course:
    """A game whose last decision was torn off, mended and gone on with."""
    folder.mkdir()
    path = saved(folder, 2)
    path.write_bytes(path.read_bytes() + b'{"n":99,"is":"Decided","turn":' + b"x" * 900)
    disk.now = remembering = kind(folder)
    file = remembering.file_of(path)
    remembering.steps += [
        Step("name", file, path.name),
        Step("flush names"),
        Step("write", file, raw=path.read_bytes()),
        Step("flush", file),
    ]
    clerk = Clerk(remembering, Session.resume(shelf_at(folder).open(path)))
    for _ in range(2):
        go_on(clerk.session)
        clerk.note()
    return clerk.course()


@pytest.mark.campaign
@pytest.mark.parametrize("kind", [RememberingDisk, OneNameRememberingDisk])
@pytest.mark.parametrize("course", [new_game, torn_game])
def test_no_loss_of_power_loses_an_acknowledged_decision_or_makes_up_another(
    memory: Path, course: Callable[[Path, Callable[[Path], RememberingDisk]], Course], kind: type[RememberingDisk]
) -> None:
    told = course(memory / "played", kind)
    first = told.acknowledged[0][0] if course is torn_game else 0
    chance, number = Random(1859), 0
    for length in range(first, len(told.steps) + 1):
        for left in losses(list(told.steps[:length]), chance):
            number += 1
            folder = memory / str(number)
            left.laid_out(folder)
            acknowledged = max((count for steps, count in told.acknowledged if steps <= length), default=-1)
            _check(folder, told, acknowledged)
    assert number > len(told.steps)


def losses(steps: list[Step], chance: Random) -> Iterator[Surviving]:
    """Every combination of what may be left, or everything, nothing and a sample of it."""
    asked: list[None] = []
    Surviving(steps, lambda: asked.append(None) is None)
    if len(asked) <= MOST_PIECES:
        for bits in product((True, False), repeat=len(asked)):
            yield Surviving(steps, iter((*bits, *(True,) * 9)).__next__)
        return
    for share in (0, 1, *(chance.random() for _ in range(SAMPLES))):
        yield Surviving(steps, lambda share=share: chance.random() < share)


def _check(folder: Path, told: Course, acknowledged: int) -> None:
    """``acknowledged``: bytes of the journal, -1 if not even that it had begun."""
    titles = shelf_at(folder).list()
    assert [path for path in folder.iterdir() if path.suffix != ".jsonl"] == [], "something was left behind"
    assert len(titles) == 1 or (not titles and acknowledged < 0)
    for title in titles:
        good = sound_part(title.path.read_bytes())
        assert told.whole.startswith(good)
        assert len(good) >= acknowledged
        opened = opened_or_rescued(folder, title.path)
        assert opened.journal.size + opened.journal.open_ended == len(good)
        Session.resume(opened, saved=False)


def opened_or_rescued(folder: Path, path: Path) -> Opened:
    here = shelf_at(folder)
    if not told_of_damage(here, path):
        return here.open(path)
    return here.open(rescue(here, path))


def told_of_damage(here: Shelf, path: Path) -> bool:
    try:
        here.open(path)
    except DamagedSave as problem:
        return f"'backchannel saves rescue {path}' makes a new save" in str(problem)
    return False
