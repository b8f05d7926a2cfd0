"""Saved games in the app: the list, opening, deleting, and a sentence where something is wrong."""

from pathlib import Path

from game.contracts.building.shipped import shipped, shipped_setup
from game.play.saves import Shelf
from tests.tui.stage import arrive, at, desk, on_stage, press, shown, staged


def save(folder: Path, seed: int) -> Path:
    from game.play.session import Session

    with Session.begin(shipped(), shipped_setup(seed=seed), Shelf(folder)) as game:
        assert game.path is not None
        return game.path


@staged
async def test_all_games_are_listed_and_open(tmp_path: Path) -> None:
    save(tmp_path, 1), save(tmp_path, 2)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o")
        assert "seed 1" in shown(pilot)
        assert "seed 2" in shown(pilot)
        await press(pilot, "down", "enter")
        await arrive(pilot, "CardScreen" if at(pilot) == "CardScreen" else "RoomScreen")
        assert desk(pilot).session.match.game.seed == 1


@staged
async def test_a_game_is_deleted_only_when_that_is_confirmed(tmp_path: Path) -> None:
    path = save(tmp_path, 1)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "d", "escape")
        assert path.exists()
        await press(pilot, "d", "enter")
        assert not path.exists()
        assert "No game has been saved here yet." in shown(pilot)


@staged
async def test_a_damaged_game_is_refused_with_its_line_and_kept(tmp_path: Path) -> None:
    path = save(tmp_path, 1)
    raw = path.read_bytes().replace(b"ripe", b"rope", 1)
    path.write_bytes(raw + b"{}\n")
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "enter")
        assert "cannot be opened" in shown(pilot)
        assert "line 1" in shown(pilot) or "Line 1" in shown(pilot)
        await press(pilot, "enter")
        assert path.read_bytes() == raw + b"{}\n"


@staged
async def test_where_nothing_can_be_saved_one_may_play_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    async with on_stage(blocked / "saves") as pilot:
        await press(pilot, "n", "b")
        await arrive(pilot, "QuestionScreen")
        assert "cannot be saved" in shown(pilot)
        await press(pilot, "enter")
        await arrive(pilot, "BriefingScreen")
        assert desk(pilot).session.path is None


@staged
async def test_a_scenario_that_cannot_be_played_is_told_at_the_title(tmp_path: Path) -> None:
    async with on_stage(tmp_path, scenario="no-such-scenario") as pilot:
        assert "no-such-scenario" in shown(pilot)
        await press(pilot, "n")
        assert at(pilot) == "TitleScreen"
        await press(pilot, "b")
        assert at(pilot) == "BookScreen"
