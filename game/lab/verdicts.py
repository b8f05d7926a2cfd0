"""The claims, judged: as text, as data, as a sheet and as a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.lab.claims import Claim, claims
from game.lab.figures import figures, mean_durability, mean_score, settlement
from game.lab.intervals import Estimate
from game.lab.judging import Judgement, NothingToJudge, Verdict, in_percent, in_points, judged
from game.lab.plan import CellKey
from game.lab.report import Report, heading, rounded
from game.lab.study import Cell, Study


@dataclass(frozen=True, slots=True)
class Ruling:
    claim: Claim
    judgement: Judgement

    @property
    def word(self) -> str:
        verdict = self.judgement.verdict.value
        return f"{verdict}, sure" if self.judgement.sure else verdict


def rulings(study: Study) -> tuple[Ruling, ...]:
    cells = {cell.key: cell for cell in study.cells if cell.games}

    def bench(key: CellKey) -> Cell:
        if key not in cells:
            raise NothingToJudge(f"'{key.policy}' in '{key.world}' was not played")
        return cells[key]

    policies = tuple(dict.fromkeys(key.policy for key in study.plan.cells))
    worlds = tuple(dict.fromkeys(key.world for key in study.plan.cells))
    return tuple(Ruling(claim, judged(claim.judge, bench)) for claim in claims(policies, worlds))


RULE = """\
A bound passes if the figure meets it, and is sure when the whole 95 % interval does; a failure is sure when no part of
the interval does. Comparisons use the interval of the difference; "clearly" asks for all of it. A claim of none is sure
once the interval ends below 1 %. What nothing can be said about, because nothing was signed or played, is undecided."""


def claims_report(study: Study) -> Report:
    found = rulings(study)
    return Report(
        text="\n".join(_text(study, found)),
        data={**figures(study), "claims": [_data(ruling) for ruling in found]},
        head=("claim", "policy", "world", "must", "verdict", "sure", "figure", "low", "high", "found"),
        rows=[_row(ruling) for ruling in found],
        page="\n".join(_page(study, found)) + "\n" if study.complete else None,
        failed=any(ruling.judgement.verdict is Verdict.FAIL for ruling in found),
    )


def _text(study: Study, found: Sequence[Ruling]) -> Iterator[str]:
    yield heading(study)
    for ruling in found:
        claim = ruling.claim
        yield f"{ruling.word:11}  {claim.policy:16}{claim.world:15} {claim.must}"
        yield f"{'':13}{ruling.judgement.found}"
    yield ""
    yield _tally(found)
    yield RULE


def _tally(found: Sequence[Ruling]) -> str:
    counts = [sum(ruling.judgement.verdict is verdict for ruling in found) for verdict in Verdict]
    sure = sum(ruling.judgement.sure for ruling in found)
    return f"{counts[0]} of {len(found)} claims pass, {counts[1]} fail, {counts[2]} are undecided; {sure} are sure."


def _data(ruling: Ruling) -> dict[str, object]:
    claim, judgement = ruling.claim, ruling.judgement
    return {
        "id": claim.id,
        "policy": claim.policy,
        "world": claim.world,
        "must": claim.must,
        "verdict": judgement.verdict.value,
        "sure": judgement.sure,
        "figure": None if judgement.estimate is None else judgement.estimate.value,
        "figure_ci": None if judgement.estimate is None else [judgement.estimate.low, judgement.estimate.high],
        "found": judgement.found,
    }


def _row(ruling: Ruling) -> tuple[object, ...]:
    claim, judgement = ruling.claim, ruling.judgement
    ends = ("", "", "") if judgement.estimate is None else tuple(map(rounded, judgement.estimate))
    verdict = (judgement.verdict.value, judgement.sure)
    return (claim.id, claim.policy, claim.world, claim.must, *verdict, *ends, judgement.found)


def _page(study: Study, found: Sequence[Ruling]) -> Iterator[str]:
    """Nothing in it depends on when or where it was made."""
    plan = study.plan
    yield "# Claims"
    yield ""
    yield "What has to come out of the model if it argues as its source does, and what did. Made by"
    yield ""
    yield "```"
    minds = "".join(f" --mind {seat}={name}" for seat, name in plan.minds)
    yield f"python -m game lab --claims --games {plan.games} --seed {plan.seed}{minds} --markdown docs/claims.md"
    yield "```"
    yield ""
    yield f"Scenario `{plan.scenario}`, content `{plan.content}`; full-length games, {plan.games} for each policy and"
    yield f"world, {study.played:,} in all, seeds {plan.seed} to {plan.seed + plan.games - 1}."
    if plan.packages:
        yield f"Minds are of the packages {', '.join(plan.packages)}; the claims are about the built-in ones."
    yield ""
    yield RULE
    yield ""
    yield _tally(found)
    yield ""
    yield from _claims_table(found)
    yield ""
    yield "## Cells"
    yield ""
    yield from _cells_table(study)


def _claims_table(found: Sequence[Ruling]) -> Iterator[str]:
    yield "| policy | world | must come out | came out, with 95 % intervals | verdict |"
    yield "| --- | --- | --- | --- | --- |"
    for ruling in found:
        claim = ruling.claim
        yield f"| `{claim.policy}` | {claim.world} | {claim.must} | {ruling.judgement.found} | {ruling.word} |"


def _cells_table(study: Study) -> Iterator[str]:
    yield "| policy | world | games | settles | mean score | durability |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for cell in study.cells:
        if cell.games:
            measured = " | ".join((in_percent(settlement(cell)), *map(in_points, _means(cell))))
            yield f"| `{cell.key.policy}` | {cell.key.world} | {len(cell.games)} | {measured} |"


def _means(cell: Cell) -> tuple[Estimate, Estimate]:
    return mean_score(cell), mean_durability(cell)
