"""The same seed and the same decisions give the same game, byte for byte: on any run and any supported Python.

The core needs the standard library only, so that another Python can play without anything installed for it: it is
handed the scenario as this one has read it.
"""

import os
import pickle
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest
from tests.architecture.sources import ROOT
from tests.campaigns import sized

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import mediate
from game.play.match import start
from game.play.session import Session

HASH_SEEDS = ("0", "1", "20251203")
VERSIONS = ("3.11", "3.12", "3.13")
GAMES = tuple(
    f"{policy} {world} {length} {seed}"
    for seed in range(sized(1, ci=10, full=100))
    for policy in ("statecraft", "random")
    for world, length in (("ripe", "full"), ("sealed", "quick"))
)

_PLAYER = """
import pickle, sys
from pathlib import Path
from tests.architecture.test_determinism import journals
print(*journals(pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]), sys.argv[3:]))
"""


def journals(scenario: Scenario, folder: Path, games: list[str]) -> list[str]:
    """The digest of each game's journal as it lies on the disk."""
    found = []
    for number, game in enumerate(games):
        policy, world, length, seed = game.split()
        path = folder / f"{number}.jsonl"
        with Session.recorded(start(scenario, Setup(scenario.id, world, length, int(seed))), path) as session:
            while session.request is not None:
                session.submit(mediate(session.match, session.request, POLICIES[policy]))
        found.append(sha256(path.read_bytes()).hexdigest())
    return found


@cache
def shipped() -> Scenario:
    loaded = load_scenario("one-last-effort")
    assert loaded.scenario is not None
    return loaded.scenario


@cache
def expected() -> list[str]:
    """As a Python with a hash seed of its own plays them."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        return journals(shipped(), Path(folder), list(GAMES))


def played_by(python: str, hash_seed: str, folder: Path) -> list[str]:
    (folder / "scenario").write_bytes(pickle.dumps(shipped()))
    done = subprocess.run(
        [python, "-c", _PLAYER, str(folder / "scenario"), str(folder), *GAMES],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.campaign
@pytest.mark.parametrize("hash_seed", HASH_SEEDS)
def test_a_game_does_not_depend_on_the_order_of_hashes(hash_seed: str, tmp_path: Path) -> None:
    assert played_by(sys.executable, hash_seed, tmp_path) == expected()


def interpreter(version: str) -> str | None:
    """A Python of this version that starts, wherever such tools usually put it."""
    homes = (Path.home() / ".pyenv/versions", Path.home() / ".local/share/uv/python")
    kept = [path for home in homes for path in sorted(home.glob(f"*{version}.*/bin/python{version}"))]
    for path in (*kept, which(f"python{version}")):
        asked = ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        if path and subprocess.run([path, *asked], capture_output=True, text=True).stdout.strip() == version:
            return str(path)
    return None


@pytest.mark.campaign
@pytest.mark.parametrize("version", VERSIONS)
def test_a_game_does_not_depend_on_the_version_of_python(version: str, tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"Python {version} is not here")
    assert played_by(python, "1", tmp_path) == expected()
