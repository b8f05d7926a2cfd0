"""What is done to saves from the title, with a question before anything is lost."""

from game.play.saves import SaveProblem, Shelf
from game.tui.paced import PacedApp
from game.tui.screens.question import QuestionScreen
from game.tui.screens.saves import SavesScreen
from game.tui.widgets.rows import row


async def delete_save(app: PacedApp, shelf: Shelf, asked: SavesScreen.DeleteWanted) -> None:
    """Delete the game if the player confirms it, and show those that are left."""
    rows = [row(asked.title.name), row("It cannot be brought back.")]
    if not await app.ask(QuestionScreen("Delete this game?", rows)):
        return
    try:
        shelf.delete(asked.title.name)
    except SaveProblem as problem:
        app.tell(str(problem))
    asked.screen.put(shelf.list())
