"""What a player reads before the first turn: two pages, skipped with one key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from game.model.scenario import Length, Scenario
from game.model.world import Setup
from game.telling.briefing import pages, say_information, say_start
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.markdown import markdown_rows
from game.tui.widgets.rows import BLANK, Row, heading, row
from game.tui.widgets.sheet import Sheet

_PAGES = 2


class BriefingScreen(Place[None]):
    CSS_PATH = "briefing.tcss"
    HELP_PAGE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "turn(1)", "Next", key_display="enter"),
        Binding("left,backspace", "turn(-1)", "Previous page", key_display="←"),
        Binding("escape", "leave", "Skip", key_display="esc"),
    ]

    def __init__(self, scenario: Scenario, length: Length, setup: Setup) -> None:
        super().__init__()
        self._title = scenario.title
        self._pages = pages(scenario)[:_PAGES]
        self._start = (*say_start(scenario, length), *say_information(scenario, setup))
        self._place = 0

    def contents(self) -> Iterable[Widget]:
        yield Banner("Briefing", self._title)
        with Container(id="folder"):
            yield Sheet("page", classes="pane")

    def on_mount(self) -> None:
        self.query_one("#page", Sheet).focus()
        self._show()

    def _show(self) -> None:
        page = self._pages[self._place]
        rows: list[Row] = [heading(page.title), BLANK, *markdown_rows(page.body)]
        if self._place == 0:
            rows += [heading("How this game begins"), *(row(line) for line in self._start)]
        sheet = self.query_one("#page", Sheet)
        sheet.border_title = Content(f"Page {self._place + 1} of {len(self._pages)}")
        sheet.show(rows, top=True)

    def action_turn(self, by: int) -> None:
        sheet, place = self.query_one("#page", Sheet), self._place + by
        if by > 0 and sheet.scroll_y < sheet.max_scroll_y:
            sheet.action_leaf(1)
        elif place >= len(self._pages):
            self.dismiss(None)
        elif place >= 0:
            self._place = place
            self._show()
