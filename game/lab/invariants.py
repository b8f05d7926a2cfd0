"""Laws that hold in every game, checked on each that the lab plays.

Others cannot be seen in one finished game, such as that no controller is given what its party cannot know or that
every version of Python plays alike; tests/architecture and tests/minds hold the program to those.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from game.model.events import ConferenceHeld, Event
from game.model.world import Signature, World
from game.play.match import Match
from game.rules.apply import apply
from game.rules.negotiate import Scales, SigningCase, signing_case
from game.rules.sight import party_view

Moment = tuple[Signature, World]

REPLAY: Final = "replay"
LAWS: Final[Mapping[str, str]] = {
    REPLAY: "the same seed, actions and content give the same events",
    "range": "no meter leaves its range",
    "limit": "no party signs below its limit unless the text is imposed, and then it is flagged",
    "red-line": "no party signs over its red line unless the text is imposed, and then it is flagged",
}


def broken_laws(match: Match, twin: Match, moments: Sequence[Moment]) -> tuple[str, ...]:
    """The ids of :data:`LAWS` that the game breaks; ``twin`` is a second run of it, or the match itself."""
    found = set(_at_signing(match, moments))
    if match is not twin and (match.turns != twin.turns or match.world != twin.world):
        found.add(REPLAY)
    if any(_out_of_range(match, world) for world in (*(turn.first for turn in match.turns), match.world)):
        found.add("range")
    return tuple(law for law in LAWS if law in found)


def _out_of_range(match: Match, world: World) -> bool:
    specs = match.game.scenario.quantities
    return any(not specs[name].low <= value <= specs[name].high for name, value in world.quantities.items())


def signing_moments(match: Match) -> tuple[Moment, ...]:
    """Every text that was signed, with the world as the conference met."""
    return tuple(
        (event.signature, _before(turn.first, turn.events, event))
        for turn in match.turns
        for event in turn.events
        if isinstance(event, ConferenceHeld) and event.signature is not None
    )


def _before(first: World, events: Sequence[Event], held: ConferenceHeld) -> World:
    return apply(first, tuple(takewhile(lambda event: event is not held, events)))


def _at_signing(match: Match, moments: Sequence[Moment]) -> Iterator[str]:
    for signature, world in moments:
        for party in match.game.scenario.parties:
            case = signing_case(Scales(party_view(match.game, world, party)), signature.terms)
            yield from laws_at_signing(case, flagged=party in signature.imposed)


def laws_at_signing(case: SigningCase, flagged: bool) -> Iterator[str]:
    """The laws that one signature breaks; ``flagged``: it is recorded as imposed."""
    if not flagged and case.surplus < case.limit:
        yield "limit"
    if not flagged and case.crossed is not None:
        yield "red-line"
