"""A study as a table of text."""

from statistics import fmean

from game.lab.intervals import mean_interval, rate_interval
from game.lab.study import Cell, Study, settlement_rate

_HEAD = f"{'policy':16}{'world':16}{'games':>7}{'settles %':>24}{'mean score':>22}{'durability':>12}"


def study_table(study: Study) -> str:
    speed = f"{study.games_per_second:.1f} games a second"
    lines = [f"{study.plan.scenario}, length {study.plan.length}, seeds from {study.plan.seed}; {speed}", _HEAD]
    return "\n".join([*lines, *map(_line, study.cells)])


def _line(cell: Cell) -> str:
    games = len(cell.games)
    low, high = rate_interval(sum(game.settled for game in cell.games), games)
    scores = [game.score for game in cell.games]
    worst, best = mean_interval(scores)
    rate = f"{100 * settlement_rate(cell):5.1f}  ({100 * low:5.1f}–{100 * high:5.1f})"
    score = f"{fmean(scores):5.1f}  ({worst:5.1f}–{best:5.1f})"
    lasting = fmean(game.durability for game in cell.games)
    return f"{cell.policy:16}{cell.world:16}{games:>7}{rate:>24}{score:>22}{lasting:>12.1f}"
