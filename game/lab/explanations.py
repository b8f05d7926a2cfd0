"""Whether parties say why: what they state is granted, and their answer looked at again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from game.lab.intervals import Estimate
from game.lab.page import Page, Table, markdown, percent, text
from game.lab.plan import CellKey
from game.lab.rationales import ANY, DRAWN, FIRST, HEAVY, SAME, STATED
from game.lab.report import Report, rounded
from game.lab.study import Cell, Study
from game.lab.tallies import by_seed, share
from game.model.events import Ask, Ground

ASKING: Final = ("statecraft", "formulation", "hint-follower", "conference-spam", "random")
"""Who asks: with judgement, by packages, as replies suggest, for signatures in season and out, and at random."""

LEAST: Final = 0.95
"""The share of answers that must turn, and of helps that must help."""

WHOSE: Final = {
    STATED: "the two that were stated",
    FIRST: "the first of them alone",
    DRAWN: "two drawn from all that weighed against it",
    SAME: "hopes and the way out, whatever was asked",
    HEAVY: "losses on the two asked clauses of most weight to the party",
    ANY: "two drawn from all that can be said",
}


def explanations_cells(worlds: Sequence[str]) -> tuple[CellKey, ...]:
    return tuple(CellKey(policy, world) for policy, world in product(ASKING, worlds))


@dataclass(frozen=True)
class Tried:
    """How often something was tried, and how often it did what it should. ``by`` and ``name`` say what."""

    by: str
    name: str
    rows: Sequence[tuple[int, int]]

    @property
    def tries(self) -> int:
        return sum(tries for _, tries in self.rows)

    @cached_property
    def rate(self) -> Estimate:
        return share(self.rows)


def _tried(by: str, name: str, cells: Sequence[Cell], head: str) -> Tried:
    """All sums whose names are ``head`` or go on from it."""
    rows = by_seed(cells, lambda each: each == head or each.startswith(f"{head}."))
    return Tried(by, name, [(hits, tries) for tries, hits in rows])


def everything(study: Study) -> list[Tried]:
    """Nothing that was never tried."""
    cells = [cell for cell in study.cells if cell.games]
    names = sorted({name for cell in cells for game in cell.games for name in game.tally})
    worlds = dict.fromkeys(cell.key.world for cell in cells)
    of_world = {world: [cell for cell in cells if cell.key.world == world] for world in worlds}
    found = [
        *(_tried("reasons granted", words, cells, f"near.{whose}") for whose, words in WHOSE.items()),
        *(_tried("question", ask.value, cells, f"near.{STATED}.{ask.value}") for ask in Ask),
        *(_tried("world", world, some, f"near.{STATED}") for world, some in of_world.items()),
        *(_tried("stated", in_words(name[8:]), cells, name) for name in names if name.startswith("reasons.")),
        _tried("best", "no two others weighed more", cells, "best"),
        _tried("helps", "all", cells, "help"),
        *(_tried("help", name[5:], cells, name) for name in names if name.startswith("help.")),
    ]
    return [tried for tried in found if tried.tries]


GROUNDS: Final = {
    Ground.VALUE: "what a clause is worth",
    Ground.NO_DEAL: "its way out",
    Ground.HOPE: "its hopes",
    Ground.RED_LINE: "a red line",
    Ground.HOME: "home",
    Ground.TRUST: "distrust",
    Ground.UNMET: "others who moved less",
    Ground.OVER_HEAD: "resentment",
    Ground.PAYMENT: "payment",
    Ground.DETAIL: "missing detail",
}


def in_words(grounds: str) -> str:
    return ", ".join(GROUNDS[Ground(each)] for each in grounds.split("+"))


RULE: Final = """\
A near refusal is any answer but a yes that crosses no red line and is short of one by at most twice what a party names
a price within. Its two reasons are granted, and the same question is put to the same party again: where a reason is
what a clause is worth, the party is paid what it says it lacks there, and no more than its best wording that is closed
to nobody would bring; hopes come down to their floor; the way out loses what was stated; trust becomes full;
resentment goes; missing detail is worked out. To compare, the same is done with reasons that nobody stated. What
would help is given in small measure: ten points of trust or home room, half a point of value in hopes or resentment, a
point of detail, or the wording, condition or link that was named. It helps if the answer turns, less is left that
cannot be sold at home, or the margin grows. Answers in games of one seed count as belonging together."""


def explanations_report(study: Study) -> Report:
    found = everything(study)
    verdicts = list(judged(found))
    page = Page(
        "Explanations",
        "Whether the reasons that parties state are their reasons, and whether what they say would help does.",
        RULE,
        [line for _, line in verdicts],
        [table for table in _tables(found) if table.rows],
    )
    return Report(
        text=text(study, page),
        data={
            "content": study.plan.content,
            "plan": study.plan.digest,
            "complete": study.complete,
            "games": study.played,
            "tried": [_data(tried) for tried in found],
        },
        head=("by", "name", "tries", "share", "low", "high"),
        rows=[(tried.by, tried.name, tried.tries, *map(rounded, tried.rate)) for tried in found],
        page=markdown(study, page) if study.complete else None,
        failed=not all(good for good, _ in verdicts),
    )


def judged(found: Sequence[Tried]) -> Iterator[tuple[bool, str]]:
    """What has to be so, and what is."""
    named = {(tried.by, tried.name): tried for tried in found}
    stated = named.get(("reasons granted", WHOSE[STATED]))
    if stated:
        yield _judged(stated, "Granting the two stated reasons turns the answer, of near refusals")
    helps = named.get(("helps", "all"))
    if helps:
        yield _judged(helps, "What is said to help makes a yes likelier, of answers that name something")
    best = named.get(("best", "no two others weighed more"))
    if best:
        yield True, f"No other two reasons would have weighed more: in {percent(best.rate)} of near refusals."


def _judged(tried: Tried, claim: str) -> tuple[bool, str]:
    good = tried.rate.value >= LEAST
    sure = ", sure" if (tried.rate.low >= LEAST if good else tried.rate.high < LEAST) else ""
    least = f"{100 * LEAST:.0f} %"
    return good, f"{claim}, in at least {least}: {'yes' if good else 'no'}{sure}, in {percent(tried.rate)}."


def _tables(found: Sequence[Tried]) -> Iterator[Table]:
    shown = {
        "reasons granted": ("Whose reasons", "answers", "turned"),
        "question": ("By question, the stated reasons granted", "answers", "turned"),
        "world": ("By world, the stated reasons granted", "answers", "turned"),
        "stated": ("By what was stated", "answers", "turned"),
        "help": ("By what was said to help", "answers", "made a yes likelier"),
    }
    for by, (title, number, rate) in shown.items():
        rows = [(tried.name, f"{tried.tries:,}", percent(tried.rate)) for tried in found if tried.by == by]
        yield Table(title, (by, number, rate), rows)


def _data(tried: Tried) -> dict[str, object]:
    rate = tried.rate
    return {
        "by": tried.by,
        "name": tried.name,
        "tries": tried.tries,
        "share": rate.value,
        "share_ci": [rate.low, rate.high],
    }
