"""``lab``: many games; what is asked for is checked here before the first is played, the rest is the lab's."""

from argparse import Namespace
from contextlib import nullcontext
from typing import TYPE_CHECKING

from game.cli.codes import FINE, FOUND, INTERRUPTED
from game.cli.lab_files import check_targets, shard_file, write_results
from game.cli.lab_plans import plan_of
from game.cli.offers import check_names, scenario_called
from game.cli.output import notice, write_json
from game.cli.problems import UsageProblem
from game.cli.values import STANDARD_OUTPUT

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from game.lab.crew import Crew
    from game.lab.plan import Part, Plan
    from game.lab.report import Report
    from game.lab.study import Study
    from game.model.scenario import Scenario


def run(args: Namespace) -> int:
    from game.lab.trouble import LabProblem

    try:
        return _merge(args) if args.merge else _play(args)
    except LabProblem as problem:
        raise UsageProblem(str(problem)) from None


def _merge(args: Namespace) -> int:
    from game.lab.reports import report_on
    from game.lab.results import merged

    study = merged(args.merge)
    check_targets(args, study.plan.kind)
    return _tell(args, report_on(study))


def _play(args: Namespace) -> int:
    scenario = scenario_called(args.scenario)
    check_names(scenario, None, args.length, args.information)
    if args.parameters:
        return _list_parameters(args, scenario)
    plan = plan_of(args, scenario)
    check_targets(args, plan.kind)
    return _run_part(args, plan, scenario) if args.shard else _run_whole(args, plan, scenario)


def _run_whole(args: Namespace, plan: "Plan", scenario: "Scenario") -> int:
    from game.lab.plan import WHOLE
    from game.lab.reports import report_on

    study = _played(args, plan, WHOLE, scenario)
    code = _tell(args, report_on(study))
    if study.problem is not None:
        raise study.problem
    return code if study.complete else INTERRUPTED


def _run_part(args: Namespace, plan: "Plan", scenario: "Scenario") -> int:
    from game.lab.plan import Part
    from game.lab.results import part_data

    part = Part(*args.shard)
    target = shard_file(args, plan, part)
    study = _played(args, plan, part, scenario)
    if not study.complete:
        notice(f"Interrupted after {study.played} games: no part was written.")
        if study.problem is not None:
            raise study.problem
        return INTERRUPTED
    write_json(target, part_data(study, part))
    if target != STANDARD_OUTPUT:
        print(f"Part {part.number} of {part.of}, {study.played} games, is in '{target}'.")
    return FINE


def _played(args: Namespace, plan: "Plan", part: "Part", scenario: "Scenario") -> "Study":
    from game.lab.plan import seeds_of
    from game.lab.progress import bar
    from game.lab.study import run_study

    with _crew(args, scenario) as crew, bar(len(seeds_of(plan, part)) * len(plan.cells)) as advance:
        study = run_study(plan, crew, advance, part)
    if not study.complete:
        notice(f"{'Interrupted' if study.problem is None else 'A mind failed'}; what follows is what had been played.")
    return study


def _crew(args: Namespace, scenario: "Scenario") -> "AbstractContextManager[Crew]":
    if args.dask is not None:
        from game.lab.cluster import dask_crew

        return dask_crew(args.dask)
    from game.lab.crew import local_crew

    return nullcontext(local_crew(scenario, args.workers))


def _tell(args: Namespace, report: "Report") -> int:
    if args.json != STANDARD_OUTPUT:
        print(report.text)
    write_results(args, report)
    return FOUND if report.failed else FINE


def _list_parameters(args: Namespace, scenario: "Scenario") -> int:
    from game.lab.parameters import parameters

    found = parameters(scenario, args.length)
    if args.json != STANDARD_OUTPUT:
        for name, number in found.items():
            print(f"{name:48}{number.value:>7}  {f'{number.low}..{number.high}':>14}  {number.about}".rstrip())
    if args.json is not None:
        told = {name: {"value": each.value, "low": each.low, "high": each.high} for name, each in found.items()}
        write_json(args.json, told)
    return FINE
