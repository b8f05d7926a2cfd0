"""``lab``: many games; the names are checked here, the rest is the lab's."""

from argparse import Namespace

from game.cli.arguments import STANDARD_OUTPUT
from game.cli.codes import FINE
from game.cli.offers import check_names, draw_seed, scenario_called
from game.cli.output import notice, write_json
from game.cli.problems import some_of
from game.minds.policies import POLICIES
from game.model.ids import SEALED


def run(args: Namespace) -> int:
    from game.lab.progress import bar
    from game.lab.study import StudyPlan, figures, run_study
    from game.lab.table import study_table

    scenario = scenario_called(args.scenario)
    check_names(scenario, None, args.length)
    policies = tuple(some_of("policy", args.policies, POLICIES, POLICIES))
    worlds = tuple(some_of("world", args.worlds, (*scenario.worlds, SEALED), scenario.worlds))
    seed = draw_seed() if args.seed is None else args.seed
    if args.seed is None:
        notice(f"The first game has seed {seed}.")
    plan = StudyPlan(scenario.id, policies, worlds, args.length, args.games, seed, args.workers)
    with bar(len(policies) * len(worlds) * args.games) as advance:
        study = run_study(plan, advance)
    if args.json != STANDARD_OUTPUT:
        print(study_table(study))
    if args.json is not None:
        write_json(args.json, figures(study))
    return FINE
