"""The front and the curves: how they look, that they say what the game holds, and that they survive any size."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from game.model.ids import Quantity
from game.tui.widgets.plot import Curve, Frame, plot, spark
from game.tui.widgets.sheet import Sheet
from tests.telling.text_files import TextFile
from tests.tui.stage import BROAD, NARROW, WIDE, at, desk, on_stage, press, session, settle, shown, sit_down, staged
from tests.tui.test_screens import cut_lines, overlaps

SIZES = (WIDE, NARROW, BROAD)
PLAIN = "".join(map(chr, range(32, 127)))


@pytest.mark.parametrize("ascii_only", [False, True], ids=["unicode", "ascii"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@staged
async def test_the_front_and_the_curves_look_like_this(
    tmp_path: Path, snapshot: SnapshotAssertion, size: tuple[int, int], ascii_only: bool
) -> None:
    found = {}
    async with on_stage(tmp_path, size, ascii=ascii_only) as pilot:
        await sit_down(pilot, session(turn=6, seed=7))
        for name, keys in (("front", ("f",)), ("curves", ("h", "2"))):
            await press(pilot, *keys)
            found[name] = f"\n{shown(pilot)}\n"
            assert list(overlaps(pilot)) == []
            assert list(cut_lines(pilot)) == []
            await press(pilot, "escape")
    for name, picture in found.items():
        assert picture == snapshot(name=name)
        if ascii_only:
            assert set(picture) <= {*PLAIN, "\n"}


@staged
async def test_the_front_shows_what_the_quantities_hold(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=6, seed=7))
        await press(pilot, "f")
        known = desk(pilot).view.known
        lines = [line.plain for line in pilot.app.screen.query_one("#map", Sheet).lines]
        grid = next(line for line in lines if line.startswith("Grid"))
        assert grid.count("○") == known[Quantity("grid")] * 20 // 100
        assert sum(line.count("×") for line in lines) == known[Quantity("tempo")] // 10 + 1, "one of them in the legend"


@staged
async def test_both_survive_any_resize(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=6, seed=7))
        for key, screen in (("f", "FrontScreen"), ("h", "CurvesScreen")):
            await press(pilot, key)
            for size in ((80, 24), (200, 60), (150, 24), (81, 50), (20, 5), (120, 40)):
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert at(pilot) == screen
                assert size == (20, 5) or list(cut_lines(pilot)) == []
            assert list(overlaps(pilot)) == []
            await press(pilot, "escape")


@staged
async def test_charts_are_reached_by_number_and_arrow(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await sit_down(pilot, session(turn=6, seed=7))
        await press(pilot, "h", "3")
        assert "credibility" in shown(pilot)
        await press(pilot, "right")
        assert "What we think each holds out for" in shown(pilot)
        await press(pilot, "left", "left")
        assert "▲ RU Moscow" in shown(pilot)


@staged
async def test_a_first_turn_has_a_front_and_curves_too(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=1, seed=7))
        await press(pilot, "f")
        assert "The line is where it was when the talks" in shown(pilot)
        await press(pilot, "escape", "h")
        assert "0 last turn, 0 in all" in shown(pilot)


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [12, 40, 90])
def test_a_curve_ends_at_its_last_value_and_is_named_there(width: int, ascii_only: bool) -> None:
    frame = Frame(0, 100, ("0", "100"), 24, 8, ascii_only)
    lines = [
        line.plain for line in plot([Curve("up", (0, 50, 100), "$ink"), Curve("dn", (9, 5, 0), "$ink")], frame, width)
    ]
    assert len(lines) == 9
    assert all(len(line) <= width for line in lines)
    assert "up" in lines[0]
    assert "dn" in lines[7]


def test_curves_that_end_together_are_all_named(snapshot: SnapshotAssertion) -> None:
    frame = Frame(0, 100, ("0", "100"), 8, 6)
    lines = plot([Curve(name, (20, 50, 50), "$ink") for name in ("RU", "UA", "EU")], frame, 40)
    assert all(sum(name in line.plain for line in lines) == 1 for name in ("RU", "UA", "EU"))
    assert "\n".join(line.plain for line in lines) + "\n" == snapshot.use_extension(TextFile)


def test_a_spark_line_is_flat_where_nothing_moves_much() -> None:
    assert set(spark((40, 41, 40), 8)) == {"▄"}
    assert spark((0, 50, 100), 8) == "▁▄█"
    assert len(spark(range(20), 8)) == 8
