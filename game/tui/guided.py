"""An app that can take a player by the hand: the guide's note stands on every screen and goes on with what is done."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from game.tui.dressed import DressedApp
from game.tui.screens.place import Place
from game.tui.start import StartOptions
from game.tui.widgets.guidenote import GuideNote

if TYPE_CHECKING:
    from game.telling.guide import Guide
    from game.tui.desk import Desk


class GuidedApp(DressedApp):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "skip_step", "Skip this step of the guide", show=False),
        Binding("f10", "end_guide", "End the guide", show=False),
    ]

    def __init__(self, start: StartOptions) -> None:
        super().__init__(start)
        self.guide: Guide | None = None

    def desk_in_play(self) -> "Desk | None":
        """The desk at which a game is being played, if one is."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.guide is not None or action not in ("skip_step", "end_guide")

    def guide_on(self) -> None:
        """Look at what has been done, and tell the step that is due."""
        desk = self.desk_in_play()
        if self.guide is not None and desk is not None:
            from game.telling.guide import moment

            place = self.screen.HELP_PAGE if isinstance(self.screen, Place) else ""
            self.lead(self.guide.at(moment(desk.session.match, desk.plan, place)))

    def lead(self, guide: "Guide | None") -> None:
        """Go on with the guide from here; None ends it, and so does its last step."""
        ended = guide is not None and guide.step is None
        self.guide = None if ended else guide
        for screen in self.screen_stack:
            for note in screen.query(GuideNote):
                note.tell(self.guide)

    def action_skip_step(self) -> None:
        if self.guide is not None:
            self.lead(self.guide.skipped())
            self.guide_on()

    def action_end_guide(self) -> None:
        self.lead(None)

    def on_place_noticed(self, message: Place.Noticed) -> None:
        if self.guide is not None:
            self.guide = self.guide.noted(message.what)
            self.guide_on()

    def answered(self) -> None:
        self.guide_on()

    async def take(self, event: events.Event) -> None:
        await super().take(event)
        if isinstance(event, events.MouseUp) and self.guide is not None:
            self.call_after_refresh(self.guide_on)
