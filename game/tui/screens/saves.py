"""All saved games, to open or to delete."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from game.play.saves import SaveTitle
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import Row, note, row, soft_text, words
from game.tui.widgets.sheet import Menu

_NO_GAME = "No game has been saved here yet."
_NO_END = "No game saved here has come to its end yet. When one has, it can be talked over here at any time."


class SavesScreen(Place[Path | None]):
    """Closes with the save to open. ``finished``: only games that have ended, to be talked over."""

    CSS_PATH = "saves.tcss"
    HELP_PAGE = "saves"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,delete", "remove", "Delete", key_display="d"),
        Binding("r", "replay", "Read again"),
    ]

    class DeleteWanted(Message):
        def __init__(self, screen: "SavesScreen", title: SaveTitle) -> None:
            super().__init__()
            self.screen, self.title = screen, title

    class ReplayWanted(Message):
        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, titles: tuple[SaveTitle, ...], folder: Path, *, finished: bool = False) -> None:
        super().__init__()
        self._titles, self._folder, self._finished = titles, folder, finished

    def contents(self) -> Iterable[Widget]:
        yield Banner("Debriefs of finished games" if self._finished else "Saved games")
        with Container(id="shelf"):
            yield Menu("saves", classes="pane -kept", title=str(self._folder), browse=True)

    def on_mount(self) -> None:
        self.put(self._titles)
        self.query_one("#saves", Menu).focus()

    def put(self, titles: tuple[SaveTitle, ...]) -> None:
        """The games that lie in the folder now."""
        self._titles = tuple(title for title in titles if title.ending or not self._finished)
        rows = [each for title in self._titles for each in title_rows(title)]
        self.query_one("#saves", Menu).show(rows or [note(_NO_END if self._finished else _NO_GAME)])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("remove", "replay") or bool(self._titles)

    def _pointed(self) -> SaveTitle | None:
        pointed = self.query_one("#saves", Menu).pointed
        return next((title for title in self._titles if title.name == pointed), None)

    @on(Menu.Chosen, "#saves")
    def take(self, chosen: Menu.Chosen) -> None:
        title = self._pointed()
        if title is not None:
            self.dismiss(title.path)

    def action_remove(self) -> None:
        title = self._pointed()
        if title is not None:
            self.post_message(self.DeleteWanted(self, title))

    def action_replay(self) -> None:
        title = self._pointed()
        if title is not None:
            self.post_message(self.ReplayWanted(title.path))


def title_rows(title: SaveTitle) -> list[Row]:
    head = row((title.name, "bold"), right=words(say_state(title)), key=title.name)
    return [head, row(soft_text(title.problem or f"{say_setup(title)}"), lead="  ", key=title.name)]


def say_state(title: SaveTitle) -> str:
    if title.problem:
        return "cannot be opened"
    return f"ended: {title.ending}" if title.ending else f"turn {title.turn} of {title.turns}"


def say_setup(title: SaveTitle) -> str:
    minds = "".join(f" · {seat}: {name}" for seat, name in title.minds)
    left = f" · left {title.branch_of} at turn {title.branch_turn}" if title.branch_of else ""
    informed = f" · information {title.information}" * bool(title.information)
    return f"{title.scenario} · {title.length} · world {title.world}{informed} · seed {title.seed}{minds}{left}"
