"""The briefing book and the debrief in the app: searched, followed and left with the keys and with the mouse."""

from pathlib import Path

from textual.pilot import Pilot

from game.contracts.building.shipped import shipped, shipped_setup
from game.play.saves import Shelf
from game.play.session import Session
from game.tui.screens.book import BookScreen
from game.tui.widgets.reader import Reader
from game.tui.widgets.sheet import Menu
from tests.tui.stage import NARROW, arrive, at, desk, on_stage, press, session, shown, sit_down, staged, types


def article(pilot: Pilot[None]) -> str:
    """The title of the open article."""
    assert isinstance(pilot.app.screen, BookScreen)
    lines = pilot.app.screen.query_one("#article", Reader).lines
    return next(line.plain for line in lines if line.plain.strip()).split("  ")[0].strip()


def listed(pilot: Pilot[None]) -> tuple[str, ...]:
    return pilot.app.screen.query_one("#articles", Menu).keys


@staged
async def test_typing_narrows_all_articles_and_shows_where_the_words_stand(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "b")
        everything = listed(pilot)
        await types(pilot, "vienna convention")
        assert listed(pilot) == ("term:duress",)
        assert "Vienna" in shown(pilot)
        assert article(pilot) == "Duress"
        await types(pilot, " zebra")
        assert "No article holds all of these words." in shown(pilot)
        await press(pilot, "escape")
        assert at(pilot) == "BookScreen"
        assert listed(pilot) == everything
        await press(pilot, "escape")
        assert at(pilot) == "TitleScreen"


@staged
async def test_links_are_followed_with_the_keys_and_there_is_a_way_back(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await press(pilot, "b")
        await types(pilot, "ripeness")
        await press(pilot, "enter", "right", "enter")
        assert article(pilot) == "Mutually hurting stalemate"
        await press(pilot, "right", "right", "enter")
        assert article(pilot) == "Ripe"
        await press(pilot, "backspace")
        assert article(pilot) == "Mutually hurting stalemate"
        await press(pilot, "backspace")
        assert article(pilot) == "Ripeness"
        await press(pilot, "left")
        assert pilot.app.screen.query_one("#articles", Menu).has_focus


@staged
async def test_links_are_followed_with_the_mouse(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "b")
        await types(pilot, "ripeness")
        reader = pilot.app.screen.query_one("#article", Reader)
        place, line = next(
            (number, text.plain) for number, text in enumerate(reader.lines) if "mutually hurting" in text.plain
        )
        inside = reader.content_region.offset - reader.region.offset
        await pilot.click(Reader, offset=(inside.x + 1 + line.index("hurting"), inside.y + place))
        await press(pilot, "down")
        assert article(pilot) == "Mutually hurting stalemate"


@staged
async def test_help_opens_the_book_at_whatever_is_looked_at(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4))
        opened = {
            ("1",): "Moscow",
            ("1", "down"): "Kyiv",
            ("2",): "Line of contact",
            ("4",): "Territory",
            ("3",): "The situation room",
        }
        for keys, title in opened.items():
            await press(pilot, *keys, "question_mark")
            assert article(pilot) == title
            await press(pilot, "escape")
        for key, title in (("t", "Line of contact"), ("p", "Moscow"), ("g", "Territory"), ("a", "Sound out")):
            await press(pilot, key, "question_mark")
            assert article(pilot) == title
            await press(pilot, "escape", "escape")
        await press(pilot, "a", "1", "1", "1", "question_mark")
        assert article(pilot) == "Sound out"


@staged
async def test_a_finished_game_is_talked_over_from_the_title(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with Session.begin(shipped(), shipped_setup("quick", 3), shelf) as game:
        _play_to_the_end(game)
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "d")
        await arrive(pilot, "SavesScreen")
        assert "Debriefs of finished games" in shown(pilot)
        await press(pilot, "enter")
        await arrive(pilot, "DebriefScreen")
        assert "How it ended" in shown(pilot)
        assert desk(pilot).over
        await press(pilot, "end")
        assert "It is not evidence that the war was like it." in " ".join(shown(pilot).split())
        await press(pilot, "escape")
        await arrive(pilot, "TitleScreen")


def _play_to_the_end(game: Session) -> None:
    from game.minds.policies import POLICIES
    from game.play.autoplay import mediate

    while game.request is not None:
        game.submit(mediate(game.match, game.request, POLICIES["passive"]))


@staged
async def test_without_a_finished_game_the_debriefs_say_so(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "d")
        await arrive(pilot, "SavesScreen")
        assert "No game saved here has come to its end yet." in shown(pilot)


@staged
async def test_the_ending_leads_on_to_the_debrief_and_its_links_into_the_book(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=99, policy="passive"))
        await arrive(pilot, "EndingScreen")
        await press(pilot, "enter")
        await arrive(pilot, "DebriefScreen")
        await press(pilot, "down", "down", "right", "right", "enter")
        await arrive(pilot, "BookScreen")
        assert article(pilot) == "The worlds"
        await press(pilot, "escape", "escape")
        assert at(pilot) == "EndingScreen"
