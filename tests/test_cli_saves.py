"""The commands on saves: replay, verify, list, delete."""

import json
from dataclasses import replace
from io import StringIO
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


def test_several_games_are_run_again_at_once_with_a_line_for_each(
    capsys: pytest.CaptureFixture[str], saved: Path, tmp_path: Path
) -> None:
    other, torn = tmp_path / "other.jsonl", tmp_path / "spoilt.jsonl"
    records = list(read_journal(saved).records)
    plan = next(place for place, each in enumerate(records) if isinstance(each, Decided) and each.asked == "plan")
    records[plan] = replace(records[plan], decision=PlanDecision(()))
    other.write_bytes(journal_of(records))
    torn.write_bytes(saved.read_bytes().replace(b'"turn"', b'"tern"', 1))
    capsys.readouterr()
    assert main(["replay", str(saved), str(saved), "--verify"]) == 0
    assert capsys.readouterr().out.count("comes out as recorded") == 2
    assert main(["replay", str(saved), str(other), "--verify"]) == 1
    assert main(["replay", str(torn), str(saved), str(other), "--verify"]) == 2
    out = capsys.readouterr().out.splitlines()[2:]
    assert [line.partition(": ")[0] for line in out] == [str(torn), str(saved), str(other)]
    assert [word in line for line, word in zip(out, ("damaged in line", "as recorded", "differs in"), strict=True)]
    assert main(["replay", str(saved), str(other), "--verify", "--json"]) == 1
    assert [each["same"] for each in json.loads(capsys.readouterr().out)] == [True, False]
    assert "one is shown at a time" in complaint(capsys, "replay", str(saved), str(other))


def test_replay_shows_a_turn_from_any_chair_of_a_game_that_is_over(
    capsys: pytest.CaptureFixture[str], saved: Path, tmp_path: Path
) -> None:
    capsys.readouterr()
    assert main(["replay", str(saved), "--chair", "russia", "--turn", "2"]) == 0
    out, err = capsys.readouterr()
    assert "Turn 2 of 5" in out
    assert "seen from Moscow" in out
    assert "Turn 1 of 5" not in out
    assert err == "It can be run again.\n"
    assert main(["replay", str(saved), "--chair", "above"]) == 0
    assert capsys.readouterr().out.count("seen from above") == 5
    assert "no chair called 'mars'" in complaint(capsys, "replay", str(saved), "--chair", "mars")
    with Session.begin(scenario(), setup(), shelf(tmp_path / "open")) as session:
        play(session, 2)
    running = str(next((tmp_path / "open").iterdir()))
    assert "when the game is over" in complaint(capsys, "replay", running, "--chair", "russia")


def test_a_new_game_leaves_an_old_one_at_any_turn_and_says_so(
    capsys: pytest.CaptureFixture[str], saved: Path, tmp_path: Path
) -> None:
    folder = ["--saves", str(tmp_path / "saves")]
    capsys.readouterr()
    assert main(["replay", str(saved), "--branch-at", "3", *folder]) == 0
    assert "'backchannel play --open one-last-effort-quick-5-1' goes on from there" in capsys.readouterr().out
    assert main(["saves", *folder]) == 0
    assert capsys.readouterr().out == "one-last-effort-quick-5-1  ripe, turn 3 of 5, in play, left game at turn 3\n"
    assert main(["replay", "one-last-effort-quick-5-1", "--verify", *folder]) == 0
    capsys.readouterr()
    assert "no turn 9" in complaint(capsys, "replay", str(saved), "--branch-at", "9", *folder)
    assert "leave --chair out" in complaint(capsys, "replay", str(saved), "--branch-at", "3", "--chair", "us", *folder)


def test_a_game_is_exported_imported_and_rescued(
    capsys: pytest.CaptureFixture[str], saved: Path, tmp_path: Path
) -> None:
    folder = ["--saves", str(tmp_path / "saves")]
    capsys.readouterr()
    assert main(["saves", "import", str(saved), *folder]) == 0
    out = tmp_path / "out.jsonl"
    assert main(["saves", "export", "one-last-effort-quick-5-1", str(out), *folder]) == 0
    assert capsys.readouterr().out.endswith(f"Exported: {out}\n")
    assert out.read_bytes() == saved.read_bytes()
    name = "one-last-effort-quick-5-1"
    assert "a file of that name is in the way" in complaint(capsys, "saves", "export", name, str(out), *folder)
    assert "already there" in complaint(capsys, "saves", "import", str(out), *folder)
    assert "It goes like" in complaint(capsys, "saves", "export", name, *folder)
    assert "one word too many" in complaint(capsys, "saves", "import", str(out), "x", *folder)
    out.write_bytes(out.read_bytes()[:20_000] + b"?" + out.read_bytes()[20_001:])
    assert f"'backchannel saves rescue {out}'" in complaint(capsys, "replay", str(out), *folder)
    assert main(["saves", "rescue", str(out), "--json", *folder]) == 0
    rescued = Path(json.loads(capsys.readouterr().out)["rescued"])
    assert rescued.name == "one-last-effort-quick-5-2.jsonl"
    assert main(["replay", str(rescued), "--verify", *folder]) == 0


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of saves with a game in it, and nothing else of anybody's within reach."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("BACKCHANNEL_NO_CACHE", "1")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("game.play.belongings.default_folder", lambda folder=None: folder or tmp_path / "saves")
    with Session.begin(scenario(), setup(), shelf(tmp_path / "saves")) as session:
        play(session, 1)
    return tmp_path / "saves"


def test_all_that_is_a_person_s_is_listed_first_and_deleted_only_if_wanted(
    capsys: pytest.CaptureFixture[str], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (save,) = own.iterdir()
    assert main(["saves", "where"]) == 0
    listed = capsys.readouterr().out
    assert f"Saved games in {own}: 1 file\n  {save.name}\n" in listed
    for answer in ("no\n", "\n", ""):
        monkeypatch.setattr("sys.stdin", StringIO(answer))
        assert main(["saves", "forget", "--all"]) == 2
        out = capsys.readouterr().out
        assert out.startswith(listed)
        assert out.endswith("Nothing was deleted.\n")
    assert "Forget what?" in complaint(capsys, "saves", "forget")
    assert "add --yes" in complaint(capsys, "saves", "forget", "--all", "--json")
    assert save.exists()
    monkeypatch.setattr("sys.stdin", StringIO("forget\n"))
    assert main(["saves", "forget", "--all"]) == 0
    assert capsys.readouterr().out.endswith(f"Deleted: {save}\n1 file deleted, 0 not.\n")
    assert not save.exists()
    assert main(["saves", "forget", "--all", "--yes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"deleted": [], "kept": []}


def test_what_cannot_be_forgotten_is_named(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    (save,) = own.iterdir()
    with Session.resume(shelf(own).open(save)):
        assert main(["saves", "forget", "--all", "--yes"]) == 2
    assert f"Not deleted: {save} (The save is being played elsewhere)" in capsys.readouterr().out


def test_there_must_be_a_game_to_continue(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = complaint(capsys, "play", "--plain", "--continue", "--saves", str(tmp_path))
    assert "no unfinished game" in said
