"""How long one turn takes to resolve, minds and ledger included: python -m benchmarks.turn [--games N]."""

import argparse
import statistics
import time

from benchmarks.reference import TURNS, skeleton
from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import US, WorldId
from game.model.scenario import Scenario
from game.model.seats import PlanTurn
from game.model.world import Setup
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import start, submit


def turn_times(scenario: Scenario, games: int) -> list[float]:
    """Milliseconds from sending a plan to the next thing that the mediator is asked, for every turn of the games."""
    minds, mediator = party_minds(scenario), POLICIES["statecraft"]
    times: list[float] = []
    for seed in range(games):
        match = advance(start(scenario, Setup(scenario.id, WorldId("ripe"), "full", seed)), minds)
        while not match.over:
            request = match.waiting[0]
            decision = mediate(match, request, mediator)
            began = time.perf_counter()
            match = advance(submit(match, US, decision), minds)
            if isinstance(request, PlanTurn):
                times.append((time.perf_counter() - began) * 1000)
    return times


def skeleton_turn() -> float:
    """Milliseconds that the skeleton game takes for a turn; median of fifty games."""
    times = []
    for seed in range(50):
        began = time.perf_counter()
        skeleton(seed)
        times.append((time.perf_counter() - began) * 1000 / TURNS)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=10)
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise SystemExit("The shipped scenario has faults: run 'python -m game check'.")
    times = sorted(turn_times(scenario, parser.parse_args().games))
    reference = skeleton_turn()
    middle, worst = statistics.median(times), times[-1 - len(times) // 100]
    print(f"one turn resolved: median {middle:.2f} ms, 99th percentile {worst:.2f} ms, of {len(times)} turns")
    print(f"skeleton turn {reference:.3f} ms; ratio {middle / reference:.1f}")


if __name__ == "__main__":
    main()
