"""``auto``: one game played by a controller."""

from argparse import Namespace
from pathlib import Path

from game.cli.codes import FINE
from game.cli.offers import check_names, draw_seed, scenario_called
from game.cli.output import notice, write_json
from game.cli.seats import policy_called, seats_called
from game.cli.values import STANDARD_OUTPUT
from game.minds.mind import MediatorMind
from game.minds.policies import LATE
from game.model.ids import LensId, WorldId
from game.model.information import as_set_up
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import mediate
from game.play.match import Match, start
from game.play.seating import mediator, play_out, say_seats
from game.play.session import Session
from game.play.trouble import MindProblem, kept_at
from game.rules.outcome import Outcome, Scored, outcome, score_under

_LENS = LensId("realist")


def run(args: Namespace) -> int:
    policy_called(args.policy)
    scenario = scenario_called(args.scenario)
    check_names(scenario, args.world, args.length, args.information)
    seats = seats_called(args.mind, scenario)
    mind = mediator(scenario, args.policy)
    seed = draw_seed() if args.seed is None else args.seed
    late, level = LATE.get(args.policy, 0), as_set_up(args.information)
    setup = Setup(scenario.id, WorldId(args.world), args.length, seed, late, seats, level)
    try:
        match = play_out(scenario, setup, mind) if args.save is None else _recorded(scenario, setup, mind, args.save)
    except MindProblem as problem:
        raise problem.keeping(kept_at(args.save)) from problem.__cause__
    result = outcome(match.game, match.world)
    scored = score_under(scenario.lenses[_LENS], result)
    if args.json != STANDARD_OUTPUT:
        print(_in_words(match, args.policy, result, scored))
    if args.json is not None:
        write_json(args.json, _in_figures(match, args.policy, result, scored))
    if args.save is not None:
        notice(f"The journal is in {args.save}.")
    return FINE


def _recorded(scenario: Scenario, setup: Setup, mind: MediatorMind, path: Path) -> Match:
    with Session.recorded(start(scenario, setup), path) as session:
        while session.request is not None:
            session.submit(mediate(session.match, session.request, mind))
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
        **({"information": setup.information} if setup.information else {}),
        **({"minds": dict(setup.minds)} if setup.minds else {}),
    }


def _in_words(match: Match, policy: str, result: Outcome, scored: Scored) -> str:
    setup, scenario = match.game.setup, match.game.scenario
    ending = scenario.endings[result.ending].title
    informed = f", information {setup.information}" * bool(setup.information)
    played_by = f", {say_seats(setup.minds)}" if setup.minds else ""
    return "\n".join(
        (
            f"{policy} in {setup.world}, length {setup.length}{informed}, seed {setup.seed}{played_by}",
            f"{ending}, after {match.world.turn} of {match.game.length.turns} turns",
            f"score {scored.total}, progress {result.progress}, durability {result.durability}, "
            f"{'settled' if result.settled else 'not settled'}",
            f"digest {match.digest}",
        )
    )
