"""The line at the head of a screen: where one is on the left, when it is on the right."""

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import EMPTY, Piece, Row, lay, words


class Banner(Widget):
    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    Banner { height: 1; dock: top; background: $panel; color: $ink; padding: 0 1; }
    """

    def __init__(self, title: str = "", right: Piece = "") -> None:
        super().__init__()
        self._title, self._right = title, words(right)

    def say(self, title: str, right: Piece = "") -> None:
        self._title, self._right = title, words(right)
        self.refresh()

    def render(self) -> Content:
        left = words(("BACKCHANNEL", "bold $brass"), "  " if self._title else "", self._title)
        width = self.content_size.width
        if left.cell_length + self._right.cell_length + 2 > width:
            line = left.truncate(width, ellipsis=True)
        else:
            line = lay(Row(left, right=self._right), width)[0] if width else EMPTY
        return Content(in_ascii(line.plain), list(line.spans)) if self.app.has_class("-ascii") else line
