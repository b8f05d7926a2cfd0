"""Which controller sits in which seat, those that a setup names and the built-in one elsewhere; and their games."""

from collections.abc import Mapping, Sequence

from game.minds.mind import MediatorMind, PartyMind
from game.model.ids import US, PartyId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import BUILT_IN, advance, mediate
from game.play.guard import Guard, GuardedMediator, GuardedParty
from game.play.match import Match, start, submit
from game.play.roster import Kind, made, offer
from game.play.trouble import MindProblem


def seated_minds(scenario: Scenario, setup: Setup) -> Mapping[PartyId, PartyMind]:
    """A mind for every party's seat. Raises :class:`MindProblem` if one that the setup names cannot be had."""
    minds: dict[PartyId, PartyMind] = dict.fromkeys(scenario.parties, BUILT_IN)
    for seat, name in setup.minds:
        minds[seat] = _party_mind(scenario, seat, name)
    return minds


def _party_mind(scenario: Scenario, seat: PartyId, name: str) -> PartyMind:
    try:
        chosen = offer(Kind.PARTY, name)
        mind: PartyMind = made(chosen)
    except MindProblem as problem:
        raise MindProblem(f"The seat '{seat}' is to be played by the mind '{name}'. {problem.what}") from problem
    return mind if chosen.built_in else GuardedParty(mind, Guard(chosen, seat, scenario))


def mediator(scenario: Scenario, name: str) -> MediatorMind:
    """The mediating mind of this name. Raises :class:`MindProblem` if it cannot be had."""
    chosen = offer(Kind.MEDIATOR, name)
    mind: MediatorMind = made(chosen)
    return mind if chosen.built_in else GuardedMediator(mind, Guard(chosen, US, scenario))


def say_seats(seats: Sequence[tuple[str, str]]) -> str:
    """``russia=stubborn, europe=stubborn``: as they are asked for."""
    return ", ".join(f"{seat}={name}" for seat, name in seats)


def play_out(scenario: Scenario, setup: Setup, mediator: MediatorMind, fingerprints: bool = True) -> Match:
    """A whole game without anybody at the keyboard. Raises :class:`MindProblem` if somebody else's controller fails."""
    minds = seated_minds(scenario, setup)
    match = advance(start(scenario, setup, fingerprints), minds)
    while not match.over:
        match = submit(match, US, mediate(match, match.waiting[0], mediator))
        match = advance(match, minds)
    return match
