"""The unit of work: a run of seeds of one policy in one world, played and boiled down to what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import LensId, PartyId, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import play_out
from game.play.match import Match
from game.rules.outcome import outcome, score_under

LENS = LensId("realist")


@dataclass(frozen=True, slots=True)
class Shard:
    """Seeds ``first`` to ``first + games - 1`` of one cell; small enough to be sent to any executor."""

    scenario: str
    policy: str
    world: str
    length: str
    first: int
    games: int


@dataclass(frozen=True, slots=True)
class GameFigures:
    """What is counted of one game. ``surplus`` is at signing, in hundredths; empty if nothing was signed."""

    seed: int
    ending: str
    settled: bool
    score: int
    durability: int
    turns: int
    surplus: Mapping[PartyId, int]


def play_shard(shard: Shard) -> tuple[GameFigures, ...]:
    """Play every game of the shard. Runs in a worker process; loads the scenario once there."""
    scenario = load_scenario(shard.scenario).scenario
    if scenario is None:
        raise RuntimeError(f"the scenario {shard.scenario} cannot be read any more")
    return tuple(_figures(scenario, shard, seed) for seed in range(shard.first, shard.first + shard.games))


def _figures(scenario: Scenario, shard: Shard, seed: int) -> GameFigures:
    setup = Setup(scenario.id, WorldId(shard.world), shard.length, seed)
    return figures_of(play_out(scenario, setup, POLICIES[shard.policy], fingerprints=False))


def figures_of(match: Match) -> GameFigures:
    result = outcome(match.game, match.world)
    signed = match.world.signed
    return GameFigures(
        seed=match.game.setup.seed,
        ending=result.ending,
        settled=result.settled,
        score=score_under(match.game.scenario.lenses[LENS], result).total,
        durability=result.durability,
        turns=match.world.turn,
        surplus=dict(signed[0].surplus) if signed else {},
    )
