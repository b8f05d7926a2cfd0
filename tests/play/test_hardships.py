"""Many programs on one folder, a full or read-only disk, no home, a clock set back: told, and nothing is lost."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import main
from game.play import disk
from game.play.match import Match
from game.play.saves import SaveProblem
from game.play.session import Session
from tests.architecture.sources import ROOT
from tests.campaigns import sized
from tests.commands import run
from tests.play.disks import OneNameDisk
from tests.play.small_games import begin, go_on, saved, shelf_at

PROGRAMS = sized(3, ci=8, full=8)
ROUNDS = sized(4, ci=40, full=200)

HONEST = (
    "played elsewhere",
    "has changed since it was opened",
    "There is no such save",
    "There is no save called",
    "it is not there",
)
"""What a program may be told when others play on the same games."""


@pytest.mark.campaign
@pytest.mark.slow
def test_programs_on_one_folder_never_share_a_game_nor_lose_a_decision(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.play.crowd", str(tmp_path), str(number), str(ROUNDS)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROGRAMS)
    ]
    said = [program.communicate() for program in programs]
    assert [error for _, error in said if error] == []
    lines = [line.split(" ", 1) for out, _ in said for line in out.splitlines()]
    told = {what for kind, what in lines if kind == "told"}
    assert [what for what in told if not any(word in what for word in HONEST)] == []
    begun, taken, deleted = (_counted(lines, kind) for kind in ("begun", "taken", "deleted"))
    assert all(begun[name] <= deleted[name] + 1 for name in begun), "two games were begun under one name"
    assert {path.name for path in tmp_path.iterdir()} == {name for name in begun if begun[name] > deleted[name]}
    kept = [path for path in tmp_path.iterdir() if not deleted[path.name]]
    assert kept
    for path in kept:
        opened = shelf_at(tmp_path).open(path)
        assert sum(getattr(each, "seat", "") == "us" for each in opened.journal.records) == taken[path.name]


def _counted(lines: list[list[str]], kind: str) -> Counter[str]:
    return Counter(name for each, name in lines if each == kind)


def test_where_a_file_has_one_name_only_none_is_taken_from_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "now", OneNameDisk())
    names = [saved(tmp_path, 1).name for _ in range(3)]
    assert names == [f"small-short-1-{number}.jsonl" for number in (1, 2, 3)]
    (tmp_path / ".backchannel.small-short-1-4.jsonl.draft").write_text("")
    with begin(tmp_path) as session:
        assert session.path is not None
        assert session.path.name == "small-short-1-5.jsonl", "somebody is about to take the fourth"


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    place = tmp_path / "tiny"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def until_refused(session: Session) -> Match:
    """Play until the disk is full; the match before the decision that was refused."""
    for _ in range(4):
        before = session.match
        try:
            go_on(session)
        except SaveProblem as problem:
            if "the disk is full" in problem.what:
                return before
            raise
    raise AssertionError("the disk never filled")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk")
def test_on_a_disk_that_is_really_full_what_counts_stays_and_play_goes_on_once_there_is_room(tiny: Path) -> None:
    with begin(tiny) as session:
        go_on(session)
        filler = tiny / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(1024 * 1024))
        before = until_refused(session)
        assert session.match is before
        assert session.path is not None
        assert shelf_at(tiny).open(session.path).match == before
        with pytest.raises(SaveProblem, match="A new save cannot be made, because the disk is full"):
            begin(tiny, seed=2)
        assert sorted(path.name for path in tiny.iterdir()) == ["filler", session.path.name]
        filler.unlink()
        go_on(session)
        assert shelf_at(tiny).open(session.path).match == session.match


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_read_only_folder_is_read_and_said_to_be_read_only(tmp_path: Path) -> None:
    path = saved(tmp_path, 2)
    tmp_path.chmod(0o555)
    assert [title.problem for title in shelf_at(tmp_path).list()] == [""]
    with pytest.raises(SaveProblem, match="permission is missing"):
        begin(tmp_path)
    with pytest.raises(SaveProblem, match="permission is missing"):
        shelf_at(tmp_path).delete(path.stem)
    with Session.resume(shelf_at(tmp_path).open(path)) as session:
        go_on(session)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a read-only disk")
def test_a_read_only_disk_is_read_and_said_to_be_read_only(tiny: Path) -> None:
    path = saved(tiny, 2)
    subprocess.run(["mount", "-o", "remount,ro", str(tiny)], check=True)
    opened = shelf_at(tiny).open(path)
    for deed in (lambda: begin(tiny), lambda: Session.resume(opened), lambda: shelf_at(tiny).delete(path.stem)):
        with pytest.raises(SaveProblem, match="the disk is read-only"):
            deed()
    go_on(Session.resume(opened, saved=False))
    assert [title.problem for title in shelf_at(tiny).list()] == [""]


def test_without_a_home_there_is_a_sentence_and_a_game_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.play.saves.default_folder.__defaults__", (None, Path("/nowhere")))
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/.local/share/backchannel"))
    assert main(["saves"]) == 2
    assert "There is no home folder to keep saves in" in capsys.readouterr().err
    done = run(
        *("play", "--plain", "--length", "quick", "--seed", "3", "--world", "ripe", "--saves", "/dev/null/saves"),
        given="1\n1\n" * 400,
    )
    assert done.returncode == 0, done.stderr
    assert "part of the path is a file" in done.stdout
    assert "Ending: " in done.stdout


def test_a_clock_that_goes_backwards_loses_nothing_and_mixes_nothing_up(tmp_path: Path) -> None:
    first = saved(tmp_path, 2)
    for path in tmp_path.iterdir():
        os.utime(path, (4_000_000_000, 4_000_000_000))
    second = saved(tmp_path, 1)
    (tmp_path / ".backchannel.9-1.draft").write_text("")
    os.utime(tmp_path / ".backchannel.9-1.draft", (4_000_000_000, 4_000_000_000))
    assert {title.path for title in shelf_at(tmp_path).list()} == {first, second}
    assert len(list(tmp_path.iterdir())) == 2
    with Session.resume(shelf_at(tmp_path).open(first)) as session:
        os.utime(first, (0, 0))
        go_on(session)
    assert shelf_at(tmp_path).open(first).match == session.match
