"""How the app comes to a game: a new one, or one that was read before the app started."""

from typing import TYPE_CHECKING

from game.model.world import Setup
from game.play.saves import Opened, SaveProblem
from game.play.session import Session
from game.play.trouble import MindProblem
from game.tui.screens.question import QuestionScreen
from game.tui.widgets.rows import BLANK, note, row

if TYPE_CHECKING:
    from game.tui.app import Backchannel


async def resume(app: "Backchannel", opened: Opened) -> None:
    """Go on with a game that has been read already."""
    try:
        session = Session.resume(opened)
    except (SaveProblem, MindProblem) as problem:
        app.show_title()
        await app.ask(QuestionScreen.telling("The game cannot be opened", str(problem)))
    else:
        app.sit_down(session)


async def begin(app: "Backchannel", setup: Setup) -> None:
    """A new game; if it cannot be saved, the player may play without saving."""
    library = app.library
    if library is None or library.scenario is None:
        return
    try:
        session = Session.begin(library.scenario, setup, library.shelf)
    except SaveProblem as problem:
        rows = [row(str(problem)), BLANK, note("Enter plays without saving; Esc goes back.")]
        if not await app.ask(QuestionScreen("The game cannot be saved", rows)):
            return
        session = Session.begin(library.scenario, setup, None)
    app.sit_down(session, fresh=True)
