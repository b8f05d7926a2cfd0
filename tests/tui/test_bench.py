"""The text as a living draft: what wordings would do, what a clause has been through, and the what-if bench."""

from pathlib import Path

import pytest

from game.model.actions import Float, Table, TablePackage
from tests.tui.stage import NARROW, WIDE, at, desk, on_stage, press, session, shown, sit_down, staged


def lines(pilot: object, sheet: str) -> str:
    from game.tui.widgets.sheet import Sheet

    screen = pilot.app.screen  # type: ignore[attr-defined] # a pilot
    return "\n".join(line.plain for line in screen.query_one(f"#{sheet}", Sheet).lines)


@staged
async def test_a_clause_shows_its_wordings_before_every_party_and_its_history(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=5, seed=7))
        await press(pilot, "t")
        told = lines(pilot, "clause")
        for words in ("Wordings", "worth to it; would take it now", "±", "Its red line.", "What it has been through"):
            assert words in told
        assert "in turn" in told
        assert "Turn " in told[told.index("What it has been through") :]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@staged
async def test_a_wording_is_tried_and_cleared_and_the_text_stays_as_it_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with on_stage(tmp_path, size) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        before = desk(pilot).view.text
        await press(pilot, "t", "w")
        assert at(pilot) == "BenchScreen"
        assert "Scratch copy" in shown(pilot)
        await press(pilot, "1")
        assert len(desk(pilot).scratch) == 1
        assert "was " in lines(pilot, "trial")
        assert desk(pilot).view.text is before
        await press(pilot, "right")
        assert desk(pilot).scratch == {}
        await press(pilot, "1", "r")
        assert desk(pilot).scratch == {}
        await press(pilot, "escape")
        assert at(pilot) == "TextScreen"


@staged
async def test_one_key_puts_the_differences_on_the_plan(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        await press(pilot, "t", "w", "1", "p")
        assert at(pilot) == "TextScreen"
        [act] = desk(pilot).plan
        assert isinstance(act, Table | Float | TablePackage)


@staged
async def test_the_bench_is_kept_in_a_turn_and_empty_in_the_next(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        await press(pilot, "t", "w", "1", "escape", "escape", "t", "w")
        assert len(desk(pilot).scratch) == 1
        await press(pilot, "escape", "escape", "enter", "enter")
        assert desk(pilot).scratch == {}


@staged
async def test_the_exported_draft_tells_what_its_clauses_have_been_through(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        game = session(turn=5, seed=7)
        await sit_down(pilot, game)
        await press(pilot, "t")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            await press(pilot, "e")
        assert "### History" in (tmp_path / "draft-turn-05.md").read_text(encoding="utf-8")
