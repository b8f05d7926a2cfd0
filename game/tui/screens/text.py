"""The text: the whole draft with its brackets, what holds each clause up, and the wordings it could take."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.telling.draft import draft
from game.tui.desk import Desk
from game.tui.panes.clause import clause_rows
from game.tui.panes.draft import draft_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.sheet import Menu, Sheet


class TextScreen(Place[None]):
    CSS_PATH = "text.tcss"
    HELP_PAGE = "text"
    ABOUT: ClassVar[Mapping[str, str]] = {"draft": "clause"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "act", "Act on the clause"),
        Binding("w", "bench", "What if?"),
        Binding("e", "want('export')", "Export"),
    ]

    def __init__(self, desk: Desk, clause: str = "") -> None:
        super().__init__()
        self.desk, self._first = desk, clause

    def contents(self) -> Iterable[Widget]:
        yield Banner("The text", self.desk.dates)
        with Container(classes="pair"):
            yield Menu("draft", classes="pane -kept", title="Draft agreement", browse=True)
            yield Sheet("clause", classes="pane", title="The clause")

    def on_mount(self) -> None:
        menu = self.query_one("#draft", Menu)
        menu.show(draft_rows(self.desk), pointed=self._first or None)
        menu.focus()
        self._describe(menu.pointed)

    def on_screen_resume(self) -> None:
        self.query_one("#draft", Menu).show(draft_rows(self.desk))

    def _describe(self, clause: str) -> None:
        found = next((each for each in draft(self.desk.view, self.desk.names) if each.id == clause), None)
        if found is not None:
            self.query_one("#clause", Sheet).show(list(clause_rows(self.desk, found)), top=True)

    @on(Sheet.Pointed, "#draft")
    def describe(self, pointed: Sheet.Pointed) -> None:
        self._describe(pointed.key)

    @on(Sheet.Chosen, "#draft")
    def take(self) -> None:
        self.action_act()

    def action_bench(self) -> None:
        self.post_message(self.Wanted("bench", self.query_one("#draft", Menu).pointed))

    def action_act(self) -> None:
        self.post_message(self.Wanted("clause", self.query_one("#draft", Menu).pointed))
