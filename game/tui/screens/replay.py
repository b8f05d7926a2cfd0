"""A saved game read again: turn by turn, from any chair, and a new game from any of its turns."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from game.model.ids import US
from game.play.chairs import Chair, chairs, turns_of
from game.play.opened import Opened
from game.telling.chairs import Paragraph, chair_heading, chair_paragraphs
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, note, row
from game.tui.widgets.sheet import Sheet


class ReplayScreen(Place[Path | None]):
    """Closes with the save of a new game that was begun from one of its turns."""

    HELP_PAGE = "replay"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,n", "turn(1)", "Next turn", key_display="→"),
        Binding("left,p", "turn(-1)", "Turn before", key_display="←"),
        Binding("c", "chair", "Another chair"),
        Binding("b", "branch", "Begin from here"),
    ]

    class BranchWanted(Message):
        def __init__(self, screen: "ReplayScreen", opened: Opened, turn: int) -> None:
            super().__init__()
            self.screen, self.opened, self.turn = screen, opened, turn

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._opened, self._place = opened, 0
        self._chair: Chair = US

    def contents(self) -> Iterable[Widget]:
        yield Banner("Replay", self._opened.path.stem)
        yield Sheet("told", classes="pane")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#told", Sheet).focus()

    def _show(self) -> None:
        match = self._opened.match
        record = turns_of(match)[self._place]
        sheet = self.query_one("#told", Sheet)
        sheet.border_title = row(chair_heading(match, record, self._chair)).body
        head = [note(each) for each in (*self._opened.notices, self._opened.rerun)] if self._place == 0 else []
        sheet.show([*head, *map(_row, chair_paragraphs(match, record, self._chair))], top=True)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What others knew is shown when the game is over."""
        if action == "turn":
            return 0 <= self._place + (1 if parameters == (1,) else -1) < len(self._opened.match.turns)
        return action != "chair" or self._opened.match.over

    def action_turn(self, by: int) -> None:
        self._place += by
        self._show()

    def action_chair(self) -> None:
        seats = chairs(self._opened.match.game.scenario)
        self._chair = seats[(seats.index(self._chair) + 1) % len(seats)]
        self._show()

    def action_branch(self) -> None:
        turn = self._opened.match.turns[self._place].turn
        self.post_message(self.BranchWanted(self, self._opened, turn))


def _row(paragraph: Paragraph) -> Row:
    return row(paragraph.text, lead=" " * paragraph.indent) if paragraph.text else BLANK
