"""Whether there is more than one way to succeed: how often styles of mediation settle, and how unlike they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Final

from game.lab.figures import mean_score, settlement
from game.lab.intervals import Estimate
from game.lab.judging import in_points
from game.lab.page import Page, Table, markdown, percent, text
from game.lab.plan import CellKey
from game.lab.report import Report, rounded
from game.lab.study import Cell, Study
from game.lab.tallies import Row, added, jackknifed, share
from game.minds.policies import STYLES

REFERENCE: Final = "statecraft"
WORLDS: Final = ("ripe", "sceptic")
JUDGED_IN: Final = "ripe"

OFTEN: Final = 0.30
"""The settlement rate from which a style is successful."""

APART: Final = 15.0
"""Acts in a hundred that belong to other families, from which two styles are clearly different."""

ENOUGH: Final = 3


def styles_cells(worlds: Sequence[str]) -> tuple[CellKey, ...]:
    known = [world for world in WORLDS if world in worlds]
    return tuple(CellKey(policy, world) for policy, world in product((REFERENCE, *STYLES), known))


@dataclass(frozen=True)
class Style:
    """One style in one world. ``families`` are all that any style used, in one order for all."""

    cell: Cell
    families: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.cell.key.policy

    @cached_property
    def games(self) -> dict[int, Row]:
        """Acts by family, of every seed."""
        return {game.seed: self._counts(game.tally) for game in self.cell.games}

    def _counts(self, tally: Mapping[str, tuple[int, ...]]) -> Row:
        return tuple(tally.get(family, (0,))[0] for family in self.families)

    @cached_property
    def profile(self) -> tuple[float, ...]:
        return profile(added(self.games.values()))


def profile(counts: Sequence[int]) -> tuple[float, ...]:
    """Shares of all acts, in percent."""
    total = max(1, sum(counts))
    return tuple(100 * count / total for count in counts)


def distance(one: Sequence[float], other: Sequence[float]) -> float:
    """Of a hundred acts, how many belong to other families."""
    return sum(abs(mine - theirs) for mine, theirs in zip(one, other, strict=True)) / 2


def between(one: Style, other: Style) -> Estimate:
    """The distance of what two styles do on the whole, over the seeds that both have."""
    rows = [(*one.games[seed], *other.games[seed]) for seed in one.games if seed in other.games]
    size = len(one.families)
    return jackknifed(rows, lambda sums: distance(profile(sums[:size]), profile(sums[size:])))


def told_apart(styles: Sequence[Style]) -> dict[str, Estimate]:
    """Of the games of each style, the share whose acts lie nearest to those of the other games of that style."""
    totals = {style.name: added(style.games.values()) for style in styles}
    found = {}
    for style in styles:
        hits = [
            (int(_nearest(counts, style.name, totals) == style.name), 1)
            for counts in style.games.values()
            if len(style.games) > 1
        ]
        found[style.name] = share(hits)
    return found


def _nearest(counts: Row, name: str, totals: Mapping[str, Row]) -> str:
    """The style whose other games this one is most like."""
    rest = tuple(whole - own for whole, own in zip(totals[name], counts, strict=True))
    means = {style: profile(rest if style == name else whole) for style, whole in totals.items()}
    return min(means, key=lambda style: distance(profile(counts), means[style]))


def styles_in(study: Study, world: str) -> list[Style]:
    cells = [cell for cell in study.cells if cell.games]
    families = tuple(dict.fromkeys(family for cell in cells for game in cell.games for family in game.tally))
    return [Style(cell, tuple(sorted(families))) for cell in cells if cell.key.world == world]


RULE: Final = f"""\
Each style is a whole way to mediate, meant to succeed, that sees what a player sees. Successful is what settles at
least {100 * OFTEN:.0f} % of games in {JUDGED_IN}. A profile is the share of a style's acts that falls to each family
of acts. The distance of two profiles is how many of a hundred acts belong to other families; from {APART:.0f} on, two
styles are clearly different. A game is told by its acts if its profile lies nearest to that of the other games of its
own style."""


def styles_report(study: Study) -> Report:
    styles = styles_in(study, JUDGED_IN)
    verdicts = list(judged(styles))
    page = Page(
        "Styles",
        "Whether there is more than one way to succeed.",
        RULE,
        [line for _, line in verdicts],
        [_success(study), _profiles(styles), _distances(styles)] if styles else [],
    )
    return Report(
        text=text(study, page),
        data=_data(study, styles),
        head=("what", "style", "other", "world", "value", "low", "high"),
        rows=[*_rows(study, styles)],
        page=markdown(study, page) if study.complete else None,
        failed=not all(good for good, _ in verdicts),
    )


def judged(styles: Sequence[Style]) -> Iterator[tuple[bool, str]]:
    """What has to be so of the styles beside the reference, and what is."""
    mine = [style for style in styles if style.name != REFERENCE]
    good = [style for style in mine if settlement(style.cell).value >= OFTEN]
    sure = [style for style in good if settlement(style.cell).low >= OFTEN]
    names = ", ".join(f"`{style.name}`" for style in good) or "none"
    yield (
        len(good) >= ENOUGH,
        f"At least {ENOUGH} styles beside `{REFERENCE}` settle {100 * OFTEN:.0f} % or more: {names}; "
        f"{len(sure)} of them surely.",
    )
    pairs = [(one, other, between(one, other)) for one, other in combinations(good, 2)]
    near = [f"`{one.name}` and `{other.name}`" for one, other, far in pairs if far.value < APART]
    words = f"not {'; '.join(near)}" if near else "all of them" if pairs else "there are no two to compare"
    yield not near, f"Those that succeed are clearly different from one another: {words}."


def _success(study: Study) -> Table:
    rows = []
    for cell in study.cells:
        if cell.games:
            acts = sum(sum(sums) for game in cell.games for sums in game.tally.values()) / len(cell.games)
            measured = (percent(settlement(cell)), in_points(mean_score(cell)), f"{acts:.0f}")
            rows.append((f"`{cell.key.policy}`", cell.key.world, *measured))
    return Table("Success", ("style", "world", "settles", "mean score", "acts a game"), rows)


def _profiles(styles: Sequence[Style]) -> Table:
    told = told_apart(styles)
    head = ("style", *styles[0].families, "told by its acts")
    rows = [
        (f"`{style.name}`", *(f"{part:.0f} %" for part in style.profile), percent(told[style.name])) for style in styles
    ]
    return Table(f"Profiles, in {JUDGED_IN}", head, rows)


def _distances(styles: Sequence[Style]) -> Table:
    rows = [
        (f"`{one.name}`", f"`{other.name}`", in_points(between(one, other))) for one, other in combinations(styles, 2)
    ]
    return Table(f"Distances, in {JUDGED_IN}", ("style", "other", "acts in a hundred"), rows)


def _rows(study: Study, styles: Sequence[Style]) -> Iterator[tuple[object, ...]]:
    for cell in study.cells:
        if cell.games:
            for what, figure in (("settles", settlement(cell)), ("score", mean_score(cell))):
                yield (what, cell.key.policy, "", cell.key.world, *map(rounded, figure))
    for name, rate in told_apart(styles).items():
        yield ("told", name, "", JUDGED_IN, *map(rounded, rate))
    for one, other in combinations(styles, 2):
        yield ("distance", one.name, other.name, JUDGED_IN, *map(rounded, between(one, other)))


def _data(study: Study, styles: Sequence[Style]) -> dict[str, object]:
    return {
        "content": study.plan.content,
        "plan": study.plan.digest,
        "complete": study.complete,
        "games": study.played,
        "figures": [
            {"what": what, "style": style, "other": other, "world": world, "value": value, "ci": [low, high]}
            for what, style, other, world, value, low, high in _rows(study, styles)
        ],
        "profiles": {style.name: dict(zip(style.families, style.profile, strict=True)) for style in styles},
    }
