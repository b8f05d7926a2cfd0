"""All that the game has of a person is found, and goes by one command; nothing else does."""

from pathlib import Path

import pytest

from game.play.belongings import CRASH_LOG, belongings, forget
from game.play.session import Session
from tests.play.small_games import begin, saved


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that the platform keeps for programs, in a folder of its own."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path


def put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    return path


def test_saves_drafts_settings_cache_and_logs_are_found_and_deleted_and_nothing_else(home: Path) -> None:
    folder = home / "games"
    mine = {
        saved(folder, 1),
        put(folder / ".backchannel.7-1.draft"),
        put(folder / "small-short-1-1-turn-03.md"),
        put(home / "data/backchannel/saves/other.jsonl"),
        put(home / "config/backchannel/settings.json"),
        put(home / "cache/backchannel/one-last-effort.pickle"),
        put(home / "state/backchannel/log/backchannel-crash-12.log"),
        put(home / "tmp" / f"{CRASH_LOG}9.log"),
    }
    others = {put(folder / "README.md"), put(folder / "sample.jsonl"), put(home / "tmp/crash-9.log")}
    others |= {put(home / "config/other/settings.json"), put(folder / "sub/game.jsonl")}
    found = [part for part in belongings(folder) if part.folder.is_relative_to(home)]
    assert {path for part in found for path in part.files} == mine
    done = forget(found)
    assert set(done.deleted) == mine
    assert done.kept == ()
    assert all(path.exists() for path in others)
    left = {path for path in home.rglob("*") if path.is_file()}
    assert left == others
    assert not list(home.rglob("backchannel")), "no empty folder of ours is left"


def test_what_cannot_be_deleted_is_named_with_its_reason(home: Path) -> None:
    folder = home / "games"
    with begin(folder) as session:
        done = forget([part for part in belongings(folder) if part.folder == folder])
        assert done.deleted == ()
        assert done.kept == ((session.path, "The save is being played elsewhere"),)
        assert isinstance(session, Session)


def test_without_a_home_the_rest_is_found_all_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("HOME", "nowhere")
    path = saved(home / "games", 1)
    assert path in {each for part in belongings(home / "games") for each in part.files}
