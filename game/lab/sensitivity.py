"""Sensitivity: every number of the model a fifth down and a fifth up, one at a time, over the same seeds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Final

from game.lab.figures import figures, settlement
from game.lab.intervals import Estimate, paired_rates
from game.lab.numbers import ModelNumber
from game.lab.plan import CellKey
from game.lab.report import Report, heading, percent, rounded
from game.lab.study import Cell, Study

PERCENT: Final = 20
_SHOWN: Final = 25
"""Rows in a picture."""


@dataclass(frozen=True, slots=True)
class Swing:
    """What changing one number did to the settlement rate of one policy in one world, against the model as it is.

    ``sides`` are the values that were tried, lower first, with the differences of rates: one if the number lies at
    the end of its range, else two.
    """

    policy: str
    world: str
    name: str
    sides: tuple[tuple[int, Estimate], ...]

    @property
    def size(self) -> float:
        return max(abs(gap.value) for _, gap in self.sides)

    @property
    def sure(self) -> bool:
        """Some side's whole interval is off 0."""
        return any(gap.low > 0 or gap.high < 0 for _, gap in self.sides)


def nudged(number: ModelNumber) -> tuple[int, ...]:
    """The values to try: a fifth down and up, at least by one, within bounds. A number that is 0 has no fifth."""
    if number.value == 0:
        return ()
    step = max(1, (abs(number.value) * PERCENT + 50) // 100)
    tried = (max(number.low, number.value - step), min(number.high, number.value + step))
    return tuple(value for value in tried if value != number.value)


def sensitivity_cells(
    policies: Sequence[str], worlds: Sequence[str], numbers: Mapping[str, ModelNumber]
) -> tuple[CellKey, ...]:
    """For each policy and world the model as it is, then each number changed."""
    changes = [((name, value),) for name, number in numbers.items() for value in nudged(number)]
    return tuple(
        CellKey(policy, world, change) for policy, world in product(policies, worlds) for change in ((), *changes)
    )


def swings(study: Study) -> list[Swing]:
    """Every number that was tried, those that matter most first; ties stay in the model's order."""
    cells = {cell.key: cell for cell in study.cells if cell.games}
    found: dict[tuple[str, str, str], dict[int, Estimate]] = {}
    for key, cell in cells.items():
        base = cells.get(CellKey(key.policy, key.world))
        if key.changes and base is not None:
            name, value = key.changes[0]
            found.setdefault((key.policy, key.world, name), {})[value] = difference(cell, base)
    made = (Swing(*name, tuple(sorted(sides.items()))) for name, sides in found.items())
    return sorted(made, key=lambda swing: -swing.size)


def difference(changed: Cell, base: Cell) -> Estimate:
    """The change of the settlement rate over the seeds that both played."""
    before = {game.seed: game.settled for game in base.games}
    pairs = [(game.settled, before[game.seed]) for game in changed.games if game.seed in before]
    won = sum(now and not then for now, then in pairs)
    lost = sum(then and not now for now, then in pairs)
    return paired_rates(won, lost, len(pairs))


def sensitivity_report(study: Study) -> Report:
    found = swings(study)
    return Report(
        text="\n".join(_text(study, found)),
        data={**figures(study), "percent": PERCENT, "swings": [_data(swing) for swing in found]},
        head=("number", "policy", "world", "value", "difference", "low", "high"),
        rows=[
            (swing.name, swing.policy, swing.world, value, *map(rounded, gap))
            for swing in found
            for value, gap in swing.sides
        ],
        draw=partial(_draw, found),
    )


def _text(study: Study, found: Sequence[Swing]) -> Iterator[str]:
    yield heading(study)
    for cell in study.cells:
        if cell.games and not cell.key.changes:
            yield f"{cell.key.policy}, {cell.key.world}: settles {percent(settlement(cell)).strip()} % as it is"
    yield f"The same seeds with one number {PERCENT} % lower or higher; differences in points, with 95 % intervals."
    yield f"{'':2}{'number':44}{'policy':16}{'world':16}{'lower':>30}{'higher':>30}"
    for swing in found:
        mark = "*" if swing.sure else " "
        sides = "".join(f"{_side(value, gap):>30}" for value, gap in swing.sides)
        yield f"{mark} {swing.name:44}{swing.policy:16}{swing.world:16}{sides}"
    yield "* an interval lies wholly on one side of 0; of so many, one in twenty does so by chance."


def _side(value: int, gap: Estimate) -> str:
    points = gap.scaled(100)
    return f"{value}: {points.value:+.1f} ({points.low:+.1f} to {points.high:+.1f})"


def _data(swing: Swing) -> dict[str, object]:
    return {
        "number": swing.name,
        "policy": swing.policy,
        "world": swing.world,
        "size": swing.size,
        "sure": swing.sure,
        "sides": [
            {"value": value, "difference": gap.value, "difference_ci": [gap.low, gap.high]}
            for value, gap in swing.sides
        ],
    }


def _draw(found: Sequence[Swing], path: Path) -> None:
    from game.lab.pictures import draw_tornado

    draw_tornado([(f"{swing.name} ({swing.policy}, {swing.world})", swing.sides) for swing in found[:_SHOWN]], path)
