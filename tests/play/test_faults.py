"""Whatever step to the disk fails, once or for ever: a sentence, nothing lost, nothing left, nothing taken unasked."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from game.play import disk
from game.play.disk import Disk
from game.play.saves import SaveProblem
from game.play.session import Session
from tests.campaigns import sized
from tests.play.disks import FailingDisk, Fault
from tests.play.small_games import begin, go_on, saved, shelf_at

KINDS = [
    Fault(0, error, forever, short)
    for error, short, forever in (
        (errno.ENOSPC, True, True),
        (errno.EIO, False, False),
        (errno.EPERM, False, True),
        (errno.ENOSPC, True, False),
        (errno.ENOSPC, False, False),
        (errno.ENOSPC, False, True),
        (errno.EIO, False, True),
        (errno.EACCES, False, False),
        (errno.EACCES, False, True),
        (errno.EPERM, False, False),
    )
][: sized(3, ci=10, full=10)]


class Work(NamedTuple):
    """Something done on a folder of saves, and how many decisions are in its one save before and after."""

    prepare: Callable[[Path], object]
    do: Callable[[Path], object]
    before: int
    after: int


def nothing(_: Path) -> None:
    pass


def begin_a_game(folder: Path) -> None:
    begin(folder / "saves" / "mine").close()


def resume_and_decide(folder: Path) -> None:
    with Session.resume(shelf_at(folder).open(only(folder))) as session:
        go_on(session)


def resume_and_rewind(folder: Path) -> None:
    with Session.resume(shelf_at(folder).open(only(folder))) as session:
        session.rewind()


def tear(folder: Path) -> None:
    path = saved(folder, 2)
    path.write_bytes(path.read_bytes()[:-40])


def open_end(folder: Path) -> None:
    path = saved(folder, 2)
    path.write_bytes(path.read_bytes()[:-1])


def delete(folder: Path) -> None:
    shelf_at(folder).delete(only(folder).stem)


def only(folder: Path) -> Path:
    (path,) = folder.rglob("*.jsonl")
    return path


WORKS = {
    "begin": Work(nothing, begin_a_game, -1, 0),
    "decide": Work(lambda folder: saved(folder, 1), resume_and_decide, 1, 2),
    "rewind": Work(lambda folder: saved(folder, 2), resume_and_rewind, 2, 1),
    "mend a torn end": Work(tear, resume_and_decide, 1, 2),
    "mend an open end": Work(open_end, resume_and_decide, 2, 3),
    "delete": Work(lambda folder: saved(folder, 1), delete, 1, -1),
}


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where the system has room there, since what is flushed a thousand times need not be kept."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)
        disk.now = Disk()


def named(kind: Fault) -> str:
    return f"{errno.errorcode[kind.error]}{' for ever' * kind.forever}{', half' * kind.short}"


@pytest.mark.campaign
@pytest.mark.parametrize("kind", KINDS, ids=named)
@pytest.mark.parametrize("name", WORKS)
def test_wherever_a_step_fails_all_that_was_acknowledged_is_there_and_nothing_else(
    folder: Path, name: str, kind: Fault
) -> None:
    work = WORKS[name]
    for place in range(200):
        here = folder / str(place)
        here.mkdir()
        work.prepare(here)
        disk.now = failing = FailingDisk(kind._replace(place=place))
        said = complaint(work.do, here)
        disk.now = Disk()
        assert failing.struck or said is None
        _check(here, work, said)
        if not failing.struck:
            assert place > 0
            return
    pytest.fail("the work never came to its end")


def complaint(do: Callable[[Path], object], folder: Path) -> SaveProblem | None:
    try:
        do(folder)
    except SaveProblem as problem:
        return problem
    return None


def _check(folder: Path, work: Work, said: SaveProblem | None) -> None:
    """As it was before or as it was to be, and what was told is true; then the work succeeds on a sound disk."""
    found = decisions(folder)
    if said is None:
        assert found == work.after
        return
    assert "because" in said.what
    assert said.kept
    unsure = "all the same" in said.kept
    assert found == work.before or unsure
    assert_tidy(folder)
    if found == work.before:
        work.do(folder)
        assert decisions(folder) == work.after
    assert_tidy(folder)


def decisions(folder: Path) -> int:
    """How many decisions of the mediator count in the one save there is; -1 without any."""
    paths = list(folder.rglob("*.jsonl"))
    if not paths:
        return -1
    (path,) = paths
    opened = shelf_at(path.parent).open(path)
    return len(opened.match.turns) - 1


def assert_tidy(folder: Path) -> None:
    """After the next start no file is left but whole saves."""
    for path in folder.rglob("*"):
        if path.is_dir():
            shelf_at(path).list()
    shelf_at(folder).list()
    assert [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".jsonl"] == []


@pytest.mark.campaign
@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_a_session_whose_decision_failed_takes_it_once_the_disk_is_well_again(folder: Path, kind: Fault) -> None:
    undisturbed = saved(folder / "quiet", 3).read_bytes()
    for place in range(200):
        with begin(folder / str(place)) as session:
            go_on(session)
            before = session.match
            disk.now = failing = FailingDisk(kind._replace(place=place))
            said = complaint(lambda _, session=session: go_on(session), folder)
            assert said is None or session.match is before
            disk.now = Disk()
            go_on(session, 3 - (1 if said else 2))
            assert session.path is not None
            assert session.path.read_bytes() == undisturbed
        if not failing.struck:
            return
    pytest.fail("the decision was never taken")
