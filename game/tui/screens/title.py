"""The first screen. It is drawn before the scenario has been read, so it imports nothing of the game's."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from game.tui.screens.place import Place
from game.tui.widgets.rows import BLANK, Row, row, words
from game.tui.widgets.sheet import Menu, Sheet

_ENTRIES: Final = (
    ("continue", "Continue"),
    ("new", "New game"),
    ("guide", "Guided first turn"),
    ("open", "Open a game"),
    ("debriefs", "Debriefs"),
    ("book", "Briefing book"),
    ("settings", "Settings"),
    ("quit", "Quit"),
)
_REMARKS: Final = {"guide": "new here? five minutes, in a real game"}
_NAME: Final = (
    row(("[ ", "$ink-soft"), ("B A C K C H A N N E L", "bold $brass"), (" ]", "$ink-soft")),
    BLANK,
    row("One text that three parties can sign, sell at home and keep."),
)


class TitleScreen(Place[None]):
    """It asks for one of its entries. A newcomer finds the guided first turn in front."""

    CSS_PATH = "title.tcss"
    HELP_PAGE = "title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "want('continue')", "Continue", id="title.continue"),
        Binding("n", "want('new')", "New game", id="title.new"),
        Binding("g", "want('guide')", "Guided turn", id="title.guide"),
        Binding("o", "want('open')", "Open", id="title.open"),
        Binding("d", "want('debriefs')", "Debriefs", id="title.debriefs"),
        Binding("b", "want('book')", "Briefing book", id="title.book"),
        Binding("s", "want('settings')", "Settings", id="title.settings"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._to_continue: str | None = None
        self._searched = False
        self._newcomer = False
        self._excerpt: tuple[Row, ...] = ()
        self._said: tuple[Row, ...] = ()

    def contents(self) -> Iterable[Widget]:
        with Vertical(id="title"):
            for name in ("name", "excerpt"):
                sheet = Sheet(name)
                sheet.can_focus = False
                yield sheet
            yield Menu("entries")
            status = Sheet("status")
            status.can_focus = False
            yield status

    def on_mount(self) -> None:
        self._show()
        self.query_one("#entries", Menu).focus()

    def found(self, to_continue: str | None, excerpt: Sequence[Row], *, newcomer: bool = False) -> None:
        """What there is to go on with, in a line (None if there is nothing), and a few lines of the scenario's text.

        ``newcomer``: no game has been played to its end here.
        """
        self._to_continue, self._searched, self._excerpt = to_continue, True, tuple(excerpt)
        self._newcomer = newcomer
        self._show("continue" if to_continue else "guide" if newcomer else None)
        self.refresh_bindings()

    def say(self, text: str, style: str = "$ink-soft") -> None:
        """A line under the entries: what is being done, or what went wrong."""
        self._said = (row((text, style)),) if text else ()
        self._show()

    def _show(self, pointed: str | None = None) -> None:
        """News may come before the sheets are there, or when they are gone; then there is nothing to show it on."""
        entries = tuple(self._entry(*entry) for entry in _ENTRIES)
        shown = {"name": _NAME, "excerpt": self._excerpt, "entries": entries, "status": self._said}
        for sheet in self.query(Sheet):
            sheet.show(shown[str(sheet.id)], pointed=pointed)

    def _entry(self, key: str, label: str) -> Row:
        if key != "continue":
            remark = _REMARKS.get(key, "") if self._newcomer else ""
            return row((remark, "$ink-soft"), lead=words(" ", (label, "bold"), "   " if remark else ""), key=key)
        if self._to_continue:
            return row((self._to_continue, "$ink-soft"), lead=words(" ", (label, "bold"), "   "), key=key)
        remark = "no unfinished game" if self._searched else "looking for your last game"
        return row((f"{label}   {remark}", "$ink-soft"), lead=" ")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to leave for; and to go on only if there is a game."""
        return action != "leave" and not (parameters == ("continue",) and not self._to_continue)

    @on(Menu.Chosen, "#entries")
    def take(self, chosen: Menu.Chosen) -> None:
        self.action_want(chosen.key)
