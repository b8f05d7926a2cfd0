"""Before an answer comes: what the player expects of it, and how sure it is. Two keys, and never a must."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final, Self

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widget import Widget

from game.model.actions import Action
from game.play.predictions import SURENESSES, Expected, OpenQuestion, Prediction, answers_open
from game.telling.predictions import answer_label, say_prediction, say_question
from game.tui.desk import Desk
from game.tui.widgets.keybar import KeyBar
from game.tui.widgets.marks import chance_words
from game.tui.widgets.rows import BLANK, Row, heading, note, row, words
from game.tui.widgets.sheet import Sheet

_TENTHS: Final = tuple(sure // 10 for sure in SURENESSES)


class PredictScreen(ModalScreen[bool], inherit_bindings=False):
    """Shows ``rows`` and asks about the act, or about what of the plan is most uncertain.

    Closes with whether the player went ahead.
    """

    CSS_PATH = "predict.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", "Go ahead", key_display="enter"),
        Binding("escape,n", "answer(False)", "Back", key_display="esc"),
        *(Binding(str(n), f"expect({n})", "What it will answer", show=False) for n in range(1, len(Expected) + 1)),
        *(Binding(str(n), f"rate({n})", "How sure", show=False) for n in _TENTHS),
        Binding("d", "stop_asking", "Don't ask"),
    ]

    class StoppedAsking(Message):
        """The player does not want to be asked when a turn is sent."""

    def __init__(self, desk: Desk, title: str, rows: Sequence[Row] = (), action: Action | None = None) -> None:
        super().__init__()
        self.desk, self._title, self._rows = desk, title, tuple(rows)
        self._sending, self._silent = bool(rows), False
        self._question: OpenQuestion | None = desk.open_question(action) or desk.open_question()
        self._expected: Expected | None = None

    def compose(self) -> Iterable[Widget]:
        with Vertical(id="question"):
            yield Sheet("asked", classes="pane", title=self._title)
        yield KeyBar()

    def on_mount(self) -> None:
        self._show()
        self.query_one("#asked", Sheet).focus()

    @property
    def _asks(self) -> bool:
        return self._question is not None and not self._silent

    def silenced(self) -> Self:
        """Without the question about an answer."""
        self._silent = True
        return self

    def _show(self) -> None:
        closing = "Enter sends the turn. Esc goes back." if self._sending else "Enter keeps it."
        asked = list(self._asked(self._question)) if self._question is not None and self._asks else []
        gap = [BLANK] if self._rows and asked else []
        self.query_one("#asked", Sheet).show([*self._rows, *gap, *asked, BLANK, note(closing)])

    def _asked(self, question: OpenQuestion) -> Iterator[Row]:
        action, party = question.action, question.chance.party
        made = next((p for p in self.desk.predictions if (p.action, p.party) == (action, party)), None)
        if made is not None:
            yield heading(say_prediction(self.desk.names, made))
            return
        yield note("If you like, say what you expect.")
        yield row((say_question(self.desk.names, action, party), "bold"))
        for number, each in enumerate(answers_open(action), 1):
            chosen = each is self._expected
            lead = words((f"{number} ", "bold $brass"))
            label = answer_label(self.desk.names, action, party, each)
            yield row((label, "bold" if chosen else "$ink"), lead=lead, right="✓" if chosen else "")
        if self._expected is None:
            yield note(f"Our estimate that it is granted: {chance_words(question.chance)}.")
        else:
            sure = "   ".join(f"{sure // 10} {sure} %" for sure in SURENESSES)
            yield row("How sure are you?  ", (sure, "bold"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "expect":
            return self._asks and self._question is not None and parameters[0] in self._numbers(self._question)
        if action == "rate":
            return self._asks and self._expected is not None
        return action != "stop_asking" or (self._asks and self._sending)

    def _numbers(self, question: OpenQuestion) -> range:
        return range(1, len(answers_open(question.action)) + 1)

    def action_expect(self, number: int) -> None:
        if self._question is not None:
            self._expected = answers_open(self._question.action)[number - 1]
            self._drop_made()
            self._show()
            self.refresh_bindings()

    def _drop_made(self) -> None:
        """What was expected before is no longer."""
        question = self._question
        if question is not None:
            self.desk.expect_nothing(question.action, question.chance.party)

    def action_rate(self, tenth: int) -> None:
        if self._question is not None and self._expected is not None:
            question = self._question
            self.desk.expect(Prediction(question.action, question.chance.party, self._expected, tenth * 10))
            self._expected = None
            self._show()
            self.refresh_bindings()

    def action_stop_asking(self) -> None:
        self._silent = True
        self.post_message(self.StoppedAsking())
        self._show()
        self.refresh_bindings()

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
