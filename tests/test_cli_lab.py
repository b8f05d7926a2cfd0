"""``lab`` on the command line: its results where they were asked for, and what is wrong before a game is played."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.contracts.building.shipped import shipped
from game.lab import claims
from game.lab.parameters import parameters
from game.minds.policies import POLICIES
from tests.commands import complaint, run

QUICK = ("lab", "--length", "quick", "--seed", "1")
SMALL = (*QUICK, "--games", "3", "--policies", "statecraft,passive")


def test_a_study_keeps_its_shape(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL, "--worlds", "ripe,sceptic", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["games_per_second"] > 0
    assert [(cell["policy"], cell["world"], cell["games"]) for cell in found["cells"]] == [
        (policy, world, 3) for policy in ("statecraft", "passive") for world in ("ripe", "sceptic")
    ]
    for cell in found["cells"]:
        assert "mean_surplus_at_signing" in cell
        for name in ("settlement_rate", "mean_score", "mean_durability"):
            low, high = cell[f"{name}_ci"]
            assert low <= cell[name] <= high


def test_a_study_covers_every_policy_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*QUICK, "--games", "1", "--json"]) == 0
    assert [cell["policy"] for cell in json.loads(capsys.readouterr().out)["cells"]] == [*POLICIES]


def test_results_go_where_they_are_asked_to_go(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sheet, data = tmp_path / "x.csv", tmp_path / "x.json"
    assert main([*SMALL, "--csv", str(sheet), "--json", str(data)]) == 0
    assert "settles %" in capsys.readouterr().out
    with sheet.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["policy"], row["games"]) for row in rows] == [("statecraft", "3"), ("passive", "3")]
    assert len(json.loads(data.read_text())["cells"]) == 2


@pytest.mark.slow
def test_claims_are_judged_and_written_as_a_page(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One quick game a cell proves nothing but that the table is played to its end."""
    monkeypatch.setattr(claims, "LENGTH", "quick")
    page, sheet = tmp_path / "claims.md", tmp_path / "claims.csv"
    code = main([*QUICK, "--claims", "--games", "1", "--markdown", str(page), "--csv", str(sheet)])
    out = capsys.readouterr().out
    failed = any(line.startswith("fail") for line in out.splitlines())
    assert code == int(failed)
    assert "claims pass" in out
    assert page.read_text(encoding="utf-8").startswith("# Claims\n")
    with sheet.open(encoding="utf-8", newline="") as lines:
        found = [row["verdict"] for row in csv.DictReader(lines)]
    assert set(found) <= {"pass", "fail", "undecided"}
    assert len(found) == sum(line.startswith(("pass", "fail", "undecided")) for line in out.splitlines())


@pytest.mark.slow
@pytest.mark.parametrize("study", ["calibration", "explanations", "styles"])
def test_a_study_with_a_page_of_its_own_writes_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, study: str
) -> None:
    page, sheet, data = (tmp_path / f"x.{end}" for end in ("md", "csv", "json"))
    words = (*QUICK, f"--{study}", "--games", "1", "--markdown", str(page), "--csv", str(sheet), "--json", str(data))
    assert main(words) in (0, 1)
    assert capsys.readouterr().out.startswith(f"{shipped().id}, length quick, seeds from 1;")
    told = page.read_text(encoding="utf-8")
    assert told.startswith(f"# {study.capitalize()}\n")
    assert f"python -m game lab --{study} --games 1 --seed 1 --length quick --markdown docs/{study}.md" in told
    assert len(sheet.read_text(encoding="utf-8").splitlines()) > 5
    assert json.loads(data.read_text())["content"] == shipped().digest


def test_parts_of_a_study_with_a_page_make_the_page_that_is_played_at_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = (*QUICK, "--styles", "--games", "2")
    parts = [str(tmp_path / f"{number}.json") for number in (1, 2)]
    for number, part in enumerate(parts, 1):
        assert main([*words, "--shard", f"{number}/2", "--json", part]) == 0
    whole, merged = tmp_path / "whole.md", tmp_path / "merged.md"
    assert main([*words, "--markdown", str(whole)]) == main(["lab", "--merge", *parts, "--markdown", str(merged)])
    assert whole.read_text(encoding="utf-8") == merged.read_text(encoding="utf-8")


def test_a_sweep_changes_one_number(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="pictures need the extra 'plots'")
    picture = tmp_path / "x.svg"
    words = (*QUICK, "--games", "2", "--policies", "passive", "--sweep", "length.patience=1..41:40")
    assert main([*words, "--json", "--plot", str(picture)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [cell["changes"] for cell in found["cells"]] == [{"length.patience": 1}, {"length.patience": 41}]
    assert "length.patience" in picture.read_text(encoding="utf-8")


def test_a_sensitivity_covers_the_numbers_that_were_named(capsys: pytest.CaptureFixture[str]) -> None:
    words = (*QUICK, "--games", "1", "--policies", "passive", "--sensitivity", "rate.noise,track")
    assert main([*words, "--json"]) == 0
    found = {swing["number"] for swing in json.loads(capsys.readouterr().out)["swings"]}
    assert found == {"rate.noise", *(f"track.{track}" for track in shipped().tracks)}


def test_numbers_are_listed_by_the_names_that_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lab", "--parameters"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names == [*parameters(shipped(), "full")]
    assert main(["lab", "--parameters", "--json"]) == 0
    assert [*json.loads(capsys.readouterr().out)] == names


def test_parts_are_written_and_merged_to_what_is_played_at_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        assert main([*SMALL, "--shard", f"{number}/2"]) == 0
    parts = [str(path) for path in sorted(tmp_path.glob("lab-*-of-2.json"))]
    assert len(parts) == 2
    capsys.readouterr()
    assert main(["lab", "--merge", *parts, "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert main([*SMALL, "--json"]) == 0
    assert whole["cells"] == json.loads(capsys.readouterr().out)["cells"]
    assert "no file for: 2" in complaint(capsys, "lab", "--merge", parts[0])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--claims", "--policies", "passive"], "--claims fixes policies, worlds and length"),
        (["--claims", "--length", "quick"], "--claims fixes policies, worlds and length"),
        (["--claims", "--sweep", "rate.noise=1..2"], "not allowed with argument --claims"),
        (["--sweep", "rate.noize=1..2"], "no number called 'rate.noize'. Did you mean 'rate.noise'?"),
        (["--sweep", "zzz=1..2"], "'backchannel lab --parameters' lists them."),
        (["--sweep", "rate.noise"], "names no range"),
        (["--sweep", "rate.noise=9..2"], "'9..2' is no range"),
        (["--sweep", "length.turns=0..5"], "'length.turns' can be set from 1 to 60, and is 24."),
        (["--sensitivity", "rat"], "There is no number called 'rat'. Did you mean 'rate'?"),
        (["--sensitivity", "start.tempoo"], "Did you mean 'start.tempo'?"),
        (["--shard", "3/2", "--seed", "1"], "'3/2' is no part such as 1/4"),
        (["--shard", "1/0", "--seed", "1"], "is no part"),
        (["--shard", "x", "--seed", "1"], "is no part"),
        (["--shard", "1/4", "--games", "3", "--seed", "1"], "3 games cannot be cut into 4 parts"),
        (["--shard", "1/2"], "give all of them the same --seed"),
        (["--shard", "1/2", "--seed", "1", "--csv", "x.csv"], "'backchannel lab --merge'"),
        (["--markdown", "x.md"], "it needs --claims, --calibration"),
        (["--sweep", "rate.noise=1..2", "--markdown", "x.md"], "--markdown writes a page"),
        (["--styles", "--policies", "passive"], "--styles fixes policies and worlds"),
        (["--acts", "--worlds", "ripe"], "--acts fixes policies and worlds"),
        (["--calibration", "--claims"], "not allowed with argument"),
        (["--plot", "x.png"], "it needs --sweep or --sensitivity"),
        (["--sweep", "rate.noise=1..2", "--plot", "x.pdf"], "--plot draws .png or .svg files"),
        (["--csv", "/nowhere/x.csv"], "There is no folder '/nowhere'"),
        (["--csv", "pyproject.toml"], "is no .csv file, so it is not overwritten"),
        (["--merge", "/nowhere/x.json"], "There is no file '/nowhere/x.json'."),
        (["--merge"], "--merge: expected at least one argument"),
        (["--workers", "2", "--dask", "tcp://h:1"], "not allowed with argument"),
        (["--workers", "0"], "is no whole number from 1"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_before_a_game_is_played(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    seed = [] if "--seed" in words or "--shard" in words else ["--seed", "1"]
    assert sentence in complaint(capsys, "lab", *words, *seed)


def test_without_an_extra_a_sentence_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "extra 'plots'" in complaint(capsys, "lab", "--sweep", "rate.noise=1..2", "--plot", "x.png")
    assert "extra 'cluster'" in complaint(capsys, *QUICK, "--dask", "tcp://127.0.0.1:8786")


def test_the_help_gives_examples_of_every_experiment(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["lab", "--help"])
    out = capsys.readouterr().out
    examples = out[out.index("examples:") :]
    for option in (
        "--claims",
        "--calibration",
        "--explanations",
        "--acts",
        "--styles",
        "--sweep",
        "--sensitivity",
        "--parameters",
        "--shard",
        "--merge",
        "--dask",
    ):
        assert option in examples


INTERRUPTING = """
import os, signal, sys
from contextlib import contextmanager
from game.lab import progress

@contextmanager
def bar(total):
    told = []
    def advance(games):
        told.append(games)
        if len(told) == 3:
            os.killpg(0, signal.SIGINT)
    yield advance

progress.bar = bar
from game.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command, interrupted as from the keyboard, every process of its group at once, after its third shard."""


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_prints_what_was_finished_and_ends_with_130(tmp_path: Path, workers: str) -> None:
    target = tmp_path / "x.json"
    words = (*QUICK, "--games", "100000", "--policies", "passive", "--workers", workers, "--json", str(target))
    command = [sys.executable, "-c", INTERRUPTING, *words]
    done = subprocess.run(command, capture_output=True, text=True, start_new_session=True, check=False, timeout=120)
    assert done.returncode == 130, done.stderr
    assert "interrupted after" in done.stdout
    assert "Traceback" not in done.stderr
    found = json.loads(target.read_text(encoding="utf-8"))
    assert not found["complete"]
    assert 0 < found["cells"][0]["games"] < 100_000


def test_the_lab_is_there_for_a_process_of_its_own() -> None:
    done = run(*SMALL, "--workers", "2", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["complete"] is True
