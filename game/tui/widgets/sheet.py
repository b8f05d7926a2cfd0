"""A sheet of rows that reflows to its width, scrolls, and lets some of its rows be pointed at and chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import EMPTY, Row, lay, words

_NARROWEST = 8
"""Narrower than this nobody reads; a sheet has such a width for a moment while the screen is being laid out."""

GUTTER = 1
"""Cells at the left edge: empty, or the mark of the row that is pointed at."""


class _WholeCells(ScrollBarRender):
    """A scroll bar of whole cells: it needs no block signs and changes fewer cells as it moves."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8


@dataclass(frozen=True, slots=True)
class _Line:
    content: Content
    key: str


class Sheet(ScrollView, can_focus=True, inherit_bindings=False):
    """Keys move between the rows that have a key; without any they scroll. A click points, or chooses.

    The row that is pointed at stands out while the sheet has the focus, and always with the class ``-kept``.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sheet--pointed"}
    DEFAULT_CSS = """
    Sheet {
        background: $surface;
        color: $ink;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        & > .sheet--pointed { background: $chosen-dim; }
        &:focus > .sheet--pointed { background: $chosen; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Move, or scroll", show=False),
        Binding("down", "step(1)", "Move, or scroll", show=False),
        Binding("pageup", "leaf(-1)", "Scroll by a page", show=False),
        Binding("pagedown", "leaf(1)", "Scroll by a page", show=False),
        Binding("home", "edge(-1)", "To the first or the last line", show=False),
        Binding("end", "edge(1)", "To the first or the last line", show=False),
    ]

    class Pointed(Message):
        """The cursor came to another row."""

        def __init__(self, sheet: "Sheet", key: str) -> None:
            super().__init__()
            self.sheet, self.key = sheet, key

        @property
        def control(self) -> "Sheet":
            return self.sheet

    class Chosen(Message):
        """A row was clicked, or taken with Enter."""

        def __init__(self, sheet: "Sheet", key: str) -> None:
            super().__init__()
            self.sheet, self.key = sheet, key

        @property
        def control(self) -> "Sheet":
            return self.sheet

    def __init__(self, ident: str, *, classes: str | None = None, title: str = "", browse: bool = False) -> None:
        """``browse``: a first click only points, as what is pointed at is described elsewhere."""
        super().__init__(id=ident, classes=classes)
        self._browse = browse
        self.pointed = ""
        self._rows: tuple[Row, ...] = ()
        self._lines: list[_Line] = []
        self._laid_at = -1
        self._cued = ""
        if title:
            self.border_title = words(title)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows that can be pointed at, in order."""
        return tuple(dict.fromkeys(row.key for row in self._rows if row.key))

    @property
    def lines(self) -> tuple[Content, ...]:
        """Everything that the sheet says, line by line, whether it is in view or not."""
        return tuple(line.content for line in self._lines)

    def show(self, rows: Sequence[Row], *, pointed: str | None = None, top: bool = False) -> None:
        """Put other rows on the sheet. The cursor stays where it was if its row is still there."""
        self._rows = tuple(rows)
        self._laid_at = -1
        wanted = self.pointed if pointed is None else pointed
        self.pointed = wanted if wanted in self.keys else next(iter(self.keys), "")
        self._lay()
        if top:
            self.scroll_to(y=0, animate=False, immediate=True)
        self._follow()

    def point(self, key: str) -> None:
        """Move the cursor to a row."""
        if key in self.keys and key != self.pointed:
            self._redraw(self.pointed)
            self.pointed = key
            self._redraw(key)
            self.post_message(self.Pointed(self, key))
        self._follow()

    def _redraw(self, key: str) -> None:
        """Draw only the lines of one row anew."""
        places = [place for place, line in enumerate(self._lines) if line.key == key]
        if places:
            top, height = places[0] - round(self.scroll_y), places[-1] + 1 - places[0]
            self.refresh(Region(0, top, self.size.width, height))

    def _lay(self) -> None:
        width = self.scrollable_content_region.width - GUTTER
        if width < _NARROWEST or width == self._laid_at:
            return
        self._laid_at = width
        self._lines = self._lines_at(width)
        self.virtual_size = Size(width + GUTTER, len(self._lines))
        self._cue()
        self.refresh(layout=bool(self.styles.is_auto_height))

    def _cue(self) -> None:
        """Say in the border where there is more than can be seen."""
        place = round(self.scroll_y)
        signs = ("▲" if place > 0 else "") + ("▼" if place < self.max_scroll_y else "")
        if signs != self._cued:
            self._cued = signs
            self.border_subtitle = words((self._drawn(f"{signs} more"), "bold $brass")) if signs else None

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._cue()

    def _lines_at(self, width: int) -> list[_Line]:
        return [_Line(line, item.key) for item in self._rows for line in lay(item, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """For a sheet that is as high as what it says."""
        bar = self.styles.scrollbar_size_vertical if self.styles.scrollbar_gutter == "stable" else 0
        return len(self._lines_at(max(1, width - bar - GUTTER)))

    def _follow(self) -> None:
        """Scroll so that the pointed row is in view; at the first one what stands above it too, at the last what
        stands below."""
        if not self.pointed or not self._lines:
            return
        places = [place for place, line in enumerate(self._lines) if line.key == self.pointed]
        if not places:
            return
        first, end, room = places[0], places[-1] + 1, self.size.height
        if self.pointed == self.keys[0] and end <= room:
            first = 0
        elif self.pointed == self.keys[-1] and len(self._lines) - first <= room:
            end = len(self._lines)
        height = min(end - first, max(1, room))
        self.scroll_to_region(Region(0, first, 1, height), animate=False, immediate=True, force=True)

    def on_mount(self) -> None:
        self.vertical_scrollbar.renderer = _WholeCells  # type: ignore[misc]  # the documented way

    def on_resize(self) -> None:
        self._lay()
        self._follow()
        self._cue()

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        width = self.size.width
        base = self.visual_style
        line = self._lines[place] if place < len(self._lines) else _Line(EMPTY, "")
        marked = line.key != "" and line.key == self.pointed and (self.has_focus or self.has_class("-kept"))
        if marked:
            base = self.get_visual_style("sheet--pointed")
        mark = Style(foreground=self.get_visual_style().foreground, bold=True) if marked else Style.null()
        segments = [Segment(self._drawn("›" if marked and self._opens(place) else " "), (base + mark).rich_style)]
        for text, style in self.shown_line(place).render(base, end="", parse_style=self._get_style):
            segments.append(Segment(self._drawn(text), (base + style).rich_style))
        return Strip(segments).adjust_cell_length(width, base.rich_style).simplify()

    def shown_line(self, place: int) -> Content:
        """A line as it is drawn; nothing below the last."""
        return self._lines[place].content if place < len(self._lines) else EMPTY

    def _opens(self, place: int) -> bool:
        """The first line of a thing carries the mark."""
        return place == 0 or self._lines[place - 1].key != self._lines[place].key

    def _drawn(self, text: str) -> str:
        return in_ascii(text) if self.app.has_class("-ascii") else text

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset_capture(self).y + self.scroll_offset.y
        key = self._lines[place].key if 0 <= place < len(self._lines) else ""
        if key and self._browse and key != self.pointed:
            self.point(key)
        elif key:
            self.point(key)
            self.post_message(self.Chosen(self, key))

    def action_step(self, by: int) -> None:
        keys = self.keys
        if not keys:
            self.scroll_relative(y=by, animate=False)
            return
        place = keys.index(self.pointed) + by
        if 0 <= place < len(keys):
            self.point(keys[place])
        else:
            self.scroll_relative(y=by, animate=False)

    def action_leaf(self, by: int) -> None:
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def action_edge(self, end: int) -> None:
        keys = self.keys
        if keys:
            self.point(keys[0] if end < 0 else keys[-1])
        else:
            self.scroll_to(y=0 if end < 0 else self.max_scroll_y, animate=False)


class Menu(Sheet, inherit_bindings=True):
    """A sheet whose pointed row is taken with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Choose", show=True),
    ]

    def action_take(self) -> None:
        if self.pointed:
            self.post_message(self.Chosen(self, self.pointed))
