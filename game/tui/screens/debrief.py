"""The debrief: sections of what happened, why, and what it does not prove, to be read in any order."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.scenario import Scenario
from game.telling.book import briefing_book
from game.telling.booktext import blocks
from game.telling.debriefing import Section
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.markdown import block_rows
from game.tui.widgets.reader import Reader
from game.tui.widgets.rows import BLANK, Row, row
from game.tui.widgets.sheet import Menu, Sheet


class DebriefScreen(Place[None]):
    """Links lead into the briefing book, which opens over it."""

    CSS_PATH = "debrief.tcss"
    HELP_PAGE = "debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "read", "Read", key_display="→"),
        Binding("e", "file('html')", "Save as HTML"),
        Binding("m", "file('markdown')", "as Markdown"),
        Binding("b", "want('book')", "Book"),
    ]

    def __init__(self, scenario: Scenario, sections: Sequence[Section], dates: str) -> None:
        super().__init__()
        self._book = briefing_book(scenario)
        self._sections = {str(number): section for number, section in enumerate(sections, 1)}
        self._dates = dates

    def contents(self) -> Iterable[Widget]:
        yield Banner("Debrief", self._dates)
        with Container(classes="pair"):
            yield Menu("sections", classes="pane -kept", title="Sections", browse=True)
            yield Reader("section", classes="pane")

    def on_mount(self) -> None:
        menu = self.query_one("#sections", Menu)
        menu.show([row(section.title, lead=f"{key:>2} ", key=key) for key, section in self._sections.items()])
        menu.focus()
        self._open(menu.pointed)

    def _open(self, key: str) -> None:
        section = self._sections.get(key)
        rows: list[Row] = [] if section is None else [BLANK, *block_rows(blocks(section.text, self._book.resolve))]
        reader = self.query_one("#section", Reader)
        reader.border_title = row(section.title if section else "").body
        reader.show(rows, top=True)
        reader.choose(-1)

    def action_file(self, form: str) -> None:
        self.post_message(self.Wanted("file-debrief", form))

    @on(Sheet.Pointed, "#sections")
    def turn(self, pointed: Sheet.Pointed) -> None:
        self._open(pointed.key)

    @on(Sheet.Chosen, "#sections")
    def action_read(self) -> None:
        self.query_one("#section", Reader).focus()

    @on(Reader.Left)
    def to_list(self) -> None:
        self.query_one("#sections", Menu).focus()

    @on(Reader.Followed)
    def look_up(self, followed: Reader.Followed) -> None:
        self.post_message(self.HelpWanted("", (), followed.target))
