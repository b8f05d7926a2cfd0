"""The settings: how the screens look, what asks before it is done, and where that is kept."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from game.tui.keys import say_keys
from game.tui.screens.place import Place
from game.tui.settings import Settings, settings_values
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note, row, words
from game.tui.widgets.sheet import Menu

_COLUMN: Final = 26
_VALUES: Final = {
    "night-desk": "night desk",
    "high-contrast": "high contrast",
    "colour-safe": "safe for red-green blindness",
    "plain": "none, signs and tags only",
    True: "on",
    False: "off",
}
_OFFERS: Final = (
    ("theme", "Theme", "Dark, light, or as strong as it can be. F2 does the same anywhere."),
    ("colours", "Colours of the parties", "Each party has a sign and a tag as well, whatever its colour."),
    ("ascii", "Plain characters only", "For terminals whose font lacks lines, dots and arrows."),
    ("motion", "Motion", "Things that come in by and by. Off, they are there at once."),
    ("confirm_send", "Ask before sending a turn", "A sent turn can still be taken back."),
    ("confirm_rewind", "Ask before taking one back", "A game with a turn taken back is marked as explored."),
    (
        "ask_predictions",
        "Ask what you expect",
        "Of an answer, when a turn is sent. With e you can say it anyhow.",
    ),
)


class SettingsScreen(Place[None]):
    """It asks for changes and shows what they have come to; whoever opened it makes and keeps them."""

    CSS_PATH = "settings.tcss"
    HELP_PAGE = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right,space", "change", "Change", key_display="← →"),
    ]

    class Changed(Message):
        """The player wants the next value of a setting."""

        def __init__(self, screen: "SettingsScreen", name: str) -> None:
            super().__init__()
            self.screen, self.name = screen, name

    def __init__(self, settings: Settings, told: Callable[[], tuple[str, ...]]) -> None:
        """``told``: where the settings are kept, and what is wrong with them."""
        super().__init__()
        self._settings, self._told = settings, told

    def contents(self) -> Iterable[Widget]:
        yield Banner("Settings")
        with Container(id="form"):
            yield Menu("settings", classes="pane -kept", title="Settings")

    def on_mount(self) -> None:
        self.put(self._settings)
        self.query_one("#settings", Menu).focus()

    def put(self, settings: Settings) -> None:
        self._settings = settings
        self.query_one("#settings", Menu).show(list(setting_rows(settings, self._told())))

    def action_change(self) -> None:
        self.post_message(self.Changed(self, self.query_one("#settings", Menu).pointed))

    @on(Menu.Chosen, "#settings")
    def take(self) -> None:
        self.action_change()


def setting_rows(settings: Settings, told: Iterable[str]) -> Iterator[Row]:
    values = settings_values(settings)
    for name, label, about in _OFFERS:
        shown = _VALUES.get(values[name], str(values[name]))
        yield row((shown, "bold $brass"), lead=words((label.ljust(_COLUMN), "bold"), "  "), key=name)
        yield note(about, lead=" " * (_COLUMN + 2), key=name)
        if name == "colours":
            yield row(*_sample(), lead=" " * (_COLUMN + 2), key=name)
    if settings.keys:
        yield from (BLANK, heading("Keys that you have changed"))
        yield from (
            row(say_keys(keys.split(",")), lead=name.ljust(_COLUMN + 2)) for name, keys in settings.keys.items()
        )
    yield BLANK
    yield from (note(line) for line in told)


def _sample() -> Iterator[tuple[str, str]]:
    for place, sign in enumerate(("▲ RU", "● UA", "■ EU"), 1):
        yield f"{sign}   ", f"bold $seat-{place}"
    yield "◆ US   ", "bold $seat-us"
    yield from (("▲4 better   ", "$good"), ("▼4 worse   ", "$bad"), ("needs care", "$caution"))
