"""The unit of work: a run of seeds of one cell, played and boiled down to what is counted."""

import time
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from game.cards.library import load_scenario
from game.lab.measures import GameFigures, figures_of, setup_of
from game.lab.parameters import altered
from game.lab.plan import CellKey, Change, Kind, Seats, packages_of
from game.lab.trials import TRIALS
from game.lab.trouble import LabProblem
from game.model.scenario import Scenario
from game.play.seating import mediator, play_out
from game.play.trouble import MindProblem

_KEPT: Final[dict[str, Scenario]] = {}
"""Scenarios in use in this process, by id."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Seeds ``first`` to ``first + games - 1`` of one cell; small enough to be sent to any executor.

    ``content`` is the digest of the scenario that the study is about. ``again`` are the seeds to be played twice, to
    see whether the same seed gives the same game. ``kind`` decides what is counted in a game. ``minds``,
    ``packages`` and ``information`` are the plan's.
    """

    scenario: str
    content: str
    length: str
    key: CellKey
    first: int
    games: int
    again: tuple[int, ...] = ()
    kind: Kind = Kind.STUDY
    minds: Seats = ()
    packages: tuple[str, ...] = ()
    information: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """``seconds`` is what it took where it was played, reading the scenario left out."""

    games: tuple[GameFigures, ...]
    seconds: float


def play_shard(shard: Shard) -> Played:
    """Play every game of the shard. Runs wherever the executor likes; the scenario is read once in each process."""
    scenario = scenario_in_use(shard.scenario, shard.content)
    _check_packages(shard)
    played = changed_scenario(scenario, shard.length, shard.key.changes)
    began = time.perf_counter()
    games = tuple(_figures(played, shard, seed) for seed in range(shard.first, shard.first + shard.games))
    return Played(games, time.perf_counter() - began)


def keep(scenario: Scenario) -> None:
    """Play with this scenario from now on, whatever becomes of the files that it was read from."""
    _KEPT[scenario.id] = scenario


def scenario_in_use(name: str, content: str) -> Scenario:
    """What was kept, or else what lies here. Raises :class:`LabProblem` if it is not what the study is about."""
    if name not in _KEPT or _KEPT[name].digest != content:
        found = load_scenario(name).scenario
        if found is None or found.digest != content:
            raise LabProblem(f"A worker has other content for the scenario '{name}' than the study is about.")
        keep(found)
    return _KEPT[name]


def _check_packages(shard: Shard) -> None:
    """Raises :class:`LabProblem` if a mind would be of another package or version than the study is about."""
    try:
        found = packages_of((shard.key,), shard.minds)
    except MindProblem as problem:
        raise LabProblem(f"A worker cannot play this study. {problem}") from None
    for each in found:
        if each not in shard.packages:
            raise LabProblem(f"A worker has {each} where the study is about {', '.join(shard.packages) or 'none'}.")


@lru_cache(maxsize=8)
def changed_scenario(scenario: Scenario, length: str, changes: tuple[Change, ...]) -> Scenario:
    return altered(scenario, length, changes)


def _figures(scenario: Scenario, shard: Shard, seed: int) -> GameFigures:
    usual = setup_of(scenario, shard.key, shard.length, seed, shard.minds)
    setup = replace(usual, information=shard.information)
    try:
        if shard.kind in TRIALS:
            return TRIALS[shard.kind](scenario, setup, shard.key)
        match = play_out(scenario, setup, mediator(scenario, shard.key.policy), fingerprints=False)
        if seed not in shard.again:
            return figures_of(match, match)
        return figures_of(match, play_out(scenario, setup, mediator(scenario, shard.key.policy), fingerprints=False))
    except MindProblem as problem:
        raise problem.keeping(f"'{shard.key.policy}' was mediating in '{shard.key.world}', with seed {seed}.") from None
