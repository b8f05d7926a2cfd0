"""What holds for all tests: folders of their own, fixed seeds, and the size of a campaign."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.play.roster import offered
from tests.campaigns import CAMPAIGN, sized

_OURS = "BACKCHANNEL_TEST_FOLDERS"


def _own_folders() -> None:
    """Cache, data and logs of this run lie in a folder of its own, which its worker processes share."""
    if _OURS not in os.environ:
        os.environ[_OURS] = tempfile.mkdtemp(prefix="backchannel-tests-")
    home = Path(os.environ[_OURS])
    for name in ("CACHE", "DATA", "STATE", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    for name in ("BACKCHANNEL_CONTENT", "BACKCHANNEL_NO_CACHE"):
        os.environ.pop(name, None)


_own_folders()

settings.register_profile(
    "backchannel",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=sized(60, ci=500, full=5_000),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("backchannel")


def pytest_report_header() -> str:
    return f"campaign: {CAMPAIGN}"


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(_OURS, ""), ignore_errors=True)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages, for this test alone, that are found by this process and those that it starts."""
    folder = tmp_path / "site"
    folder.mkdir()
    loaded = set(sys.modules)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    offered.cache_clear()
    yield folder
    offered.cache_clear()
    for name in set(sys.modules) - loaded:
        if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
