"""A sketch of the front in Braille dots, or in plain characters where the terminal has nothing better."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from game.model.terrain import Terrain
from game.telling.sketch import BORDER, FREE, HELD, LINE, REGAINED, TAKEN, Sketch, rows_for, sketch
from game.tui.widgets.rows import words

_BRAILLE: Final = 0x2800
_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_ACROSS: Final = 2
_DOWN: Final = 4
_CLASH: Final = "×"
_PLAIN: Final = {FREE: " ", BORDER: ".", HELD: ":", LINE: "|", TAKEN: "#", REGAINED: "#"}
_ORDER: Final = (TAKEN, REGAINED, LINE, HELD, BORDER, FREE)
"""Which kind of land gives a cell its colour."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sketch shows. ``moved`` is in basis points; ``fights`` places are marked; ``held`` is a style."""

    terrain: Terrain
    moved: int
    fights: int
    snow: bool
    held: str


def map_lines(scene: Scene, width: int, height: int, *, ascii_only: bool) -> list[Content]:
    """The map as large as fits, in the middle of lines of ``width`` cells."""
    across, down, tall = (1, 1, 2) if ascii_only else (_ACROSS, _DOWN, 1)
    cells = max(8, width)
    while cells > 8 and -(-rows_for(scene.terrain, cells * across, tall) // down) > height:
        cells -= 1
    drawn = sketch(scene.terrain, scene.moved, cells * across, tall, scene.fights)
    styles = _styles(scene)
    grid = _plain(drawn) if ascii_only else _dotted(drawn, snow=scene.snow)
    _write(grid, drawn, (across, down))
    margin = Content(" " * ((width - cells) // 2))
    return [margin + _line(row, styles) for row in grid]


Grid = list[list[tuple[str, str]]]
"""A sign and the kind of land whose colour it has."""

_NAME: Final = "name"
_FOUGHT: Final = "fought"


def _styles(scene: Scene) -> Mapping[str, str]:
    return {
        FREE: "$ink-soft",
        BORDER: "$ink-soft",
        HELD: scene.held,
        LINE: "bold $ink",
        TAKEN: "bold $brass",
        REGAINED: "bold $brass",
        _NAME: "$ink",
        _FOUGHT: "bold $caution",
    }


def _plain(drawn: Sketch) -> Grid:
    return [[(_PLAIN.get(kind, " "), kind) for kind in row] for row in drawn.rows]


def _dotted(drawn: Sketch, *, snow: bool) -> Grid:
    height, width = -(-len(drawn.rows) // _DOWN), len(drawn.rows[0]) // _ACROSS
    is_set = _is_set(snow=snow)
    return [[_cell(drawn.rows, x * _ACROSS, y * _DOWN, is_set) for x in range(width)] for y in range(height)]


def _is_set(*, snow: bool) -> Callable[[str, int, int], bool]:
    """Held land is hatched, snow lies here and there on the rest; lines are whole."""

    def is_set(kind: str, x: int, y: int) -> bool:
        if kind == HELD:
            return (x + y) % 2 == 0
        if kind == FREE:
            return snow and (x + 3 * (y // 4)) % 8 == 0 and y % 4 == 1
        return kind in (BORDER, LINE, TAKEN, REGAINED)

    return is_set


def _cell(rows: tuple[str, ...], x: int, y: int, is_set: Callable[[str, int, int], bool]) -> tuple[str, str]:
    bits, kinds = 0, set[str]()
    for down, row in enumerate(rows[y : y + _DOWN]):
        for across in range(_ACROSS):
            kind = row[x + across]
            if is_set(kind, x + across, y + down):
                bits |= _DOTS[down][across]
                kinds.add(kind)
    colour = next((each for each in _ORDER if each in kinds), FREE)
    return (chr(_BRAILLE + bits) if bits else " "), colour


def _write(grid: Grid, drawn: Sketch, scale: tuple[int, int]) -> None:
    """Where it is fought over, then the names of places, which nothing covers."""
    across, down = scale
    for x, y in drawn.clashes:
        grid[y // down][x // across] = (_CLASH, _FOUGHT)
    for name, x, y in drawn.places:
        row = grid[y // down]
        start = min(x // across, len(row) - len(name))
        row[start : start + len(name)] = [(letter, _NAME) for letter in name]


def _line(row: list[tuple[str, str]], styles: Mapping[str, str]) -> Content:
    pieces: list[tuple[str, str]] = []
    for sign, kind in row:
        style = styles.get(kind, "")
        if pieces and pieces[-1][1] == style:
            pieces[-1] = (pieces[-1][0] + sign, style)
        else:
            pieces.append((sign, style))
    return words(*pieces)
