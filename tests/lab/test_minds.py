"""Studies with minds of other packages: by name, the same wherever they are played, and in their own words when not."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.contracts.building.shipped import shipped
from game.lab.crew import local_crew
from game.lab.figures import figures
from game.lab.plan import CellKey, Plan, packages_of, plan_data, plan_from
from game.lab.report import sheet
from game.lab.reports import report_on
from game.lab.study import run_study
from game.lab.trouble import LabProblem
from game.model.ids import PartyId
from game.play.trouble import MindProblem
from tests.lab.cells import RIPE, no_bar, small_plan
from tests.plugins import refusing

RUSSIA = PartyId("russia")
IDLE, PASSIVE = CellKey("idle", "ripe"), CellKey("passive", "ripe")


def seated(*cells: CellKey, mind: str = "refusing", games: int = 2) -> Plan:
    minds = ((RUSSIA, mind),)
    return replace(small_plan(*cells, games=games), minds=minds, packages=packages_of(cells, minds))


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_every_worker_plays_with_the_minds_that_the_plan_names(site: Path, workers: int) -> None:
    """Nothing is settled against a party that refuses; what does nothing scores as what does nothing."""
    refusing(site)
    study = run_study(seated(RIPE, IDLE), local_crew(shipped(), workers), no_bar)
    plain = run_study(small_plan(RIPE, PASSIVE, games=2), local_crew(shipped(), 1), no_bar)
    assert study.complete
    assert study.played == 4
    assert study.cells[0].hits == 0
    assert study.cells[0].games != plain.cells[0].games
    assert [game.score for game in study.cells[1].games] == [game.score for game in plain.cells[1].games]
    assert study.cells[0].games[0].twice
    assert not any(game.broken for cell in study.cells for game in cell.games)


def test_results_say_who_played(site: Path) -> None:
    refusing(site)
    study = run_study(seated(RIPE, games=1), local_crew(shipped(), 1), no_bar)
    told = figures(study)
    assert told["minds"] == {"russia": "refusing"}
    assert told["packages"] == ["refusing-minds 1.0"]
    report = report_on(study)
    assert "seeds from 1, russia=refusing, refusing-minds 1.0;" in report.text
    head, row = sheet(report).splitlines()
    assert head.endswith(",minds")
    assert row.endswith(",russia=refusing")
    assert "minds" not in figures(run_study(small_plan(games=1), local_crew(shipped(), 1), no_bar))


def test_a_plan_is_another_with_other_minds_or_another_version_of_them(site: Path) -> None:
    refusing(site)
    plan, plain = seated(RIPE), small_plan(RIPE, games=2)
    assert len({plain.digest, plan.digest, replace(plan, packages=("refusing-minds 2.0",)).digest}) == 3
    assert plan_from(plan_data(plan)) == plan
    assert plan_from(plan_data(plain)) == plain
    assert not {"minds", "packages"} & plan_data(plain).keys()


def test_a_worker_without_the_package_or_with_another_version_of_it_plays_nothing(site: Path) -> None:
    plan = replace(small_plan(RIPE, games=1), minds=((RUSSIA, "refusing"),), packages=("refusing-minds 1.0",))
    with pytest.raises(LabProblem, match=r"A worker cannot play this study\. .* its package is not installed"):
        run_study(plan, local_crew(shipped(), 1), no_bar)
    refusing(site, "1.1")
    with pytest.raises(LabProblem, match=r"A worker has refusing-minds 1\.1 where the study is about"):
        run_study(plan, local_crew(shipped(), 1), no_bar)


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_mind_that_fails_ends_the_study_with_what_was_played(site: Path, workers: int) -> None:
    refusing(site)
    study = run_study(seated(PASSIVE, RIPE, mind="failing", games=4), local_crew(shipped(), workers), no_bar)
    assert not study.complete
    assert study.played in (0, 4)
    assert isinstance(study.problem, MindProblem)
    assert "in turn 2, failed: ValueError (I have had enough) in refusing_minds.py, line 19." in str(study.problem)
    assert str(study.problem).endswith("'statecraft' was mediating in 'ripe', with seed 1.")
