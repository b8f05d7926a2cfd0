"""One line of tabs, for screens that have room for one pane at a time."""

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import words


class TabLine(Widget):
    """Numbered tabs; a click asks for one."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "TabLine { height: 1; background: $background; color: $ink-soft; padding: 0 1; }"

    class Asked(Message):
        def __init__(self, tab: int) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, labels: tuple[str, ...], ident: str) -> None:
        super().__init__(id=ident)
        self._labels = labels
        self._current = 0
        self._ends: list[int] = []

    def show(self, current: int) -> None:
        self._current = current
        self.refresh()

    def render(self) -> Content:
        self._ends = []
        pieces: list[Content] = []
        cells = 0
        for place, label in enumerate(self._labels):
            number, style = f"{place + 1} ", "bold $ink on $chosen" if place == self._current else "$ink-soft"
            piece = words((" ", style), (number, f"{style} bold"), (f"{label} ", style))
            pieces.append(piece)
            cells += piece.cell_length + 1
            self._ends.append(cells)
        line = Content(" ").join(pieces)
        return Content(in_ascii(line.plain), list(line.spans)) if self.app.has_class("-ascii") else line

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset_capture(self).x
        for place, end in enumerate(self._ends):
            if x < end:
                self.post_message(self.Asked(place))
                return
