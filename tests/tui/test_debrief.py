"""The debrief in the app: it judges what the player expected, says that turns were taken back, and can be kept."""

from pathlib import Path

from textual.pilot import Pilot

from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.policies import POLICIES
from game.model.actions import Float
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.seats import PlanDecision, PlanTurn
from game.play.autoplay import mediate
from game.play.predictions import Expected, Prediction
from game.play.saves import Shelf
from game.play.session import Session
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import arrive, on_stage, press, shown, sit_down, staged, until

ASKED = Float(PartyId("russia"), ClauseId("line"), OptionId("in-place"))


def talked_over(folder: Path, *, explored: bool = False) -> Session:
    """A game in which one answer was foretold, played to its end."""
    game = Session.begin(shipped(), shipped_setup("quick", 3), Shelf(folder))
    while not isinstance(game.request, PlanTurn):
        assert game.request is not None
        game.submit(mediate(game.match, game.request, POLICIES["passive"]))
    game.submit(PlanDecision((ASKED,)), (Prediction(ASKED, PartyId("russia"), Expected.TAKES, 90),))
    while game.request is not None:
        game.submit(mediate(game.match, game.request, POLICIES["passive"]))
        if explored and not game.explored and game.view.turn == 3:
            game.rewind()
    return game


async def open_debrief(pilot: Pilot[None], game: Session) -> None:
    await sit_down(pilot, game)
    await arrive(pilot, "EndingScreen")
    await press(pilot, "enter")
    await arrive(pilot, "DebriefScreen")


def section(pilot: Pilot[None]) -> str:
    lines = pilot.app.screen.query_one("#section", Sheet).lines
    return " ".join(" ".join(line.plain for line in lines).split())


@staged
async def test_it_tells_what_was_put_what_was_expected_and_what_came(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_debrief(pilot, talked_over(tmp_path))
        await press(pilot, *["down"] * 8)
        assert "Forecast and result" in shown(pilot)
        said = section(pilot)
        put = "Turn 1: float to Moscow: a standstill without recognition in the line clause. You expected Moscow to"
        assert f"{put} take it, 90 % sure, " in said
        assert "of 1 came true" in said
        assert "too few to judge by" in said


@staged
async def test_it_is_kept_as_a_page_or_as_markdown_beside_the_save(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        game = talked_over(tmp_path, explored=True)
        assert game.path is not None
        await open_debrief(pilot, game)
        assert "Turns were taken back in this game: it is marked as explored." in section(pilot)
        for key, ending, mark in (("e", ".html", "<!DOCTYPE html>"), ("m", ".md", "# ")):
            path = tmp_path / f"{game.path.stem}-debrief{ending}"
            await press(pilot, key)
            await until(pilot, path.exists)
            text = path.read_text(encoding="utf-8")
            assert text.startswith(mark)
            assert "it is marked as explored" in text
            assert "90 % sure" in text
            assert f"-debrief{ending}" in shown(pilot)


@staged
async def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        game = talked_over(tmp_path)
        assert game.path is not None
        (tmp_path / f"{game.path.stem}-debrief.html").mkdir()
        await open_debrief(pilot, game)
        await press(pilot, "e")
        await until(pilot, lambda: "The debrief could not be written" in shown(pilot))
