"""Pictures of sweeps and sensitivities, by matplotlib, which is an extra."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.lab.intervals import Estimate
from game.lab.trouble import LabProblem

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES: Final = (".png", ".svg")
_LOWER, _HIGHER = "#2b6ca3", "#c4661f"

Point = tuple[int, Estimate]


def check_pictures() -> None:
    """Raises :class:`LabProblem` if matplotlib is not here."""
    try:
        import matplotlib
    except ImportError:
        raise LabProblem(
            "--plot draws with matplotlib, which is not installed. Install the extra 'plots' "
            "(pip install 'backchannel[plots]'), or leave --plot out and take --csv."
        ) from None
    matplotlib.rcParams["svg.hashsalt"] = "backchannel"


def draw_curves(curves: Mapping[str, Sequence[Point]], name: str, path: Path) -> None:
    """The settlement rate, in percent, by the value of a number; bands are the intervals."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    for label, points in curves.items():
        values = [value for value, _ in points]
        axes.plot(values, [rate.value for _, rate in points], marker="o", label=label)
        axes.fill_between(values, [rate.low for _, rate in points], [rate.high for _, rate in points], alpha=0.2)
    axes.set(xlabel=name, ylabel="settles, %, with 95 % intervals", ylim=(0, 100))
    axes.legend()
    _save(figure, path)


def draw_tornado(rows: Sequence[tuple[str, Sequence[Point]]], path: Path) -> None:
    """Bars for what lowering and raising a number does, the largest on top; whiskers are the intervals."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 1.5 + 0.35 * len(rows)), layout="constrained")
    axes = figure.subplots()
    for place, (_, sides) in enumerate(rows):
        for (value, gap), colour in zip(sides, (_LOWER, _HIGHER), strict=False):
            points = gap.scaled(100)
            shift = 0.2 if colour == _LOWER else -0.2
            reach = [[points.value - points.low], [points.high - points.value]]
            axes.barh(place - shift, points.value, height=0.38, color=colour)
            axes.errorbar(points.value, place - shift, xerr=reach, color="black", linewidth=0.8, capsize=2)
            axes.annotate(str(value), (points.high, place - shift), (4, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(rows)), [label for label, _ in rows])
    axes.invert_yaxis()
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlabel("change of the settlement rate, points, with 95 % intervals (upper bar: the lower value)")
    _save(figure, path)


def _save(figure: "Figure", path: Path) -> None:
    """Without a date, so that the same figures give the same file."""
    figure.savefig(path, dpi=120, metadata={"Date": None} if path.suffix == ".svg" else None)
