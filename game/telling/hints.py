"""The one note in a sealed game from which a careful reader can tell the world."""

from game.model.world import Game
from game.telling.slips import Cable


def hint_turn(game: Game) -> int | None:
    """The turn in which the note comes, a third into the game; None in a game whose world is known."""
    return max(2, (game.length.turns + 2) // 3) if game.sealed and game.truth.hint else None


def hint_cable(game: Game, turn: int) -> tuple[Cable, ...]:
    """The note, if it comes in this turn."""
    if hint_turn(game) != turn:
        return ()
    why = "Nobody told us to look for it. Officials who sit with the other side write down what strikes them."
    return (Cable(turn, "home", "US", f"A note from our own officials: “{game.truth.hint.strip()}”", (why,)),)
