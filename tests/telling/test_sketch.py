"""The sketch of the front: what it shows has the size that the game says, wherever it is put."""

from collections import Counter

import pytest
from syrupy.assertion import SnapshotAssertion

from game.contracts.building.shipped import shipped
from game.telling.sketch import BORDER, FREE, HELD, LINE, OUTSIDE, REGAINED, TAKEN, Sketch, rows_for, sketch
from tests.telling.text_files import TextFile

WIDTH = 160


def drawn(moved: int, fights: int = 0, width: int = WIDTH, tall: int = 1) -> Sketch:
    terrain = shipped().terrain
    assert terrain is not None
    return sketch(terrain, moved, width, tall, fights)


def count(found: Sketch) -> Counter[str]:
    return Counter("".join(found.rows))


@pytest.mark.parametrize("moved", [1, 4, 18, 60, 200, 300])
@pytest.mark.parametrize(("side", "kind"), [(1, TAKEN), (-1, REGAINED)])
def test_what_changed_hands_is_drawn_to_scale(moved: int, side: int, kind: str) -> None:
    found = count(drawn(side * moved))
    land = sum(found[each] for each in (FREE, BORDER, HELD, LINE, TAKEN, REGAINED))
    assert found[kind] * 10_000 == pytest.approx(moved * land, abs=5_000)


def test_nothing_changes_hands_at_the_start() -> None:
    found = count(drawn(0))
    assert found[TAKEN] == found[REGAINED] == 0


def test_as_much_is_held_as_the_public_record_says() -> None:
    """About a fifth of Ukraine, Crimea included, at the end of 2025; the sketch is rounded to ten kilometres."""
    found = count(drawn(0))
    assert 0.17 <= (found[HELD] + found[LINE]) / (found.total() - found[OUTSIDE]) <= 0.21


def test_only_land_that_was_on_the_other_side_changes_hands() -> None:
    still, moved = drawn(0).rows, drawn(120).rows
    for before, after in zip("".join(still), "".join(moved), strict=True):
        if after == TAKEN:
            assert before in (FREE, BORDER)
        else:
            assert after == before


def test_the_marks_of_fighting_stand_on_the_line_and_are_as_many_as_asked_for() -> None:
    found = drawn(0, fights=7)
    assert len(set(found.clashes)) == 7
    assert {found.rows[y][x] for x, y in found.clashes} == {LINE}


@pytest.mark.parametrize("width", [8, 30, 72, 200])
def test_the_sketch_has_the_size_that_was_announced(width: int) -> None:
    terrain = shipped().terrain
    assert terrain is not None
    found = drawn(30, 5, width, 2)
    assert len(found.rows) == rows_for(terrain, width, 2)
    assert {len(row) for row in found.rows} == {width}
    for _, x, y in found.places:
        assert x in range(width)
        assert y in range(len(found.rows))


def test_the_sketch_as_text(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(drawn(60, 6, 72, 2).rows) + "\n" == snapshot.use_extension(TextFile)
