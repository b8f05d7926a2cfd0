"""How the lab uses cores: games a second with one worker and with two: python -m benchmarks.lab [--games N].

Two runs of one worker at the same time show what the machine itself loses when both its cores are busy; the ratio
that the lab reaches is to be read beside that. Processor time tells what sharing costs whatever else the machine does:
two workers that need as much for a game as one can be twice as fast.
"""

import argparse
import os
import statistics
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

from game.cards.library import load_scenario
from game.lab.crew import local_crew
from game.lab.plan import CellKey, Kind, Plan
from game.lab.study import run_study
from game.model.scenario import Scenario

POLICIES = ("statecraft", "pressure-only", "random")


def shipped() -> Scenario:
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise SystemExit("The shipped scenario has faults: run 'python -m game check'.")
    return scenario


def plan_of(scenario: Scenario, games: int) -> Plan:
    cells = tuple(CellKey(policy, "ripe") for policy in POLICIES)
    return Plan(Kind.STUDY, scenario.id, scenario.digest, "full", games, 1, cells)


class Rate(NamedTuple):
    """``cost`` is milliseconds of processor time for a game, those of the workers and their start-up included."""

    speed: float
    cost: float


def rate(scenario: Scenario, games: int, workers: int) -> Rate:
    plan, before = plan_of(scenario, games), processor_seconds()
    study = run_study(plan, local_crew(scenario, workers), lambda _: None)
    return Rate(study.games_per_second, 1000 * (processor_seconds() - before) / study.played)


def processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def side_by_side(games: int) -> float:
    """Games a second of two runs of one worker that know nothing of each other."""
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        return sum(executor.map(alone, (games, games)))


def alone(games: int) -> float:
    return rate(shipped(), games, 1).speed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=100, help="for each of three policies")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    scenario, games = shipped(), args.games
    rounds = [(rate(scenario, games, 1), rate(scenario, games, 2), side_by_side(games)) for _ in range(args.rounds)]
    print(f"{len(POLICIES)} policies, {games} full games each, medians of {args.rounds} rounds")
    for label, rates in (("1 worker", [one for one, _, _ in rounds]), ("2 workers", [two for _, two, _ in rounds])):
        speed, cost = statistics.median(each.speed for each in rates), statistics.median(each.cost for each in rates)
        print(f"  {label:20}{speed:7.1f} games a second, {cost:5.1f} ms of processor time a game")
    print(f"  {'2 runs side by side':20}{statistics.median(apart for *_, apart in rounds):7.1f} games a second")
    shared = statistics.median(two.speed / one.speed for one, two, _ in rounds)
    free = statistics.median(apart / one.speed for one, _, apart in rounds)
    print(f"2 workers to 1: {shared:.2f}; 2 runs side by side to 1: {free:.2f}")


if __name__ == "__main__":
    main()
