"""The app: the title, what is read behind it, and the door to a game."""

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from game.tui.paced import PacedApp
from game.tui.screens.place import Place
from game.tui.screens.title import TitleScreen
from game.tui.start import StartOptions, unfit_terminal
from game.tui.themes import NIGHT, PAPER, THEMES

if TYPE_CHECKING:
    from game.model.world import Setup
    from game.play.session import Session
    from game.tui.keys import KeyTable
    from game.tui.library import Library
    from game.tui.screens.replay import ReplayScreen
    from game.tui.screens.saves import SavesScreen
    from game.tui.sitting import Sitting

_SIGNALS = (("SIGTERM", 143), ("SIGHUP", 129))
"""What ends the program from outside, and the exit code that says so."""

_SCREENS = Path(__file__).parent / "screens"
_READING = "Reading the scenario …"
_OPENING = "Opening the game …"


class Backchannel(PacedApp):
    """Handlers are named after the messages of screens that are imported only when they are needed."""

    CSS_PATH = "app.tcss"
    TITLE = "Backchannel"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave; every decision is already saved", show=False, priority=True),
        Binding("ctrl+c", "help_quit", "How to leave", show=False),
        Binding("f2", "change_theme", "Dark or light", show=False),
    ]

    def __init__(self, start: StartOptions) -> None:
        super().__init__()
        self.options = start
        self.crash: Exception | None = None
        self._title = TitleScreen()
        self.library: Library | None = None
        self._wish = "continue" if start.resume else "path" if start.open_path else ""
        self.sitting: Sitting | None = None
        for each in THEMES:
            self.register_theme(each)
        self.theme = NIGHT.name
        self.set_class(start.ascii, "-ascii")

    @property
    def occupied(self) -> bool:
        return super().occupied or (bool(self._wish) and self.library is None)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return NIGHT.variables

    def on_mount(self) -> None:
        self._heed_signals()
        self.push_screen(self._title)
        self.call_after_refresh(self._read)

    def _heed_signals(self) -> None:
        """End politely, so that the terminal is left as it was found. Only a main thread on Unix can."""
        loop = asyncio.get_running_loop()
        for name, code in _SIGNALS:
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._end, code)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def action_help_quit(self) -> None:
        self.tell("Ctrl+Q leaves. Every decision is already saved.")

    def action_change_theme(self) -> None:
        self.theme = PAPER.name if self.theme == NIGHT.name else NIGHT.name

    @work(thread=True, group="library")
    def _read(self) -> None:
        from game.tui.library import read_library

        self.call_from_thread(self._have_read, read_library(self.options))

    def _have_read(self, library: "Library") -> None:
        self.library = library
        self._title.say(library.problem, "$caution")
        self._title.found(_say_newest(library), library.excerpt)
        wish, self._wish = self._wish, ""
        if wish:
            self._fulfil(wish)

    def on_place_wanted(self, message: Place.Wanted) -> None:
        if self.sitting is not None and message.what != "book":
            self.do(self.sitting.serve(message.what, message.subject))
        elif message.what == "quit":
            self.exit()
        elif self.library is None:
            self._wish = message.what
            self._title.say(_READING)
        else:
            self._fulfil(message.what)

    def _fulfil(self, wish: str) -> None:
        library = self.library
        if library is None:
            return
        if wish == "book":
            self._open_book("")
        elif wish == "new":
            self._set_up()
        elif wish == "open":
            self._open_shelf()
        elif wish == "path" and self.options.open_path is not None:
            self.do(self.open_save(self.options.open_path))
        elif library.newest is not None:
            self.do(self.open_save(library.newest.path))
        else:
            self._title.say("There is no unfinished game to go on with.")

    def _open_book(self, page: str, keys: "KeyTable" = ()) -> None:
        from game.tui.screens.book import BookScreen

        scenario = None if self.library is None else self.library.scenario
        self.push_screen(BookScreen(scenario, page, keys))

    def _set_up(self) -> None:
        from game.tui.screens.newgame import NewGameScreen

        if self.library is not None and self.library.scenario is not None:
            screen = NewGameScreen(self.library.scenario, self.options, newcomer=self.library.newcomer)
            self.push_screen(screen, self._set_up_done)

    def _open_shelf(self) -> None:
        from game.tui.screens.saves import SavesScreen

        if self.library is not None and self.library.shelf is not None:
            shelf = self.library.shelf
            self.push_screen(SavesScreen(shelf.list(), shelf.folder), self._save_chosen)

    def _set_up_done(self, setup: "Setup | None") -> None:
        if setup is not None:
            self.do(self._begin(setup))

    def _save_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.do(self.open_save(path))

    def on_place_help_wanted(self, message: Place.HelpWanted) -> None:
        self._open_book(message.page, message.keys)

    async def _begin(self, setup: "Setup") -> None:
        """A new game; if it cannot be saved, the player may play without saving."""
        from game.play.saves import SaveProblem
        from game.play.session import Session
        from game.tui.screens.question import QuestionScreen
        from game.tui.widgets.rows import BLANK, note, row

        if self.library is None or self.library.scenario is None:
            return
        try:
            session = Session.begin(self.library.scenario, setup, self.library.shelf)
        except SaveProblem as problem:
            rows = [row(str(problem)), BLANK, note("Enter plays without saving; Esc goes back.")]
            if not await self.ask(QuestionScreen("The game cannot be saved", rows)):
                return
            session = Session.begin(self.library.scenario, setup, None)
        self.sit_down(session, fresh=True)

    async def open_save(self, path: Path) -> None:
        from game.play.saves import SaveProblem
        from game.play.session import Session
        from game.tui.shelving import tell_trouble

        library = self.library
        if library is None or library.shelf is None:
            return
        self._title.say(_OPENING)
        try:
            opened = await asyncio.to_thread(library.shelf.open, path)
            session = await asyncio.to_thread(Session.resume, opened)
        except SaveProblem as problem:
            rescued = await tell_trouble(self, library.shelf, problem)
            if rescued is not None:
                await self.open_save(rescued)
        else:
            self.sit_down(session)
        finally:
            self._title.say("")

    def on_saves_screen_replay_wanted(self, message: "SavesScreen.ReplayWanted") -> None:
        from game.tui.shelving import read_again

        self._read_styles()
        self.do(read_again(self, message.path))

    def on_replay_screen_branch_wanted(self, message: "ReplayScreen.BranchWanted") -> None:
        from game.tui.shelving import leave_for_another

        self.do(leave_for_another(self, message))

    def sit_down(self, session: "Session", *, fresh: bool = False) -> None:
        """Play this game; ``fresh``: from its beginning, with the briefing first."""
        from game.tui.desk import Desk
        from game.tui.sitting import Sitting

        self._read_styles()
        self.sitting = Sitting(self, Desk(session))
        self.do(self.sitting.open(session.notices, fresh=fresh))

    def _read_styles(self) -> None:
        """The style sheets of all screens at once, so that none has to be read when its screen is opened."""
        sheets = [path for path in _SCREENS.glob("*.tcss") if not self.stylesheet.has_source(str(path))]
        if sheets:
            self.stylesheet.read_all(sorted(sheets))
            self.stylesheet.reparse()

    def on_unmount(self) -> None:
        self._give_free()

    def _give_free(self) -> None:
        """Let others have the save."""
        if self.sitting is not None:
            self.sitting.desk.session.close()
            self.sitting = None

    def leave_game(self) -> None:
        """Back to the title."""
        self._give_free()
        while self.screen is not self._title and len(self.screen_stack) > 1:
            self.pop_screen()
        self._read()

    def on_saves_screen_delete_wanted(self, message: "SavesScreen.DeleteWanted") -> None:
        from game.tui.shelving import delete

        self.do(delete(self, message))

    async def take(self, event: events.Event) -> None:
        """While the terminal is too small nobody can see what a key would do, so only leaving is heard."""
        if isinstance(event, events.Key | events.MouseEvent) and self._hidden() and not _leaves(event):
            return
        await super().take(event)

    def _hidden(self) -> bool:
        return bool(self.screen_stack) and isinstance(self.screen, Place) and self.screen.too_small

    def _handle_exception(self, error: Exception) -> None:
        """Instead of the framework's traceback with everybody's values: end, and let :func:`run_app` raise it."""
        self.crash = self.crash or error
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def _leaves(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.key == "ctrl+q"


def _say_newest(library: "Library") -> str | None:
    title = library.newest
    if title is None:
        return None
    return f"turn {title.turn} of {title.turns} · {title.length} · {title.world} · seed {title.seed}"


def run_app(start: StartOptions) -> int:
    """Play in the terminal until the player leaves. Raises whatever went wrong in the app, once the screen is restored.

    Returns the exit code: 0, 2 without a terminal to play in, 129 and 143 after a signal.
    """
    problem = unfit_terminal()
    if problem is not None:
        print(problem, file=sys.stderr)
        return 2
    app = Backchannel(start)
    app.run(mouse=not start.no_mouse)
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
