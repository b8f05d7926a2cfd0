"""A study: a plan played by a crew, gathered cell by cell. Who played what, and when, leaves no trace in it."""

import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from typing import Final

from game.lab.crew import Crew
from game.lab.measures import GameFigures
from game.lab.plan import WHOLE, CellKey, Part, Plan
from game.lab.rations import Rations
from game.lab.sample import Played, Shard, play_shard
from game.lab.trouble import LabProblem
from game.play.trouble import MindProblem

TRIES: Final = 4
"""How often a shard is given out before a study fails: workers die, but not by chance on the same shard each time."""

_AHEAD: Final = 2
"""Shards given out for each worker, so that none waits for this process."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Games come in the order of their seeds, whoever played them."""

    key: CellKey
    games: tuple[GameFigures, ...]

    @property
    def hits(self) -> int:
        return sum(game.settled for game in self.games)


@dataclass(frozen=True, slots=True)
class Study:
    """``complete`` is False if it was interrupted: then cells hold what had been played.

    ``problem``: a mind failed, which ended it.
    """

    plan: Plan
    cells: tuple[Cell, ...]
    seconds: float
    complete: bool = True
    problem: MindProblem | None = None

    @property
    def played(self) -> int:
        return sum(len(cell.games) for cell in self.cells)

    @property
    def games_per_second(self) -> float:
        return self.played / max(1e-9, self.seconds)

    def cell(self, key: CellKey) -> Cell | None:
        """The cell, if any of its games was played."""
        return next((cell for cell in self.cells if cell.key == key and cell.games), None)


def run_study(plan: Plan, crew: Crew, advance: Callable[[int], None], part: Part = WHOLE) -> Study:
    """Play the plan, or a part of it; ``advance`` is told how many games each finished shard held.

    An interruption from the keyboard or a mind that fails ends it early, with what has been played. A shard whose
    worker died is given out again. Raises :class:`LabProblem` if that does not help.
    """
    began = time.perf_counter()
    course = _Course(Rations(plan, part, crew.hands), crew, advance)
    complete, problem = True, None
    try:
        course.run()
    except KeyboardInterrupt:
        complete = False
    except MindProblem as found:
        complete, problem = False, found
    return Study(plan, gathered(plan, course.by_cell()), time.perf_counter() - began, complete, problem)


class _Course:
    """A study under way: shards given out and not yet back, shards to be given out again, and what was played."""

    def __init__(self, rations: Rations, crew: Crew, advance: Callable[[int], None]) -> None:
        self.played: dict[Shard, tuple[GameFigures, ...]] = {}
        self._rations, self._crew, self._advance = rations, crew, advance
        self._given: dict[Future[Played], Shard] = {}
        self._again: list[Shard] = []
        self._tries: dict[Shard, int] = {}

    def run(self) -> None:
        over, fruitless = False, 0
        while not over:
            before = len(self.played)
            with self._crew.hire() as executor:
                over = self._run_on(executor)
            fruitless = fruitless + 1 if len(self.played) == before else 0
            if not over and fruitless == TRIES:
                raise LabProblem(f"Workers died {TRIES} times before any of them had played a game.")

    def by_cell(self) -> dict[CellKey, list[GameFigures]]:
        found: dict[CellKey, list[GameFigures]] = {}
        for shard, games in self.played.items():
            found.setdefault(shard.key, []).extend(games)
        return found

    def _run_on(self, executor: Executor) -> bool:
        """Play until nothing is left; False if the whole executor broke before."""
        try:
            while self._give_out(executor):
                self._take_in()
        except BrokenExecutor:
            return False
        finally:
            for future, shard in self._given.items():
                future.cancel()
                self._again.append(shard)
            self._given.clear()
        return True

    def _give_out(self, executor: Executor) -> bool:
        """Keep every worker supplied. False if nothing is under way any more."""
        while len(self._given) < self._crew.hands * _AHEAD:
            if not self._again and (fresh := self._rations.next()) is not None:
                self._again.append(fresh)
            if not self._again:
                break
            shard = self._again[-1]
            future = executor.submit(play_shard, shard)
            self._given[future] = self._again.pop()
        return bool(self._given)

    def _take_in(self) -> None:
        done, _ = wait(self._given, return_when=FIRST_COMPLETED)
        for future in done:
            shard = self._given.pop(future)
            try:
                played = future.result()
            except self._crew.lost:
                self._lose(shard)
            else:
                self._rations.learn(shard, played.seconds)
                self.played[shard] = played.games
                self._advance(shard.games)

    def _lose(self, shard: Shard) -> None:
        self._again.append(shard)
        self._tries[shard] = self._tries.get(shard, 0) + 1
        if self._tries[shard] >= TRIES:
            raise LabProblem(
                f"Workers died {TRIES} times over '{shard.key.policy}' in '{shard.key.world}', "
                f"seeds {shard.first} to {shard.first + shard.games - 1}."
            )


def gathered(plan: Plan, played: Mapping[CellKey, Iterable[GameFigures]]) -> tuple[Cell, ...]:
    """The cells of the plan, their games in the order of seeds."""
    return tuple(Cell(key, tuple(sorted(played.get(key, ()), key=lambda game: game.seed))) for key in plan.cells)
