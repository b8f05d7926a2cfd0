"""The app: the title, what is read behind it, and the door to a game."""

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from game.tui.guided import GuidedApp
from game.tui.screens.place import Place
from game.tui.screens.title import TitleScreen
from game.tui.start import StartOptions, unfit_terminal

if TYPE_CHECKING:
    from game.model.world import Setup
    from game.play.session import Session
    from game.tui.desk import Desk
    from game.tui.keys import KeyTable
    from game.tui.library import Library
    from game.tui.screens.palette import Palette
    from game.tui.screens.replay import ReplayScreen
    from game.tui.screens.saves import SavesScreen
    from game.tui.sitting import Sitting

_SCREENS = Path(__file__).parent / "screens"
_STYLES_AFTER = 0.5
"""Seconds after which the style sheets of all screens are read, so that the first of them is not kept waiting."""

_READING = "Reading the scenario …"
_OPENING = "Opening the game …"
_NO_GAME = "Ctrl+P plans acts and goes to places of a game. Begin one, or open one, first."
_GAME_OVER = "The game is over, so there is nothing to plan. The keys below lead to all that can be read."


class Backchannel(GuidedApp):
    """Handlers are named after the messages of screens that are imported only when they are needed."""

    CSS_PATH = "app.tcss"
    TITLE = "Backchannel"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave; every decision is already saved", show=False, priority=True),
        Binding("ctrl+c", "help_quit", "How to leave", show=False),
        Binding("ctrl+p", "palette", "Say what to do", show=False),
    ]

    def __init__(self, start: StartOptions) -> None:
        super().__init__(start)
        self.options = start
        self._title = TitleScreen()
        self.library: Library | None = None
        self._wish = "" if start.opened else "continue" if start.resume else "path" if start.open_path else ""
        self.sitting: Sitting | None = None
        self._left: Desk | None = None

    @property
    def occupied(self) -> bool:
        return super().occupied or (bool(self._wish) and self.library is None)

    def on_mount(self) -> None:
        self.heed_signals()
        if self.options.opened is None:
            self.show_title()
        else:
            from game.tui.opening import resume

            self.do(resume(self, self.options.opened))

    def show_title(self) -> None:
        """What the title needs is read behind it. It is at the bottom of all screens, once it has been shown."""
        while self.screen is not self._title and len(self.screen_stack) > 1:
            self.pop_screen()
        if self.screen is self._title:
            self._read()
        else:
            self.push_screen(self._title)
            self.call_after_refresh(self._read)

    def action_help_quit(self) -> None:
        self.tell("Ctrl+Q leaves. Every decision is already saved.")

    def action_palette(self) -> None:
        """Over a screen of a game, and over nothing that waits for an answer."""
        if not isinstance(self.screen, Place):
            return
        if self.sitting is None or self.sitting.desk.over:
            self.tell(_NO_GAME if self.sitting is None else _GAME_OVER)
        else:
            from game.tui.screens.palette import Palette

            self.push_screen(Palette(self.sitting))

    def on_palette_gone(self, message: "Palette.Gone") -> None:
        if message.what in ("book", "settings"):
            self.on_place_wanted(Place.Wanted(message.what))
        elif self.sitting is not None:
            self.do(self.sitting.go(message.what, message.subject))

    @work(thread=True, group="library")
    def _read(self) -> None:
        from game.tui.library import read_library

        self.call_from_thread(self._have_read, read_library(self.options))

    def _have_read(self, library: "Library") -> None:
        self.library = library
        trouble = " ".join(filter(None, (library.problem, *self.remarks())))
        self._title.say(trouble or library.parting(self._left), "$caution" if trouble else "$ink-soft")
        self._title.found(library.to_continue, library.excerpt, newcomer=library.newcomer)
        wish, self._wish = self._wish, ""
        if wish:
            self._fulfil(wish)

    def on_place_wanted(self, message: Place.Wanted) -> None:
        if message.what == "settings":
            self.open_settings()
        elif self.sitting is not None:
            book = message.what == "book"
            self._open_book("") if book else self.do(self.sitting.serve(message.what, message.subject))
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
        entries: dict[str, Callable[[], None]] = {
            "book": partial(self._open_book, ""),
            "new": self._set_up,
            "guide": self._begin_guided,
            "open": self._open_shelf,
            "debriefs": partial(self._open_shelf, finished=True),
        }
        if wish in entries:
            entries[wish]()
        elif wish == "path" and self.options.open_path is not None:
            self.do(self.open_save(self.options.open_path))
        elif library.newest is not None:
            self.do(self.open_save(library.newest.path))
        else:
            self._title.say("There is no unfinished game to go on with.")

    def _open_book(self, page: str, keys: "KeyTable" = (), about: str = "") -> None:
        from game.tui.screens.book import BookScreen

        scenario = None if self.library is None else self.library.scenario
        scenario = self.sitting.desk.scenario if self.sitting is not None else scenario
        self.push_screen(BookScreen(scenario, page, keys, about))

    def _set_up(self) -> None:
        from game.tui.screens.newgame import NewGameScreen

        if self.library is not None and self.library.scenario is not None:
            screen = NewGameScreen(self.library.scenario, self.options, newcomer=self.library.newcomer)
            self.push_screen(screen, self._set_up_done)

    def _begin_guided(self) -> None:
        from game.model.world import Setup
        from game.telling.guide import Guide

        scenario = None if self.library is None else self.library.scenario
        script = None if scenario is None else scenario.words.guide
        if scenario is not None and script is not None:
            self.guide = Guide(script)
            self._set_up_done(Setup(scenario.id, script.world, script.length, script.seed))

    def desk_in_play(self) -> "Desk | None":
        return None if self.sitting is None else self.sitting.desk

    def _open_shelf(self, *, finished: bool = False) -> None:
        from game.tui.screens.saves import SavesScreen

        if self.library is not None and self.library.shelf is not None:
            shelf = self.library.shelf
            chosen = partial(self._save_chosen, debrief=finished)
            self.push_screen(SavesScreen(shelf.list(), shelf.folder, finished=finished), chosen)

    def _set_up_done(self, setup: "Setup | None") -> None:
        if setup is not None:
            from game.tui.opening import begin

            self.do(begin(self, setup))

    def _save_chosen(self, path: Path | None, *, debrief: bool) -> None:
        if path is not None:
            self.do(self.open_save(path, debrief=debrief))

    def on_place_help_wanted(self, message: Place.HelpWanted) -> None:
        self._open_book(message.page, message.keys, message.about)

    async def open_save(self, path: Path, *, debrief: bool = False) -> None:
        from game.play.saves import SaveProblem
        from game.play.session import Session
        from game.play.trouble import MindProblem
        from game.tui.screens.question import QuestionScreen
        from game.tui.shelving import tell_trouble

        library = self.library
        if library is None or library.shelf is None:
            return
        self._title.say(_OPENING)
        try:
            opened = await asyncio.to_thread(library.shelf.open, path)
            session = await asyncio.to_thread(Session.resume, opened)
        except MindProblem as problem:
            await self.ask(QuestionScreen.telling("The game cannot be opened", str(problem)))
        except SaveProblem as problem:
            rescued = await tell_trouble(self, library.shelf, problem)
            if rescued is not None:
                await self.open_save(rescued, debrief=debrief)
        else:
            self.sit_down(session, debrief=debrief)
        finally:
            self._title.say("")

    def on_saves_screen_replay_wanted(self, message: "SavesScreen.ReplayWanted") -> None:
        from game.tui.shelving import read_again

        self._read_styles()
        self.do(read_again(self, message.path))

    def on_replay_screen_branch_wanted(self, message: "ReplayScreen.BranchWanted") -> None:
        from game.tui.shelving import leave_for_another

        self.do(leave_for_another(self, message))

    def sit_down(self, session: "Session", *, fresh: bool = False, debrief: bool = False) -> None:
        """Play this game; ``fresh``: from its beginning, with the briefing first; ``debrief``: only talk it over."""
        from game.tui.desk import Desk
        from game.tui.sitting import Sitting

        newcomer = self.library is not None and self.library.newcomer
        self.sitting = Sitting(self, Desk(session, everything=not newcomer))
        self.do(self.sitting.debrief() if debrief else self.sitting.open(session.notices, fresh=fresh))
        self.set_timer(_STYLES_AFTER, self._read_styles)

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
            self._left = self.sitting.desk
            self._left.session.close()
            self.sitting = None

    def leave_game(self) -> None:
        """Back to the title."""
        self._give_free()
        self.lead(None)
        self.show_title()

    def on_saves_screen_delete_wanted(self, message: "SavesScreen.DeleteWanted") -> None:
        from game.tui.shelving import delete

        self.do(delete(self, message))

    async def take(self, event: events.Event) -> None:
        """While the terminal is too small nobody can see what a key would do, so only leaving is heard."""
        leaves = isinstance(event, events.Key) and event.key == "ctrl+q"
        if isinstance(event, events.Key | events.MouseEvent) and self._hidden() and not leaves:
            return
        await super().take(event)

    def _hidden(self) -> bool:
        return bool(self.screen_stack) and isinstance(self.screen, Place) and self.screen.too_small


def run_app(start: StartOptions) -> int:
    """Play in the terminal until the player leaves. Raises whatever went wrong in the app, once the screen is restored.

    Returns the exit code: 0, 2 without a terminal to play in, 129 and 143 after a signal.
    """
    problem = unfit_terminal()
    if problem is not None:
        print(problem, file=sys.stderr)
        return 2
    app = Backchannel(start)
    app.show_in(app.console.color_system)
    app.run(mouse=not start.no_mouse)
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
