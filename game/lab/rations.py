"""Cutting what is left to play into shards that take about as long as one another, whatever a game takes."""

from collections import deque
from typing import Final

from game.lab.plan import Part, Plan, seeds_of
from game.lab.sample import Shard

_SECONDS: Final = 1.5
"""Work in a shard: long against handing it over, short against the patience of whoever interrupts."""

_PROBE: Final = 4
"""Games in a shard while nobody knows how long one takes."""

_TAIL: Final = 3
"""At the end shards shrink, so that every worker still gets this many and none waits long for the last."""


class Rations:
    """The games that are left, cell by cell in turn, so that an interruption leaves every cell with about as many."""

    def __init__(self, plan: Plan, part: Part, hands: int) -> None:
        self._plan, self._hands = plan, hands
        seeds = seeds_of(plan, part)
        self._rows = deque((index, seeds.start, seeds.stop) for index in range(len(plan.cells)) if seeds)
        self._again = (plan.seed,)
        self._left = len(seeds) * len(plan.cells)
        self._paces: dict[str, float] = {}

    def next(self) -> Shard | None:
        """The next shard; None if all has been given out."""
        if not self._rows:
            return None
        index, first, end = self._rows.popleft()
        key = self._plan.cells[index]
        games = min(end - first, self._size(key.policy))
        if first + games < end:
            self._rows.append((index, first + games, end))
        self._left -= games
        plan = self._plan
        again = self._again if first <= plan.seed < first + games and not key.changes else ()
        seats = (plan.minds, plan.packages, plan.information)
        return Shard(plan.scenario, plan.content, plan.length, key, first, games, again, plan.kind, *seats)

    def learn(self, shard: Shard, seconds: float) -> None:
        """Remember what a game of the policy took, weighing what is newer more."""
        games = shard.games + len(shard.again)
        known = self._paces.get(shard.key.policy, seconds / games)
        self._paces[shard.key.policy] = (known + seconds / games) / 2

    def _size(self, policy: str) -> int:
        if policy not in self._paces:
            return _PROBE
        usual = sum(self._paces.values()) / len(self._paces)
        work = min(_SECONDS, self._left * usual / (self._hands * _TAIL))
        return max(1, int(work / max(1e-6, self._paces[policy])))
