"""Whole games without anybody at the keyboard: the same seed and decisions give the same game everywhere."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from game.contracts.building.lively import lively_scenario
from game.contracts.building.seats import Scripted
from game.contracts.building.shipped import played, shipped, shipped_setup
from game.contracts.building.small import small_setup
from game.minds.policies import POLICIES
from game.model.ids import US
from game.play.autoplay import advance, decide, mediate, party_minds
from game.play.match import Match, start, submit
from game.play.seating import play_out

ROOT = Path(__file__).parents[2]
GAMES = [("statecraft", shipped_setup("quick", 5)), ("random", shipped_setup("quick", 6))]
PLAYER = """
import pickle, sys
from game.minds.policies import POLICIES
from game.play.seating import play_out
scenario, games = pickle.loads(sys.stdin.buffer.read())
for policy, setup in games:
    print(play_out(scenario, setup, POLICIES[policy]).digest)
assert not {"yaml", "pydantic", "textual"} & set(sys.modules), "the core needs the standard library only"
"""


def digests(python: Path | str, hash_seed: str) -> list[str]:
    """The digests of the games as another interpreter plays them, from a scenario that it is handed ready-made.

    Content can only be read where pydantic is installed; the nouns that are read from it are plain dataclasses, which
    every version unpickles alike.
    """
    scenario = lively_scenario()
    small = [("statecraft", small_setup(seed)) for seed in (1, 2)]
    lines: list[str] = []
    for content, games in ((shipped(), GAMES), (scenario, small)):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [str(python), "-c", PLAYER],
            input=pickle.dumps((content, games), protocol=4),
            capture_output=True,
            env=environment,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
        assert run.returncode == 0, run.stderr.decode()
        lines += run.stdout.decode().split()
    return lines


@pytest.fixture(scope="module")
def here() -> list[str]:
    small = [play_out(lively_scenario(), small_setup(seed), POLICIES["statecraft"]).digest for seed in (1, 2)]
    return [*(played(policy, setup).digest for policy, setup in GAMES), *small]


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_the_order_of_hashes_changes_no_game(here: list[str], hash_seed: str) -> None:
    assert digests(sys.executable, hash_seed) == here


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_every_version_of_python_plays_the_same_game(here: list[str], version: str) -> None:
    others = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    if not others:
        pytest.skip(f"no Python {version} is installed here")
    assert digests(others[-1], "7") == here


def test_the_same_setup_gives_the_same_game_and_another_seed_another() -> None:
    again = play_out(shipped(), shipped_setup("quick", 5), POLICIES["statecraft"])
    assert again == played("statecraft", shipped_setup("quick", 5))
    assert again.digest != played("statecraft", shipped_setup("quick", 9)).digest


def test_another_decision_gives_another_game() -> None:
    one, other = (played(policy, shipped_setup("quick", 5)).digest for policy in ("statecraft", "passive"))
    assert one != other


def test_a_seat_without_a_mind_is_waited_for() -> None:
    """Europe's chair is somebody else's: the match stops when it is asked."""
    minds = {party: mind for party, mind in party_minds(shipped()).items() if party != "europe"}
    match = advance(start(shipped(), shipped_setup("class")), minds)
    asked: list[str] = []
    while len(asked) < 3:
        request = match.waiting[0]
        if request.seat != US:
            asked.append(request.seat)
        decision = decide(match, request, party_minds(shipped())) or mediate(match, request, POLICIES["statecraft"])
        match = advance(submit(match, request.seat, decision), minds)
    assert set(asked) == {"europe"}


def test_controllers_can_be_chosen_seat_by_seat() -> None:
    """A Moscow that says yes to everything plays another game than the built-in one."""

    def with_moscow(obliging: bool) -> Match:
        minds = {**party_minds(shipped()), **({"russia": Scripted()} if obliging else {})}
        match = advance(start(shipped(), shipped_setup("quick", 5)), minds)
        while not match.over:
            match = advance(submit(match, US, mediate(match, match.waiting[0], POLICIES["statecraft"])), minds)
        return match

    assert with_moscow(obliging=False).digest == played("statecraft", shipped_setup("quick", 5)).digest
    assert with_moscow(obliging=True).digest != with_moscow(obliging=False).digest


def test_the_mediator_is_asked_for_cards_and_plans_only() -> None:
    match = start(shipped(), shipped_setup("quick"))
    answer = next(iter(party_minds(shipped())))
    with pytest.raises(TypeError, match="not asked"):
        mediate(match, object(), POLICIES["passive"])  # type: ignore[arg-type]
    assert answer == "russia"
