"""The map of the front as content sketches it. It shows where; what has changed is in the quantities."""

from dataclasses import dataclass
from datetime import date

Point = tuple[int, int]
"""Longitude and latitude in hundredths of a degree."""


@dataclass(frozen=True, slots=True)
class Terrain:
    """The line of contact as of a day, from north to south: ``fighting`` where it moves, then ``river`` where it stays.

    ``border`` goes once around the country; ``behind`` closes off the land that the first belligerent holds.
    """

    as_of: date
    border: tuple[Point, ...]
    fighting: tuple[Point, ...]
    river: tuple[Point, ...]
    behind: tuple[Point, ...]
    places: tuple[tuple[str, Point], ...]
