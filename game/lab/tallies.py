"""Figures from sums over games. What lies in one game, or in games of one seed, goes together; intervals allow for it.

Games of the same seed are dealt the same parties, whoever mediates. So a seed is what is drawn: rows are added up
seed by seed, and the seeds are what an interval counts as its sample.
"""

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from game.lab.intervals import Estimate, mean_interval, rate_interval
from game.lab.study import Cell

Row = tuple[int, ...]


def by_seed(cells: Iterable[Cell], names: Callable[[str], bool]) -> list[Row]:
    """The sums of all names that are asked for, a row for each seed that has any."""
    rows: dict[int, list[Row]] = {}
    for cell in cells:
        for game in cell.games:
            rows.setdefault(game.seed, []).extend(sums for name, sums in game.tally.items() if names(name))
    return [added(found) for _, found in sorted(rows.items()) if found]


def added(rows: Iterable[Row]) -> Row:
    """Column by column; empty if there is nothing to add."""
    return tuple(sum(column) for column in zip(*rows, strict=True))


def share(rows: Sequence[tuple[int, int]]) -> Estimate:
    """The share of hits, from (hits, tries) of every seed.

    Wilson's interval, for as many independent tries as would make it vary as much as it does from seed to seed; where
    all or none hit, for as many as there are seeds.
    """
    hits, tries = sum(hit for hit, _ in rows), sum(tried for _, tried in rows)
    if tries == 0:
        return Estimate(0.0, 0.0, 1.0)
    rate, seeds = hits / tries, len(rows)
    worth = float(seeds)
    if 0 < rate < 1 and seeds > 1:
        spread = sum((hit - rate * tried) ** 2 for hit, tried in rows) * seeds / (seeds - 1) / tries**2
        worth = rate * (1 - rate) / spread if spread else tries
    worth = min(worth, tries)
    low, high = rate_interval(rate * worth, worth)
    return Estimate(rate, low, high)


def jackknifed(rows: Sequence[Row], statistic: Callable[[Row], float]) -> Estimate:
    """A statistic of all sums, with the interval that leaving out one seed after the other gives it."""
    whole = added(rows)
    value, count = statistic(whole), len(rows)
    if count < 2:
        return Estimate(value, value, value)
    left_out = [statistic(tuple(all_ - own for all_, own in zip(whole, row, strict=True))) for row in rows]
    pseudo = [count * value - (count - 1) * each for each in left_out]
    low, high = mean_interval(pseudo)
    off = value - fmean(pseudo)
    return Estimate(value, low + off, high + off)
