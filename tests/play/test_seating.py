"""A game remembers which minds sit in its seats, and is played on by them or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.model.ids import PartyId
from game.play.journal import read, written
from game.play.match import start
from game.play.records import opening
from game.play.replay import bare_lines, verify
from game.play.saves import SaveProblem, read_journal
from game.play.session import Session
from game.play.trouble import MindProblem
from tests.play.games import journal_of, play, recorded, scenario, setup, shelf
from tests.plugins import install, refusing

RUSSIA = PartyId("russia")
SEATED = replace(setup(), minds=((RUSSIA, "refusing"),))


def test_a_setup_without_minds_is_written_as_it_always_was() -> None:
    assert b'"minds"' not in journal_of(recorded("statecraft", setup())[0])


def test_a_game_is_played_on_by_the_minds_that_began_it(site: Path, tmp_path: Path) -> None:
    refusing(site)
    with Session.begin(scenario(), SEATED, shelf(tmp_path)) as whole:
        play(whole, 99)
    with Session.begin(scenario(), SEATED, shelf(tmp_path)) as first:
        play(first, 3)
    opened = shelf(tmp_path).open(first.path)
    assert opened.match.game.setup.minds == ((RUSSIA, "refusing"),)
    with Session.resume(opened) as session:
        play(session, 99)
    assert session.match.digest == whole.match.digest
    with Session.begin(scenario(), setup(), None) as other:
        play(other, 99)
    assert other.match.digest != whole.match.digest
    assert verify(shelf(tmp_path).open(whole.path)).first_difference is None


def test_a_save_whose_mind_has_gone_is_shown_but_not_played_on(site: Path, tmp_path: Path) -> None:
    refusing(site)
    with Session.begin(scenario(), SEATED, shelf(tmp_path)) as session:
        play(session, 3)
    raw = session.path.read_bytes()
    for file in site.rglob("entry_points.txt"):
        file.unlink()
    install(site, "other", "", party={})
    opened = shelf(tmp_path).open(session.path)
    assert opened.match == session.match
    assert "russia played by the mind 'refusing'" in list(bare_lines(read_journal(session.path)))
    for act in (Session.resume, lambda each: Session.resume(each, saved=False), verify):
        with pytest.raises(MindProblem) as problem:
            act(opened)
        assert str(problem.value) == (
            "The seat 'russia' is to be played by the mind 'refusing'. There is no mind called 'refusing' for a "
            "party's seat: its package is not installed. "
            f"The save {session.path} was left as it is; 'backchannel replay' shows it."
        )
    assert session.path.read_bytes() == raw
    with pytest.raises(MindProblem):
        Session.begin(scenario(), SEATED, shelf(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_mind_that_fails_takes_nothing_with_it(site: Path, tmp_path: Path) -> None:
    refusing(site)
    failing = replace(setup(), minds=((RUSSIA, "failing"),))
    with Session.begin(scenario(), failing, shelf(tmp_path)) as session:
        with pytest.raises(MindProblem) as problem:
            play(session, 99)
        before, raw = session.match, session.path.read_bytes()
    said = str(problem.value)
    assert (
        "in the seat 'russia' in turn 2, failed: ValueError (I have had enough) in refusing_minds.py, line 19." in said
    )
    assert said.endswith(f"The game is kept in {session.path}, as the last decision left it.")
    assert shelf(tmp_path).open(session.path).match == before
    assert raw == session.path.read_bytes()


@pytest.mark.parametrize("seat", ["us", "mars"])
def test_a_save_with_a_mind_in_a_seat_that_is_no_partys_is_refused(tmp_path: Path, seat: str) -> None:
    odd = opening(start(scenario(), replace(setup(), minds=((PartyId(seat), "bargainer"),))))
    path = tmp_path / "odd.jsonl"
    path.write_bytes(journal_of([odd]))
    with pytest.raises(SaveProblem, match=f"names the party '{seat}', which the scenario"):
        shelf(tmp_path).open(path)


def test_a_mind_that_a_save_names_is_read_as_it_was_written() -> None:
    record = opening(start(scenario(), SEATED))
    raw = written([record], 0, "0" * 32)[0].encode()
    assert read(raw).opening == record
