"""A sweep: one number of the model taken through a range, everything else as it is."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Final

from game.lab.figures import figures, settlement
from game.lab.intervals import Estimate
from game.lab.plan import CellKey
from game.lab.report import CELL_HEAD, Report, cell_row, heading, percent
from game.lab.study import Cell, Study
from game.lab.trouble import LabProblem

_RANGE: Final = re.compile(r"(-?\d{1,9})\.\.(-?\d{1,9})(?::(\d{1,9}))?")
_FEW: Final = 11
"""Values that a range without a step is cut into at most."""

_MOST: Final = 1_000


def swept(text: str) -> tuple[int, ...]:
    """The values of ``a..b`` or ``a..b:step``, both ends included where the step meets them."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise LabProblem(f"'{text}' is no range; it goes like 0..100 or 0..100:10.")
    first, last = int(found[1]), int(found[2])
    step = int(found[3]) if found[3] else max(1, -(-(last - first) // (_FEW - 1)))
    if last < first or step == 0:
        raise LabProblem(f"'{text}' is no range: it has to rise, by 1 or more.")
    values = range(first, last + 1, step)
    if len(values) > _MOST:
        raise LabProblem(f"'{text}' has {len(values)} values, more than {_MOST}; give a larger step.")
    return tuple(values)


def sweep_cells(
    policies: tuple[str, ...], worlds: tuple[str, ...], name: str, values: tuple[int, ...]
) -> tuple[CellKey, ...]:
    return tuple(CellKey(*pair, ((name, value),)) for pair in product(policies, worlds) for value in values)


def sweep_report(study: Study) -> Report:
    cells = [cell for cell in study.cells if cell.games]
    name = next(iter(study.plan.cells)).changes[0][0]
    return Report(
        text="\n".join(_text(study, cells, name)),
        data={**figures(study), "parameter": name},
        head=("parameter", "value", *CELL_HEAD),
        rows=[(*cell.key.changes[0], *cell_row(cell)) for cell in cells],
        draw=partial(_draw, curves(cells), name),
    )


def _text(study: Study, cells: list[Cell], name: str) -> Iterator[str]:
    yield heading(study)
    yield f"{name:>24}  {'policy':16}{'world':16}{'games':>7}{'settles %':>24}"
    for cell in cells:
        head = f"{cell.key.changes[0][1]:>24}  {cell.key.policy:16}{cell.key.world:16}"
        yield f"{head}{len(cell.games):>7}{percent(settlement(cell)):>24}"


Curve = list[tuple[int, Estimate]]


def curves(cells: list[Cell]) -> dict[str, Curve]:
    """For each policy and world the settlement rate by value, in percent."""
    found: dict[str, Curve] = {}
    for cell in cells:
        point = (cell.key.changes[0][1], settlement(cell).scaled(100))
        found.setdefault(f"{cell.key.policy}, {cell.key.world}", []).append(point)
    return found


def _draw(found: dict[str, Curve], name: str, path: Path) -> None:
    from game.lab.pictures import draw_curves

    draw_curves(found, name, path)
