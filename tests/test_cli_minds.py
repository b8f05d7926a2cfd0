"""Minds of other packages on the command line: named, listed, seated, and blamed in a sentence when they fail."""

import json
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.play.saves import read_journal
from tests.commands import complaint, run
from tests.play.games import shelf
from tests.plugins import refusing

QUICK = ("auto", "--length", "quick", "--seed", "5")


def test_minds_are_listed_with_their_seat_package_and_what_is_said_of_them(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    refusing(site)
    assert main(["minds", "--json"]) == 0
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)["minds"]}
    assert found["refusing"] == {
        "name": "refusing",
        "seat": "party",
        "package": "refusing-minds",
        "version": "1.0",
        "about": "Refuses everything.",
        "problem": "",
    }
    assert (found["idle"]["seat"], found["statecraft"]["package"]) == ("mediator", "backchannel")
    assert main(["minds"]) == 0
    lines = capsys.readouterr().out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("refusing "))
    assert lines[place].split() == ["refusing", "party", "refusing-minds", "1.0"]
    assert lines[place + 1] == "    Refuses everything."


def test_a_broken_mind_is_listed_with_what_is_wrong(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    refusing(site)
    (site / "refusing_minds.py").write_text("import nothing_of_the_kind", encoding="utf-8")
    assert main(["minds"]) == 1
    assert "cannot be loaded: ModuleNotFoundError" in " ".join(capsys.readouterr().out.split())


def test_a_game_is_played_by_the_minds_that_are_named(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    refusing(site)
    assert main([*QUICK, "--mind", "all=refusing", "--mind", "europe=bargainer", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["minds"] == {"russia": "refusing", "ukraine": "refusing"}
    assert not figures["settled"]
    assert main([*QUICK, "--policy", "idle"]) == 0
    assert capsys.readouterr().out.startswith("idle in ripe, length quick, seed 5\n")


FAILS = "in the seat 'russia' in turn 2, failed: ValueError (I have had enough) in refusing_minds.py, line 19."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--policy", "idel"], "There is no policy called 'idel'. Did you mean 'idle'?"),
        (["--policy", "refusing"], "'refusing' is a mind for a party's seat, not for the mediator's: --mind takes it."),
        (["--mind", "russia=refusin"], "There is no mind called 'refusin'. Did you mean 'refusing'?"),
        (
            ["--mind", "russia=statecraft"],
            "'statecraft' is a mind for the mediator's seat, not for a party's: --policy takes it.",
        ),
        (["--mind", "us=refusing"], "There is no party called 'us'."),
        (["--mind", "refusing"], "names no seat. It goes like --mind russia=NAME."),
        (["--mind", "all=refusing", "--mind", "all=refusing"], "the seat 'all' is given away already, to 'refusing'."),
        (["--mind", "russia=failing"], f"{FAILS} The game was not being saved."),
        (["--policy", "hasty"], "in the seat 'us' in turn 1, planned what is not allowed: "),
    ],
)
def test_what_is_wrong_with_a_mind_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], site: Path, words: list[str], sentence: str
) -> None:
    refusing(site)
    assert sentence in complaint(capsys, *QUICK, *words)


def test_a_mind_that_fails_leaves_what_was_saved(
    capsys: pytest.CaptureFixture[str], site: Path, tmp_path: Path
) -> None:
    refusing(site)
    path = tmp_path / "game.jsonl"
    said = complaint(capsys, *QUICK, "--mind", "russia=failing", "--save", str(path))
    assert said.endswith(f"The game is kept in {path}, as the last decision left it.\n")
    assert read_journal(path).records[-1].turn == 2
    assert main(["replay", str(path)]) == 0


def test_line_mode_plays_with_them_and_goes_on_with_them(site: Path, tmp_path: Path) -> None:
    refusing(site)
    folder, nothing = ("--saves", str(tmp_path / "saves")), {"PYTHONPATH": ""}
    begin = ("play", "--plain", "--length", "quick", "--seed", "3", "--mind", "russia=refusing", *folder)
    cut = run(*begin, given="1\n" * 6)
    assert cut.returncode == 3
    assert "Moscow is played by the mind 'refusing'." in cut.stdout
    (title,) = shelf(tmp_path / "saves").list()
    assert title.minds == (("russia", "refusing"),)
    assert run("saves", *folder).stdout.endswith("in play, russia=refusing\n")
    gone = run("play", "--plain", "--continue", *folder, env=nothing)
    assert (gone.returncode, gone.stderr.count("\n")) == (2, 1)
    assert "The seat 'russia' is to be played by the mind 'refusing'." in gone.stderr
    assert run("replay", title.name, *folder, env=nothing).returncode == 0
    assert run("play", "--plain", "--continue", *folder, given="1\n" * 999).returncode == 0
    assert run("replay", title.name, "--verify", *folder).returncode == 0


def test_a_mind_is_for_a_new_game(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--mind is for a new game" in complaint(capsys, "play", "--continue", "--mind", "russia=bargainer")


def test_the_lab_names_them_and_says_before_a_game_is_played_what_is_wrong(
    capsys: pytest.CaptureFixture[str], site: Path
) -> None:
    refusing(site)
    words = ("lab", "--length", "quick", "--seed", "1", "--games", "1", "--policies", "idle,passive")
    assert main([*words, "--mind", "russia=refusing", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [cell["policy"] for cell in found["cells"]] == ["idle", "passive"]
    assert found["packages"] == ["refusing-minds 1.0"]
    assert "no policy called 'idel'" in complaint(capsys, *words[:-1], "idel")
    assert main([*words[:-1], "hasty"]) == 2
    out, err = capsys.readouterr()
    assert "interrupted after 0 of 1 games" in out
    assert "planned what is not allowed" in err
    del sys.modules["refusing_minds"]
    (site / "refusing_minds.py").write_text("1 / 0  # a package that is broken now", encoding="utf-8")
    assert "cannot be loaded: ZeroDivisionError" in complaint(capsys, *words)
