"""The table of claims: it asks for what it needs, and every claim of it can pass and can fail."""

from collections.abc import Mapping
from functools import cache

import pytest

from game.contracts.building.shipped import shipped
from game.lab.claims import VARIANTS, Claim, cells_of, claims
from game.lab.invariants import LAWS
from game.lab.judging import judged
from game.lab.plan import CellKey, Kind
from game.lab.study import Cell
from game.lab.verdicts import claims_report, rulings
from game.minds.policies import POLICIES
from tests.lab.cells import KYIV, MOSCOW, bench, cell, made_up, small_plan

WORLDS = tuple(map(str, shipped().worlds))
TABLE = claims(tuple(POLICIES), WORLDS)

ARGUED: Mapping[tuple[str, str], float] = {
    ("statecraft", "ripe"): 0.68,
    ("statecraft", "long-war"): 0.40,
    ("statecraft", "leverage-works"): 0.62,
    ("statecraft", "tired-moscow"): 0.85,
    ("statecraft", "fragile-home"): 0.40,
    ("pressure-only", "leverage-works"): 0.60,
    ("late-start", "ripe"): 0.40,
    ("squeeze-kyiv", "ripe"): 0.05,
}
"""Settlement rates if everything comes out as the source argues; 0 where none is given."""

OPPOSITE: Mapping[tuple[str, str], float] = {
    ("statecraft", "ripe"): 0.30,
    ("statecraft", "sceptic"): 0.30,
    ("statecraft", "long-war"): 0.50,
    ("statecraft", "leverage-works"): 0.50,
    ("statecraft", "tired-moscow"): 0.10,
    ("statecraft", "fragile-home"): 0.50,
    ("pressure-only", "leverage-works"): 0.30,
}
"""The reverse; 0.45 where none is given."""


@cache
def argued(key: CellKey) -> Cell:
    lead = 10 if (key.policy, key.world) == ("statecraft", "sceptic") else 0
    late = {MOSCOW: 400, KYIV: 400} if key.policy == "late-start" else {}
    lasting = 20 if key.policy == "squeeze-kyiv" else 60
    moved = {MOSCOW: -100, KYIV: -500}
    rate = ARGUED.get((key.policy, key.world), 0.0)
    return cell(key, rate, score=20 + lead, durability=lasting, gain=late, moved=moved)


@cache
def opposite(key: CellKey) -> Cell:
    behind = 10 if key.policy == "statecraft" else 0
    late = {MOSCOW: 800, KYIV: 800} if key.policy == "late-start" else {}
    rate = OPPOSITE.get((key.policy, key.world), 0.45)
    moved = {MOSCOW: -500, KYIV: -100}
    return cell(key, rate, score=30 - behind, gain=late, moved=moved, broken=tuple(LAWS))


@pytest.mark.parametrize("claim", TABLE, ids=lambda claim: claim.id)
def test_a_claim_passes_on_what_the_source_argues_and_fails_on_the_reverse(claim: Claim) -> None:
    yes = judged(claim.judge, bench({key: argued(key) for key in claim.needs}))
    no = judged(claim.judge, bench({key: opposite(key) for key in claim.needs}))
    assert (yes.verdict.value, no.verdict.value) == ("pass", "fail"), (yes.found, no.found)


@pytest.mark.parametrize("claim", TABLE, ids=lambda claim: claim.id)
def test_a_claim_asks_for_no_cell_that_it_does_not_name(claim: Claim) -> None:
    asked: list[CellKey] = []

    def noting(key: CellKey) -> Cell:
        asked.append(key)
        return argued(key)

    claim.judge(noting)
    assert set(asked) == set(claim.needs)


def test_every_cell_can_be_played_and_none_is_played_twice() -> None:
    cells = cells_of(TABLE)
    assert len(cells) == len(set(cells))
    assert {key.policy for key in cells} == set(POLICIES)
    assert {key.world for key in cells} == set(WORLDS)
    assert set(POLICIES) >= VARIANTS


def test_ids_are_unique() -> None:
    assert len({claim.id for claim in TABLE}) == len(TABLE)


def test_the_page_says_how_it_was_made_and_nothing_of_when_or_how_fast() -> None:
    plan = small_plan(*cells_of(TABLE), games=50, kind=Kind.CLAIMS)
    study = made_up(plan, *(cell(key, 0.5, 50) for key in plan.cells))
    page = claims_report(study).page
    assert page is not None
    assert "python -m game lab --claims --games 50 --seed 1 --markdown docs/claims.md" in page
    assert plan.content in page
    assert "a second" not in page
    assert all(f"| `{claim.policy}` | {claim.world} | {claim.must} |" in page for claim in TABLE)


def test_an_interrupted_study_makes_no_page_and_decides_only_what_it_can() -> None:
    plan = small_plan(*cells_of(TABLE), games=50, kind=Kind.CLAIMS)
    first = plan.cells[0]
    study = type(made_up(plan))(plan, (cell(first, 0.7, 50),), 1.0, complete=False)
    report = claims_report(study)
    assert report.page is None
    assert "interrupted after 50 of" in report.text
    decided = [ruling.claim.id for ruling in rulings(study) if ruling.judgement.verdict.value != "undecided"]
    assert decided == ["statecraft-ripe"]
