"""Cables: everything that was reported, searchable, each line with its why."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.play.match import TurnRecord
from game.telling.cables import Cable
from game.telling.dates import turn_dates
from game.tui.desk import Desk
from game.tui.keys import KeyTable
from game.tui.panes.wire import cable_rows, keyed
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note
from game.tui.widgets.sheet import Menu, Sheet
from game.tui.widgets.typeline import TypeLine


class CablesScreen(Place[None]):
    """The newest turn stands first; within a turn, reading order."""

    HELP_PAGE = "cables"
    READS: ClassVar[KeyTable] = (("letters", "search"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "open_all", "All whys"),
        Binding("escape", "back", "Back", key_display="esc"),
        Binding("backspace", "rub_out", "Take the last letter back", show=False),
        Binding("ctrl+u", "clear", "Take back all that was typed", show=False),
    ]

    def __init__(self, desk: Desk, opened: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._opened: set[str] = {opened} if opened else set()
        self._first = opened

    def contents(self) -> Iterable[Widget]:
        yield Banner("Cables", self.desk.dates)
        yield TypeLine("type to search", "typed")
        yield Menu("cables", classes="pane -kept", title="All cables")

    def on_mount(self) -> None:
        self._show(self._first)
        self.query_one("#cables", Menu).focus()

    def _found(self) -> list[tuple[TurnRecord, list[tuple[str, Cable]]]]:
        """Turns, newest first, with the cables that hold every typed word."""
        typed = self.query_one(TypeLine).typed.casefold().split()
        found = []
        for record in reversed(self.desk.records()):
            cables = keyed(record.turn, self.desk.cables(record))
            cables = [(key, cable) for key, cable in cables if _holds(cable, typed)]
            if cables:
                found.append((record, cables))
        return found

    def _show(self, pointed: str | None = None) -> None:
        rows: list[Row] = []
        for record, cables in self._found():
            rows += [BLANK] if rows else []
            dates = turn_dates(self.desk.view.length, record.turn)
            rows.append(heading(f"Turn {record.turn} · {dates}"))
            rows += cable_rows(self.desk.names, cables, self._opened)
        self.query_one("#cables", Menu).show(rows or [note("No cable holds all of these words.")], pointed=pointed)

    @on(TypeLine.Changed)
    def search(self) -> None:
        self._show()

    @on(Sheet.Chosen, "#cables")
    def toggle(self, chosen: Sheet.Chosen) -> None:
        self._opened ^= {chosen.key}
        self._show()

    def action_open_all(self) -> None:
        """Open every why in view, or close them all."""
        keys = set(self.query_one("#cables", Menu).keys)
        self._opened = set() if keys <= self._opened else keys
        self._show()

    def action_back(self) -> None:
        line = self.query_one(TypeLine)
        if line.typed:
            line.put("")
        else:
            self.dismiss(None)

    def action_rub_out(self) -> None:
        self.query_one(TypeLine).rub_out()

    def action_clear(self) -> None:
        self.query_one(TypeLine).put("")

    def on_key(self, event: events.Key) -> None:
        if self.query_one(TypeLine).take(event):
            event.stop()
            event.prevent_default()


def _holds(cable: Cable, typed: list[str]) -> bool:
    text = " ".join((cable.tag, cable.text, *cable.why)).casefold()
    return all(word in text for word in typed)
