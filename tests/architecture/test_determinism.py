"""The same seed and the same decisions give the same game, byte for byte: on any run, machine and supported Python.

The program plays on the standard library alone, so that another Python needs nothing installed: it is handed the
scenario as this one has read it.
"""

import os
import pickle
import subprocess
import sys
from functools import cache
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest

from game.cards.library import load_scenario
from game.model.scenario import Scenario
from tests.architecture.journals import journals
from tests.architecture.sources import ROOT
from tests.campaigns import CAMPAIGN, sized

SURROUNDINGS = {
    "0": {"TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "1": {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "20251203": {"TZ": "America/St_Johns", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"},
}
"""Hash seeds, each with a time zone and a locale. One that the machine does not have falls back to plain ASCII."""

VERSIONS = ("3.11", "3.12", "3.13")
GAMES = tuple(
    f"{policy} {world} {length} {seed}"
    for seed in range(sized(1, ci=10, full=100))
    for policy in ("statecraft", "random")
    for world, length in (("ripe", "full"), ("sealed", "quick"))
)


@cache
def shipped() -> Scenario:
    loaded = load_scenario("one-last-effort")
    assert loaded.scenario is not None
    return loaded.scenario


@cache
def expected() -> list[str]:
    with TemporaryDirectory() as folder:
        return journals(shipped(), Path(folder), GAMES)


def given_to(folder: Path) -> str:
    """The scenario as this Python has read it, for one that has only its standard library."""
    content = folder / "scenario.pickle"
    content.write_bytes(pickle.dumps(shipped()))
    return str(content)


def played_by(python: str, hash_seed: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [python, "-m", "tests.architecture.journals", given_to(folder), str(folder), *GAMES],
        cwd=ROOT,
        env={**os.environ, **SURROUNDINGS[hash_seed], "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.campaign
@pytest.mark.parametrize("hash_seed", SURROUNDINGS)
def test_a_game_does_not_depend_on_hashes_time_zone_or_locale(hash_seed: str, tmp_path: Path) -> None:
    assert played_by(sys.executable, hash_seed, tmp_path) == expected()


def interpreter(version: str) -> str | None:
    """A Python of this version that starts, wherever such tools usually put it."""
    homes = (Path.home() / ".pyenv/versions", Path.home() / ".local/share/uv/python")
    kept = [str(path) for home in homes for path in sorted(home.glob(f"*{version}.*/bin/python{version}"))]
    asked = ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    for path in (*kept, which(f"python{version}")):
        if path and subprocess.run([path, *asked], capture_output=True, text=True, check=False).stdout[:-1] == version:
            return path
    return None


@pytest.mark.campaign
@pytest.mark.parametrize("version", VERSIONS)
def test_a_game_does_not_depend_on_the_version_of_python(version: str, tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"Python {version} is not here")
    assert played_by(python, "1", tmp_path) == expected()


PYODIDE = (
    os.environ.get("BACKCHANNEL_PYODIDE"),
    ROOT / ".venv/node/node_modules/pyodide",
    ROOT / "node_modules/pyodide",
)
"""Where the package that node takes Python from may lie; ``.ci/run`` puts it into the second."""


@pytest.mark.campaign
@pytest.mark.skipif(CAMPAIGN == "every-run", reason="another platform is tried in campaigns")
def test_a_game_does_not_depend_on_the_machine(tmp_path: Path) -> None:
    """WebAssembly as another processor and another C library, with other files and no locks and links."""
    node = which("node")
    entry = next((Path(place) / "pyodide.mjs" for place in PYODIDE if place and Path(place).is_dir()), None)
    if node is None or entry is None:
        pytest.skip("no Python in WebAssembly is here: it takes node and its package pyodide")
    given_to(tmp_path)
    some = GAMES[:: max(1, len(GAMES) // 8)]
    done = subprocess.run(
        [node, str(ROOT / "tests/architecture/pyodide.mjs"), str(entry), str(ROOT), str(tmp_path), *some],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == expected()[:: max(1, len(GAMES) // 8)]
