"""Minds of other packages in the app: shown before a game, and a sentence when one fails or has gone."""

from contextlib import suppress
from pathlib import Path

from textual.worker import WorkerFailed

from game.model.ids import PartyId
from game.play.roster import offered
from game.play.saves import Shelf
from game.play.trouble import MindProblem
from game.tui.app import Backchannel
from tests.plugins import refusing
from tests.tui.stage import arrive, at, begin, desk, on_stage, press, shown, staged

SEATED = ((PartyId("russia"), "sulking"), (PartyId("europe"), "refusing"))


@staged
async def test_a_new_game_says_who_plays_the_parties_and_is_played_by_them(site: Path, tmp_path: Path) -> None:
    refusing(site)
    async with on_stage(tmp_path / "saves", minds=SEATED) as pilot:
        await press(pilot, "n")
        assert "Moscow is played by the mind 'sulking'." in shown(pilot)
        await press(pilot, "b")
        await arrive(pilot, "BriefingScreen")
        assert desk(pilot).session.match.game.setup.minds == SEATED


@staged
async def test_a_mind_that_fails_ends_the_app_with_a_sentence_and_leaves_the_game(site: Path, tmp_path: Path) -> None:
    """What ends it is what the command line makes a sentence of, not the framework's wrapping of it."""
    refusing(site)
    crash = None
    with suppress(WorkerFailed):
        async with on_stage(tmp_path / "saves", minds=SEATED) as pilot:
            await begin(pilot)
            with suppress(MindProblem):
                while True:
                    await press(pilot, "enter")
            assert isinstance(pilot.app, Backchannel)
            crash = pilot.app.crash
    assert isinstance(crash, MindProblem)
    assert "failed: RuntimeError ([b]not[/b] today) in refusing_minds.py" in str(crash)
    (title,) = Shelf(tmp_path / "saves").list()
    assert str(crash).endswith(f"The game is kept in {title.path}, as the last decision left it.")
    assert not title.problem


@staged
async def test_a_game_whose_mind_has_gone_is_listed_and_not_opened(site: Path, tmp_path: Path) -> None:
    refusing(site)
    async with on_stage(tmp_path / "saves", minds=SEATED) as pilot:
        await begin(pilot)
    for file in site.rglob("entry_points.txt"):
        file.unlink()
    offered.cache_clear()
    async with on_stage(tmp_path / "saves") as pilot:
        await press(pilot, "o")
        assert "russia: sulking" in shown(pilot)
        await press(pilot, "enter")
        assert "cannot be opened" in shown(pilot)
        assert "by the mind 'sulking'" in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert at(pilot) == "TitleScreen"
