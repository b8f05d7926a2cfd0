"""One sitting at a game: which screen follows which, from the first briefing to the end."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.model.actions import Action
from game.model.ids import ClauseId, GroupId, PartyId, TrackId
from game.model.verbs import Slot
from game.play.match import DecisionRefused, TurnRecord
from game.play.saves import SaveProblem
from game.telling.conference import conference_words
from game.telling.dates import turn_dates
from game.telling.debriefing import EXPLORED
from game.telling.orders import say_action
from game.telling.prose import in_prose
from game.tui.catalogue import LOOKS, screen_called
from game.tui.desk import Desk
from game.tui.panes.plan import send_rows
from game.tui.screens.place import Place
from game.tui.screens.predict import PredictScreen
from game.tui.screens.question import QuestionScreen
from game.tui.screens.room import RoomScreen
from game.tui.widgets.rows import BLANK, note, row

if TYPE_CHECKING:
    from game.debrief.findings import Findings
    from game.tui.app import Backchannel
    from game.tui.choosing import Subject

_SUBJECTS = ("party", "clause", "group", "track", "bench")
_LEADS = ("send", "rewind")
"""What leads through screens in an order of its own."""

_EVENT_WAITS = "An event waits for your decision: Enter opens it in the situation room."


class Sitting:
    """It runs in workers of the app. One thing at a time: what is asked for meanwhile is not heard."""

    def __init__(self, app: "Backchannel", desk: Desk) -> None:
        self.app, self.desk = app, desk
        self.room = RoomScreen(desk)
        self._busy = self._leads = False
        self._next: tuple[str, str] | None = None
        self._found: Findings | None = None
        self._notices: tuple[str, ...] = ()

    async def open(self, notices: tuple[str, ...], *, fresh: bool) -> None:
        """Sit down: the room, the briefing if the game is new, then whatever waits for a decision."""
        await self.app.push_screen(self.room)
        self._busy = self._leads = True
        if notices:
            await self.app.ask(QuestionScreen.telling("Before you go on", " ".join(notices)))
        if fresh:
            from game.tui.screens.briefing import BriefingScreen

            setup = self.desk.session.match.game.setup
            await self.app.ask(BriefingScreen(self.desk.scenario, self.desk.view.length, setup))
        await self._attend()
        self._busy = self._leads = False

    async def serve(self, what: str, subject: str = "") -> None:
        """What the player asks for, in the situation room or on a screen over it."""
        if what == "export":
            self._file_draft()
        elif what == "file-debrief":
            await self._file_debrief(subject)
        elif what in _SUBJECTS and not (what == "bench" and not self._busy):
            await self._open_over(what, subject)
        elif not self._busy:
            self._busy, self._leads = True, what in _LEADS
            await self._serve(what, subject)
            self._busy = self._leads = False
            if self.app.sitting is self:
                self.room.refresh_desk()
                await self._go_on()
        elif what == "debrief" and self._at("ending"):
            await self.app.push_screen(await self._debrief())
        elif (what == "curves" or self._at("ending")) and (
            screen := screen_called(what, self.desk, subject)
        ) is not None:
            await self.app.push_screen(screen)

    def can_go(self, what: str) -> bool:
        """Whether the player can go there now: while the game leads, only to look at something."""
        return not self._leads or what in LOOKS

    async def go(self, what: str, subject: str = "") -> None:
        """From any screen to another. It opens over the situation room, or over what the game leads through."""
        if self._leads:
            screen = screen_called(what, self.desk, subject)
            if screen is not None and self.can_go(what):
                await self.app.push_screen(screen)
            return
        busy, self._next = self._busy, (what, subject)
        await self._return_to_room()
        if not busy:
            await self._go_on()

    async def _go_on(self) -> None:
        """To where the player wanted to go from the screen that has been closed."""
        wanted, self._next = self._next, None
        if wanted is not None:
            await self.serve(*wanted)

    async def _return_to_room(self) -> None:
        stack = self.app.screen_stack
        over = stack[stack.index(self.room) + 1 :] if self.room in stack else []
        for screen in reversed(over):
            await screen.dismiss(None)

    def _at(self, page: str) -> bool:
        """Whether that screen is open, by the page that explains it."""
        return isinstance(self.app.screen, Place) and page == self.app.screen.HELP_PAGE

    async def _serve(self, what: str, subject: str) -> None:
        if what == "send":
            await self._send()
        elif what == "rewind":
            await self._rewind()
        elif what == "menu":
            self.app.leave_game()
        elif what == "expect":
            await self.app.ask(PredictScreen(self.desk, "What do you expect?", action=self.room.pointed_act))
        elif what in ("act", "verb", "typed") and self.desk.card is not None:
            self.app.tell(_EVENT_WAITS)
        elif (screen := screen_called(what, self.desk, subject)) is not None:
            await self.app.ask(screen)

    def plan_act(self, action: Action) -> None:
        """Put the act on the plan at once, and say so, or why not."""
        reasons = (_EVENT_WAITS,) if self.desk.card is not None else self.desk.add(action)
        said = f"Planned: {in_prose(say_action(self.desk.names, action))}. u takes it out again."
        self.app.tell(" ".join(reasons) or said)
        if not reasons and self._at("act"):
            self.app.screen.dismiss(None)
        self.room.refresh_desk()

    async def _open_over(self, what: str, word: str) -> None:
        """A screen over the one from which the player asks for it."""
        if what == "bench" and not self.desk.over and not self._at("bench"):
            screen = screen_called(what, self.desk, word)
            if screen is not None:
                await self.app.push_screen(screen)
        elif what != "bench":
            await self._act_on(self._subject(what, word))

    async def _act_on(self, subject: "Subject | None") -> None:
        """Choose an act about what the player looks at."""
        if self.desk.card is not None:
            self.app.tell(_EVENT_WAITS)
        elif not self.desk.over and not self._at("act"):
            from game.tui.screens.act import ActScreen

            await self.app.push_screen(ActScreen(self.desk, subject))

    def _subject(self, what: str, word: str) -> "Subject | None":
        """None for something that no act can begin with, such as a meter."""
        from game.tui.choosing import Subject

        names = self.desk.names
        match what:
            case "party":
                return Subject(Slot.PARTY, word, names.party(PartyId(word)))
            case "clause":
                return Subject(Slot.CLAUSE, word, names.clause(ClauseId(word)))
            case "group":
                return Subject(Slot.GROUP, word, names.group(GroupId(word)))
            case _:
                known = TrackId(word) in self.desk.scenario.tracks
                return Subject(Slot.TRACK, word, names.track(TrackId(word))) if known else None

    async def _attend(self) -> None:
        """Event cards first; after the last turn, the end."""
        while self.desk.card is not None and not self.desk.over:
            from game.tui.screens.card import CardScreen

            choice = await self.app.ask(CardScreen(self.desk, self.desk.card))
            if choice is None:
                break
            await self._decide(partial(self.desk.choose, choice))
        if self.desk.over:
            await self._end()
        else:
            self.room.refresh_desk()

    async def debrief(self) -> None:
        """Talk a finished game over, and nothing else."""
        await self.app.push_screen(self.room)
        await self.app.ask(await self._debrief())
        self.app.leave_game()

    async def _debrief(self) -> Place[None]:
        """What it finds is worked out behind a sentence that says so."""
        from game.debrief.findings import Wish, debriefed
        from game.debrief.sections import sections
        from game.tui.screens.debrief import DebriefScreen

        self.app.tell("Working out the debrief …")
        session = self.desk.session
        self._notices = (EXPLORED,) if session.explored else ()
        found = await asyncio.to_thread(debriefed, session.match, Wish(predictions=session.foretold))
        told, self._found = sections(session.match, found=found, notices=self._notices), found
        return DebriefScreen(self.desk.scenario, told, self.desk.dates)

    def _file_draft(self) -> None:
        from game.tui.filing import file_draft

        self.app.tell(file_draft(self.desk))

    async def _file_debrief(self, form: str) -> None:
        from game.tui.filing import file_debrief

        if self._found is not None:
            told = await asyncio.to_thread(file_debrief, self.desk, self._found, self._notices, form)
            self.app.tell(told)

    async def _end(self) -> None:
        from game.tui.screens.ending import EndingScreen

        wanted = await self.app.ask(EndingScreen(self.desk))
        if wanted == "rewind":
            await self._decide(self.desk.rewind)
            await self._attend()
        else:
            self.app.leave_game()

    async def _send(self) -> None:
        if self.desk.card is not None or self.desk.over:
            await self._attend()
            return
        settings = self.app.wardrobe.settings
        screen = PredictScreen(self.desk, "Send the turn?", send_rows(self.desk))
        asked = screen if settings.ask_predictions else screen.silenced()
        if settings.confirm_send and not await self.app.ask(asked):
            return
        if await self._decide(self.desk.send):
            record = self.desk.session.last_turn()
            if record is not None:
                await self._report(record)
            await self._attend()

    async def _report(self, record: TurnRecord) -> None:
        """The conference if there was one, then the cables."""
        from game.tui.screens.conference import ConferenceScreen
        from game.tui.screens.morning import MorningScreen

        scene = conference_words(self.desk.names, record)
        if scene is not None:
            dates = turn_dates(self.desk.view.length, record.turn)
            await self.app.ask(ConferenceScreen(self.desk.names, scene, f"Turn {record.turn} · {dates}"))
        await self.app.ask(MorningScreen(self.desk, record))

    async def _rewind(self) -> None:
        if not self.desk.session.can_rewind:
            self.app.tell("The game is at its start; there is nothing to take back.")
            return
        rows = [
            row("You go back to where this turn began; if nothing has been decided in it, to the turn before."),
            BLANK,
            note("The game is then marked as explored."),
        ]
        asks = self.app.wardrobe.settings.confirm_rewind
        if asks and not await self.app.ask(QuestionScreen("Take the turn back?", rows)):
            return
        if await self._decide(self.desk.rewind):
            await self._attend()

    async def _decide(self, deed: Callable[[], object]) -> bool:
        """Do it; if it cannot be saved, the player may go on without saving."""
        try:
            deed()
        except DecisionRefused as refused:
            await self.app.ask(QuestionScreen.telling("That cannot be done", str(refused)))
            return False
        except SaveProblem as problem:
            rows = [row(str(problem)), BLANK, note("Enter plays on without saving; Esc leaves all as it was.")]
            if not await self.app.ask(QuestionScreen("The decision could not be saved", rows)):
                return False
            self.desk.session.play_unsaved()
            return await self._decide(deed)
        return True
