"""A Dask cluster plays what one machine plays, whatever becomes of its workers."""

import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from game.contracts.building.shipped import shipped
from game.lab import cluster
from game.lab.cluster import dask_crew
from game.lab.crew import local_crew
from game.lab.plan import CellKey, packages_of
from game.lab.study import run_study
from game.lab.trouble import LabProblem
from game.model.ids import PartyId
from tests.campaigns import sized
from tests.lab.cells import RIPE, no_bar, small_plan
from tests.plugins import refusing


@pytest.mark.slow
@pytest.mark.campaign
def test_a_cluster_that_loses_a_worker_on_the_way_plays_the_same_games(site: Path) -> None:
    """With a mind of another package in a seat, which its workers find by name."""
    distributed = pytest.importorskip("distributed", reason="a cluster needs the extra 'cluster'")
    refusing(site)
    cells, minds = (RIPE, CellKey("random", "sceptic")), ((PartyId("europe"), "refusing"),)
    plan = small_plan(*cells, games=sized(16, ci=200, full=2_000))
    plan = replace(plan, minds=minds, packages=packages_of(cells, minds))
    told: list[int] = []
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, worker_dashboard_address=None
    ) as machines:
        with distributed.Client(machines) as client:
            first, _ = client.run(os.getpid).values()

        def kill_once(games: int) -> None:
            told.append(games)
            if len(told) == 2:
                with suppress(ProcessLookupError):
                    os.kill(first, signal.SIGKILL)

        with dask_crew(machines.scheduler_address) as crew:
            assert crew.hands == 2
            study = run_study(plan, crew, kill_once)
    assert len(told) > 2
    assert sum(told) == study.played == 2 * plan.games
    assert study.cells == run_study(plan, local_crew(shipped(), 1), no_bar).cells


def test_a_scheduler_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    pytest.importorskip("distributed", reason="a cluster needs the extra 'cluster'")
    for address in ("tcp://127.0.0.1:1", "nonsense://there", ""):
        with pytest.raises(LabProblem, match="No Dask scheduler answers at"), dask_crew(address):
            pytest.fail("there is nobody to play")


def test_without_distributed_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(LabProblem, match="Install the extra 'cluster'"), dask_crew("tcp://127.0.0.1:8786"):
        pytest.fail("there is nothing to play with")
