"""A sheet of running text whose links can be gone through with the keys, followed, and clicked."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from game.tui.widgets.markdown import link_at, links_of
from game.tui.widgets.sheet import GUTTER, Sheet

_CHOSEN: Final = "bold $ink on $chosen"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A link, or the part of it that stands in one line."""

    line: int
    start: int
    end: int
    target: str


class Reader(Sheet, inherit_bindings=True):
    """Left and right go from link to link, Enter follows; up and down scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "link(1)", "Next link", key_display="→"),
        Binding("left", "link(-1)", "Link before", key_display="←", show=False),
        Binding("enter", "follow", "Follow"),
    ]

    class Followed(Message):
        """A link was followed."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    class Left(Message):
        """There is no link before this one."""

    def __init__(self, ident: str, *, classes: str | None = None, title: str = "") -> None:
        super().__init__(ident, classes=classes, title=title)
        self._place = -1

    @property
    def target(self) -> str:
        """Where the chosen link leads; nothing if none is chosen."""
        pieces = self._pieces()
        return pieces[self._place].target if 0 <= self._place < len(pieces) else ""

    def choose(self, place: int) -> None:
        """Choose a link by its number, -1 for none, and bring it into view."""
        pieces = self._pieces()
        self._place = max(-1, min(place, len(pieces) - 1))
        if self._place >= 0:
            line = pieces[self._place].line
            self.scroll_to_region(Region(0, line, 1, 1), animate=False, immediate=True, force=True)
        self.refresh()

    def _pieces(self) -> list[_Piece]:
        return [
            _Piece(place, start, end, target)
            for place, line in enumerate(self.lines)
            for start, end, target in links_of(line)
        ]

    def shown_line(self, place: int) -> Content:
        line = super().shown_line(place)
        pieces = self._pieces() if self.has_focus and self._place >= 0 else []
        if self._place < len(pieces) and pieces and pieces[self._place].line == place:
            chosen = pieces[self._place]
            return line.stylize(_CHOSEN, chosen.start, chosen.end)
        return line

    def action_link(self, by: int) -> None:
        """From no link, forward to the first that is in view."""
        if by < 0 and self._place <= 0:
            self.choose(-1)
            self.post_message(self.Left())
        elif self._place < 0:
            top = self.scroll_offset.y
            self.choose(sum(piece.line < top for piece in self._pieces()))
        else:
            self.choose(self._place + by)

    def action_follow(self) -> None:
        if self.target:
            self.post_message(self.Followed(self.target))
        else:
            self.action_link(1)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset_capture(self)
        place = at.y + self.scroll_offset.y
        target = link_at(self.lines[place], at.x - GUTTER) if 0 <= place < len(self.lines) else ""
        if target:
            self.post_message(self.Followed(target))
