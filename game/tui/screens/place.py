"""What all screens share: a bar of keys, help, the way back, and a calm word when the terminal is too small."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual._styles_cache import StylesCache
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game.tui.keys import KeyTable, key_table
from game.tui.widgets.guidenote import GuideNote
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.sheet import Sheet

Result = TypeVar("Result")

LEAST_WIDTH = 80
LEAST_HEIGHT = 24

_BY_WIDTH = [(0, "-cramped"), (LEAST_WIDTH, "-narrow"), (110, "-wide"), (150, "-broad")]
_BY_HEIGHT = [(0, "-flat"), (LEAST_HEIGHT, "-low"), (34, "-high")]
"""Classes that a screen has from this many columns or lines on."""


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


class Place(Screen[Result], Generic[Result], inherit_bindings=False):
    """A screen of the game. ``HELP_PAGE`` is what ``?`` opens: a few sentences on what can be done here.

    ``SPARE`` are the keys that the bar leaves out where it has no room for all, the most dispensable first.
    ``READS`` are keys that the screen takes as text, and what becomes of them. ``ABOUT`` says of which kind the rows
    of a sheet are, by the sheet's name, so that ``?`` can explain the one that is pointed at.
    """

    HORIZONTAL_BREAKPOINTS = _BY_WIDTH
    VERTICAL_BREAKPOINTS = _BY_HEIGHT
    HELP_PAGE: ClassVar[str] = ""
    SPARE: ClassVar[tuple[str, ...]] = ()
    READS: ClassVar[KeyTable] = ()
    ABOUT: ClassVar[Mapping[str, str]] = {}
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in the framework, but the widgets that lose and gain the focus are drawn anew and not the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="esc"),
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        Binding("tab", "app.focus_next", "To the next pane", show=False),
        Binding("shift+tab", "app.focus_previous", "To the pane before", show=False),
    ]

    class Wanted(Message):
        """Something that is the parent's business: another screen, an act about a subject, to send, to leave."""

        def __init__(self, what: str, subject: str = "") -> None:
            super().__init__()
            self.what, self.subject = what, subject

    class Noticed(Message):
        """The player has looked into something that the guide may be waiting for."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class HelpWanted(Message):
        """``page`` names the screen, ``keys`` are all that do something there, ``about`` what is looked at."""

        def __init__(self, page: str, keys: KeyTable, about: str = "") -> None:
            super().__init__()
            self.page, self.keys, self.about = page, keys, about

    def compose(self) -> Iterable[Widget]:
        yield from self.contents()
        yield GuideNote()
        yield KeyBar(self.SPARE)
        yield TooSmall()

    def on_unmount(self) -> None:
        """The framework goes on holding what it drew of widgets that are gone, a megabyte for some screens."""
        StylesCache.get_inner_outer.cache_clear()

    def contents(self) -> Iterable[Widget]:
        """The screen's own widgets."""
        return ()

    @property
    def too_small(self) -> bool:
        return self.has_class("-cramped") or self.has_class("-flat")

    def action_want(self, what: str) -> None:
        self.post_message(self.Wanted(what))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_explain(self) -> None:
        keys = (*self.READS, *key_table(self.active_bindings))
        self.post_message(self.HelpWanted(self.HELP_PAGE, keys, self.about()))

    def about(self) -> str:
        """What the player looks at, as an article of the briefing book: ``party:russia``; nothing for the screen."""
        looked_at = self.focused
        kind = self.ABOUT.get(str(looked_at.id), "") if isinstance(looked_at, Sheet) else ""
        return f"{kind}:{looked_at.pointed}" if kind and isinstance(looked_at, Sheet) and looked_at.pointed else ""
