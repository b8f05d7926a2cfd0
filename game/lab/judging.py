"""Judging a claim by the cells it is about.

A bound passes if the figure itself meets it, and is *sure* when the whole 95 % interval lies on the same side; so is a
failure. A comparison takes the interval of the difference. What *clearly* has to be so, passes only if it is sure.
A claim of none passes if nothing was seen, and is sure once the interval ends below one in a hundred. What cannot be
compared, because a cell was not played or nothing was signed in it, is undecided.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import Final

from game.lab.figures import settlement
from game.lab.intervals import Estimate, contrast, mean_estimate, rate_estimate
from game.lab.invariants import REPLAY
from game.lab.measures import GameFigures
from game.lab.plan import CellKey
from game.lab.study import Cell
from game.model.ids import PartyId


class Verdict(Enum):
    PASS = "pass"
    FAIL = "fail"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``found`` says in words what came out; ``estimate`` is the figure that was held against the bound."""

    verdict: Verdict
    sure: bool
    found: str
    estimate: Estimate | None = None


Bench = Callable[[CellKey], Cell]
"""The cell of a key. Raises :class:`NothingToJudge` if it was not played."""

Judge = Callable[[Bench], Judgement]

NONE_LIKELY: Final = 0.01


class NothingToJudge(Exception):  # noqa: N818 - it ends in a judgement
    """A figure that does not exist; ``str()`` says why."""


def judged(judge: Judge, bench: Bench) -> Judgement:
    try:
        return judge(bench)
    except NothingToJudge as reason:
        return Judgement(Verdict.UNDECIDED, False, str(reason))


def held(estimate: Estimate, least: float, most: float) -> tuple[Verdict, bool]:
    """Whether the figure lies from ``least`` to ``most``, and whether its whole interval is on that side."""
    if least <= estimate.value <= most:
        return Verdict.PASS, least <= estimate.low and estimate.high <= most
    return Verdict.FAIL, estimate.high < least or estimate.low > most


def below(estimate: Estimate, bound: float) -> tuple[Verdict, bool]:
    """The same for a figure that has to be less than ``bound``."""
    if estimate.value < bound:
        return Verdict.PASS, estimate.high < bound
    return Verdict.FAIL, estimate.low >= bound


def rate_within(key: CellKey, least: float, most: float) -> Judge:
    """The settlement rate lies within bounds, which are rates from 0 to 1."""

    def judge(bench: Bench) -> Judgement:
        rate = settlement(bench(key))
        return Judgement(*held(rate, least, most), f"settles {in_percent(rate)}", rate)

    return judge


def rate_at_most(key: CellKey, most: float) -> Judge:
    return rate_within(key, 0.0, most)


def never(key: CellKey) -> Judge:
    """Nothing is settled."""

    def judge(bench: Bench) -> Judgement:
        rate = settlement(bench(key))
        return Judgement(*none_of(rate), f"settles {in_percent(rate)}", rate)

    return judge


def none_of(rate: Estimate) -> tuple[Verdict, bool]:
    """Something seen once is surely not never."""
    return (Verdict.PASS, rate.high < NONE_LIKELY) if rate.value == 0 else (Verdict.FAIL, True)


def settles_below(key: CellKey, other: CellKey, factor: float = 1.0, clearly: bool = False) -> Judge:
    """Settles less often than ``factor`` times the rate of the other."""

    def judge(bench: Bench) -> Judgement:
        mine, theirs = settlement(bench(key)), settlement(bench(other))
        gap = contrast(mine, theirs, factor)
        verdict, sure = below(gap, 0.0)
        if clearly and verdict is Verdict.PASS and not sure:
            verdict = Verdict.UNDECIDED
        return Judgement(verdict, sure, _compared(mine, theirs, gap, factor), gap)

    return judge


def settles_above(key: CellKey, other: CellKey, least: float = 0.0) -> Judge:
    """Settles more often than the other, by ``least`` at least if that is more than 0."""

    def judge(bench: Bench) -> Judgement:
        mine, theirs = settlement(bench(key)), settlement(bench(other))
        gap = contrast(mine, theirs)
        verdict = held(gap, least, inf) if least > 0 else below(contrast(theirs, mine), 0.0)
        return Judgement(*verdict, _compared(mine, theirs, gap), gap)

    return judge


def settles_at_most_above(key: CellKey, other: CellKey, most: float) -> Judge:
    """The rate is at most this much above the rate of the other."""

    def judge(bench: Bench) -> Judgement:
        mine, theirs = settlement(bench(key)), settlement(bench(other))
        gap = contrast(mine, theirs)
        return Judgement(*held(gap, -inf, most), _compared(mine, theirs, gap), gap)

    return judge


def lasts_below(key: CellKey, other: CellKey, factor: float) -> Judge:
    """What is signed has less than ``factor`` times the durability of what the other signs."""

    def judge(bench: Bench) -> Judgement:
        mine, theirs = (_mean(_signed(bench(each), lambda game: game.durability)) for each in (key, other))
        gap = contrast(mine, theirs, factor)
        found = f"durability of what is signed {in_points(mine)} against {in_points(theirs)}"
        return Judgement(*below(gap, 0.0), found, gap)

    return judge


def gains_below(key: CellKey, other: CellKey, parties: Iterable[PartyId]) -> Judge:
    """Each of the parties gains less, on average, by what is signed, against no deal as it stood at first."""
    named = tuple(parties)

    def judge(bench: Bench) -> Judgement:
        return all_of([_gains_below(bench(key), bench(other), party) for party in named])

    return judge


def _gains_below(mine: Cell, theirs: Cell, party: PartyId) -> Judgement:
    here = _mean(_signed(mine, lambda game: game.gain[party])).scaled(0.01)
    there = _mean(_signed(theirs, lambda game: game.gain[party])).scaled(0.01)
    gap = contrast(here, there)
    return Judgement(*below(gap, 0.0), f"{party} gains {in_points(here)} against {in_points(there)}", gap)


def waiting_hurts_more(key: CellKey, party: PartyId, than: PartyId) -> Judge:
    """The worth of no deal falls further for ``party``, game by game."""

    def judge(bench: Bench) -> Judgement:
        games = bench(key).games
        gap = _mean([(game.waited[party] - game.waited[than]) / 100 for game in games])
        mine, theirs = (_mean([game.waited[each] / 100 for game in games]) for each in (party, than))
        found = f"no deal moves by {in_points(mine)} for {party}, by {in_points(theirs)} for {than}"
        return Judgement(*below(gap, 0.0), found, gap)

    return judge


def first_by_score(key: CellKey, rivals: Sequence[CellKey], allowance: Callable[[str], float]) -> Judge:
    """No rival has a higher mean score, by more than its ``allowance``. The figure is the lead on the best of them."""

    def judge(bench: Bench) -> Judgement:
        mine = _score(bench(key))
        leads = [(rival, contrast(mine, _score(bench(rival)))) for rival in rivals]
        parts = [held(lead, -allowance(rival.policy), inf) for rival, lead in leads]
        best, lead = min(leads, key=lambda each: each[1].value + allowance(each[0].policy))
        found = f"scores {in_points(mine)}; its lead on '{best.policy}' is {in_points(lead)}"
        return Judgement(*_worst(parts), found, lead)

    return judge


def unbroken(keys: Sequence[CellKey], law: str) -> Judge:
    """No game that was played broke the law; for the law of replay, none of those that were played twice."""

    def judge(bench: Bench) -> Judgement:
        games = [game for key in keys for game in bench(key).games if game.twice or law != REPLAY]
        if not games:
            raise NothingToJudge("no game was played twice")
        broken = sum(law in game.broken for game in games)
        rate = rate_estimate(broken, len(games))
        return Judgement(
            *none_of(rate), f"broken in {broken} of {len(games)} games{' played twice' if law == REPLAY else ''}", rate
        )

    return judge


def all_of(parts: Sequence[Judgement]) -> Judgement:
    """As good as the worst of them, whose figure it keeps."""
    verdict, sure = _worst([(part.verdict, part.sure) for part in parts])
    telling = next(part for part in parts if part.verdict is verdict)
    return Judgement(verdict, sure, "; ".join(part.found for part in parts), telling.estimate)


def _worst(parts: Iterable[tuple[Verdict, bool]]) -> tuple[Verdict, bool]:
    """A failure is sure if one of them is, anything else only if all are."""
    found = list(parts)
    for verdict in (Verdict.FAIL, Verdict.UNDECIDED):
        if any(each is verdict for each, _ in found):
            return verdict, verdict is Verdict.FAIL and any(sure for each, sure in found if each is verdict)
    return Verdict.PASS, all(sure for _, sure in found)


def _signed(cell: Cell, measure: Callable[[GameFigures], int]) -> list[float]:
    found = [float(measure(game)) for game in cell.games if game.gain]
    if not found:
        raise NothingToJudge(
            f"'{cell.key.policy}' in '{cell.key.world}' signed nothing, so there is nothing to compare"
        )
    return found


def _mean(values: Sequence[float]) -> Estimate:
    """One game says nothing about how far games lie apart."""
    if len(values) < 2:
        raise NothingToJudge("a mean of one game has no interval, so there is nothing to compare")
    return mean_estimate(values)


def _score(cell: Cell) -> Estimate:
    return _mean([game.score for game in cell.games])


def _compared(mine: Estimate, theirs: Estimate, gap: Estimate, factor: float = 1.0) -> str:
    against = in_percent(theirs) if factor == 1 else f"{factor:g} x {in_percent(theirs)}"
    value, low, high = gap.scaled(100)
    return f"settles {in_percent(mine)} against {against}: {value:+.1f} points ({low:+.1f} to {high:+.1f})"


def in_percent(rate: Estimate) -> str:
    value, low, high = rate.scaled(100)
    return f"{value:.1f} % ({low:.1f}–{high:.1f})"


def in_points(mean: Estimate) -> str:
    return f"{mean.value:.1f} ({mean.low:.1f} to {mean.high:.1f})"
