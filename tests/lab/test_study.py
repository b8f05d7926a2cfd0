"""A study: who plays which games, in what portions and after what accidents, leaves no trace in what comes out."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from multiprocessing import active_children
from typing import ParamSpec, TypeVar

import pytest

from game.contracts.building.shipped import shipped
from game.lab.crew import Crew, Here, local_crew
from game.lab.plan import WHOLE, CellKey, Part, Plan, plan_data, plan_from, seeds_of
from game.lab.rations import Rations
from game.lab.sample import Played, Shard, play_shard
from game.lab.study import TRIES, Cell, run_study
from game.lab.trouble import LabProblem
from tests.lab.cells import RIPE, no_bar, small_plan

P = ParamSpec("P")
T = TypeVar("T")
PLAN = small_plan(RIPE, CellKey("random", "sceptic"), CellKey("late-start", "ripe"), games=6)


@cache
def plainly() -> tuple[Cell, ...]:
    """The plan's games one after another, without a study."""
    return tuple(
        Cell(key, play_shard(Shard(PLAN.scenario, PLAN.content, PLAN.length, key, 1, PLAN.games, (1,))).games)
        for key in PLAN.cells
    )


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_workers_change_nothing(workers: int) -> None:
    told: list[int] = []
    study = run_study(PLAN, local_crew(shipped(), workers), told.append)
    assert study.cells == plainly()
    assert study.complete
    assert sum(told) == study.played == 18


def test_parts_hold_every_seed_once() -> None:
    plan = small_plan(games=10, seed=7)
    for of in range(1, 11):
        seeds = [seed for number in range(1, of + 1) for seed in seeds_of(plan, Part(number, of))]
        assert seeds == [*range(7, 17)]


def test_another_level_of_information_is_another_plan_and_reaches_every_game() -> None:
    usual, scant = small_plan(), replace(small_plan(), information="scant")
    assert "information" not in plan_data(usual)
    assert plan_from(plan_data(scant)) == scant
    assert usual.digest != scant.digest
    shard = Rations(scant, WHOLE, 1).next()
    assert shard is not None
    assert shard.information == "scant"


def cut(plan: Plan, part: Part, hands: int, seconds: float) -> Iterator[Shard]:
    """The shards of a plan whose games take this long."""
    rations = Rations(plan, part, hands)
    while (shard := rations.next()) is not None:
        yield shard
        rations.learn(shard, (shard.games + len(shard.again)) * seconds)


@pytest.mark.parametrize("seconds", [0.001, 0.1, 1.0, 60.0])
@pytest.mark.parametrize("part", [WHOLE, Part(2, 3)])
def test_every_game_is_given_out_once_however_long_it_takes(seconds: float, part: Part) -> None:
    plan = small_plan(RIPE, CellKey("random", "ripe"), games=100)
    given = [
        (shard.key, seed)
        for shard in cut(plan, part, 2, seconds)
        for seed in range(shard.first, shard.first + shard.games)
    ]
    assert sorted(given, key=repr) == sorted(
        ((key, seed) for key in plan.cells for seed in seeds_of(plan, part)), key=repr
    )


def test_shards_are_cut_by_time() -> None:
    """Ten times as fast, about ten times as many; and the last are small, so that no worker waits long for another."""
    slow, fast = ([shard.games for shard in cut(small_plan(games=3000), WHOLE, 2, pace)] for pace in (0.1, 0.01))
    assert max(slow) == 15
    assert max(fast) == 150
    assert slow[-1] == 1


def test_two_workers_are_busy_to_the_end() -> None:
    """Played through on paper, the games of policies that take long and short: all but twice as fast as one."""
    paces = {"statecraft": 0.09, "random": 0.02, "forecast-greedy": 0.31}
    plan = small_plan(*(CellKey(policy, "ripe") for policy in paces), games=100)
    rations, busy, under_way = Rations(plan, WHOLE, 2), [0.0, 0.0], list[tuple[float, int, Shard]]()
    while (shard := rations.next()) is not None:
        worker = busy.index(min(busy))
        seconds = paces[shard.key.policy] * (shard.games + len(shard.again))
        busy[worker] += seconds
        under_way.append((busy[worker], worker, shard))
        for done in [each for each in under_way if each[0] <= min(busy)]:
            under_way.remove(done)
            rations.learn(done[2], paces[done[2].key.policy] * (done[2].games + len(done[2].again)))
    assert sum(busy) / max(busy) > 1.95


def test_only_first_games_of_the_model_as_it_is_are_played_twice() -> None:
    plan = small_plan(RIPE, CellKey("statecraft", "ripe", (("rate.noise", 50),)), games=50)
    again = [(shard.key.changes, shard.again) for shard in cut(plan, WHOLE, 2, 1.0) if shard.again]
    assert again == [((), (1,))]


class Dying(Here):
    """Loses the worker of a shard as often as ``fates`` says, and then works."""

    def __init__(self, fates: Iterator[bool], error: Exception) -> None:
        self._fates, self._error = fates, error

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if not next(self._fates, False):
            return super().submit(fn, *args, **kwargs)
        future: Future[T] = Future()
        future.set_exception(self._error)
        return future


class Broken(Executor):
    """Takes nothing any more."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        raise BrokenExecutor


class Lost(Exception):  # noqa: N818 - it stands for a cluster's own error
    """A worker that went away."""


def test_a_shard_whose_worker_died_is_played_by_another() -> None:
    fates = iter([True, False, True, True])
    study = run_study(PLAN, Crew(lambda: Dying(fates, Lost()), 2, (Lost,)), no_bar)
    assert study.cells == plainly()
    assert next(fates, None) is None


def test_an_executor_that_breaks_is_replaced() -> None:
    hired: list[Executor] = [Broken(), Dying(iter([True]), BrokenExecutor()), Broken(), Here()]
    study = run_study(PLAN, Crew(lambda: hired.pop(0) if len(hired) > 1 else Here(), 2), no_bar)
    assert study.cells == plainly()


def test_workers_that_always_die_over_a_shard_end_the_study_with_its_name() -> None:
    with pytest.raises(LabProblem, match=rf"Workers died {TRIES} times over '[a-z]+' in '[a-z]+', seeds 1 to 4"):
        run_study(PLAN, Crew(lambda: Dying(iter([True] * 99), Lost()), 1, (Lost,)), no_bar)


def test_workers_that_cannot_even_begin_end_the_study() -> None:
    with pytest.raises(LabProblem, match=f"Workers died {TRIES} times before any of them had played a game"):
        run_study(PLAN, Crew(Broken, 2), no_bar)


@pytest.mark.slow
def test_a_process_that_is_killed_is_replaced() -> None:
    told: list[int] = []

    def kill_once(games: int) -> None:
        told.append(games)
        if len(told) == 1:
            active_children()[0].kill()

    assert run_study(PLAN, local_crew(shipped(), 2), kill_once).cells == plainly()
    assert sum(told) == 18


def test_a_fault_of_a_game_is_no_lost_worker() -> None:
    with pytest.raises(ZeroDivisionError):
        run_study(PLAN, Crew(lambda: Dying(iter([True]), ZeroDivisionError()), 1), no_bar)


def test_other_content_is_refused_where_it_would_be_played() -> None:
    with pytest.raises(LabProblem, match="other content"):
        play_shard(Shard(PLAN.scenario, "of another day", "quick", RIPE, 1, 1))


def test_an_interruption_leaves_what_was_played() -> None:
    told: list[int] = []

    def interrupt(games: int) -> None:
        told.append(games)
        if len(told) == 2:
            raise KeyboardInterrupt

    study = run_study(PLAN, local_crew(shipped(), 1), interrupt)
    assert not study.complete
    assert study.played == sum(told) < 18
    for cell, whole in zip(study.cells, plainly(), strict=True):
        assert cell.games == tuple(game for game in whole.games if game in cell.games)


class Slow(Here):
    """Hands its shard out only after an interruption was sent, as the keyboard sends it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        threading.Timer(0.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        return future


def test_waiting_for_workers_can_be_interrupted() -> None:
    study = run_study(PLAN, Crew(Slow, 1), no_bar)
    assert (study.complete, study.played) == (False, 0)


def test_whatever_is_under_way_is_cancelled_in_the_end() -> None:
    given: list[Future[Played]] = []

    class Hoarding(Executor):
        def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
            future: Future[T] = Future()
            given.append(future)  # type: ignore[arg-type]
            if len(given) == 2:
                given[0].set_exception(ZeroDivisionError())
            return future

    @contextmanager
    def hire() -> Iterator[Executor]:
        yield Hoarding()

    with pytest.raises(ZeroDivisionError):
        run_study(PLAN, Crew(hire, 1), no_bar)
    assert given[1].cancelled()
