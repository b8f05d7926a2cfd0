"""The head of the situation room: a line on when it is, then the meters side by side. A click on one asks why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import EMPTY, Row, lay

_GAP: Final = "   "


@dataclass(frozen=True, slots=True)
class Dial:
    """One meter; ``key`` is what a click on it asks for."""

    key: str
    shown: Content


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a dial stands, in cells."""

    line: int
    start: int
    end: int
    key: str


class Dials(Widget):
    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "Dials { height: auto; max-height: 4; background: $panel; color: $ink; padding: 0 1; }"

    class Asked(Message):
        """A dial was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self._head, self._dials = Row(), tuple[Dial, ...]()
        self._head_key = ""

    def show(self, head: Row, head_key: str, dials: Sequence[Dial]) -> None:
        """``head`` fills the first line; what stands at its right edge asks for ``head_key``."""
        self._head, self._head_key, self._dials = head, head_key, tuple(dials)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width)[0])

    def render(self) -> Content:
        text = Content("\n").join(self._lines(self.content_size.width)[0])
        return Content(in_ascii(text.plain), list(text.spans)) if self.app.has_class("-ascii") else text

    def _lines(self, width: int) -> tuple[list[Content], list[_Place]]:
        """The lines in as few as hold all, and where each dial stands in them."""
        lines = lay(self._head, max(1, width))
        places = [_Place(0, lines[0].cell_length - self._head.right.cell_length, width, self._head_key)]
        first = len(lines)
        for dial in self._dials:
            start = lines[-1].cell_length + len(_GAP) if len(lines) > first else 0
            if start == 0 or start + dial.shown.cell_length > width:
                lines.append(EMPTY)
                start = 0
            lines[-1] = lines[-1].pad_right(start - lines[-1].cell_length) + dial.shown
            places.append(_Place(len(lines) - 1, start, start + dial.shown.cell_length, dial.key))
        return lines, places

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset_capture(self)
        for place in self._lines(self.content_size.width)[1]:
            if place.line == offset.y and place.start <= offset.x < place.end:
                self.post_message(self.Asked(place.key))
