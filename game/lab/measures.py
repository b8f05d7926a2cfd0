"""What is counted of a finished game."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from game.lab.invariants import broken_laws, signing_moments
from game.lab.plan import CellKey, Seats
from game.minds.policies import LATE
from game.model.ids import LensId, PartyId, WorldId
from game.model.scenario import Scenario
from game.model.world import Game, Setup, World
from game.play.match import Match
from game.rules.deal import deal, first_world
from game.rules.negotiate import Scales
from game.rules.outcome import outcome, score_under
from game.rules.sight import party_view

LENS = LensId("realist")


@dataclass(frozen=True, slots=True)
class GameFigures:
    """Values are in hundredths of a point.

    ``surplus`` is what each party had over no deal at the first signing, ``gain`` what the same text is worth over no
    deal as it stood before the first turn, and before any idle weeks ahead of it; both are empty if nothing was
    signed. ``waited`` is how far the worth of no deal moved from the first turn to the end. ``broken`` names the laws
    that the game broke; ``twice``: it was played again, to see whether it comes out the same. ``tally`` is what a
    study counts beside all this, as sums that can be added up over games.
    """

    seed: int
    ending: str
    settled: bool
    score: int
    durability: int
    turns: int
    surplus: Mapping[PartyId, int]
    gain: Mapping[PartyId, int]
    waited: Mapping[PartyId, int]
    broken: tuple[str, ...] = ()
    twice: bool = False
    tally: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def setup_of(scenario: Scenario, key: CellKey, length: str, seed: int, minds: Seats = ()) -> Setup:
    return Setup(scenario.id, WorldId(key.world), length, seed, LATE.get(key.policy, 0), minds)


def figures_of(match: Match, twin: Match) -> GameFigures:
    """``twin`` is a second run of the same game, or the match itself where there was none."""
    game, world = match.game, match.world
    result = outcome(game, world)
    moments = signing_moments(match)
    dealt = no_deal(game, first_world(game))
    surplus = dict(world.signed[0].surplus) if world.signed else {}
    gain = _gained(game, surplus, moments[0][1]) if moments else {}
    return GameFigures(
        seed=game.setup.seed,
        ending=result.ending,
        settled=result.settled,
        score=score_under(game.scenario.lenses[LENS], result).total,
        durability=result.durability,
        turns=world.turn,
        surplus=surplus,
        gain=gain,
        waited={party: now - dealt[party] for party, now in no_deal(game, world).items()},
        broken=broken_laws(match, twin, moments),
        twice=twin is not match,
    )


def no_deal(game: Game, world: World) -> dict[PartyId, int]:
    """What no deal is worth to each party."""
    return {party: Scales(party_view(game, world, party)).no_deal for party in game.scenario.parties}


def _gained(game: Game, surplus: Mapping[PartyId, int], moment: World) -> dict[PartyId, int]:
    """The text that was signed against no deal as it was before anybody waited."""
    then, early = no_deal(game, moment), game
    if game.setup.late:
        early = deal(game.scenario, replace(game.setup, late=0))
    first = no_deal(early, first_world(early))
    return {party: over + then[party] - first[party] for party, over in surplus.items()}
