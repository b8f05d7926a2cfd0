"""The meters: how high each stands, and turn by turn the amounts and reasons that brought it there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final

from textual import on
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import Quantity
from game.telling.groups import capacity_words
from game.telling.ledger import Change, changes, say_amount, say_value
from game.telling.prose import sentence
from game.telling.standing import progress_lines
from game.tui.desk import Desk
from game.tui.panes.leverage import levels
from game.tui.panes.standing import PROGRESS, meter_level, meters, progress_level
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import bar, level_and_trend
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Menu, Sheet

_BAR: Final = 20
_AMOUNT: Final = 6


class MetersScreen(Place[None]):
    """Opens at the meter that was asked about."""

    CSS_PATH = "meters.tcss"
    HELP_PAGE = "meters"
    ABOUT: ClassVar[Mapping[str, str]] = {"meters": "meter"}

    def __init__(self, desk: Desk, meter: str = "") -> None:
        super().__init__()
        self.desk, self._first = desk, meter

    def contents(self) -> Iterable[Widget]:
        yield Banner("Meters", self.desk.dates)
        with Container(classes="pair"):
            yield Menu("meters", classes="pane -kept", title="Meters", browse=True)
            yield Sheet("why", classes="pane", title="Why")

    def on_mount(self) -> None:
        menu = self.query_one("#meters", Menu)
        menu.show(list(meter_rows(self.desk)), pointed=self._first or None)
        menu.focus()
        self._explain(menu.pointed)

    def _explain(self, key: str) -> None:
        rows = progress_rows(self.desk) if key == PROGRESS else why_rows(self.desk, Quantity(key))
        self.query_one("#why", Sheet).show(list(rows), top=True)

    @on(Sheet.Pointed, "#meters")
    def explain(self, pointed: Sheet.Pointed) -> None:
        self._explain(pointed.key)

    @on(Sheet.Chosen, "#meters")
    def read(self) -> None:
        self.query_one("#why", Sheet).focus()


def meter_rows(desk: Desk) -> Iterator[Row]:
    """The meters of the situation room, then all else that we can see, save what the leverage ledger holds."""
    head = meters(desk)
    yield heading("Talks and the White House")
    yield row("Progress", right=progress_level(desk), key=PROGRESS)
    yield from (row(desk.names.quantity(each), right=meter_level(desk, each), key=each) for each in head)
    yield from (BLANK, heading("The parties and the war"))
    left_out = (*head, *levels(desk))
    for quantity, now in desk.view.known.items():
        if quantity not in left_out:
            level = level_and_trend(desk.names, quantity, desk.before().get(quantity, now), now)
            yield row(desk.names.whole_quantity(quantity), right=level, key=quantity)


def progress_rows(desk: Desk) -> Iterator[Row]:
    total, *parts = progress_lines(desk.view)
    yield row((total, "bold"))
    yield row(bar(desk.progress()[0], 100, _BAR))
    yield from (BLANK, heading("What has been earned"))
    yield from (row(part, lead=words(("• ", "$brass"))) for part in parts)


def why_rows(desk: Desk, quantity: Quantity) -> Iterator[Row]:
    """How high it stands, and what every turn did to it, the newest first."""
    now, spec = desk.view.known[quantity], desk.scenario.quantities[quantity]
    yield row((desk.names.whole_quantity(quantity), "bold"), right=desk.names.level(quantity, now))
    if spec.unit == "meter":
        yield row(bar(now, spec.high, _BAR))
    elif spec.unit == "groups":
        yield row(sentence(capacity_words(desk.view)))
    moved = False
    for record in reversed(desk.records()):
        for change in changes(desk.scenario, record.events):
            if change.quantity == quantity and change.entries:
                moved = True
                yield from _change_rows(desk, record.turn, change)
    if not moved:
        yield from (BLANK, note("Nothing has moved it since the game began."))


def _change_rows(desk: Desk, turn: int, change: Change) -> Iterator[Row]:
    spec = desk.scenario.quantities[change.quantity]
    was, now = (say_value(desk.names, change.quantity, each) for each in (change.was, change.now))
    yield from (BLANK, heading(f"Turn {turn}", soft_text(f"{was} → {now}")))
    for entry in change.entries:
        amount = words((say_amount(spec, entry.amount).rjust(_AMOUNT), "bold"), "  ")
        yield row(sentence(desk.names.reason(entry.cause)), lead=amount)
