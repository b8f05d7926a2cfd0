"""The leverage ledger: what is in force, promised, linked, given or threatened, and what moved it last."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import Quantity, TrackId
from game.rules.sight import step_worth
from game.telling.ledger import ledger_of, say_amount
from game.telling.prose import decimal, sentence
from game.tui.desk import Desk
from game.tui.panes.leverage import level_word, levels, pledge_row, step_word
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import bar, named
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text
from game.tui.widgets.sheet import Menu, Sheet

_BAR = 20
_TRACK = "track:"


class LeverageScreen(Place[None]):
    CSS_PATH = "leverage.tcss"
    HELP_PAGE = "leverage"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "act", "Act on it")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def contents(self) -> Iterable[Widget]:
        yield Banner("Leverage", self.desk.dates)
        with Container(classes="pair"):
            yield Menu("ledger", classes="pane -kept", title="What we hold", browse=True)
            yield Sheet("entry", classes="pane", title="What it does")

    def about(self) -> str:
        key = self.query_one("#ledger", Menu).pointed
        return key if key.startswith(_TRACK) else f"meter:{key}"

    def on_mount(self) -> None:
        menu = self.query_one("#ledger", Menu)
        menu.show(list(ledger_rows(self.desk)))
        menu.focus()
        self._describe(menu.pointed)

    def _describe(self, key: str) -> None:
        track = key.removeprefix(_TRACK)
        rows = track_rows(self.desk, TrackId(track)) if key != track else level_rows(self.desk, Quantity(key))
        self.query_one("#entry", Sheet).show(list(rows) if key else [], top=True)

    @on(Sheet.Pointed, "#ledger")
    def describe(self, pointed: Sheet.Pointed) -> None:
        self._describe(pointed.key)

    @on(Sheet.Chosen, "#ledger")
    def take(self) -> None:
        self.action_act()

    def action_act(self) -> None:
        key = self.query_one("#ledger", Menu).pointed
        self.post_message(self.Wanted("track", key.removeprefix(_TRACK)))


def ledger_rows(desk: Desk) -> Iterator[Row]:
    yield heading("Pressure and help")
    yield from (row(desk.names.quantity(each), right=level_word(desk, each), key=each) for each in levels(desk))
    yield from (BLANK, heading("Steps of normalisation"))
    for track in desk.scenario.tracks:
        yield row(desk.names.track(track), right=f"{step_word(desk, track)}    ", key=f"{_TRACK}{track}")
    yield from (BLANK, heading("Promises and threats"))
    yield from (pledge_row(desk, pledge) for pledge in desk.view.pledges)
    if not desk.view.pledges:
        yield note("None is open.")


def level_rows(desk: Desk, quantity: Quantity) -> Iterator[Row]:
    """How high it stands, and the reasons for what the last turn did to it."""
    now, spec = desk.view.known[quantity], desk.scenario.quantities[quantity]
    yield row((spec.label, "bold"), right=level_word(desk, quantity))
    yield row(bar(now, spec.high, _BAR))
    last = desk.session.last_turn()
    entries = ledger_of((*(last.events if last else ()), *desk.running.events), quantity)
    yield from (BLANK, heading("What moved it since last turn"))
    for entry in entries:
        yield row(sentence(desk.names.reason(entry.cause)), right=say_amount(spec, entry.amount))
    if not entries:
        yield note("Nothing has.")


def track_rows(desk: Desk, track: TrackId) -> Iterator[Row]:
    """What the step is, how far its groundwork has come, and what it is believed to be worth once paid."""
    spec, state = desk.scenario.tracks[track], desk.view.tracks[track]
    yield row((spec.title, "bold"), right=step_word(desk, track))
    yield row(spec.about.strip())
    yield from (BLANK, row(named(desk.names, spec.party), lead=soft_text("For         ")))
    yield row(bar(state.work, 100, _BAR), f" {state.work} of 100", lead=soft_text("Groundwork  "))
    world = None if desk.view.assumed is None else desk.scenario.worlds[desk.view.assumed]
    worth = decimal(step_worth(desk.scenario, desk.view.tracks, track, world))
    yield row(f"{worth} points of value if paid at signing", lead=soft_text("Worth       "))
    yield BLANK
    yield note(
        "Promised, it counts at half and fades. Given now, it is spent. Linked to a clause, it is paid at signing."
    )
