"""How results are told: as text, as data, as rows of a sheet, and, where that makes sense, as a page or a picture."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from game.lab.figures import figures, mean_durability, mean_score, settlement
from game.lab.intervals import Estimate
from game.lab.study import Cell, Study
from game.play.seating import say_seats

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Report:
    """``page`` is Markdown, ``draw`` makes a picture file; None where there is none. ``failed``: a claim failed.

    ``minds`` says who played the parties, if not the built-in mind; a sheet then has a column for it.
    """

    text: str
    data: dict[str, object]
    head: Row
    rows: Sequence[Row]
    page: str | None = None
    draw: Callable[[Path], None] | None = None
    failed: bool = False
    minds: str = ""


def sheet(report: Report) -> str:
    """The rows as comma-separated values."""
    held = StringIO()
    writer = csv.writer(held, lineterminator="\n")
    more = bool(report.minds)
    writer.writerow((*report.head, *("minds",) * more))
    writer.writerows((*row, *(report.minds,) * more) for row in report.rows)
    return held.getvalue()


CELL_HEAD = (
    "policy",
    "world",
    "games",
    *(f"{name}{end}" for name in ("settlement_rate", "mean_score", "mean_durability") for end in ("", "_low", "_high")),
)
_TABLE_HEAD = f"{'policy':16}{'world':16}{'games':>7}{'settles %':>24}{'mean score':>22}{'durability':>12}"


def study_report(study: Study) -> Report:
    rows = tuple(cell_row(cell) for cell in study.cells if cell.games)
    return Report("\n".join(_table(study)), figures(study), CELL_HEAD, rows)


def cell_row(cell: Cell) -> Row:
    measured = (settlement(cell), mean_score(cell), mean_durability(cell))
    return (cell.key.policy, cell.key.world, len(cell.games), *(rounded(end) for each in measured for end in each))


def rounded(number: float) -> float:
    """As precise as a sheet needs it."""
    return round(number, 6)


def _table(study: Study) -> Iterator[str]:
    yield heading(study)
    yield _TABLE_HEAD
    yield from (_line(cell) for cell in study.cells if cell.games)


def heading(study: Study) -> str:
    plan, speed = study.plan, f"{study.games_per_second:.1f} games a second"
    seats = "".join(f", {each}" for each in (say_seats(plan.minds), *plan.packages) if each)
    informed = f", information {plan.information}" * bool(plan.information)
    return f"{plan.scenario}, length {plan.length}{informed}, seeds from {plan.seed}{seats}; {speed}{shortfall(study)}"


def shortfall(study: Study) -> str:
    """What an interruption left out."""
    whole = study.plan.games * len(study.plan.cells)
    return "" if study.complete else f"; interrupted after {study.played} of {whole} games"


def _line(cell: Cell) -> str:
    score = mean_score(cell)
    middle = f"{score.value:5.1f}  ({score.low:5.1f}–{score.high:5.1f})"
    lasting = mean_durability(cell).value
    head = f"{cell.key.policy:16}{cell.key.world:16}{len(cell.games):>7}"
    return f"{head}{percent(settlement(cell)):>24}{middle:>22}{lasting:>12.1f}"


def percent(rate: Estimate) -> str:
    value, low, high = rate.scaled(100)
    return f"{value:5.1f}  ({low:5.1f}–{high:5.1f})"
