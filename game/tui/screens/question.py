"""A question that is answered with yes or no, or a message that only asks to be read."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.rows import Row, note
from game.tui.widgets.sheet import Sheet


class QuestionScreen(ModalScreen[bool], inherit_bindings=False):
    CSS_PATH = "question.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", "Go ahead", key_display="enter"),
        Binding("escape,n", "answer(False)", "Back", key_display="esc"),
    ]

    def __init__(self, title: str, rows: Sequence[Row], *, message: bool = False) -> None:
        """A ``message`` has nothing to decline."""
        super().__init__()
        self._title, self._rows, self._message = title, tuple(rows), message

    @classmethod
    def telling(cls, title: str, text: str) -> "QuestionScreen":
        return cls(title, [note(text)], message=True)

    def compose(self) -> Iterable[Widget]:
        with Vertical(id="question"):
            yield Sheet("asked", classes="pane", title=self._title)
        yield KeyBar()

    def on_mount(self) -> None:
        sheet = self.query_one("#asked", Sheet)
        sheet.show(self._rows)
        sheet.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (self._message and parameters == (False,))

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
