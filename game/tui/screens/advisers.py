"""The advisers: what each would do now and why, what would come of it, and how far all were right before."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.tui.desk import Desk
from game.tui.panes.counsel import record_rows, said_rows
from game.tui.panes.plan import calendar_line, forecast_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row
from game.tui.widgets.sheet import Sheet

_MOST: Final = 4


class AdvisersScreen(Place[None]):
    """A number, or Enter, puts what an adviser says on the plan."""

    CSS_PATH = "advisers.tcss"
    HELP_PAGE = "advisers"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(place + 1), f"follow({place})", "Plan what this adviser says", show=False)
            for place in range(_MOST)
        ),
        Binding("enter", "take", "Plan it"),
        Binding("u", "undo", "Undo"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.drawn = False

    def contents(self) -> Iterable[Widget]:
        yield Banner("The advisers", calendar_line(self.desk))
        with Container(classes="pair"):
            yield Sheet("advice", classes="pane -kept", title="What they would do", browse=True)
            yield Sheet("outcome", classes="pane", title="What would come of it")

    def on_mount(self) -> None:
        self.drawn = True
        self.refresh_advice()
        self.query_one("#advice", Sheet).focus()

    def refresh_advice(self) -> None:
        """Show what has been thought meanwhile, and what is planned."""
        menu = self.query_one("#advice", Sheet)
        menu.show(said_rows(self.desk, why=True, numbers=True))
        self.query_one(Banner).say("The advisers", calendar_line(self.desk))
        self._describe(menu.pointed, top=False)
        self.refresh_bindings()

    def _describe(self, key: str, *, top: bool = True) -> None:
        said = self.desk.session.advice_at_hand() or ()
        rows: list[Row] = []
        if key and int(key) < len(said):
            rows += [*forecast_rows(self.desk, said[int(key)].action), BLANK]
        self.query_one("#outcome", Sheet).show([*rows, *record_rows(self.desk)], top=top)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return bool(self.desk.plan) or None
        said = self.desk.session.advice_at_hand() or ()
        return action != "follow" or parameters[0] in range(len(said))

    def action_follow(self, place: int) -> None:
        said = self.desk.session.advice_at_hand() or ()
        reasons = self.desk.add(said[place].action)
        if reasons:
            self.app.bell()
            self.notify(" ".join(reasons), markup=False)
        self.query_one("#advice", Sheet).point(str(place))
        self.refresh_advice()

    def action_undo(self) -> None:
        self.desk.drop(len(self.desk.plan) - 1)
        self.refresh_advice()

    def action_take(self) -> None:
        pointed = self.query_one("#advice", Sheet).pointed
        if pointed:
            self.action_follow(int(pointed))

    @on(Sheet.Pointed, "#advice")
    def describe(self, pointed: Sheet.Pointed) -> None:
        self._describe(pointed.key)

    @on(Sheet.Chosen, "#advice")
    def take(self, chosen: Sheet.Chosen) -> None:
        self.action_follow(int(chosen.key))
