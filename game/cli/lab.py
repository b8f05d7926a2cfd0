"""``lab``: many games; the names are checked here, the rest is the lab's."""

from argparse import Namespace

from game.cli.offers import check_names, draw_seed, scenario_called
from game.cli.output import notice
from game.cli.problems import some_of
from game.minds.policies import POLICIES
from game.model.ids import SEALED


def run(args: Namespace) -> int:
    from game.lab.command import run_lab

    scenario = scenario_called(args.scenario)
    check_names(scenario, None, args.length)
    args.policies = some_of("policy", args.policies, POLICIES, POLICIES)
    args.worlds = some_of("world", args.worlds, (*scenario.worlds, SEALED), scenario.worlds)
    if args.seed is None:
        args.seed = draw_seed()
        notice(f"The first game has seed {args.seed}.")
    return run_lab(args)
