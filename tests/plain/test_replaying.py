"""A saved game read again in lines, and left for another way."""

from pathlib import Path

from game.play.saves import Shelf
from game.play.wish import Wish
from tests.plain.talks import ONES, Talk, talk
from tests.saves import finished


def said(folder: Path, *typed: str) -> Talk:
    return talk(Wish("one-last-effort", shelf=Shelf(folder)), typed)


def test_a_finished_game_is_read_from_every_chair_turn_by_turn(tmp_path: Path) -> None:
    finished(tmp_path)
    done = said(tmp_path, "4", "1", "1", "3", "2", "3", "5", "2", "2", "0", "quit", "leave")
    headings = [line for line in done.lines if line.startswith("Turn ") and " seen " in line]
    assert [line.partition("seen ")[2] for line in headings] == [
        "from Washington",
        "from Washington",
        "from Moscow",
        "from above",
        "from above",
    ]
    assert [line[5] for line in headings] == ["1", "2", "2", "2", "1"]
    assert "That is not open now: this is the first one" in done.said
    assert "It can be run again." in done.said
    assert max(map(len, done.lines)) < 80


def test_a_new_game_leaves_the_one_that_is_read_and_says_so_at_its_end(tmp_path: Path) -> None:
    path = finished(tmp_path)
    before = path.read_bytes()
    done = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), ["4", "1", "1", "1", "4", *ONES])
    assert f"This game left another, {path.stem}, at the start of turn 3." in done.said
    assert path.read_bytes() == before
    assert f"left {path.stem} at turn 3" in " ".join(said(tmp_path, "4").said.split())


def test_what_others_knew_is_not_told_before_a_game_is_over(tmp_path: Path) -> None:
    finished(tmp_path, 3)
    done = said(tmp_path, "5", "1", "3", "0")
    assert "That is not open now: what others knew is shown when the game is over" in done.said


def test_of_a_damaged_game_a_new_save_is_offered(tmp_path: Path) -> None:
    path = finished(tmp_path, 5)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:4], lines[4].replace(b"turn", b"tern", 1), *lines[5:]]))
    done = said(tmp_path, "1", "1")
    assert "damaged in line 5" in done.said
    assert f"It is there as {path.stem[:-1]}2." in done.said
    assert len(Shelf(tmp_path).list()) == 2
