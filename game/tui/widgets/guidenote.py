"""The guide's note at the foot of a screen: the step that is due, in two or three lines. Hidden without a guide."""

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import lay, row, words

if TYPE_CHECKING:
    from game.telling.guide import Guide

_WAYS = "F9 skips the step · F10 ends the guide"


class GuideNote(Widget):
    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    GuideNote { height: auto; width: 100%; display: none; background: $panel; color: $ink; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._guide: Guide | None = None

    def tell(self, guide: "Guide | None") -> None:
        """Show the step that the guide has come to."""
        if guide != self._guide:
            self._guide = guide
            self.display = guide is not None and guide.step is not None
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        text = Content("\n").join(self._lines(self.content_size.width))
        return Content(in_ascii(text.plain), list(text.spans)) if self.app.has_class("-ascii") else text

    def _lines(self, width: int) -> list[Content]:
        guide = self._guide
        if guide is None or guide.step is None or width < 1:
            return []
        from game.telling.guide import say_press

        head = row(("Guide ", "bold $brass"), (guide.counted, "$brass"), right=words((_WAYS, "$ink-soft")))
        told = row(guide.step.say, " ", (say_press(guide.step), "bold $brass"))
        return [*lay(head, width), *lay(told, width)]
