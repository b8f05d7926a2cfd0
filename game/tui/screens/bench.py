"""The what-if bench: other wordings are tried on a scratch copy of the text, and nobody hears of it."""

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from game.model.ids import ClauseId
from game.play.bench import proposals, tried, with_wording
from game.telling.bench import SCRATCH
from game.tui.desk import Desk
from game.tui.panes.bench import option_rows, scratch_rows, trial_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import note
from game.tui.widgets.sheet import Menu, Sheet

_MOST: Final = 5


class BenchScreen(Place[None]):
    """What is tried stays on the bench until the turn is sent or it is cleared."""

    CSS_PATH = "bench.tcss"
    HELP_PAGE = "bench"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Other wording", key_display="←→"),
        Binding("right", "turn(1)", "Other wording", show=False),
        *(Binding(str(n), f"put({n})", "Try the wording of this number", show=False) for n in range(1, _MOST + 1)),
        Binding("p", "plan", "Plan it"),
        Binding("r", "reset", "Reset"),
    ]

    def __init__(self, desk: Desk, clause: str = "") -> None:
        super().__init__()
        self.desk, self._first = desk, clause

    def contents(self) -> Iterable[Widget]:
        yield Banner("What if?", SCRATCH)
        with Container(classes="pair"):
            with Vertical(id="copy"):
                yield Menu("scratch", classes="pane -kept", title="Scratch copy", browse=True)
                yield Sheet("options", classes="pane", title="Its wordings")
            yield Sheet("trial", classes="pane", title="What they would make of it")

    def on_mount(self) -> None:
        self._show(self._first or None)
        self.query_one("#scratch", Menu).focus()

    def _show(self, pointed: str | None = None) -> None:
        menu = self.query_one("#scratch", Menu)
        menu.show(list(scratch_rows(self.desk, self.desk.scratch)), pointed=pointed)
        self.query_one("#trial", Sheet).show(list(trial_rows(self.desk, self.desk.scratch)))
        self._show_options()
        self.refresh_bindings()

    def _show_options(self) -> None:
        options = list(option_rows(self.desk, self.desk.scratch, self._clause))
        self.query_one("#options", Sheet).show(options or [note("Point at a clause.")], top=True)

    @property
    def _clause(self) -> ClauseId:
        return ClauseId(self.query_one("#scratch", Menu).pointed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("plan", "reset"):
            return bool(self.desk.scratch) or None
        return True

    def action_put(self, number: int) -> None:
        options = list(self.desk.scenario.clauses[self._clause].options)
        if number <= len(options):
            clause = self._clause
            self.desk.scratch = with_wording(self.desk.view, self.desk.scratch, clause, options[number - 1])
            self._show()

    def action_turn(self, by: int) -> None:
        options = list(self.desk.scenario.clauses[self._clause].options)
        now = tried(self.desk.view, self.desk.scratch, self._clause)
        place = (options.index(now) + by) % len(options) if now in options else (0 if by > 0 else len(options) - 1)
        self.action_put(place + 1)

    def action_reset(self) -> None:
        self.desk.scratch = {}
        self._show()

    def action_plan(self) -> None:
        """Put the differences on the plan, as far as they are to be had and fit."""
        acts = proposals(self.desk.view, self.desk.plan, self.desk.scratch)
        refused = [reason for act in acts for reason in self.desk.add(act)]
        if not acts or refused:
            self.app.bell()
            self.notify(" ".join(refused) or "None of it is to be had now, or the calendar is full.", markup=False)
        else:
            self.dismiss(None)

    @on(Sheet.Pointed, "#scratch")
    def look(self) -> None:
        self._show_options()

    @on(Sheet.Chosen, "#scratch")
    def take(self) -> None:
        self.action_turn(1)
