"""The scenario that is shipped with the game, and games of it that several tests look at."""

from functools import cache

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import US, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import Match, start, submit
from game.play.seating import play_out

NAME = "one-last-effort"


@cache
def shipped() -> Scenario:
    loaded = load_scenario(NAME)
    assert loaded.scenario is not None, loaded.faults
    return loaded.scenario


def shipped_setup(length: str = "class", seed: int = 1, world: str = "ripe") -> Setup:
    return Setup(NAME, WorldId(world), length, seed)


@cache
def played(policy: str, setup: Setup) -> Match:
    """A whole game by one of the built-in policies."""
    return play_out(shipped(), setup, POLICIES[policy])


@cache
def stages(policy: str, setup: Setup) -> tuple[Match, ...]:
    """The same game, each time that the mediator is asked, and its end."""
    minds = party_minds(shipped())
    match = advance(start(shipped(), setup), minds)
    seen = [match]
    while not match.over:
        match = advance(submit(match, US, mediate(match, match.waiting[0], POLICIES[policy])), minds)
        seen.append(match)
    return tuple(seen)
