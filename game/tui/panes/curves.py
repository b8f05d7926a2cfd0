"""Charts as rows: the curves, and under them each one's last value and what it has done."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from textual.content import Content

from game.telling.courses import Chart, Course, say_number, steps_of
from game.telling.ledger import arrow
from game.telling.names import Names
from game.tui.desk import Desk
from game.tui.widgets.marks import named, seat_style
from game.tui.widgets.plot import Curve, Frame, plot, spark
from game.tui.widgets.rows import Row, row, soft_text, words

_SPARK_CELLS: Final = 8
_LABEL: Final = 17
"""A longer label gives way to its short form."""

_STYLES: Final = ("$brass", "$seat-us", "$good", "$ink")
"""For curves that belong to no party, or all to the same one."""


def chart_rows(desk: Desk, chart: Chart, height: int, *, ascii_only: bool) -> Iterator[Row]:
    """``height``: lines for the curves, without the line of turns."""
    names, turns = desk.names, desk.view.length.turns
    labels = say_number(chart.unit, chart.low), say_number(chart.unit, chart.high)
    frame = Frame(chart.low, chart.high, labels, turns, height, ascii_only)
    curves = [Curve(_end(each), each.values, style) for each, style in _styled(names, chart.courses)]
    yield Row(drawn=partial(plot, curves, frame))
    for course, style in _styled(names, chart.courses):
        yield row(course.level, lead=words(_lead(names, chart, course, style), "  "), right=_steps(course))


def _styled(names: Names, courses: Iterable[Course]) -> list[tuple[Course, str]]:
    """A party's own colour where the chart compares parties."""
    known = list(courses)
    owners = {each.party for each in known}
    compares = None not in owners and len(owners) == len(known)
    return [
        (each, seat_style(names, each.party) if compares and each.party else _STYLES[place % len(_STYLES)])
        for place, each in enumerate(known)
    ]


def _end(course: Course) -> str:
    return f"{course.tag} {say_number(course.unit, course.values[-1])}".strip()


def _lead(names: Names, chart: Chart, course: Course, style: str) -> Content:
    if course.party and course.label == names.party(course.party):
        return named(names, course.party)
    short = course.label if len(course.label) <= _LABEL else course.tag[:1].upper() + course.tag[1:]
    return words((short if len(chart.courses) > 1 else "Now", style))


def _steps(course: Course) -> Content:
    """``▼1 last turn, ▼23 in all``."""
    last, whole = (f"{arrow(0, step)}{say_number(course.unit, abs(step))}" for step in steps_of(course))
    return soft_text(f"{last} last turn, {whole} in all")


def spark_of(values: tuple[int, ...]) -> Content:
    """The last turns of a quantity in a few cells."""
    return words((spark(values, _SPARK_CELLS).rjust(_SPARK_CELLS), "$brass")) if len(values) > 1 else Content("")
