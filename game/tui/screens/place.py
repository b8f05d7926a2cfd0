"""What all screens share: a bar of keys, help, the way back, and a calm word when the terminal is too small."""

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game.tui.widgets.keybar import KeyBar

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


class Place(Screen[Result], Generic[Result]):
    """A screen of the game. ``HELP_PAGE`` is what ``?`` opens: a few sentences on what can be done here."""

    HORIZONTAL_BREAKPOINTS = _BY_WIDTH
    VERTICAL_BREAKPOINTS = _BY_HEIGHT
    HELP_PAGE: ClassVar[str] = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in the framework, but the widgets that lose and gain the focus are drawn anew and not the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", key_display="esc"),
        Binding("question_mark,f1", "explain", "Help", key_display="?"),
        Binding("f2", "app.change_theme", "Theme", show=False),
    ]

    class Wanted(Message):
        """Something that is the parent's business: another screen, an act about a subject, to send, to leave."""

        def __init__(self, what: str, subject: str = "") -> None:
            super().__init__()
            self.what, self.subject = what, subject

    class HelpWanted(Message):
        """``page`` names the screen, ``keys`` are (key, what it does)."""

        def __init__(self, page: str, keys: tuple[tuple[str, str], ...]) -> None:
            super().__init__()
            self.page, self.keys = page, keys

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

    def action_want(self, what: str) -> None:
        self.post_message(self.Wanted(what))

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_explain(self) -> None:
        self.post_message(self.HelpWanted(self.HELP_PAGE, self._keys()))

    def _keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this screen with what they do."""
        mine = {action for each in type(self).__mro__ if issubclass(each, Place) for action in _actions(each)}
        found: dict[str, str] = {}
        for key, active in self.active_bindings.items():
            binding = active.binding
            if binding.description and (binding.show or binding.action in mine):
                found.setdefault(binding.description, binding.key_display or key)
        return tuple((key, does) for does, key in found.items())


def _actions(place: type[Place[Any]]) -> list[str]:
    """The actions of the bindings that the class itself declares."""
    return [binding.action for binding in place.__dict__.get("BINDINGS", ()) if isinstance(binding, Binding)]
