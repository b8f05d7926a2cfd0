"""Curves over the turns, drawn with Braille dots or with plain characters; every curve is named where it ends.

Curves differ by colour, by pattern and by name, so that any one of the three is enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from textual.content import Content

from game.tui.widgets.rows import words

_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a Braille sign, row by row."""

_BRAILLE: Final = 0x2800
_PATTERNS: Final = ((1, 1), (4, 6), (1, 3), (2, 8))
"""How many dots of how many are set, curve by curve."""

_SIGNS: Final = "*+ox%&"
_FEWEST: Final = 8
"""A short course is drawn as if it had so many points, so that its steps do not look like cliffs."""

_LABEL: Final = 4
"""Cells for the scale, if its labels need no more."""

_SPARKS: Final = "▁▂▃▄▅▆▇█"
_LEAST_SPAN: Final = 16
"""A spark line of less movement than this looks flat, as it should."""


@dataclass(frozen=True, slots=True)
class Curve:
    """``name`` stands at its end, in the same style; ``values`` has at least one."""

    name: str
    values: Sequence[int]
    style: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all curves of a plot share. ``high`` and ``low`` are labelled; ``turns`` is the length of the game."""

    low: int
    high: int
    labels: tuple[str, str]
    turns: int
    height: int
    ascii: bool = False


class _Canvas:
    """Cells with a sign and a style each."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.bits = [[0] * width for _ in range(height)]
        self.signs = [[" "] * width for _ in range(height)]
        self.styles = [[""] * width for _ in range(height)]

    def dot(self, x: int, y: int, style: str) -> None:
        self.bits[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
        self.styles[y // 4][x // 2] = style

    def put(self, x: int, y: int, text: str, style: str) -> None:
        for place, letter in enumerate(text[: self.width - x], x):
            self.signs[y][place], self.styles[y][place], self.bits[y][place] = letter, style, 0

    def line(self, y: int) -> Content:
        pieces: list[tuple[str, str]] = []
        for bits, sign, style in zip(self.bits[y], self.signs[y], self.styles[y], strict=True):
            letter = chr(_BRAILLE + bits) if bits else sign
            if pieces and pieces[-1][1] == style:
                pieces[-1] = (pieces[-1][0] + letter, style)
            else:
                pieces.append((letter, style))
        return words(*pieces)


def plot(curves: Sequence[Curve], frame: Frame, width: int) -> list[Content]:
    """``frame.height`` lines and one of turns under them, none wider than ``width``."""
    names = max((len(_named(curve, place, frame)) for place, curve in enumerate(curves)), default=0)
    margin = _margin(frame)
    room = max(4, width - margin - names - 1)
    canvas = _Canvas(max(room, width - margin), frame.height)
    points = min(frame.turns + 1, max(_FEWEST, *(len(curve.values) for curve in curves)))
    for place, curve in enumerate(curves):
        _draw(canvas, curve, place, (frame, room, points))
    _name_ends(canvas, curves, (frame, room, points))
    margins = _margins(frame)
    lines = [words((margins[y], "$ink-soft"), ("│", "$rule-focus")) + canvas.line(y) for y in range(frame.height)]
    return [*lines, words((_turns(frame, room, points)[:width], "$ink-soft"))]


Space = tuple[Frame, int, int]
"""The frame, the cells across that curves may use, and the points that they are wide."""


def _column(space: Space, place: int, per_cell: int) -> int:
    _, room, points = space
    whole = (room - 1) // max(1, points - 1)
    return place * whole * per_cell if whole else place * (room * per_cell - 1) // max(1, points - 1)


def _row(frame: Frame, value: int, per_cell: int) -> int:
    full = frame.height * per_cell - 1
    span = max(1, frame.high - frame.low)
    return full - (2 * full * (value - frame.low) + span) // (2 * span)


def _draw(canvas: _Canvas, curve: Curve, place: int, space: Space) -> None:
    frame = space[0]
    across, down = (1, 1) if frame.ascii else (2, 4)
    on, of = _PATTERNS[place % len(_PATTERNS)]
    spots = [(_column(space, turn, across), _row(frame, value, down)) for turn, value in enumerate(curve.values)]
    for count, (x, y) in enumerate(_joined(spots)):
        if frame.ascii:
            canvas.put(x, y, _SIGNS[place % len(_SIGNS)], curve.style)
        elif count % of < on:
            canvas.dot(x, y, curve.style)


def _joined(spots: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Every dot on the way from spot to spot, the first and the last included."""
    yield spots[0]
    for (x1, y1), (x2, y2) in pairwise(spots):
        steps = max(abs(x2 - x1), abs(y2 - y1))
        for step in range(1, steps + 1):
            yield x1 + ((x2 - x1) * step * 2 + steps) // (2 * steps), y1 + ((y2 - y1) * step * 2 + steps) // (2 * steps)


def _name_ends(canvas: _Canvas, curves: Sequence[Curve], space: Space) -> None:
    """Each name beside the last value of its curve, or in the nearest line that is still free."""
    frame, taken = space[0], set[int]()
    for place, curve in sorted(enumerate(curves), key=lambda item: -item[1].values[-1]):
        wanted = _row(frame, curve.values[-1], 1)
        free = [y for y in range(frame.height) if y not in taken]
        if not free:
            return
        y = min(free, key=lambda each: (abs(each - wanted), each))
        taken.add(y)
        x = _column(space, len(curve.values) - 1, 1) + 2
        canvas.put(x, y, _named(curve, place, frame), f"bold {curve.style}".strip())


def _named(curve: Curve, place: int, frame: Frame) -> str:
    return f"{_SIGNS[place % len(_SIGNS)]} {curve.name}" if frame.ascii else curve.name


def _margin(frame: Frame) -> int:
    """Cells for the scale and the line beside it."""
    return max(_LABEL, *map(len, frame.labels)) + 1


def _margins(frame: Frame) -> list[str]:
    cells = _margin(frame) - 1
    margins = [" " * cells] * frame.height
    margins[-1], margins[0] = (label.rjust(cells) for label in frame.labels)
    return margins


def _turns(frame: Frame, room: int, points: int) -> str:
    """Turn numbers under the points, as many as have room."""
    margin = _margin(frame)
    line = " " * margin
    for place in range(points):
        x = margin + _column((frame, room, points), place, 1)
        label = str(place + 1) if place < frame.turns else "end"
        if x >= len(line) + (place > 0) and x + len(label) <= margin + room + len("end"):
            line = line.ljust(x) + label
    return line


def spark(values: Sequence[int], width: int) -> str:
    """The last ``width`` values as a line of blocks, on a scale that fits them."""
    shown = values[-width:]
    low, high = min(shown), max(shown)
    spare = max(0, _LEAST_SPAN - (high - low))
    low, high = low - spare // 2, high + spare - spare // 2
    steps = len(_SPARKS) - 1
    return "".join(_SPARKS[(value - low) * steps // (high - low)] for value in shown)
