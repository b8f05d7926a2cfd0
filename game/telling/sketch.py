"""The front as a sketch on a grid of cells, true to scale in what has changed hands, and no more exact than that.

How much has moved is a quantity of the game; where along the line it moved is not, so the sketch spreads it evenly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from game.model.terrain import Point, Terrain

OUTSIDE: Final = " "
FREE: Final = "."
BORDER: Final = "b"
HELD: Final = "h"
LINE: Final = "l"
TAKEN: Final = "t"
REGAINED: Final = "r"

_LAND: Final = FREE + BORDER
_BASIS: Final = 10_000
_EAST: Final = 66
"""A degree of longitude as a percentage of one of latitude, at 48.5 degrees north."""

Cells = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sketch:
    """``rows`` hold a letter a cell: outside, free land, its border, held land, the line, land that changed hands.

    ``places`` and ``clashes`` are (name, column, row) and (column, row).
    """

    rows: tuple[str, ...]
    places: tuple[tuple[str, int, int], ...]
    clashes: tuple[tuple[int, int], ...]


def rows_for(terrain: Terrain, width: int, tall: int = 1) -> int:
    """How many rows a sketch of this width has; a cell is ``tall`` times as high as wide."""
    (west, south), (east, north) = _bounds(terrain)
    return max(1, (north - south) * width * 100 // ((east - west) * _EAST * tall))


def sketch(terrain: Terrain, moved: int, width: int, tall: int = 1, fights: int = 0) -> Sketch:
    """``moved``: basis points of the country that changed hands, positive for whoever stands behind the line.

    ``fights``: how many places along the line are marked as fought over.
    """
    grid = _Grid(terrain, width, rows_for(terrain, width, tall))
    cells = grid.painted(terrain)
    land = sum(row.count(each) for row in cells for each in _LAND + HELD)
    front = _edge(cells, HELD, _LAND)
    active = grid.rows_of(terrain.fighting)
    share = (abs(moved) * land + _BASIS // 2) // _BASIS
    _change_hands(cells, share if moved > 0 else -share, active)
    for x, y in front:
        if cells[y][x] == HELD:
            cells[y][x] = LINE
    places = tuple((name, *grid.cell(point)) for name, point in terrain.places)
    fought = [each for each in front if each[1] in active]
    return Sketch(tuple("".join(row) for row in cells), places, tuple(_spread(fought, fights)))


def _bounds(terrain: Terrain) -> tuple[Point, Point]:
    east, north = [x for x, _ in terrain.border], [y for _, y in terrain.border]
    return (min(east), min(north)), (max(east), max(north))


class _Grid:
    """Degrees to cells and back."""

    def __init__(self, terrain: Terrain, width: int, height: int) -> None:
        (self.west, self.south), (self.east, self.north) = _bounds(terrain)
        self.width, self.height = width, height

    def cell(self, point: Point) -> tuple[int, int]:
        x = (point[0] - self.west) * self.width // (self.east - self.west)
        y = (self.north - point[1]) * self.height // (self.north - self.south)
        return min(max(0, x), self.width - 1), min(max(0, y), self.height - 1)

    def rows_of(self, points: Sequence[Point]) -> range:
        found = [self.cell(point)[1] for point in points]
        return range(min(found), max(found) + 1)

    def painted(self, terrain: Terrain) -> Cells:
        """Land inside the border, and of that what lies behind the line."""
        held = (*terrain.fighting, *terrain.river, *terrain.behind)
        rows: Cells = []
        for y in range(self.height):
            inside, behind = self._filled(terrain.border, y), self._filled(held, y)
            rows.append([(HELD if behind[x] else FREE) if inside[x] else OUTSIDE for x in range(self.width)])
        for x, y in _edge(rows, FREE, OUTSIDE):
            rows[y][x] = BORDER
        return rows

    def _filled(self, polygon: Sequence[Point], y: int) -> list[bool]:
        """Which cells of the row have their middle inside the polygon."""
        north = 2 * self.height * self.north - (2 * y + 1) * (self.north - self.south)
        crossings: list[int] = []
        for (x1, y1), (x2, y2) in pairwise((*polygon, polygon[0])):
            top, bottom = 2 * self.height * y1, 2 * self.height * y2
            if (top > north) != (bottom > north):
                crossings.append(x1 + (x2 - x1) * (north - top) // (bottom - top))
        row = [False] * self.width
        crossings.sort()
        for start, end in zip(crossings[::2], crossings[1::2], strict=True):
            for x in range(self.width):
                middle = self.west + (2 * x + 1) * (self.east - self.west) // (2 * self.width)
                row[x] = row[x] or start <= middle < end
        return row


def _edge(cells: Cells, mine: str, others: str) -> list[tuple[int, int]]:
    """The cells of mine that touch one of the others', or for the outside the rim, row by row."""
    return [
        (x, y)
        for y, row in enumerate(cells)
        for x, each in enumerate(row)
        if each in mine and any(other in others for other in _around(cells, x, y))
    ]


def _around(cells: Cells, x: int, y: int) -> Iterator[str]:
    for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        inside = 0 <= y + dy < len(cells) and 0 <= x + dx < len(cells[0])
        yield cells[y + dy][x + dx] if inside else OUTSIDE


def _change_hands(cells: Cells, share: int, active: range) -> None:
    """So many cells pass to the other side, ring by ring from the line, spread evenly along it."""
    left = abs(share)
    behind, new, giving = (HELD + TAKEN, TAKEN, _LAND) if share > 0 else (_LAND + REGAINED, REGAINED, HELD)
    while left:
        ring = [each for each in _edge(cells, giving, behind) if each[1] in active]
        if not ring:
            return
        for x, y in _spread(ring, min(left, len(ring))):
            cells[y][x] = new
        left -= min(left, len(ring))


def _spread(found: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """``count`` of them, as evenly as can be."""
    if not found or count <= 0:
        return []
    return [found[(2 * place + 1) * len(found) // (2 * count)] for place in range(min(count, len(found)))]
