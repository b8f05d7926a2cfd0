"""The bar at the foot of every screen: the keys that do something here. A click on one presses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import words

_HELP = "question_mark"
"""Stands at the right edge of every bar."""

_KEY_NAMES = {"question_mark": "?", "escape": "esc", "slash": "/", "left_square_bracket": "[", "delete": "del"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where on the bar a key stands, in cells, and what it does."""

    start: int
    end: int
    key: str


class KeyBar(Widget):
    """Drawn in one line from the screen's live bindings. Where there is no room for all of them, ``spare`` keys go
    first, one after another, then those at the right."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $panel; color: $ink-soft; padding: 0 1; }
    """

    def __init__(self, spare: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._spare = spare
        self._places: tuple[_Place, ...] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _labels(self) -> dict[str, Content]:
        """What stands on the bar, by key, in the order of the bindings; one key for each action."""
        found: dict[str, Content] = {}
        actions: set[str] = set()
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in actions:
                actions.add(binding.action)
                shown = binding.key_display or _KEY_NAMES.get(key, key)
                found[key] = words((shown, "bold $brass"), " ", binding.description)
        return found

    def render(self) -> Content:
        room, labels = self.content_size.width, self._labels()
        last = labels.pop(_HELP, None)
        if last is not None:
            room -= last.cell_length + 1
        for key in self._spare:
            if _length(labels, 1) > room:
                labels.pop(key, None)
        gap = 2 if _length(labels, 2) <= room else 1
        bar = Content("")
        places: list[_Place] = []
        for key, label in labels.items():
            start = bar.cell_length + (gap if places else 0)
            if start + label.cell_length <= room:
                bar = bar.pad_right(start - bar.cell_length) + label
                places.append(_Place(start, start + label.cell_length, key))
        if last is not None:
            bar = bar.pad_right(max(0, room + 1 - bar.cell_length)) + last
            places.append(_Place(room + 1, room + 1 + last.cell_length, _HELP))
        self._places = tuple(places)
        return Content(in_ascii(bar.plain), list(bar.spans)) if self.app.has_class("-ascii") else bar

    def on_click(self, event: events.Click) -> None:
        x = event.get_content_offset_capture(self).x
        for place in self._places:
            if place.start <= x < place.end:
                self.app.simulate_key(place.key)


def _length(labels: Mapping[str, Content], gap: int) -> int:
    """Cells that the labels take side by side."""
    return sum(label.cell_length + gap for label in labels.values()) - gap
