"""How many whole games a second one core plays, ledger and minds on: python -m benchmarks.games [--games N]."""

import argparse
import gc
import time
from collections.abc import Callable

from benchmarks.reference import skeleton
from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.seating import play_out


def rate(play: Callable[[int], object], games: int) -> float:
    """Games a second of processor time."""
    play(0)
    gc.collect()
    began = time.process_time()
    for seed in range(games):
        play(seed)
    return games / max(1e-9, time.process_time() - began)


def measure(scenario: Scenario, policy: str, games: int) -> tuple[float, float]:
    """(our rate, the skeleton's rate), measured in turns so that both see the same machine; medians of five."""

    def ours(seed: int) -> object:
        return play_out(
            scenario, Setup(scenario.id, WorldId("ripe"), "full", seed), POLICIES[policy], fingerprints=False
        )

    pairs = [(rate(ours, max(1, games // 5)), rate(skeleton, 5 * games)) for _ in range(5)]
    return sorted(mine for mine, _ in pairs)[2], sorted(other for _, other in pairs)[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=100)
    games = parser.parse_args().games
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise SystemExit("The shipped scenario has faults: run 'python -m game check'.")
    print(f"full-length games a second of one core, ripe world; {games} games each")
    for policy in POLICIES:
        mine, other = measure(scenario, policy, games)
        print(f"  {policy:14} {mine:7.1f}   skeleton {other:7.0f}   ratio {mine / other:.3f}")


if __name__ == "__main__":
    main()
