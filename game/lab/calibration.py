"""Whether forecasts come true: of those that say 60 to 70 percent, between 60 and 70 percent should.

Brier's score is the mean square of what a forecast was off. The reference is whoever says the same chance of
everything, and knows beforehand which: the share of all that came true.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from game.lab.forecasts import WHOLE
from game.lab.intervals import Estimate
from game.lab.page import Page, Table, markdown, percent, text
from game.lab.plan import CellKey
from game.lab.report import Report, rounded
from game.lab.study import Cell, Study
from game.lab.tallies import Row, added, by_seed, jackknifed, share
from game.minds.policies import STYLES
from game.model.events import Ask

ASKING: Final = ("statecraft", *STYLES, "conference-spam", "random")
"""Who asks: with judgement, in one style and another, for signatures in season and out, and at random."""

MOST: Final = 2 / 3
"""What the score may be of the reference's."""

Names = Callable[[str], bool]


def calibration_cells(worlds: Sequence[str]) -> tuple[CellKey, ...]:
    return tuple(CellKey(policy, world) for policy, world in product(ASKING, worlds))


def brier(sums: Row) -> float:
    number, _, _, squares = sums
    return squares / number / WHOLE**2


def constant(sums: Row) -> float:
    """The score of whoever always names the share of all that came true."""
    number, _, came, _ = sums
    return came / number * (1 - came / number)


def ratio(sums: Row) -> float:
    """1 where the reference cannot be beaten, because all or nothing came true."""
    reference = constant(sums)
    return brier(sums) / reference if reference else 1.0


@dataclass(frozen=True)
class Group:
    """The forecasts of one kind of question, world or mediator."""

    title: str
    cells: Sequence[Cell]
    wanted: Names

    @cached_property
    def rows(self) -> list[Row]:
        return by_seed(self.cells, self.wanted)

    @cached_property
    def sums(self) -> Row:
        return added(self.rows)

    @cached_property
    def tenths(self) -> "list[Tenth]":
        made = (Tenth(tenth, by_seed(self.cells, _both(self.wanted, tenth))) for tenth in range(10))
        return [tenth for tenth in made if tenth.rows]


def _both(wanted: Names, tenth: int) -> Names:
    return lambda name: wanted(name) and name.endswith(f".{tenth}")


@dataclass(frozen=True)
class Tenth:
    tenth: int
    rows: list[Row]

    @property
    def number(self) -> int:
        return added(self.rows)[0]

    @property
    def said(self) -> float:
        """The mean of what was said, from 0 to 1."""
        number, said, _, _ = added(self.rows)
        return said / number / WHOLE

    @cached_property
    def came(self) -> Estimate:
        return share([(came, number) for number, _, came, _ in self.rows])

    @property
    def verdict(self) -> str:
        """Whether the share that came true lies in the tenth, or its interval reaches into it."""
        low, high = self.tenth / 10, (self.tenth + 1) / 10
        if low <= self.came.value <= high:
            return "yes"
        return "within the interval" if self.came.low <= high and self.came.high >= low else "no"

    @property
    def band(self) -> str:
        return f"{10 * self.tenth}–{10 * self.tenth + 10} %"


def groups(study: Study) -> dict[str, list[Group]]:
    """All forecasts, and those by kind of question, world and mediator; none that holds nothing."""
    cells = [cell for cell in study.cells if cell.games]
    worlds = dict.fromkeys(cell.key.world for cell in cells)
    policies = dict.fromkeys(cell.key.policy for cell in cells)
    found = {
        "all": [Group("all", cells, _any)],
        "question": [Group(ask.value, cells, _asked(ask)) for ask in Ask],
        "world": [Group(world, [cell for cell in cells if cell.key.world == world], _any) for world in worlds],
        "mediator": [Group(each, [cell for cell in cells if cell.key.policy == each], _any) for each in policies],
    }
    return {by: [group for group in some if group.rows] for by, some in found.items()}


def _any(_: str) -> bool:
    return True


def _asked(ask: Ask) -> Names:
    return lambda name: name.startswith(f"{ask.value}.")


RULE: Final = f"""\
A forecast is the middle of the band that the player is shown while planning; it is held against the answers that the
act then gets. Brier's score is the mean square of what forecasts were off, and must be at most {MOST:.2f} of that of
whoever says the same chance of everything and knows the right one. A tenth is right if the share that came true lies
in it, and off only if the whole 95 % interval lies outside. Forecasts in games of one seed count as belonging
together."""


def calibration_report(study: Study) -> Report:
    found = groups(study)
    whole = found["all"][0] if found["all"] else None
    page = _page(found, whole) if whole else Page("Calibration", "", RULE, ["No forecast was made."], [])
    return Report(
        text=text(study, page),
        data=_data(study, found),
        head=("by", "group", "tenth", "forecasts", "said", "came", "low", "high", "brier", "constant", "ratio"),
        rows=[row for by, some in found.items() for group in some for row in _rows(by, group)],
        page=markdown(study, page) if study.complete and whole else None,
        failed=whole is not None and not all(good for good, _ in judged(whole)),
    )


def judged(group: Group) -> Iterator[tuple[bool, str]]:
    """What has to be so of the forecasts, and what is."""
    score = jackknifed(group.rows, ratio)
    good = score.value <= MOST
    sure = ", sure" if (score.high <= MOST if good else score.low > MOST) else ""
    yield (
        good,
        f"At least a third better than a constant forecast: {'yes' if good else 'no'}{sure}. Brier's score is "
        f"{brier(group.sums):.3f} against {constant(group.sums):.3f}, a ratio of {in_digits(score)}.",
    )
    off = [tenth.band for tenth in group.tenths if tenth.verdict == "no"]
    words = f"off are {', '.join(off)}" if off else "none is off"
    yield not off, f"Forecasts come true as often as they say: of {len(group.tenths)} tenths {words}."


def in_digits(found: Estimate) -> str:
    return f"{found.value:.2f} ({found.low:.2f}–{found.high:.2f})"


def _page(found: dict[str, list[Group]], whole: Group) -> Page:
    return Page(
        "Calibration",
        "Whether what the player is told of the chances comes true.",
        RULE,
        [line for _, line in judged(whole)],
        [_reliability(whole), *(_scores(by, found[by]) for by in ("question", "world", "mediator"))],
    )


def _reliability(group: Group) -> Table:
    rows = [
        (tenth.band, f"{tenth.number:,}", f"{100 * tenth.said:.1f} %", percent(tenth.came), tenth.verdict)
        for tenth in group.tenths
    ]
    return Table("By tenths", ("said", "forecasts", "on average", "came true", "right"), rows)


def _scores(by: str, some: Sequence[Group]) -> Table:
    rows = [
        (
            group.title,
            f"{group.sums[0]:,}",
            percent(share([(came, number) for number, _, came, _ in group.rows])),
            f"{brier(group.sums):.3f}",
            f"{constant(group.sums):.3f}",
            in_digits(jackknifed(group.rows, ratio)),
            ", ".join(tenth.band for tenth in group.tenths if tenth.verdict == "no") or "none",
        )
        for group in some
    ]
    return Table(f"By {by}", (by, "forecasts", "came true", "Brier", "constant", "ratio", "tenths off"), rows)


def _rows(by: str, group: Group) -> Iterator[tuple[object, ...]]:
    scores = (brier(group.sums), constant(group.sums), ratio(group.sums))
    yield (by, group.title, "all", group.sums[0], *_said(group.rows), *map(rounded, scores))
    for tenth in group.tenths:
        yield (by, group.title, tenth.band, tenth.number, *_said(tenth.rows), "", "", "")


def _said(rows: Sequence[Row]) -> tuple[float, ...]:
    number, said, *_ = added(rows)
    came = share([(hits, tried) for tried, _, hits, _ in rows])
    return (rounded(said / number / WHOLE), *map(rounded, came))


def _data(study: Study, found: dict[str, list[Group]]) -> dict[str, object]:
    return {
        "content": study.plan.content,
        "plan": study.plan.digest,
        "complete": study.complete,
        "games": study.played,
        "groups": [_group_data(by, group) for by, some in found.items() for group in some],
    }


def _group_data(by: str, group: Group) -> dict[str, object]:
    score = jackknifed(group.rows, ratio)
    return {
        "by": by,
        "group": group.title,
        "forecasts": group.sums[0],
        "brier": brier(group.sums),
        "constant": constant(group.sums),
        "ratio": score.value,
        "ratio_ci": [score.low, score.high],
        "tenths": [
            {
                "tenth": tenth.band,
                "forecasts": tenth.number,
                "said": tenth.said,
                "came": tenth.came.value,
                "came_ci": [tenth.came.low, tenth.came.high],
                "right": tenth.verdict,
            }
            for tenth in group.tenths
        ],
    }
