"""Saves that are made from saves: an exported game is the game, and a branch leaves the other as it was."""

from pathlib import Path

import pytest

from game.play.copies import branch, export_save, import_save
from game.play.replay import verify
from game.play.saves import SaveProblem
from game.play.session import Session
from tests.play.games import mediators, play, recorded, scenario, setup, shelf
from tests.play.small_games import saved, shelf_at


def test_a_game_goes_out_as_one_file_and_comes_in_again_as_it_was(tmp_path: Path) -> None:
    path = saved(tmp_path / "mine", 3)
    out = export_save(shelf_at(tmp_path / "mine"), path.stem, tmp_path / "usb" / "game.jsonl")
    assert out.read_bytes() == path.read_bytes()
    there = shelf_at(tmp_path / "yours")
    came = import_save(there, out)
    assert came.read_bytes() == path.read_bytes()
    with Session.resume(there.open(came)) as session:
        assert session.match == shelf_at(tmp_path / "mine").open(path).match
    assert export_save(there, came, tmp_path / "usb").name == f"{came.stem}.jsonl"


def test_nothing_is_overwritten_on_the_way_out_or_in(tmp_path: Path) -> None:
    path = saved(tmp_path / "mine", 1)
    here = shelf_at(tmp_path / "mine")
    target = tmp_path / "notes.txt"
    target.write_text("mine")
    with pytest.raises(SaveProblem, match="a file of that name is in the way"):
        export_save(here, path, target)
    assert target.read_text() == "mine"
    with pytest.raises(SaveProblem, match=f"already there as '{path.stem}'"):
        import_save(here, export_save(here, path, tmp_path / "out.jsonl"))
    later = saved(tmp_path / "other", 2)
    assert import_save(here, later).stem == "small-short-1-2", "another game of the same name"
    assert len(here.list()) == 2


def test_what_is_damaged_or_no_game_does_not_come_in_and_what_is_cut_off_comes_in_without_its_end(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path, 3)
    raw = path.read_bytes()
    here = shelf_at(tmp_path / "shelf")
    path.write_bytes(raw[:200] + b"!" + raw[201:])
    with pytest.raises(SaveProblem, match="damaged in line 1"):
        import_save(here, path)
    path.write_bytes(raw[:-9])
    assert import_save(here, path).read_bytes() == raw[: raw[:-9].rindex(b"\n") + 1]
    with pytest.raises(SaveProblem, match="There is no such save"):
        import_save(here, tmp_path / "nowhere.jsonl")


def test_a_branch_stands_where_the_other_game_stood_and_names_it(tmp_path: Path) -> None:
    here = shelf(tmp_path)
    with Session.begin(scenario(), setup(), here) as session:
        play(session, 99)
        assert session.path is not None
        path = session.path
    before = path.read_bytes()
    records, matches = recorded("statecraft", setup())
    for turn in range(1, 6):
        made = branch(here, here.open(path), turn)
        opened = here.open(made)
        first = next(place for place in mediators(matches) if matches[place].world.turn == turn)
        assert opened.match == matches[first]
        assert opened.journal.records[1:] == records[1 : first + 1]
        left = opened.history.branch
        assert left is not None
        assert (left.of, left.turn) == (path.stem, turn)
        assert f'"sum":"{left.after}"'.encode() in before
        title = next(each for each in here.list() if each.path == made)
        assert (title.branch_of, title.branch_turn, title.ending) == (path.stem, turn, None)
    assert path.read_bytes() == before


def test_a_branch_is_a_game_like_any_other(tmp_path: Path) -> None:
    here = shelf(tmp_path)
    with Session.begin(scenario(), setup(), here) as session:
        play(session, 6)
        session.rewind()
        play(session, 2, "random")
        assert session.path is not None
        parent = session.path
    made = branch(here, here.open(parent), 3)
    assert not here.open(made).history.explored, "what the other game took back is not on the way"
    with Session.resume(here.open(made)) as session:
        play(session, 2, "passive")
        session.rewind()
        play(session, 99, "passive")
        assert session.branch is not None
        assert session.explored
    assert verify(here.open(made)).first_difference is None
    assert verify(here.open(branch(here, here.open(made), 4))).first_difference is None


def test_a_turn_that_was_never_reached_is_refused(tmp_path: Path) -> None:
    here = shelf_at(tmp_path)
    path = saved(tmp_path, 2)
    for turn in (0, 4, 99):
        with pytest.raises(SaveProblem, match=f"no turn {turn} to start from; it stands in turn 3"):
            branch(here, here.open(path), turn)
