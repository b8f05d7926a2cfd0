"""The situation room: everything at a glance, and the plan of the turn."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.tui.desk import Desk
from game.tui.panes.draft import draft_rows
from game.tui.panes.groups import group_rows
from game.tui.panes.leverage import leverage_rows
from game.tui.panes.parties import party_rows
from game.tui.panes.plan import plan_rows
from game.tui.panes.standing import PROGRESS, dials, when_row
from game.tui.panes.wire import latest_rows
from game.tui.screens.place import Place
from game.tui.widgets.dials import Dials
from game.tui.widgets.rows import Row
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import TabLine

PANES: Final[tuple[tuple[str, str, Callable[[Desk], list[Row]]], ...]] = (
    ("parties", "Parties", party_rows),
    ("text", "The text", partial(draft_rows, brief=True)),
    ("turn", "This turn", plan_rows),
    ("groups", "Groups", partial(group_rows, brief=True)),
    ("cables", "Cables", latest_rows),
    ("leverage", "Leverage", leverage_rows),
)
"""In the order of their numbers: across the upper row, then the lower."""

_PLACES: Final = range(len(PANES))
_FIRST: Final = 2
_HEAD_PADDING: Final = 2


class RoomScreen(Place[None]):
    """It shows the desk and says what the player wants; what follows from that is the parent's business."""

    CSS_PATH = "room.tcss"
    HELP_PAGE = "room"
    SPARE = ("b", "u", "x", "l")
    ABOUT: ClassVar[Mapping[str, str]] = {"parties": "party", "text": "clause", "groups": "group"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "want('act')", "Act"),
        Binding("enter", "want('send')", "Send"),
        Binding("t", "want('text')", "Text"),
        Binding("p", "want('parties')", "Parties"),
        Binding("g", "want('groups')", "Groups"),
        Binding("l", "want('leverage')", "Leverage"),
        Binding("c", "want('cables')", "Cables"),
        Binding("w", "want('meters')", "Why"),
        Binding("u", "undo", "Undo"),
        Binding("x,delete", "remove", "Remove", key_display="x"),
        Binding("b", "want('book')", "Book"),
        Binding("m", "want('menu')", "Menu"),
        Binding("R", "want('rewind')", "Take the turn back", show=False),
        *(Binding(str(place + 1), f"pane({place})", "The pane of this number", show=False) for place in _PLACES),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: tuple[object, object] | None = None

    def contents(self) -> Iterable[Widget]:
        yield Dials("standing")
        yield TabLine(tuple(label for _, label, _ in PANES), "tabs")
        with Container(id="desk"):
            for name, label, _ in PANES:
                yield Sheet(name, classes="pane", title=label)

    def on_mount(self) -> None:
        self.action_pane(_FIRST)
        self.refresh_desk()

    def on_resize(self) -> None:
        self._show_standing()

    def refresh_desk(self) -> None:
        """Show the desk as it is now, if it is not what is shown already."""
        seen = (self.desk.session.match, self.desk.plan)
        if self._shown is not None and self._shown[0] is seen[0] and self._shown[1] == seen[1]:
            return
        self._shown = seen
        self._show_standing()
        for name, _, rows in PANES:
            self.query_one(f"#{name}", Sheet).show(rows(self.desk))
        self.refresh_bindings()

    def _show_standing(self) -> None:
        head = when_row(self.desk, self.size.width - _HEAD_PADDING)
        self.query_one("#standing", Dials).show(head, PROGRESS, dials(self.desk))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("undo", "remove"):
            return bool(self.desk.plan) or None
        return action != "leave"

    def about(self) -> str:
        turn = self.query_one("#turn", Sheet)
        acts = [f"act:{self.desk.plan[int(turn.pointed)].verb}"] if turn.has_focus and turn.pointed else []
        return next(iter(acts), super().about())

    def action_undo(self) -> None:
        self.desk.drop(len(self.desk.plan) - 1)
        self.refresh_desk()

    def action_remove(self) -> None:
        pointed = self.query_one("#turn", Sheet).pointed
        if pointed:
            self.desk.drop(int(pointed))
            self.refresh_desk()

    def action_pane(self, place: int) -> None:
        """Bring a pane forward: alone on a narrow screen, with the focus on a wide one."""
        for each, (name, _, _) in enumerate(PANES):
            self.query_one(f"#{name}", Sheet).set_class(each == place, "-shown")
        self.query_one("#tabs", TabLine).show(place)
        self.query_one(f"#{PANES[place][0]}", Sheet).focus()

    @on(TabLine.Asked)
    def bring(self, asked: TabLine.Asked) -> None:
        self.action_pane(asked.tab)

    @on(Dials.Asked)
    def ask_why(self, asked: Dials.Asked) -> None:
        self.post_message(self.Wanted("meters", asked.key))

    @on(Sheet.Chosen)
    def open_subject(self, chosen: Sheet.Chosen) -> None:
        if chosen.sheet.id != "turn":
            self.post_message(self.Wanted(str(chosen.sheet.id), chosen.key))
