"""Who plays: this process, processes of its own, or machines of a cluster, all behind one ``Executor``."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from game.lab.sample import keep
from game.model.scenario import Scenario

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Crew:
    """``hire`` opens an executor of ``hands`` workers, anew after all of it was lost.

    ``lost`` are the errors by which a shard says that its worker has gone, not that something is wrong with it.
    """

    hire: Callable[[], AbstractContextManager[Executor]]
    hands: int
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)


class Here(Executor):
    """Plays at once, in this process, so that an interruption stops it at once."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def local_crew(scenario: Scenario, workers: int) -> Crew:
    """One worker is this process; more are processes of their own, each of which is handed the scenario once."""
    if workers == 1:
        keep(scenario)
        return Crew(Here, 1)
    return Crew(lambda: _processes(scenario, workers), workers)


@contextmanager
def _processes(scenario: Scenario, workers: int) -> Iterator[Executor]:
    """Started afresh rather than forked, because the progress bar has a thread.

    What has begun as the block is left is waited for, which takes as long as a shard.
    """
    with ProcessPoolExecutor(workers, get_context("spawn"), begin_work, (scenario,)) as executor:
        with _unheard():
            executor.submit(ready)
        yield executor


@contextmanager
def _unheard() -> Iterator[None]:
    """Processes that are started meanwhile do not hear an interruption, not even before their first line is run."""
    try:
        heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # only the main thread can say so
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def ready() -> None:
    """Nothing to do; giving it out starts the workers."""


def begin_work(scenario: Scenario) -> None:
    """What a worker does first. An interruption is for the process that gives out the work to deal with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep(scenario)
