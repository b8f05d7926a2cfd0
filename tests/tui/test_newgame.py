"""What a new game is proposed to be: by the command line, by what has been played, and by the player."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.policies import POLICIES
from game.play.autoplay import mediate
from game.play.saves import Shelf
from game.play.session import Session
from game.tui.screens.newgame import NewGameScreen
from tests.tui.stage import NARROW, on_stage, press, shown, staged

WHY = "Class is proposed because you have not finished a game yet"


def play(folder: Path, *, to_the_end: bool) -> None:
    """Leave a game on the shelf."""
    with Session.begin(shipped(), shipped_setup("quick"), Shelf(folder)) as game:
        while to_the_end and game.request is not None:
            game.submit(mediate(game.match, game.request, POLICIES["passive"]))


def proposed(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, NewGameScreen)
    return screen.setup.length


@pytest.mark.parametrize("begun", [False, True])
@staged
async def test_who_has_not_finished_a_game_is_offered_one_lesson_and_told_why(tmp_path: Path, begun: bool) -> None:
    if begun:
        play(tmp_path, to_the_end=False)
    async with on_stage(tmp_path, NARROW, length=None) as pilot:
        await press(pilot, "n")
        assert proposed(pilot) == "class"
        assert WHY in shown(pilot)


@staged
async def test_who_has_finished_a_game_is_offered_the_whole_year(tmp_path: Path) -> None:
    play(tmp_path, to_the_end=True)
    async with on_stage(tmp_path, length=None) as pilot:
        await press(pilot, "n")
        assert proposed(pilot) == "full"
        assert WHY not in shown(pilot)


@pytest.mark.parametrize("length", ["full", "class", "quick"])
@staged
async def test_a_length_that_was_asked_for_is_kept(tmp_path: Path, length: str) -> None:
    async with on_stage(tmp_path, length=length) as pilot:
        await press(pilot, "n")
        assert proposed(pilot) == length
        assert WHY not in shown(pilot)


@staged
async def test_digits_spell_a_seed_and_backspace_takes_one_back(tmp_path: Path) -> None:
    async with on_stage(tmp_path, seed=1) as pilot:
        await press(pilot, "n", "4", "0", "2", "backspace")
        assert "seed 40" in shown(pilot)


@staged
async def test_the_level_of_information_is_chosen_like_length_and_world(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await press(pilot, "n")
        assert "· seed 7" in shown(pilot)
        assert "Well informed" not in shown(pilot)
        await press(pilot, *["down"] * (1 + 1 + 4 + 7 + 1), "enter")
        screen = pilot.app.screen
        assert isinstance(screen, NewGameScreen)
        assert screen.setup.information == "ample"
        assert "Well informed" in shown(pilot)
        await press(pilot, "up", "enter")
        assert screen.setup.information == ""


@staged
async def test_the_level_that_was_asked_for_is_proposed_and_told_in_the_briefing(tmp_path: Path) -> None:
    async with on_stage(tmp_path, information="scant") as pilot:
        await press(pilot, "n")
        assert "· Ripe · Poorly informed · seed 7" in shown(pilot)
        await press(pilot, "b", "end")
        assert "Information: poorly informed. You know half as many priority lists" in " ".join(shown(pilot).split())
