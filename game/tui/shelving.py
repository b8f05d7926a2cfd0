"""What the app does with saves besides playing on: reading one again, leaving it for another way, rescue, deletion."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.copies import branch, rescue
from game.play.saves import SaveProblem, Shelf
from game.play.trouble import DamagedSave
from game.tui.screens.question import QuestionScreen
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.widgets.rows import BLANK, note, row

if TYPE_CHECKING:
    from game.tui.app import Backchannel

_CANNOT = "The game cannot be opened"


async def read_again(app: "Backchannel", path: Path) -> None:
    """Show the game; then the new one that was begun from one of its turns, or what was rescued of it."""
    shelf = _shelf(app)
    if shelf is None:
        return
    try:
        opened = await asyncio.to_thread(shelf.open, path)
    except SaveProblem as problem:
        made = await tell_trouble(app, shelf, problem)
    else:
        made = await app.ask(ReplayScreen(opened))
    if made is not None:
        await app.open_save(made)


async def leave_for_another(app: "Backchannel", message: ReplayScreen.BranchWanted) -> None:
    """Close the replay with a new game that stands at the start of the turn."""
    rows = [
        row(f"A new game stands at the start of turn {message.turn}; the one you are reading stays as it is."),
        BLANK,
        note("The new game is marked as one that left another."),
    ]
    shelf = _shelf(app)
    if shelf is None or not await app.ask(QuestionScreen("Begin a new game from here?", rows)):
        return
    try:
        made = await asyncio.to_thread(branch, shelf, message.opened, message.turn)
    except SaveProblem as problem:
        await app.ask(QuestionScreen.telling("The game cannot be begun", str(problem)))
    else:
        message.screen.dismiss(made)


async def delete(app: "Backchannel", message: SavesScreen.DeleteWanted) -> None:
    shelf = _shelf(app)
    question = QuestionScreen("Delete this game?", [row(message.title.name), row("It cannot be brought back.")])
    if shelf is None or not await app.ask(question):
        return
    try:
        shelf.delete(message.title.name)
    except SaveProblem as problem:
        app.tell(str(problem))
    message.screen.put(shelf.list())


def _shelf(app: "Backchannel") -> Shelf | None:
    return None if app.library is None else app.library.shelf


async def tell_trouble(app: "Backchannel", shelf: Shelf, problem: SaveProblem) -> Path | None:
    """Say why a save does not open. If it is sound up to some turn, offer that; what was made of it, if anything."""
    if not isinstance(problem, DamagedSave) or not problem.turn:
        await app.ask(QuestionScreen.telling(_CANNOT, str(problem)))
        return None
    rows = [
        row(f"{problem.what}. {problem.kept}"),
        BLANK,
        note(f"Enter makes a new save of what is sound, up to turn {problem.turn}, and opens it; Esc leaves all."),
    ]
    if not await app.ask(QuestionScreen(_CANNOT, rows)):
        return None
    try:
        return await asyncio.to_thread(rescue, shelf, problem.path)
    except SaveProblem as other:
        await app.ask(QuestionScreen.telling(_CANNOT, str(other)))
        return None
