"""Figures from sums over seeds: what goes together counts as less than what is independent."""

import pytest

from game.lab.intervals import mean_interval, rate_interval
from game.lab.plan import CellKey
from game.lab.study import Cell
from game.lab.tallies import added, by_seed, jackknifed, share
from tests.lab.cells import game


def counted(key: CellKey, *tallies: dict[str, tuple[int, ...]]) -> Cell:
    """Seeds from 1, each with its sums."""
    return Cell(key, tuple(game(seed, tally=tally) for seed, tally in enumerate(tallies, 1)))


def test_rows_are_added_seed_by_seed_over_cells_and_names() -> None:
    one = counted(CellKey("statecraft", "ripe"), {"a.1": (1, 2), "a.2": (3, 4), "b.1": (9, 9)}, {})
    other = counted(CellKey("random", "ripe"), {"a.1": (10, 20)}, {"b.1": (5, 5)})
    assert by_seed([one, other], lambda name: name.startswith("a.")) == [(14, 26)]
    assert by_seed([one, other], lambda name: True) == [(23, 35), (5, 5)]


def test_a_share_of_independent_tries_has_wilsons_interval() -> None:
    rows = [(hit, 1) for hit in (0, 1, 1, 0, 1, 0, 0, 1, 1, 1) * 20]
    found = share(rows)
    assert found.value == pytest.approx(0.6)
    assert (found.low, found.high) == pytest.approx(rate_interval(120, 200), abs=0.001)


def test_tries_that_all_come_out_alike_in_a_seed_count_as_one() -> None:
    """Ten seeds of a hundred tries each, in every one of which all hit or none does."""
    found = share([(100 * (seed % 2), 100) for seed in range(10)])
    assert (found.low, found.high) == pytest.approx(rate_interval(4.5, 9), abs=0.001)


def test_what_always_hits_is_as_sure_as_there_are_seeds() -> None:
    assert share([(50, 50)] * 10)[1:] == pytest.approx(rate_interval(10, 10))
    assert share([]) == (0.0, 0.0, 1.0)


def test_the_interval_of_a_mean_by_leaving_out_is_students() -> None:
    values = [3, 5, 4, 9, 1, 7]
    found = jackknifed([(value, 1) for value in values], lambda sums: sums[0] / sums[1])
    assert found.value == pytest.approx(sum(values) / 6)
    assert (found.low, found.high) == pytest.approx(mean_interval(values))


def test_a_statistic_of_one_seed_has_no_width() -> None:
    assert jackknifed([(6, 2)], lambda sums: sums[0] / sums[1]) == (3.0, 3.0, 3.0)


def test_nothing_adds_up_to_nothing() -> None:
    assert added([]) == ()
