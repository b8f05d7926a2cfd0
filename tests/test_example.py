"""The example of a package with minds does what its page says: installed, listed, played, studied and tested."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import run

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "docs/examples/stubborn-mind"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a process needs to know of it: installed by pip, into a folder of its own, with nothing fetched."""
    source, target = tmp_path_factory.mktemp("source") / "stubborn-mind", tmp_path_factory.mktemp("site")
    shutil.copytree(EXAMPLE, source, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--no-index", "--no-deps"]
    words = [*pip, "--no-build-isolation", "--target", str(target), str(source)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {"PYTHONPATH": os.pathsep.join((str(target), str(ROOT)))}


def test_both_minds_are_listed(installed: dict[str, str]) -> None:
    done = run("minds", "--json", env=installed)
    assert done.returncode == 0
    found = {(each["name"], each["seat"]) for each in json.loads(done.stdout)["minds"] if "stubborn" in each["package"]}
    assert found == {("stubborn", "party"), ("listen-first", "mediator")}


def test_a_game_is_played_by_both_and_comes_out_the_same_again(installed: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    game = ("auto", "--policy", "listen-first", "--mind", "all=stubborn", "--length", "quick", "--seed", "7")
    played = run(*game, "--save", str(path), "--json", env=installed)
    assert played.returncode == 0, played.stderr
    figures = json.loads(played.stdout)
    assert figures["policy"] == "listen-first"
    assert set(figures["minds"].values()) == {"stubborn"}
    assert run("replay", str(path), "--verify", env=installed).returncode == 0
    assert run("replay", str(path), "--verify").returncode == 2
    assert run("replay", str(path)).returncode == 0


def test_the_lab_studies_both(installed: dict[str, str]) -> None:
    words = ("lab", "--games", "2", "--length", "quick", "--seed", "1", "--policies", "listen-first,passive")
    done = run(*words, "--mind", "russia=stubborn", "--workers", "2", "--json", env=installed)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["minds"] == {"russia": "stubborn"}
    assert found["packages"] == ["stubborn-mind 0.1.0"]
    assert [cell["games"] for cell in found["cells"]] == [2, 2]


def own_tests(folder: Path, installed: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(folder), *words]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=surroundings | installed
    )


def test_its_own_tests_pass(installed: dict[str, str], tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "pyproject.toml", tmp_path)
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    done = own_tests(tmp_path, installed)
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_its_own_tests_would_notice_a_mind_that_is_none(installed: dict[str, str], tmp_path: Path) -> None:
    """A failed test shows the values that it compared, as in a test module of the author's own."""
    (tmp_path / "test_bad.py").write_text(
        "from game.contracts import PartyMindContract\n"
        "from game.minds.bargainer import Bargainer\n"
        "from dataclasses import replace\n"
        "class Boasting(Bargainer):\n"
        "    def answer(self, view, question):\n"
        "        return replace(super().answer(view, question), sureness=120)\n"
        "class TestBoasting(PartyMindContract):\n"
        "    mind = Boasting()\n"
        "    count = 30\n",
        encoding="utf-8",
    )
    done = own_tests(tmp_path, installed, "-k", "sureness or weighs")
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout
    assert "test_sureness_runs_from_0_to_100" in done.stdout
    assert "sureness=120" in done.stdout
