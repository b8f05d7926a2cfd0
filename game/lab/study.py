"""A study: policies x worlds x seeds, in shards over an executor, gathered into one table."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import product
from statistics import fmean

from game.lab.intervals import mean_interval, rate_interval
from game.lab.sample import GameFigures, Shard, play_shard
from game.model.ids import PartyId

_SHARD = 20
"""Games to a shard: one to five seconds of work."""


@dataclass(frozen=True, slots=True)
class StudyPlan:
    scenario: str
    policies: tuple[str, ...]
    worlds: tuple[str, ...]
    length: str
    games: int
    seed: int
    workers: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One policy in one world. Games come in the order of their seeds, whoever played them."""

    policy: str
    world: str
    games: tuple[GameFigures, ...]


@dataclass(frozen=True, slots=True)
class Study:
    plan: StudyPlan
    cells: tuple[Cell, ...]
    seconds: float

    @property
    def games_per_second(self) -> float:
        return sum(len(cell.games) for cell in self.cells) / max(1e-9, self.seconds)


def shards_of(plan: StudyPlan) -> Iterator[Shard]:
    for policy, world in product(plan.policies, plan.worlds):
        for first in range(plan.seed, plan.seed + plan.games, _SHARD):
            games = min(_SHARD, plan.seed + plan.games - first)
            yield Shard(plan.scenario, policy, world, plan.length, first, games)


def run_study(plan: StudyPlan, advance: Callable[[int], None]) -> Study:
    """Play the whole plan; ``advance`` is told how many games each finished shard held.

    With one worker everything happens in this process, so that an interruption stops it at once.
    """
    began = time.perf_counter()
    played: dict[Shard, tuple[GameFigures, ...]] = {}
    if plan.workers == 1:
        for shard in shards_of(plan):
            played[shard] = play_shard(shard)
            advance(shard.games)
    else:
        with ProcessPoolExecutor(plan.workers) as executor:
            played = play_on(executor, tuple(shards_of(plan)), advance)
    return Study(plan, _cells(plan, played), time.perf_counter() - began)


def play_on(
    executor: Executor, shards: Sequence[Shard], advance: Callable[[int], None]
) -> dict[Shard, tuple[GameFigures, ...]]:
    """Play shards on any executor; what has not begun is cancelled if this is interrupted."""
    futures = {executor.submit(play_shard, shard): shard for shard in shards}
    played: dict[Shard, tuple[GameFigures, ...]] = {}
    try:
        for future in as_completed(futures):
            played[futures[future]] = future.result()
            advance(futures[future].games)
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    return played


def _cells(plan: StudyPlan, played: Mapping[Shard, tuple[GameFigures, ...]]) -> tuple[Cell, ...]:
    games: dict[tuple[str, str], list[GameFigures]] = {pair: [] for pair in product(plan.policies, plan.worlds)}
    for shard in shards_of(plan):
        games[shard.policy, shard.world].extend(played[shard])
    return tuple(Cell(policy, world, tuple(figures)) for (policy, world), figures in games.items())


def settlement_rate(cell: Cell) -> float:
    return sum(game.settled for game in cell.games) / len(cell.games)


def mean_surplus(cell: Cell) -> dict[PartyId, float]:
    """Each party's mean surplus at signing, in points of value; empty where nothing was signed."""
    signed = [game.surplus for game in cell.games if game.surplus]
    parties = dict.fromkeys(party for surplus in signed for party in surplus)
    return {party: fmean(surplus[party] for surplus in signed) / 100 for party in parties}


def figures(study: Study) -> dict[str, object]:
    """The study as plain data: rates from 0 to 1, intervals at 95 % beside each figure."""
    return {
        "games_per_second": round(study.games_per_second, 1),
        "seconds": round(study.seconds, 2),
        "scenario": study.plan.scenario,
        "length": study.plan.length,
        "seed": study.plan.seed,
        "cells": [_cell_figures(cell) for cell in study.cells],
    }


def _cell_figures(cell: Cell) -> dict[str, object]:
    scores = [game.score for game in cell.games]
    lasting = [game.durability for game in cell.games]
    hits = sum(game.settled for game in cell.games)
    return {
        "policy": cell.policy,
        "world": cell.world,
        "games": len(cell.games),
        "settlement_rate": settlement_rate(cell),
        "settlement_rate_ci": list(rate_interval(hits, len(cell.games))),
        "mean_score": fmean(scores),
        "mean_score_ci": list(mean_interval(scores)),
        "mean_durability": fmean(lasting),
        "mean_durability_ci": list(mean_interval(lasting)),
        "mean_surplus_at_signing": mean_surplus(cell),
        "endings": _endings(cell),
    }


def _endings(cell: Cell) -> dict[str, int]:
    counts: dict[str, int] = {}
    for game in cell.games:
        counts[game.ending] = counts.get(game.ending, 0) + 1
    return dict(sorted(counts.items()))
