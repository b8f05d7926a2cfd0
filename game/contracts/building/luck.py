"""Draws for situations and moments, through the one door to chance."""

from collections.abc import Sequence
from typing import TypeVar

from game.rules.dice import below

T = TypeVar("T")


class Luck:
    """One draw after another, each keyed by the numbers that it was made with and its place: the same give the same."""

    __slots__ = ("_drawn", "_seed", "_where")

    def __init__(self, seed: int, *where: int | str) -> None:
        self._seed, self._where, self._drawn = seed, where, 0

    def below(self, limit: int) -> int:
        """From 0 to ``limit - 1``."""
        self._drawn += 1
        return below(limit, self._seed, "situation", *self._where, self._drawn)

    def between(self, low: int, high: int) -> int:
        """Both ends included."""
        return low + self.below(high - low + 1)

    def happens(self, percent: int) -> bool:
        return self.below(100) < percent

    def one_of(self, things: Sequence[T]) -> T:
        return things[self.below(len(things))]

    def some_of(self, things: Sequence[T], count: int) -> list[T]:
        """So many of them, none twice, in any order."""
        left = [*things]
        return [left.pop(self.below(len(left))) for _ in range(count)]
