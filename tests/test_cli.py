"""The command line: what it prints where, what it calls wrong and how, and the exit codes that it promises."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__, cli
from game.cards.library import find_content
from game.cli import main
from game.cli.codes import MEANINGS
from game.minds.policies import POLICIES
from tests.commands import AUTO, complaint, run
from tests.play.games import scenario, shelf

FIELDS = [
    "seed",
    "world",
    "policy",
    "length",
    "turns",
    "ending",
    "settled",
    "progress",
    "score",
    "durability",
    "digest",
]


def test_the_version_and_the_help_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--version"], ["--help"], *([command, "--help"] for command in ("play", "auto", "lab", "check"))):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"backchannel {__version__}\n")
    assert "examples:" in out
    assert MEANINGS in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["paly"], "There is no command 'paly'. Did you mean 'play'?"),
        (["auto", "--polcy", "passive"], "'auto' has no option '--polcy'. Did you mean '--policy'?"),
        (["--wrld=ripe"], "'play' has no option '--wrld'. Did you mean '--world'?"),
        (["auto", "--policy", "statescraft"], "no policy called 'statescraft'. Did you mean 'statecraft'?"),
        (["auto", "--world", "scptic"], "no world called 'scptic'. Did you mean 'sceptic'?"),
        (["auto", "--length", "clas"], "no length called 'clas'. Did you mean 'class'?"),
        (["auto", "--information", "ampel"], "no information level called 'ampel'. Did you mean 'ample'?"),
        (["play", "--plain", "--information", "all"], "no information level called 'all'. Known: usual, ample, scant."),
        (["lab", "--information", "scan"], "no information level called 'scan'. Did you mean 'scant'?"),
        (["lab", "--claims", "--information", "scant"], "--claims are judged at the usual information"),
        (["play", "--continue", "--information", "scant"], "--information is for a new game"),
        (["auto", "--scenario", "one-last-efort"], "Did you mean 'one-last-effort'?"),
        (["play", "--plain", "--length", "ful"], "no length called 'ful'. Did you mean 'full'?"),
        (["lab", "--policies", "passive,pressure"], "Did you mean 'pressure-only'?"),
        (["lab", "--worlds", "ripe,tired"], "no world called 'tired'"),
        (["lab", "--policies", ","], "No policy is named"),
        (["lab", "--games", "0"], "--games: '0' is no whole number"),
        (["auto", "--seed", "-1"], "--seed: '-1' is no whole number from 0 to 18446744073709551615"),
        (["auto", "--seed", "18446744073709551616"], "is no whole number"),
        (["auto", "--seed", "٣"], "is no whole number"),
        (["auto", "--seed"], "--seed: expected one argument"),
        (["check", "one", "two"], "'two' is one word too many for 'check'"),
        (["saves", "lits"], "Did you mean 'list'?"),
        (["saves", "delete"], "Which save?"),
        (["saves", "list", "more"], "one word too many"),
        (["replay"], "required: FILE"),
        (["play", "--continue", "--open", "x"], "give one of them"),
        (["play", "--continue", "--seed", "4"], "--seed is for a new game"),
        (["replay", "/nowhere/game.jsonl"], "There is no such save: /nowhere/game.jsonl."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_one_sentence_with_a_guess(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert sentence in complaint(capsys, *words)


def test_auto_prints_the_game_as_json_and_nothing_else() -> None:
    done = run(*AUTO, "--json")
    figures = json.loads(done.stdout)
    assert list(figures) == FIELDS
    assert [figures[name] for name in ("seed", "world", "policy", "length")] == [5, "ripe", "statecraft", "quick"]
    assert isinstance(figures["settled"], bool)
    assert all(0 <= figures[name] <= 100 for name in ("progress", "score", "durability"))
    assert len(figures["digest"]) == 32
    assert (done.returncode, done.stderr) == (0, "")


def test_auto_draws_a_seed_and_shows_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "result.json"
    assert main(["auto", "--policy", "passive", "--length", "quick", "--json", str(target)]) == 0
    figures = json.loads(target.read_text())
    assert f"seed {figures['seed']}" in capsys.readouterr().out
    assert (figures["world"], figures["policy"]) == ("ripe", "passive")


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_plays_to_an_ending(capsys: pytest.CaptureFixture[str], policy: str) -> None:
    assert main(["auto", "--policy", policy, "--length", "class", "--world", "sealed", "--seed", "9", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ending"] in scenario().endings


def test_json_never_replaces_a_file_of_another_kind(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    card = tmp_path / "leaks.yaml"
    card.write_text("- id: mine\n")
    assert main([*AUTO, "--json", str(card)]) == 2
    assert "is not overwritten" in capsys.readouterr().err
    assert card.read_text() == "- id: mine\n"
    assert main([*AUTO, "--json", str(tmp_path / "none" / "x.json")]) == 2
    assert "because it is not there" in capsys.readouterr().err


def test_the_journal_is_the_same_byte_for_byte_under_any_hash_seed(tmp_path: Path) -> None:
    raws = set()
    for seed in ("0", "1", "4242"):
        path = tmp_path / f"{seed}.jsonl"
        assert run(*AUTO, "--save", str(path), env={"PYTHONHASHSEED": seed}).returncode == 0
        raws.add(path.read_bytes())
    assert len(raws) == 1


def test_check_passes_the_shipped_content_and_finds_a_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(find_content(), tmp_path / "content")
    assert main(["check", str(tmp_path / "content")]) == 0
    assert "no errors" in capsys.readouterr().out.splitlines()[-1]
    cards = tmp_path / "content" / "scenarios" / "one-last-effort" / "cards" / "leaks.yaml"
    cards.write_text(cards.read_text().replace("  weight:", "  wieght:", 1))
    assert main(["check", str(cards)]) == 1
    out = capsys.readouterr().out
    assert "E101 unknown field 'wieght'" in out
    assert "did you mean 'weight'?" in out
    assert out.splitlines()[-1].endswith("warnings.")
    assert main(["check", str(cards), "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["faults"][0]
    assert (fault["severity"], Path(fault["path"]).name) == ("error", "leaks.yaml")


def test_check_of_a_path_that_is_not_there_is_a_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "none")]) == 1
    assert "there is no such file" in capsys.readouterr().out


def test_the_app_needs_a_terminal_and_names_the_way_without(tmp_path: Path) -> None:
    done = run("play", "--saves", str(tmp_path))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "--plain" in done.stderr
    assert done.stderr.count("\n") == 1


def test_line_mode_through_a_pipe_ends_saves_and_continues(tmp_path: Path) -> None:
    folder = ("--saves", str(tmp_path))
    cut = run("play", "--plain", "--length", "quick", "--seed", "3", *folder, given="1\n" * 6)
    assert cut.returncode == 3
    (title,) = shelf(tmp_path).list()
    assert (title.world, title.length, title.seed, title.ending) == ("sealed", "quick", 3, None)
    done = run("play", "--plain", "--continue", *folder, given="1\n" * 999)
    assert done.returncode == 0
    (title,) = shelf(tmp_path).list()
    assert done.stdout.splitlines()[-1] == f"Ending: {title.ending}"


def test_a_level_of_information_is_noted_and_told_unless_it_is_the_usual(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    for level in ("", "usual", "scant"):
        words = ["--information", level] if level else []
        target = tmp_path / f"game-{level}.jsonl"
        common = ["auto", "--policy", "passive", "--length", "quick", "--seed", "3", "--save", str(target)]
        assert main([*common, *words]) == 0
        told[level] = capsys.readouterr().out
    assert told["usual"] == told[""]
    assert "length quick, information scant, seed 3" in told["scant"]
    written = {level: (tmp_path / f"game-{level}.jsonl").read_bytes() for level in told}
    assert written["usual"] == written[""]
    assert b'"information"' not in written[""]
    assert b'"information":"scant"' in written["scant"]
    assert main(["saves", "--saves", str(tmp_path)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in listed if "information scant" in line] == ["game-scant"]
    assert main(["replay", str(tmp_path / "game-scant.jsonl"), "--verify"]) == 0


def test_a_terminal_without_utf_8_gets_the_text_all_the_same(tmp_path: Path) -> None:
    narrow = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run("play", "--plain", "--length", "quick", "--seed", "3", "--saves", str(tmp_path), env=narrow, given="1\n")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "game", "replay", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as shown:
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_output_to_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "game", "saves"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "backchannel: This cannot be done, because the disk is full.\n"


def test_a_fault_of_the_program_is_a_sentence_and_a_log(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_: object) -> int:
        raise ZeroDivisionError("a fault of the program")

    monkeypatch.setattr(cli, "_run", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert main(["saves"]) == 70
    (log,) = tmp_path.rglob("*.log")
    assert str(log) in capsys.readouterr().err
    assert "ZeroDivisionError" in log.read_text()


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert main(["saves"]) == 130


def test_a_command_imports_only_what_it_needs(tmp_path: Path) -> None:
    code = (
        "import sys; from game.cli import main; main(['saves', '--saves', sys.argv[1]]); "
        "print(sorted({'yaml', 'pydantic', 'textual', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
