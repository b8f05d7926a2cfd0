"""What a debrief is written in: chapters of paragraphs, lists, tables and figures, without any markup.

A face shows a chapter as lines; a file shows it as a page. Whatever a chapter holds may come from people and is escaped
by whoever writes it down.
"""

from collections.abc import Iterator
from enum import Enum

from game.model.record import record
from game.telling.debriefing import Section
from game.telling.prose import in_prose


class Audience(Enum):
    """A student's debrief leaves out what the parties kept to themselves, to be found out in discussion. A player reads
    all of it, on the screen of the game that has just ended.
    """

    STUDENT = "student"
    TEACHER = "teacher"
    PLAYER = "player"


@record
class Paragraph:
    text: str


@record
class Bullets:
    """``ordered``: they are numbered."""

    items: tuple[str, ...]
    ordered: bool = False


@record
class Table:
    """``numbers``: the columns, from 0, that hold numbers. Every row is as long as ``head``."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Shape(Enum):
    LINES = "lines"
    BARS = "bars"
    STRIPS = "strips"


@record
class Series:
    """``points`` are (place on the axis, value); ``reach`` the ends of an interval about each, where there is one."""

    label: str
    points: tuple[tuple[int, int], ...]
    reach: tuple[tuple[int, int], ...] = ()


@record
class Figure:
    """A picture of ``series``. ``about`` says in words what it shows; the table that follows it has the numbers.

    ``scale``: how many units of a value make one of the axis. ``low`` and ``high``: what the axis has to reach.
    ``ticks``: names for places on the axis, where they are not their own.
    """

    title: str
    about: str
    shape: Shape
    series: tuple[Series, ...]
    across: str
    upwards: str
    scale: int = 1
    low: int = 0
    high: int = 0
    ticks: tuple[str, ...] = ()


Block = Paragraph | Bullets | Table | Figure


@record
class Chapter:
    """``part``: it stands under the chapter before it. ``sheet``: it is a card, to be cut out."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    part: bool = False
    sheet: bool = False


def section_of(chapter: Chapter) -> Section:
    """The chapter in lines, with a blank one between blocks; a figure is left to the table beside it."""
    lines: list[str] = []
    for block in chapter.blocks:
        told = tuple(_lines(block))
        if told:
            lines += [*([""] if lines else []), *told]
    return Section(chapter.title, tuple(lines))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Bullets(items, ordered):
            yield from (f"{f'{number}.' if ordered else '-'} {item}" for number, item in enumerate(items, 1))
        case Table():
            yield f"{block.caption}:"
            yield from (_row(block, row) for row in block.rows)
        case Figure():
            return  # the table beside it has its numbers


def _row(table: Table, row: tuple[str, ...]) -> str:
    """``Turn 3: party: Moscow; margin −3.4``, each cell after the first with its column's name, unless it is alone."""
    first, *rest = row
    cells = [(place, cell) for place, cell in enumerate(rest, 1) if cell]
    told = [cell if len(rest) == 1 else _named(table, place, cell) for place, cell in cells]
    lead = f"{table.head[0]} {first}" if 0 in table.numbers else first
    if not told:
        return f"- {lead}"
    *earlier, last = told
    return f"- {lead}: {'; '.join([*(each.removesuffix('.') for each in earlier), last])}"


def _named(table: Table, place: int, cell: str) -> str:
    """``margin +3.4``, ``detail, of 3: 2``, ``answer: refused``."""
    head = table.head[place]
    plain = place in table.numbers and "," not in head
    return f"{in_prose(head)}{'' if plain else ':'} {cell}"
