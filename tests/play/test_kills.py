"""Killed at any moment, a game loses at most the decision that was not yet answered: real processes, real kills."""

import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT
from tests.campaigns import sized

KILLS = sized(25, ci=200, full=2_000)


@pytest.mark.campaign
@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be forked there")
def test_a_killed_game_loses_at_most_the_decision_not_yet_answered() -> None:
    command = [sys.executable, "-m", "tests.play.kills", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{KILLS} kills, ")
    assert done.stdout.endswith("nothing lost\n")
