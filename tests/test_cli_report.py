"""The commands that write debriefs and tables."""

import csv
import json
from pathlib import Path

import pytest

from game.cli import main
from game.debrief.pages.data import TABLES
from game.model.seats import PlanDecision
from game.play.session import Session
from tests.commands import complaint, run
from tests.debrief.pages import Page, faults
from tests.play.games import play, scenario, setup, shelf
from tests.play.test_predictions import ASKED, GUESS, planning


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three games, two of which began alike."""
    folder = tmp_path_factory.mktemp("saves")
    for name, policy, seed in (("one", "statecraft", "5"), ("two", "passive", "5"), ("other", "passive", "6")):
        words = [
            "auto",
            "--policy",
            policy,
            "--length",
            "quick",
            "--seed",
            seed,
            "--save",
            str(folder / f"{name}.jsonl"),
        ]
        assert main(words) == 0
    return folder


def report(saves: Path, *words: str) -> int:
    return main(["report", *words, "--saves", str(saves)])


def test_a_report_is_one_page_beside_the_caller(
    saves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert report(saves, "one") == 0
    assert "The report is in one-debrief.html." in capsys.readouterr().err
    assert list(faults(Page((tmp_path / "one-debrief.html").read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(("ending", "start"), [("html", "<!DOCTYPE html>"), ("md", "# Debrief"), ("json", "{")])
def test_the_files_ending_tells_its_form(saves: Path, tmp_path: Path, ending: str, start: str) -> None:
    target = tmp_path / f"report.{ending}"
    assert report(saves, "one", "-o", str(target)) == 0
    assert target.read_text(encoding="utf-8").startswith(start)
    assert report(saves, "one", "-o", str(target), "--for", "student") == 0


def test_a_report_can_go_to_standard_output(saves: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(saves, "one", "-o", "-", "--as", "json", "--with-rollouts", "--lucks", "1") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["turn"] for each in told["odds_per_mille"]] == [row["turn"] for row in told["turns"]]
    assert report(saves, "one", "-o", "-", "--as", "json", "--for", "student") == 0
    assert "answers" not in json.loads(capsys.readouterr().out)


def test_games_that_began_alike_are_compared(saves: Path, tmp_path: Path) -> None:
    target = tmp_path / "class.html"
    assert report(saves, "one", "two", "-o", str(target)) == 0
    page = Page(target.read_text(encoding="utf-8"))
    assert list(faults(page)) == []
    assert "This is not a ranking." in page.text
    assert report(saves, "one", "two", "-o", str(tmp_path / "class.json")) == 0
    assert len(json.loads((tmp_path / "class.json").read_text())["games"]) == 2


def test_a_report_says_how_well_the_mediator_was_informed_unless_that_was_as_usual(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for level in ("usual", "scant"):
        words = ["auto", "--policy", "passive", "--length", "quick", "--seed", "5", "--information", level]
        assert main([*words, "--save", str(tmp_path / f"{level}.jsonl")]) == 0
        capsys.readouterr()
        assert report(tmp_path, level, "-o", "-", "--as", "markdown") == 0
        page = capsys.readouterr().out
        assert ("· information scant ·" in page) == (level == "scant")
        assert ("Information: poorly informed." in page) == (level == "scant")


def test_games_that_began_otherwise_are_not(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    informed = tmp_path / "informed.jsonl"
    words = ["auto", "--policy", "passive", "--length", "quick", "--seed", "5", "--information", "ample"]
    assert main([*words, "--save", str(informed)]) == 0
    capsys.readouterr()
    told = complaint(capsys, "report", "one", str(informed), "--saves", str(saves))
    assert "'informed' did not begin like 'one'" in told
    told = complaint(capsys, "report", "one", "other", "--saves", str(saves))
    assert "'other' did not begin like 'one'" in told


def test_the_same_save_counts_once(saves: Path, tmp_path: Path) -> None:
    assert report(saves, "one", "one", "-o", str(tmp_path / "x.md")) == 0
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# Debrief")


def test_only_a_report_is_replaced(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "notes.txt"
    kept.write_text("mine")
    told = complaint(capsys, "report", "one", "-o", str(kept), "--saves", str(saves))
    assert "is no report, so it is not overwritten" in told
    assert kept.read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["report"], "Which save?"),
        (["report", "nowhere"], "There is no save called 'nowhere'"),
        (["report", "one", "--for", "minister"], "invalid choice: 'minister'"),
        (["report", "--cards", "--as", "json"], "Cards are written as html or markdown."),
        (["report", "--cards", "--scenario", "none"], "none"),
        (["report", "one", "-o", "no/such/folder/x.html"], "it is not there"),
        (["export", "one"], "Export to where?"),
        (["export", "one", "--json", "no/such/folder/x.json"], "it is not there"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    saves: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert said in complaint(capsys, *words, "--saves", str(saves))


def test_cards_are_printed_without_any_save(tmp_path: Path) -> None:
    target = tmp_path / "cards.html"
    assert main(["report", "--cards", "-o", str(target)]) == 0
    page = Page(target.read_text(encoding="utf-8"))
    assert list(faults(page)) == []
    assert sum(each.get("class") == "sheet" for each in page.all("section")) > 50


def test_an_export_has_a_file_a_table_and_the_same_in_one(saves: Path, tmp_path: Path) -> None:
    folder, whole = tmp_path / "tables", tmp_path / "all.json"
    assert (
        main(["export", "one", "two", "other", "--csv", str(folder), "--json", str(whole), "--saves", str(saves)]) == 0
    )
    told = json.loads(whole.read_text(encoding="utf-8"))
    assert tuple(told) == TABLES
    for table in TABLES:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(told[table]) > 0
        assert list(rows[0]) == list(told[table][0])
        assert {row["game"] for row in rows} <= {"one", "two", "other"}
        plain = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in told[table]]
        assert rows == plain
    assert [row["game"] for row in told["games"]] == ["one", "two", "other"]


def test_games_of_one_name_are_told_apart(saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = tmp_path / "one.jsonl"
    again.write_bytes((saves / "two.jsonl").read_bytes())
    assert main(["export", str(saves / "one.jsonl"), str(again), "--json", "-"]) == 0
    assert [row["game"] for row in json.loads(capsys.readouterr().out)["games"]] == ["one", "one~2"]


def test_a_file_named_like_a_formula_stays_a_name(saves: Path, tmp_path: Path) -> None:
    evil = tmp_path / '=cmd|"x"<b>\u202e.jsonl'
    evil.write_bytes((saves / "two.jsonl").read_bytes())
    assert main(["export", str(evil), "--csv", str(tmp_path / "t")]) == 0
    for table in TABLES:
        for line in (tmp_path / "t" / f"{table}.csv").read_text(encoding="utf-8").splitlines()[1:]:
            assert line.startswith(("'=cmd", "\"'=cmd"))
            assert "\u202e" not in line
    target = tmp_path / "class.html"
    assert main(["report", str(evil), str(saves / "one.jsonl"), "-o", str(target)]) == 0
    page = Page(target.read_text(encoding="utf-8"))
    assert list(faults(page)) == []
    assert not page.all("b")
    assert "\u202e" not in page.text


def test_a_game_whose_turns_were_taken_back_says_so(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 5)
        session.rewind()
        path = session.path
    target = tmp_path / "x.md"
    assert main(["report", str(path), "-o", str(target)]) == 0
    assert "Turns were taken back in this game" in target.read_text(encoding="utf-8")


def test_a_game_in_play_keeps_what_it_hides_unless_a_teacher_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 3)
        path = str(session.path)
    assert main(["report", path, "-o", "-", "--as", "markdown"]) == 0
    out, err = capsys.readouterr()
    assert "The game is not over" in err
    assert "The zone of agreement" not in out
    assert main(["report", path, "-o", "-", "--as", "markdown", "--for", "teacher"]) == 0
    assert "The zone of agreement, and your text" in capsys.readouterr().out


@pytest.mark.slow
def test_a_pipe_gets_no_progress(saves: Path) -> None:
    done = run("report", "one", "-o", "-", "--with-rollouts", "--lucks", "2", "--saves", str(saves))
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("<!DOCTYPE html>")


def test_what_a_player_expected_is_in_the_debrief(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with planning(tmp_path) as session:
        session.submit(PlanDecision((ASKED,)), (GUESS,))
        assert session.path is not None
        name = session.path.stem
    assert report(tmp_path, name, "-o", "-", "--as", "markdown") == 0
    told = capsys.readouterr().out
    assert "Your predictions: " in told
    assert "Turn 1: float to" in told.replace("\\", "")
    assert "to refuse or give no answer, 70 % sure, " in told
