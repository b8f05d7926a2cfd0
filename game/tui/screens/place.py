"""What all screens share: a bar of keys, help, the way back, and a calm word when the terminal is too small."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game.tui.widgets.keybar import KeyBar

Result = TypeVar("Result")

LEAST_WIDTH = 80
LEAST_HEIGHT = 24


class TooSmall(Static):
    """Covers everything while the terminal is too small; the style sheet shows and hides it."""

    def __init__(self) -> None:
        super().__init__(
            Content(
                f"This screen needs {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines. Please enlarge the terminal; "
                "the game waits, and nothing is lost. Ctrl+Q leaves."
            ),
            markup=False,
        )


class Place(Screen[Result], Generic[Result]):
    """A screen of the game. ``HELP_PAGE`` is what ``?`` opens: a few sentences on what can be done here."""

    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (LEAST_WIDTH, "-narrow"), (110, "-wide"), (150, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LEAST_HEIGHT, "-low"), (34, "-high")]
    HELP_PAGE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="esc"),
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        Binding("f2", "app.change_theme", "Theme", show=False),
    ]

    def compose(self) -> Iterable[Widget]:
        yield from self.contents()
        yield KeyBar()
        yield TooSmall()

    def contents(self) -> Iterable[Widget]:
        """The screen's own widgets."""
        return ()

    @property
    def too_small(self) -> bool:
        return self.has_class("-cramped") or self.has_class("-flat")

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_explain(self) -> None:
        from game.tui.screens.book import BookScreen

        self.app.push_screen(BookScreen.on(self))
