"""The wheel carries the whole game: installed beside nothing but its dependencies, in a folder with no checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from game import __version__

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


def run(command: list[str | Path], folder: Path, keys: str = "") -> subprocess.CompletedProcess[str]:
    """In a folder, without what this process knows of the checkout."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    return subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env=surroundings,
        input=keys,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    built = run([*build], folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def backchannel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as the wheel installs it; the dependencies are those of this environment."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / SCRIPTS / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    done = run([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], home)
    assert done.returncode == 0, done.stderr
    packages = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).stdout.strip()
    ours = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (Path(packages) / "dependencies.pth").write_text("\n".join(ours) + "\n", encoding="utf-8")
    return home / SCRIPTS / "backchannel"


def test_the_wheel_holds_program_content_and_licences_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*") if path.is_file()}
    assert {name.replace("game/_content", "content") for name in names if "_content" in name} == shipped
    assert {name.split("/")[0] for name in names} == {"game", f"backchannel-{__version__}.dist-info"}
    assert {Path(name).suffix for name in names if name.startswith("game/") and "_content" not in name} <= {
        ".py",
        ".tcss",
        ".typed",
    }
    assert sum(name.endswith("LICENSE") and ".dist-info/" in name for name in names) == 2


def test_it_plays_in_an_empty_folder_on_the_content_in_the_wheel(backchannel: Path, tmp_path: Path) -> None:
    assert run([backchannel, "--version"], tmp_path).stdout == f"backchannel {__version__}\n"
    where = "from game.cards.library import find_content; print(find_content())"
    found = run([backchannel.with_name("python"), "-c", where], tmp_path).stdout.strip()
    assert Path(found).parts[-2:] == ("game", "_content")
    suites = "import game.contracts as c, game.contracts.building.shipped as s; print(*c.__all__, s.shipped().id)"
    known = run([backchannel.with_name("python"), "-c", suites], tmp_path).stdout.split()
    assert known == ["MediatorMindContract", "PartyMindContract", "one-last-effort"]
    game = ["auto", "--policy", "statecraft", "--world", "ripe", "--length", "quick", "--seed", "7", "--json"]
    played = run([backchannel, *game], tmp_path)
    assert played.returncode == 0, played.stderr
    here = run([sys.executable, "-m", "game", *game], ROOT)
    assert json.loads(played.stdout) == json.loads(here.stdout)


def test_saves_of_an_installed_game_lie_in_the_platforms_folder(
    backchannel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    game = ["play", "--plain", "--length", "quick", "--world", "ripe", "--seed", "7"]
    played = run([backchannel, *game], tmp_path, keys="1\n")
    assert played.returncode == 3, played.stdout[-500:] + played.stderr
    assert not (tmp_path / "saves").exists()
    assert "one-last-effort" in run([backchannel, "saves"], tmp_path).stdout
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
