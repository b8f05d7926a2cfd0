"""Curves over the turns: what the talks have come to, trust, the White House, hopes, and what the war costs."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.telling.courses import charts
from game.tui.desk import Desk
from game.tui.panes.curves import chart_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import TabLine

_PLACES: Final = range(9)
_BARS: Final = 2
_BORDER: Final = 2
_ACROSS: Final = 2
_ACROSS_BROAD: Final = 3
"""How many panes stand side by side, as the style sheet has it."""

_LOWEST: Final = 4
_HIGHEST: Final = 16


class CurvesScreen(Place[None]):
    """One pane for each chart; a narrow screen shows one at a time."""

    CSS_PATH = "curves.tcss"
    HELP_PAGE = "curves"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Previous", key_display="←"),
        Binding("right", "turn(1)", "Next chart", key_display="→"),
        *(Binding(str(place + 1), f"pane({place})", "The chart of this number", show=False) for place in _PLACES),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._charts = charts(desk.past, desk.names)
        self._place = 0

    def contents(self) -> Iterable[Widget]:
        yield Banner("Curves", self.desk.dates)
        yield TabLine(tuple(chart.short for chart in self._charts), "tabs")
        with Container(id="charts"):
            for place, chart in enumerate(self._charts):
                yield Sheet(_ident(place), classes="pane", title=f"{place + 1} {chart.title}")

    def on_mount(self) -> None:
        self.action_pane(0)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        plain = self.app.has_class("-ascii")
        for place, chart in enumerate(self._charts):
            height = min(_HIGHEST, max(_LOWEST, self._room() - 1 - len(chart.courses)))
            rows = chart_rows(self.desk, chart, height, ascii_only=plain)
            self.query_one(f"#{_ident(place)}", Sheet).show(list(rows))

    def _room(self) -> int:
        """Lines inside one pane; a pane is not laid out while it is hidden, so it cannot be asked."""
        whole = self.size.height - _BARS
        if self.has_class("-narrow") or self.has_class("-low"):
            return whole - 1 - _BORDER
        across = _ACROSS_BROAD if self.has_class("-broad") else _ACROSS
        return whole // -(-len(self._charts) // across) - _BORDER

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "pane" or parameters[0] in range(len(self._charts))

    def action_turn(self, by: int) -> None:
        self.action_pane((self._place + by) % len(self._charts))

    def action_pane(self, place: int) -> None:
        self._place = place
        for each in range(len(self._charts)):
            self.query_one(f"#{_ident(each)}", Sheet).set_class(each == place, "-shown")
        self.query_one("#tabs", TabLine).show(place)
        self.query_one(f"#{_ident(place)}", Sheet).focus()
        self.call_after_refresh(self._show)

    @on(TabLine.Asked)
    def bring(self, asked: TabLine.Asked) -> None:
        self.action_pane(asked.tab)


def _ident(place: int) -> str:
    return f"chart-{place}"
