"""The app: it owns the screens and the way between them, and hands each one the game it shows."""

import asyncio
import signal
import sys
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import App
from textual.binding import Binding, BindingType

from game.tui.screens.place import Place
from game.tui.screens.title import TitleScreen
from game.tui.start import StartOptions, unfit_terminal
from game.tui.themes import NIGHT, PAPER, THEMES

if TYPE_CHECKING:
    pass

_SIGNALS = (("SIGTERM", 143), ("SIGHUP", 129))
"""What ends the program from outside, and the exit code that says so."""


class Backchannel(App[None]):
    CSS_PATH = "app.tcss"
    TITLE = "Backchannel"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
        Binding("f2", "change_theme", "Theme", show=False),
    ]

    def __init__(self, start: StartOptions) -> None:
        super().__init__()
        self.options = start
        for each in THEMES:
            self.register_theme(each)
        self.theme = NIGHT.name
        self.set_class(start.ascii, "-ascii")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return NIGHT.variables

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for name, code in _SIGNALS:
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), self._end, code)
        self.push_screen(TitleScreen())

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def action_change_theme(self) -> None:
        self.theme = PAPER.name if self.theme == NIGHT.name else NIGHT.name

    async def on_event(self, event: events.Event) -> None:
        """While the terminal is too small nobody can see what a key would do, so only leaving is heard."""
        if isinstance(event, events.Key | events.MouseEvent) and self._hidden() and not self._leaves(event):
            return
        await super().on_event(event)

    def _hidden(self) -> bool:
        return bool(self.screen_stack) and isinstance(self.screen, Place) and self.screen.too_small

    def _leaves(self, event: events.Event) -> bool:
        return isinstance(event, events.Key) and event.key == "ctrl+q"


def run_app(start: StartOptions) -> int:
    """Play in the terminal until the player leaves. The exit code: 0, or 2 if there is no terminal to play in."""
    problem = unfit_terminal()
    if problem is not None:
        print(problem, file=sys.stderr)
        return 2
    app = Backchannel(start)
    app.run(mouse=not start.no_mouse)
    return app.return_code or 0
