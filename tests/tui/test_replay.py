"""A saved game read again in the app: turn by turn, from every chair, and left for another way."""

from pathlib import Path

from tests.saves import finished
from tests.tui.stage import arrive, at, desk, on_stage, press, shown, staged, until


@staged
async def test_a_finished_game_is_read_turn_by_turn_from_every_chair(tmp_path: Path) -> None:
    finished(tmp_path)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "r")
        await arrive(pilot, "ReplayScreen")
        assert "Turn 1 of 5" in shown(pilot)
        assert "seen from Washington" in shown(pilot)
        assert "It can be run again." in shown(pilot)
        await press(pilot, "left", "right", "c")
        assert "Turn 2 of 5" in shown(pilot)
        assert "seen from Moscow" in shown(pilot)
        assert "Moscow, as the turn began" in shown(pilot)
        await press(pilot, "c", "c", "c", *["right"] * 9)
        assert "Turn 5 of 5" in shown(pilot)
        assert "seen from above" in shown(pilot)
        assert "The world that holds" in shown(pilot)
        await press(pilot, "escape")
        assert at(pilot) == "SavesScreen"


@staged
async def test_what_others_knew_is_not_shown_before_a_game_is_over(tmp_path: Path) -> None:
    finished(tmp_path, 3)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "r", "c")
        assert "seen from Washington" in shown(pilot)


@staged
async def test_a_new_game_leaves_the_one_that_is_read_and_is_marked(tmp_path: Path) -> None:
    path = finished(tmp_path)
    before = path.read_bytes()
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "r", "right", "right", "b")
        await arrive(pilot, "QuestionScreen")
        await press(pilot, "escape")
        assert at(pilot) == "ReplayScreen"
        await press(pilot, "b", "enter")
        await until(pilot, lambda: at(pilot) in ("RoomScreen", "CardScreen"))
        assert desk(pilot).session.view.turn == 3
        assert desk(pilot).session.branch is not None
        assert path.read_bytes() == before
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o")
        assert f"left {path.stem} at turn 3" in shown(pilot)


@staged
async def test_a_damaged_game_is_offered_up_to_its_last_sound_turn(tmp_path: Path) -> None:
    path = finished(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-1], lines[-1].replace(b"turn", b"tern", 1)]))
    raw = path.read_bytes()
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o", "enter")
        await arrive(pilot, "QuestionScreen")
        assert "is damaged in line" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: at(pilot) not in ("QuestionScreen", "SavesScreen", "TitleScreen"))
        assert desk(pilot).session.path != path
        assert path.read_bytes() == raw
