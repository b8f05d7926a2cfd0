"""What each act is worth to a mediator who does the rest well, and that none is worth anything alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.lab.deeds import INSERTED, MORE, NEVER, ONLY, Deed, deeds, twist
from game.lab.intervals import Estimate, mean_estimate, paired_rates, rate_estimate
from game.lab.measures import GameFigures
from game.lab.page import Page, Table, change, markdown, percent, text
from game.lab.plan import CellKey
from game.lab.report import Report, rounded
from game.lab.study import Study
from game.model.scenario import Scenario

MANY: Final = 1.35
"""How much wider an interval has to be taken so that of six of them, two for each world, 95 % hold together."""

FEWEST: Final = 20
"""Games under which nothing is called sure: scores are whole numbers, and a few may come out alike by chance."""

POLICY: Final = "statecraft"
WORLDS: Final = ("ripe", "sceptic", "leverage-works")
ALONE: Final = "ripe"
"""The world in which single acts are tried alone: if not there, nowhere."""


def acts_cells(scenario: Scenario) -> tuple[CellKey, ...]:
    known = deeds(scenario)
    worlds = [world for world in WORLDS if world in scenario.worlds]
    plain = [CellKey(POLICY, world) for world in worlds]
    twists = [(world, twist(way, deed)) for world in worlds for way in (MORE, NEVER) for deed in known]
    alone = [(ALONE, twist(ONLY, deed)) for deed in known]
    return (*plain, *(CellKey(POLICY, world, twist=name) for world, name in (*twists, *alone)))


@dataclass(frozen=True, slots=True)
class Difference:
    """What a twist changes, over the games of the same seeds; None of it where there are too few of them."""

    games: int
    score: Estimate | None
    settled: Estimate | None

    def sure(self, wider: float = 1.0) -> int:
        """1 if it surely adds to the score, -1 if it surely takes from it, 0 if neither is sure.

        ``wider``: how many times as wide the interval is taken, where one of many differences is asked about.
        """
        if self.score is None or self.games < FEWEST:
            return 0
        value, low, high = self.score
        return (value - wider * (value - low) > 0) - (value + wider * (high - value) < 0)


@dataclass(frozen=True, slots=True)
class Worth:
    """``times``: how often the mediator does it anyhow, in a game."""

    deed: Deed
    world: str
    times: float
    more: Difference
    never: Difference


@dataclass(frozen=True, slots=True)
class Found:
    worths: tuple[Worth, ...]
    alone: Mapping[Deed, Estimate]


def found_in(study: Study) -> Found:
    cells = {cell.key: cell.games for cell in study.cells if cell.games}
    names = dict.fromkeys(key.twist.partition(" ")[2] for key in study.plan.cells if key.twist)
    worlds = dict.fromkeys(key.world for key in study.plan.cells)
    worths = tuple(_worth(cells, deed, world) for world in worlds for deed in names)
    alone = {deed: cells.get(CellKey(POLICY, ALONE, twist=twist(ONLY, deed)), ()) for deed in names}
    settled = {deed: rate_estimate(sum(g.settled for g in games), len(games)) for deed, games in alone.items() if games}
    return Found(worths, settled)


def _worth(cells: Mapping[CellKey, Sequence[GameFigures]], deed: Deed, world: str) -> Worth:
    plain = {game.seed: game for game in cells.get(CellKey(POLICY, world), ())}
    more, never = (cells.get(CellKey(POLICY, world, twist=twist(way, deed)), ()) for way in (MORE, NEVER))
    times = sum(game.tally.get(deed, (0,))[0] for game in plain.values()) / max(1, len(plain))
    inserted = [game for game in more if game.tally[INSERTED] == (1,)]
    return Worth(deed, world, times, _difference(plain, inserted), _difference(plain, never))


def _difference(plain: Mapping[int, GameFigures], games: Sequence[GameFigures]) -> Difference:
    pairs = [(plain[game.seed], game) for game in games if game.seed in plain]
    if len(pairs) < 2:
        return Difference(len(pairs), None, None)
    won = sum(now.settled and not was.settled for was, now in pairs)
    lost = sum(was.settled and not now.settled for was, now in pairs)
    scores = mean_estimate([now.score - was.score for was, now in pairs])
    return Difference(len(pairs), scores, paired_rates(won, lost, len(pairs)))


RULE: Final = f"""\
A mediator who plays `{POLICY}` is made to do the act once more than it would, in a turn that is drawn or the next in
which it can, with the object that promises most by the forecast; the act takes the place of whatever would have come
last that turn. And it is forbidden the act altogether, with the next of its wishes in its place. Both are held against
the same seeds played as it likes: the differences of the score (0 to 100) and of the settlement rate (in points). A
star marks an interval that does not hold 0; of a hundred such figures five are starred by chance. What is said of an
act by name holds with all six of its intervals a third wider, and in {FEWEST} games at least. Alone means: nothing
else is done, every turn, the most promising object first. A dash stands where the act is never done or never could
be."""


def acts_report(study: Study) -> Report:
    found = found_in(study)
    verdicts = list(judged(found))
    page = Page(
        "Acts",
        "What each act adds: that none is useless, none always right, and none enough.",
        RULE,
        [line for _, line in verdicts],
        [*_tables(found), _alone(found)],
    )
    return Report(
        text=text(study, page),
        data=_data(study, found),
        head=("world", "act", "times", "change", "games", *_ends("score"), *_ends("settled")),
        rows=[*_rows(found)],
        page=markdown(study, page) if study.complete else None,
        failed=not all(good for good, _ in verdicts),
    )


def judged(found: Found) -> Iterator[tuple[bool, str]]:
    """What has to be so, and what is; what too few games leave open does not fail."""
    names = dict.fromkeys(worth.deed for worth in found.worths)
    by_deed = {deed: [worth for worth in found.worths if worth.deed == deed] for deed in names}
    right = [deed for deed, some in by_deed.items() if all(each.more.sure() > 0 for each in some)]
    nowhere = "none surely adds in every world"
    yield not right, _listed("None is always right", "once more surely adds in every world:", right, nowhere)
    enough = [deed for deed, rate in found.alone.items() if rate.value > 0]
    yield not enough, _listed("None is enough", "alone settles:", enough, "alone none settled anything")
    useful = [deed for deed, some in by_deed.items() if any(_adds(each) for each in some)]
    dear = [deed for deed, some in by_deed.items() if deed not in useful and any(_costs(each) for each in some)]
    open_ = [deed for deed in by_deed if deed not in useful and deed not in dear]
    yield True, _listed("Some world needs it, or one more of it", "", useful, "of none is that sure")
    yield True, _listed("One more only costs, or it is better left", "", dear, "of none is that sure")
    yield True, _listed("Nothing is sure of", "", open_, "none")


def _adds(worth: Worth) -> bool:
    return worth.more.sure(MANY) > 0 or worth.never.sure(MANY) < 0


def _costs(worth: Worth) -> bool:
    return worth.more.sure(MANY) < 0 or worth.never.sure(MANY) > 0


def _listed(claim: str, some: str, names: Sequence[Deed], none: str) -> str:
    told = f"{some} {', '.join(f'`{name}`' for name in names)}".strip() if names else none
    return f"{claim}: {told}."


def _tables(found: Found) -> Iterator[Table]:
    head = ("act", "a game", "once more: score", "settles", "in games", "never: score", "settles")
    for world in dict.fromkeys(worth.world for worth in found.worths):
        rows = [
            (f"`{each.deed}`", f"{each.times:.1f}", *_told(each.more), f"{each.more.games}", *_missed(each))
            for each in found.worths
            if each.world == world
        ]
        yield Table(f"In {world}", head, rows)


def _missed(worth: Worth) -> tuple[str, str]:
    """Nothing where there is nothing to forbid."""
    return _told(worth.never) if worth.times else ("–", "–")


def _told(found: Difference) -> tuple[str, str]:
    if found.score is None or found.settled is None:
        return "–", "–"
    return change(found.score), change(found.settled.scaled(100))


def _alone(found: Found) -> Table:
    """All of them in one row, and those that settle anything in rows of their own."""
    settled = sum(rate.value > 0 for rate in found.alone.values())
    most = max(found.alone.values(), key=lambda rate: rate.value, default=None)
    rows = [(f"any of {len(found.alone)} acts", "–" if most is None else f"{percent(most)} at most")]
    rows += [(f"`{deed}`", percent(rate)) for deed, rate in found.alone.items() if settled and rate.value > 0]
    return Table(f"Alone, in {ALONE}", ("act", "settles"), rows)


def _ends(name: str) -> tuple[str, str, str]:
    return name, f"{name}_low", f"{name}_high"


def _rows(found: Found) -> Iterator[tuple[object, ...]]:
    for each in found.worths:
        for way, made in ((MORE, each.more), (NEVER, each.never)):
            head = (each.world, each.deed, rounded(each.times), way, made.games)
            yield (*head, *_cells(made.score), *_cells(made.settled))
    for deed, rate in found.alone.items():
        yield (ALONE, deed, "", ONLY, "", "", "", "", *_cells(rate))


def _cells(found: Estimate | None) -> tuple[object, ...]:
    return ("", "", "") if found is None else tuple(map(rounded, found))


def _data(study: Study, found: Found) -> dict[str, object]:
    return {
        "content": study.plan.content,
        "plan": study.plan.digest,
        "complete": study.complete,
        "games": study.played,
        "acts": [
            {
                "act": each.deed,
                "world": each.world,
                "times": each.times,
                MORE: _difference_data(each.more),
                NEVER: _difference_data(each.never),
            }
            for each in found.worths
        ],
        "alone": {deed: {"rate": rate.value, "rate_ci": [rate.low, rate.high]} for deed, rate in found.alone.items()},
    }


def _difference_data(found: Difference) -> dict[str, object]:
    told: dict[str, object] = {"games": found.games}
    for name, figure in (("score", found.score), ("settled", found.settled)):
        if figure is not None:
            told |= {name: figure.value, f"{name}_ci": [figure.low, figure.high]}
    return told
