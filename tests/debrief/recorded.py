"""Games on which findings are recomputed: a few in every run, fifty in a campaign, of all lengths and worlds."""

from collections.abc import Iterator
from functools import cache

from game.debrief.findings import Findings, debriefed
from game.minds.policies import POLICIES
from game.play.match import Match, start
from tests.campaigns import sized
from tests.play.games import recorded, scenario, setup

KINDS = (
    ("statecraft", "class", "ripe"),
    ("random", "quick", "sealed"),
    ("squeeze-kyiv", "class", "ripe"),
    ("conference-spam", "seminar", "tired-moscow"),
    ("erratic", "quick", "fragile-home"),
    ("link-everything", "class", "leverage-works"),
    ("leaders-only", "class", "long-war"),
    ("give-first", "full", "ripe"),
    ("megaphone", "quick", "sceptic"),
    ("statecraft", "full", "tired-moscow"),
)
GAMES = sized(2, ci=50, full=200)


def games() -> Iterator[Match]:
    """Every kind in turn, each time with another seed."""
    for number in range(GAMES):
        policy, length, world = KINDS[number % len(KINDS)]
        yield game(policy, length, world, 1 + number)


@cache
def game(policy: str = "statecraft", length: str = "class", world: str = "ripe", seed: int = 1) -> Match:
    assert policy in POLICIES
    return recorded(policy, setup(length, seed, world))[1][-1]


_FOUND: dict[int, Findings] = {}


def findings(match: Match | None = None) -> Findings:
    """Worked out once for each game of :func:`game`."""
    played = game() if match is None else match
    if id(played) not in _FOUND:
        _FOUND[id(played)] = debriefed(played)
    return _FOUND[id(played)]


def broken_off(decisions: int = 20) -> Match:
    """A game that was left in the middle of a turn."""
    return recorded("statecraft", setup("class", 1))[1][decisions]


def untouched() -> Match:
    return start(scenario(), setup("class", 1))
