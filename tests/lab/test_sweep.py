"""Sweeps and sensitivities: what is tried, and what is made of it."""

import pytest

from game.contracts.building.shipped import shipped
from game.lab.crew import local_crew
from game.lab.numbers import ModelNumber
from game.lab.parameters import parameters
from game.lab.plan import CellKey, Kind
from game.lab.sensitivity import difference, nudged, sensitivity_cells, sensitivity_report, swings
from game.lab.study import run_study
from game.lab.sweep import curves, sweep_cells, sweep_report, swept
from game.lab.trouble import LabProblem
from tests.lab.cells import RIPE, cell, game, made_up, no_bar, small_plan

LESS, MORE = (CellKey("statecraft", "ripe", (("rate.noise", value),)) for value in (48, 72))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0..4", (0, 1, 2, 3, 4)),
        ("0..100", (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)),
        ("0..100:40", (0, 40, 80)),
        ("-2..0", (-2, -1, 0)),
        ("7..7", (7,)),
        ("0..25", (0, 3, 6, 9, 12, 15, 18, 21, 24)),
    ],
)
def test_a_range_is_cut_into_values(text: str, expected: tuple[int, ...]) -> None:
    assert swept(text) == expected


@pytest.mark.parametrize("text", ["", "5", "1-5", "a..b", "5..1", "1..5:0", "1..5:-1", "0..5000:1", "1..2..3"])
def test_what_is_no_range_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(LabProblem, match=rf"^'{text}' (is no range|has 5001 values)"):
        swept(text)


def test_a_sweep_tells_each_value_of_each_cell() -> None:
    cells = sweep_cells(("statecraft", "random"), ("ripe",), "rate.noise", (48, 72))
    plan = small_plan(*cells, kind=Kind.SWEEP)
    study = made_up(plan, *(cell(key, 0.25 if key.changes[0][1] == 48 else 0.75, 4) for key in cells))
    report = sweep_report(study)
    assert [row[:5] for row in report.rows] == [
        ("rate.noise", value, policy, "ripe", 4) for policy in ("statecraft", "random") for value in (48, 72)
    ]
    found = curves([*study.cells])
    assert [(value, rate.value) for value, rate in found["random, ripe"]] == [(48, 25.0), (72, 75.0)]


@pytest.mark.slow
def test_a_number_that_matters_is_seen_to_matter() -> None:
    """Without any patience the White House leaves in the first turn; with all of it, it stays."""
    cells = sweep_cells(("passive",), ("ripe",), "length.patience", (1, 100))
    study = run_study(small_plan(*cells, kind=Kind.SWEEP), local_crew(shipped(), 1), no_bar)
    short, long = ([game.turns for game in each.games] for each in study.cells)
    assert max(short) < min(long)
    assert {game.ending for game in study.cells[0].games} == {"white-house-leaves"}


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (60, 0, 10_000, (48, 72)),
        (1, 0, 10_000, (0, 2)),
        (-700, -10_000, 10_000, (-840, -560)),
        (95, 0, 100, (76, 100)),
        (100, 0, 100, (80,)),
        (0, 0, 100, ()),
        (12, 0, 100, (10, 14)),
    ],
)
def test_a_number_is_taken_a_fifth_down_and_up_within_its_bounds(
    value: int, low: int, high: int, expected: tuple[int, ...]
) -> None:
    assert nudged(ModelNumber(value, low, high, "", lambda scenario, _: scenario)) == expected


def test_a_sensitivity_plays_the_model_as_it_is_and_each_number_alone() -> None:
    known = parameters(shipped(), "full")
    numbers = {name: known[name] for name in ("rate.noise", "rate.near")}
    cells = sensitivity_cells(("statecraft", "random"), ("ripe", "sceptic"), numbers)
    assert len(cells) == len(set(cells)) == 4 * 5
    assert sum(not key.changes for key in cells) == 4
    assert all(len(key.changes) <= 1 for key in cells)


def test_a_difference_counts_seeds_that_changed_sides() -> None:
    base = cell(RIPE, 0.5, 100)
    changed = type(base)(LESS, tuple(game(seed, seed > 40) for seed in range(1, 101)))
    gap = difference(changed, base)
    assert gap.value == pytest.approx(0.10)
    assert gap.low < 0.10 < gap.high


def test_seeds_that_only_one_side_played_are_left_out() -> None:
    base, changed = cell(RIPE, 1.0, 10), cell(LESS, 1.0, 100)
    assert difference(changed, base).value == 0


def test_swings_are_told_by_size_and_marked_if_they_are_off_nothing() -> None:
    other = CellKey("statecraft", "ripe", (("rate.near", 280),))
    plan = small_plan(RIPE, MORE, LESS, other, kind=Kind.SENSITIVITY)
    cells = (cell(RIPE, 0.50, 200), cell(MORE, 0.45, 200), cell(LESS, 0.505, 200), cell(other, 0.30, 200))
    first, second = swings(made_up(plan, *cells))
    assert (first.name, first.sure) == ("rate.near", True)
    assert [value for value, _ in second.sides] == [48, 72]
    assert second.size == pytest.approx(0.05)
    lines = [line for line in sensitivity_report(made_up(plan, *cells)).text.splitlines() if "rate." in line]
    assert [line[:11] for line in lines] == ["* rate.near", "* rate.noise"[:11]]


def test_a_number_that_changes_no_game_is_not_marked() -> None:
    plan = small_plan(RIPE, LESS, kind=Kind.SENSITIVITY)
    (swing,) = swings(made_up(plan, cell(RIPE, 0.5, 20), cell(LESS, 0.5, 20)))
    assert (swing.size, swing.sure) == (0, False)
