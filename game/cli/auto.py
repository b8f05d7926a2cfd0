"""``auto``: one game played by a controller."""

from argparse import Namespace
from pathlib import Path

from game.cli.arguments import STANDARD_OUTPUT
from game.cli.codes import FINE
from game.cli.offers import check_names, draw_seed, scenario_called
from game.cli.output import notice, write_json
from game.cli.problems import one_of
from game.minds.mind import MediatorMind
from game.minds.policies import LATE, POLICIES
from game.model.ids import LensId, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import mediate, play_out
from game.play.match import Match, start
from game.play.session import Session
from game.rules.outcome import Outcome, Scored, outcome, score_under

_LENS = LensId("realist")


def run(args: Namespace) -> int:
    one_of("policy", args.policy, POLICIES)
    scenario = scenario_called(args.scenario)
    check_names(scenario, args.world, args.length)
    seed = draw_seed() if args.seed is None else args.seed
    setup = Setup(scenario.id, WorldId(args.world), args.length, seed, LATE.get(args.policy, 0))
    mediator = POLICIES[args.policy]
    match = (
        play_out(scenario, setup, mediator) if args.save is None else _recorded(scenario, setup, mediator, args.save)
    )
    result = outcome(match.game, match.world)
    scored = score_under(scenario.lenses[_LENS], result)
    if args.json != STANDARD_OUTPUT:
        print(_in_words(match, args.policy, result, scored))
    if args.json is not None:
        write_json(args.json, _in_figures(match, args.policy, result, scored))
    if args.save is not None:
        notice(f"The journal is in {args.save}.")
    return FINE


def _recorded(scenario: Scenario, setup: Setup, mediator: MediatorMind, path: Path) -> Match:
    with Session.recorded(start(scenario, setup), path) as session:
        while session.request is not None:
            session.submit(mediate(session.match, session.request, mediator))
    return session.match


def _in_figures(match: Match, policy: str, result: Outcome, scored: Scored) -> dict[str, object]:
    setup = match.game.setup
    return {
        "seed": setup.seed,
        "world": setup.world,
        "policy": policy,
        "length": setup.length,
        "turns": match.world.turn,
        "ending": result.ending,
        "settled": result.settled,
        "progress": result.progress,
        "score": scored.total,
        "durability": result.durability,
        "digest": match.digest,
    }


def _in_words(match: Match, policy: str, result: Outcome, scored: Scored) -> str:
    setup, scenario = match.game.setup, match.game.scenario
    ending = scenario.endings[result.ending].title
    return "\n".join(
        (
            f"{policy} in {setup.world}, length {setup.length}, seed {setup.seed}",
            f"{ending}, after {match.world.turn} of {match.game.length.turns} turns",
            f"score {scored.total}, progress {result.progress}, durability {result.durability}, "
            f"{'settled' if result.settled else 'not settled'}",
            f"digest {match.digest}",
        )
    )
