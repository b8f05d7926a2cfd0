"""The line on which one types without having to go there first: letters narrow a list or search a log."""

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import words

_LONGEST = 200


class TypeLine(Widget):
    """Shows what was typed. The screen hands it the keys that nothing else wanted."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "TypeLine { height: 1; background: $panel; color: $ink; padding: 0 1; }"
    typed: reactive[str] = reactive("")

    class Changed(Message):
        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

    def __init__(self, hint: str, ident: str) -> None:
        super().__init__(id=ident)
        self._hint = hint

    def take(self, event: events.Key) -> bool:
        """Whether the key was a letter to type. The question mark never is: it asks for help."""
        if event.character == "?":
            return False
        if event.is_printable and event.character and (self.typed or event.character != " "):
            self.put(self.typed + event.character)
            return True
        return False

    def rub_out(self) -> None:
        """Take the last letter back."""
        self.put(self.typed[:-1])

    def put(self, text: str) -> None:
        """Replace what was typed."""
        cleaned = "".join(each for each in text.replace("\n", " ") if each.isprintable())[:_LONGEST]
        if cleaned != self.typed:
            self.typed = cleaned
            self.post_message(self.Changed(cleaned))

    def render(self) -> Content:
        shown = (self.typed, "bold") if self.typed else (self._hint, "$ink-soft")
        line = words(("› ", "bold $brass"), shown, ("▏", "$brass") if self.typed else "")
        return Content(in_ascii(line.plain), list(line.spans)) if self.app.has_class("-ascii") else line
