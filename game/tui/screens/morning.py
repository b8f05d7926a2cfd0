"""What a turn brought: its cables as they come in, and every meter that moved with its reasons."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.play.match import TurnRecord
from game.telling.dates import turn_dates
from game.telling.ledger import Change, say_amount, turn_changes
from game.telling.prose import sentence
from game.tui.desk import Desk
from game.tui.panes.wire import cable_rows, keyed
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import trend
from game.tui.widgets.rows import BLANK, Row, note, row, soft_text, words
from game.tui.widgets.sheet import Sheet

_BETWEEN_CABLES = 0.09
"""Seconds from one cable to the next, where motion is wanted."""


class MorningScreen(Place[None]):
    """Enter goes on; until all cables are in, it brings the rest at once."""

    CSS_PATH = "morning.tcss"
    HELP_PAGE = "morning"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on"),
        Binding("w,space", "why", "Why?", key_display="w"),
        Binding("f3", "all_whys", "All whys"),
        Binding("escape", "leave", "Go on without reading", show=False),
    ]

    def __init__(self, desk: Desk, record: TurnRecord) -> None:
        super().__init__()
        self.desk, self.record = desk, record
        self._cables = keyed(record.turn, desk.cables(record))
        self._shown = 0
        self._opened: set[str] = set()

    def contents(self) -> Iterable[Widget]:
        dates = turn_dates(self.desk.view.length, self.record.turn)
        yield Banner("Morning cables", f"Turn {self.record.turn} · {dates}")
        with Container(classes="pair"):
            yield Sheet("cables", classes="pane -kept", title="What happened")
            yield Sheet("moved", classes="pane", title="What moved, and why")

    def on_mount(self) -> None:
        changes = turn_changes(self.desk.scenario, self.record)
        self.query_one("#moved", Sheet).show(list(change_rows(self.desk, changes)))
        self.query_one("#cables", Sheet).focus()
        if self.app.animation_level == "none":
            self._bring_all()
        else:
            self._shown = 1
            self._show()
            self.set_interval(_BETWEEN_CABLES, self._bring_next, repeat=len(self._cables))

    def _bring_next(self) -> None:
        if self._shown < len(self._cables):
            self._shown += 1
            self._show()

    def _bring_all(self) -> None:
        self._shown = len(self._cables)
        self._show()

    def _show(self) -> None:
        sheet = self.query_one("#cables", Sheet)
        sheet.show(list(cable_rows(self.desk.names, self._cables[: self._shown], self._opened)))

    def action_go_on(self) -> None:
        if self._shown < len(self._cables):
            self._bring_all()
        else:
            self.dismiss(None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id == "moved":
            self.post_message(self.Noticed("moved"))

    def action_why(self) -> None:
        self._toggle(self.query_one("#cables", Sheet).pointed)

    def action_all_whys(self) -> None:
        keys = {key for key, _ in self._cables}
        self._opened = set() if keys <= self._opened else keys
        self._open_whys()

    @on(Sheet.Chosen, "#cables")
    def open_why(self, chosen: Sheet.Chosen) -> None:
        self._toggle(chosen.key)

    def _toggle(self, key: str) -> None:
        if key:
            self._opened ^= {key}
            self._open_whys()

    def _open_whys(self) -> None:
        self._show()
        kinds = {cable.kind for key, cable in self._cables if key in self._opened}
        self.post_message(self.Noticed("answer" if "answer" in kinds else "why"))


def change_rows(desk: Desk, changes: tuple[Change, ...]) -> Iterator[Row]:
    """Every quantity that moved, its new level, and the amounts that make up the change."""
    if not changes:
        yield note("Nothing that we can see.")
    for place, change in enumerate(changes):
        if place:
            yield BLANK
        spec = desk.scenario.quantities[change.quantity]
        level = words(
            desk.names.level(change.quantity, change.now), trend(desk.names, change.quantity, change.was, change.now)
        )
        yield row((desk.names.whole_quantity(change.quantity), "bold"), right=level)
        for entry in change.entries:
            amount = soft_text(say_amount(spec, entry.amount).rjust(5) + "  ")
            yield row(soft_text(sentence(desk.names.reason(entry.cause))), lead=amount)
