"""The commands on saves: replay, verify, list, delete."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import main
from game.model.seats import PlanDecision
from game.play.records import Decided
from game.play.saves import read_journal
from game.play.session import Session
from tests.commands import AUTO, complaint, run
from tests.play.games import journal_of, play, scenario, setup, shelf


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A recorded game of the statecraft policy, in a file."""
    path = tmp_path / "game.jsonl"
    assert main([*AUTO, "--save", str(path), "--json", str(tmp_path / "game.json")]) == 0
    return path


def test_a_saved_game_is_not_overwritten(capsys: pytest.CaptureFixture[str], saved: Path) -> None:
    raw = saved.read_bytes()
    capsys.readouterr()
    assert "a file of that name is in the way" in complaint(capsys, *AUTO, "--save", str(saved))
    assert saved.read_bytes() == raw


def test_replay_verifies_what_auto_saved(capsys: pytest.CaptureFixture[str], saved: Path) -> None:
    capsys.readouterr()
    assert main(["replay", str(saved), "--verify"]) == 0
    assert "comes out as recorded" in capsys.readouterr().out
    assert main(["replay", str(saved), "--verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True


def test_replay_names_the_first_turn_and_seat_that_differ(capsys: pytest.CaptureFixture[str], saved: Path) -> None:
    records = list(read_journal(saved).records)
    place, plan = next(
        (place, each)
        for place, each in enumerate(records)
        if isinstance(each, Decided) and each.turn == 3 and each.asked == "plan"
    )
    records[place] = replace(plan, decision=PlanDecision(()))
    saved.write_bytes(journal_of(records))
    capsys.readouterr()
    assert main(["replay", str(saved), "--verify"]) == 1
    assert f"It differs in turn 3, seat us (line {place + 1})" in capsys.readouterr().out
    assert main(["replay", str(saved), "--verify", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["first_difference"]["turn"] == 3


def test_replay_refuses_a_damaged_line_with_its_number(capsys: pytest.CaptureFixture[str], saved: Path) -> None:
    lines = saved.read_bytes().splitlines(keepends=True)
    saved.write_bytes(b"".join([*lines[:6], lines[6].replace(b"us", b"me", 1), *lines[7:]]))
    capsys.readouterr()
    assert "damaged in line 7" in complaint(capsys, "replay", str(saved))


def test_replay_shows_a_game_or_one_turn_of_it(capsys: pytest.CaptureFixture[str], saved: Path) -> None:
    capsys.readouterr()
    assert main(["replay", str(saved)]) == 0
    whole = capsys.readouterr().out
    assert main(["replay", str(saved), "--turn", "2"]) == 0
    second = capsys.readouterr().out
    assert second.strip() in whole
    assert "Turn 1 of 5" in whole
    assert "Turn 1 of 5" not in second
    assert "no turn 9" in complaint(capsys, "replay", str(saved), "--turn", "9")
    assert main(["replay", str(saved), "--turn", "2", "--json"]) == 0
    (turn,) = json.loads(capsys.readouterr().out)["turns"]
    assert turn["text"].strip() == second.strip()


def test_a_save_whose_content_is_gone_is_shown_as_recorded(
    capsys: pytest.CaptureFixture[str], saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKCHANNEL_CONTENT", str(tmp_path / "empty"))
    capsys.readouterr()
    assert main(["replay", str(saved)]) == 0
    out, err = capsys.readouterr()
    assert "QuantityChanged quantity=patience" in out
    assert "cannot be loaded" in err
    assert main(["replay", str(saved), "--verify"]) == 2


def test_saves_are_listed_and_deleted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = ["--saves", str(tmp_path)]
    assert main(["saves", *folder]) == 0
    assert capsys.readouterr().out == f"No saves in {tmp_path}.\n"
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 1)
    assert main(["saves", *folder]) == 0
    assert capsys.readouterr().out == "one-last-effort-quick-5-1  ripe, turn 1 of 5, in play\n"
    assert main(["saves", "list", "--json", *folder]) == 0
    (title,) = json.loads(capsys.readouterr().out)["saves"]
    assert (title["name"], title["ending"], title["problem"]) == ("one-last-effort-quick-5-1", None, "")
    assert "Did you mean" in complaint(capsys, "saves", "delete", "one-last-effort-quick-5-2", *folder)
    assert main(["saves", "delete", "one-last-effort-quick-5-1", *folder]) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_game_that_another_process_plays_is_not_deleted(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        assert session.path is not None
        done = run("saves", "delete", session.path.stem, "--saves", str(tmp_path))
    assert done.returncode == 2
    assert "being played elsewhere" in done.stderr
    assert session.path.exists()


def test_there_must_be_a_game_to_continue(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = complaint(capsys, "play", "--plain", "--continue", "--saves", str(tmp_path))
    assert "no unfinished game" in said
