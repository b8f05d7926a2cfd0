"""The front: a sketch of where the line runs and what has changed hands, and what the war does meanwhile."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from game.model.terrain import Terrain
from game.rules.calendar import season_of
from game.telling.courses import war_charts
from game.telling.front import FRONT, GRID, SCHEMATIC, TEMPO, front_words, legend
from game.tui.desk import Desk
from game.tui.panes.curves import chart_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import seat_style
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.terrain import Scene, map_lines

_LAMPS: Final = 20
_LEGEND: Final = 7
"""Lines of the map's pane that are kept for what stands under the map."""

_LOWEST: Final = 8
_CURVE: Final = 5
_LOW_CURVE: Final = 3
_PER_FIGHT: Final = 10
"""So many points of the tempo are one mark on the line."""


class FrontScreen(Place[None]):
    CSS_PATH = "front.tcss"
    HELP_PAGE = "front"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "want('curves')", "Curves")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def contents(self) -> Iterable[Widget]:
        yield Banner("The front", self.desk.dates)
        with Container(classes="pair"):
            yield Sheet("map", classes="pane", title="The line of contact")
            yield Sheet("war", classes="pane", title="The war beside the talks")

    def on_mount(self) -> None:
        self.query_one("#war", Sheet).focus()

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        plain = self.app.has_class("-ascii")
        sheet = self.query_one("#map", Sheet)
        height = max(_LOWEST, sheet.size.height - _LEGEND)
        sheet.show(list(map_rows(self.desk, height, ascii_only=plain)))
        self.query_one("#war", Sheet).show(list(war_rows(self.desk, ascii_only=plain)))


def map_rows(desk: Desk, height: int, *, ascii_only: bool) -> Iterator[Row]:
    """The sketch, the grid as a row of lamps, what the signs mean, and the line over the turns."""
    terrain, known = desk.scenario.terrain, desk.view.known
    if terrain is None:
        yield note("There is no map of this war.")
    else:
        quiet = desk.view.truce is not None
        fights = 0 if quiet else known.get(TEMPO, 0) // _PER_FIGHT
        snow = season_of(desk.view.length, desk.view.turn) == "winter"
        scene = Scene(terrain, known.get(FRONT, 0), fights, snow, _held(desk))
        yield Row(drawn=partial(_drawn, scene, height, ascii_only))
        yield BLANK
    if GRID in known:
        dark = known[GRID] * _LAMPS // 100
        lamps = words(("●" * (_LAMPS - dark), "$brass"), ("○" * dark, "$ink-soft"))
        yield row(lamps, lead=soft_text("Grid "), right=desk.names.level(GRID, known[GRID]))
    if terrain is not None:
        yield from _legend_rows(desk, terrain, ascii_only=ascii_only)
    for chart in war_charts(desk.past, desk.names)[:1]:
        yield heading(chart.title)
        yield from chart_rows(desk, chart, _LOW_CURVE, ascii_only=ascii_only)


def _drawn(scene: Scene, height: int, ascii_only: bool, width: int) -> list[Content]:
    return map_lines(scene, width, height, ascii_only=ascii_only)


def _held(desk: Desk) -> str:
    first = next((party.id for party in desk.scenario.parties.values() if party.belligerent), None)
    return "$ink" if first is None else seat_style(desk.names, first)


def _legend_rows(desk: Desk, terrain: Terrain, *, ascii_only: bool) -> Iterator[Row]:
    held, changed, fought = legend(terrain, desk.names, desk.view.known.get(FRONT, 0))
    signs = (":::", "###") if ascii_only else ("⢕⢕⢕", "⣿⣿⣿")
    yield row(soft_text(held), lead=words((signs[0], _held(desk)), "  "))
    yield row(soft_text(changed), lead=words((signs[1], "bold $brass"), "  "))
    if desk.view.truce is None:
        yield row(soft_text(fought), lead=words((" × ", "bold $caution"), "  "))
    yield note(SCHEMATIC)


def war_rows(desk: Desk, *, ascii_only: bool) -> Iterator[Row]:
    """What the turn brought in words, then the same over the turns."""
    told = front_words(desk.view, desk.names, desk.session.last_turn())
    for title, lines in (
        ("Where it stands", told.line),
        ("The fighting", told.fighting),
        ("Light and heat", told.grid),
        ("Losses", told.losses),
    ):
        if lines:
            yield heading(title)
            yield from (row(line) for line in lines)
            yield BLANK
    for chart in war_charts(desk.past, desk.names)[1:]:
        yield heading(chart.title)
        yield from chart_rows(desk, chart, _CURVE, ascii_only=ascii_only)
        yield BLANK
