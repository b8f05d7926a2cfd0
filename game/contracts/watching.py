"""Minds as a game watches them when they are chosen by name."""

from game.minds.mind import MediatorMind, PartyMind
from game.model.ids import US, PartyId
from game.model.scenario import Scenario
from game.play.guard import Guard, GuardedMediator, GuardedParty
from game.play.roster import Kind, Offer


def guarded_party(mind: PartyMind, seat: PartyId, scenario: Scenario) -> GuardedParty:
    return GuardedParty(mind, Guard(_offer(mind, Kind.PARTY), seat, scenario))


def guarded_mediator(mind: MediatorMind, scenario: Scenario) -> GuardedMediator:
    return GuardedMediator(mind, Guard(_offer(mind, Kind.MEDIATOR), US, scenario))


def _offer(mind: object, kind: Kind) -> Offer:
    """As if it were offered under the name of its class."""
    return Offer(type(mind).__name__, kind, type(mind).__module__, "", lambda: mind)
