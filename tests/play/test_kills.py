"""Killed at any moment, a game loses at most the decision that was not yet answered: real processes, real kills."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from game.play.saves import Opened
from game.play.session import Session
from tests.campaigns import sized
from tests.play.games import shelf

KILLS = sized(15, ci=100, full=500)

PLAYER = """
import sys
from pathlib import Path
from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import WorldId
from game.model.world import Setup
from game.play.autoplay import mediate
import pytest

from game.play.saves import Shelf
from game.play.session import Session

scenario = load_scenario("one-last-effort").scenario
shelf = Shelf(Path(sys.argv[1]), lambda name: scenario)
title = shelf.newest_unfinished()
if title is None:
    session = Session.begin(scenario, Setup(scenario.id, WorldId("ripe"), "full", 3), shelf)
else:
    session = Session.resume(shelf.open(title.path))
print("ready", session.path, flush=True)
while session.request is not None:
    session.submit(mediate(session.match, session.request, POLICIES["passive"]))
    print(session.match.world.turn, flush=True)
"""


@pytest.mark.campaign
def test_a_killed_game_loses_at_most_the_decision_not_yet_answered(tmp_path: Path) -> None:
    chance = Random(1202)
    saved: dict[str, int] = {}
    for _ in range(KILLS):
        path, answered = _killed(tmp_path, chance.randrange(6))
        opened = _checked(tmp_path, path)
        decisions = sum(getattr(record, "seat", "") == "us" for record in opened.journal.records)
        assert saved.get(path, 0) + answered <= decisions <= saved.get(path, 0) + answered + 1
        saved[path] = decisions


def _killed(folder: Path, acknowledgements: int) -> tuple[str, int]:
    """Let a process play until it has acknowledged so many decisions, and kill it at once. What it acknowledged."""
    command = [sys.executable, "-c", PLAYER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as player:
        assert player.stdout is not None
        path = player.stdout.readline().removeprefix("ready ").strip()
        lines = [player.stdout.readline() for _ in range(acknowledgements)]
        player.send_signal(signal.SIGKILL)
        lines += player.stdout.readlines()
    return path, sum(line != "" for line in lines)


def _checked(folder: Path, path: str) -> Opened:
    opened = shelf(folder).open(Path(path))
    drafts = [each for each in folder.iterdir() if each.name.endswith(".draft")]
    assert not drafts
    Session.resume(opened, saved=False)
    return opened
