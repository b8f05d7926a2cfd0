"""What the title waits for: the scenario and the shelf of saves, read behind it in a thread."""

from dataclasses import dataclass

from game.cards.library import load_scenario
from game.model.scenario import Scenario
from game.play.saves import SaveProblem, SaveTitle, Shelf, default_folder
from game.tui.desk import Desk
from game.tui.panes.excerpt import excerpt_rows
from game.tui.start import StartOptions
from game.tui.widgets.rows import Row

_MOST_FAULTS = 2


@dataclass(frozen=True, slots=True)
class Library:
    """``problem`` says why there is no scenario, or no shelf to save on; ``newest`` can be gone on with.

    ``newcomer``: no game on the shelf has come to its end. ``excerpt`` are a few lines of the scenario for the title.
    """

    scenario: Scenario | None
    shelf: Shelf | None
    newest: SaveTitle | None
    newcomer: bool
    problem: str
    excerpt: tuple[Row, ...]

    @property
    def to_continue(self) -> str | None:
        """The newest game, in a line."""
        title = self.newest
        if title is None:
            return None
        informed = f" · information {title.information}" * bool(title.information)
        return f"turn {title.turn} of {title.turns} · {title.length} · {title.world}{informed} · seed {title.seed}"

    def parting(self, desk: Desk | None) -> str:
        """What became of the game that has been left, and how to come back to it."""
        if desk is None:
            return ""
        path = desk.session.path
        if path is None:
            return "The game you have left was not saved."
        if desk.over:
            return "Saved. Debriefs lead back to how it went."
        saved = "Saved, with what is planned." if desk.plan else "Saved."
        newest = self.newest is not None and self.newest.path == path
        return f"{saved} {'Continue' if newest else 'Open a game'} goes on with it."


def read_library(start: StartOptions) -> Library:
    loaded = load_scenario(start.scenario)
    problems: list[str] = []
    if loaded.scenario is None:
        told = " ".join(str(fault) for fault in loaded.faults[:_MOST_FAULTS])
        problems.append(f"The scenario '{start.scenario}' cannot be played. {told} 'backchannel check' tells all.")
    elif loaded.left_out:
        problems.append(f"Left out because they are faulty: {', '.join(loaded.left_out)}.")
    shelf: Shelf | None = None
    titles: tuple[SaveTitle, ...] = ()
    try:
        shelf = Shelf(default_folder(start.saves))
        titles = shelf.list()
    except SaveProblem as problem:
        problems.append(str(problem))
    excerpt = () if loaded.scenario is None else tuple(excerpt_rows(loaded.scenario))
    newest = next((title for title in titles if not title.ending and not title.problem), None)
    newcomer = not any(title.ending for title in titles)
    return Library(loaded.scenario, shelf, newest, newcomer, " ".join(problems), excerpt)
