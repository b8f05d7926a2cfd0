"""What a seat knew in a turn: the part of every event that it could see, and its own view as the turn began."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.model.events import (
    ActionDropped,
    ActionTaken,
    BeliefRevised,
    CardDrawn,
    CardScheduled,
    ChoiceTaken,
    ClauseMoved,
    ConferenceHeld,
    Event,
    FlagChanged,
    GroupChanged,
    MoveMade,
    PartyAnswered,
    PledgeEnded,
    PledgeMade,
    QuantityChanged,
    TrackChanged,
    TurnBegan,
)
from game.model.ids import US, PartyId
from game.model.ledger import Cause, Source, visible_to
from game.model.scenario import Scenario
from game.model.views import PartyView
from game.model.world import World
from game.play.match import Match, TurnRecord
from game.rules.apply import apply
from game.rules.sight import party_view, seen_clause

Chair = PartyId | None
"""A seat; or None for a place above all of them, from which everything is seen."""

ABOVE: Final = "above"
"""What the place above is called where a seat can be named."""

HIDDEN: Final = Cause(Source.RULE, "hidden")
"""Stands for causes that the seat could not see."""


@dataclass(frozen=True, slots=True)
class Sight:
    """``views`` are those of the seat that is looked from, or of all parties from above; none for the mediator."""

    events: tuple[Event, ...]
    views: tuple[PartyView, ...]


def chairs(scenario: Scenario) -> tuple[Chair, ...]:
    """The mediator's, the parties' in the scenario's order, and the place above."""
    return (US, *scenario.parties, None)


def turns_of(match: Match) -> tuple[TurnRecord, ...]:
    """All turns, the running one with what has happened in it so far."""
    if match.over:
        return match.turns
    return (*match.turns[:-1], replace(match.turns[-1], events=match.events))


def sight_from(chair: Chair, match: Match, record: TurnRecord) -> Sight:
    """What was to be seen of the turn from there."""
    scenario = match.game.scenario
    began = _as_the_turn_began(record)
    lookers = tuple(scenario.parties) if chair is None else () if chair == US else (chair,)
    seen = (seen_from(chair, scenario, event) for event in record.events)
    return Sight(
        events=tuple(event for event in seen if event is not None),
        views=tuple(party_view(match.game, began, party) for party in lookers),
    )


def seen_from(chair: Chair, scenario: Scenario, event: Event) -> Event | None:
    """What the seat could see of the event: all, a part of it, or nothing."""
    if chair is None:
        return event
    look = _LOOKS.get(type(event))
    return event if look is None else look(event, chair, scenario)


def _as_the_turn_began(record: TurnRecord) -> World:
    first = tuple(event for event in record.events[:1] if isinstance(event, TurnBegan))
    return apply(record.first, first) if first else record.first


def _own(event: ActionDropped | BeliefRevised | ChoiceTaken, chair: PartyId, _: Scenario) -> Event | None:
    """Only the mediator knows what it planned, believes and chose."""
    return event if chair == US else None


def _hidden(_event: CardScheduled | FlagChanged, _chair: PartyId, _: Scenario) -> None:
    """What is prepared behind the scene is known to nobody."""
    return


def _marked(event: ActionTaken | MoveMade | TrackChanged, chair: PartyId, _: Scenario) -> Event | None:
    return event if visible_to(event.seen, chair) else None


def _clause(event: ClauseMoved, chair: PartyId, _: Scenario) -> Event | None:
    """With what others agreed to in private left out."""
    if not visible_to(event.seen, chair):
        return None
    return (
        event if chair == US else replace(event, was=seen_clause(event.was, chair), now=seen_clause(event.now, chair))
    )


def _quantity(event: QuantityChanged, chair: PartyId, scenario: Scenario) -> Event | None:
    """Who can read the quantity sees it move, with the cause only if that could be seen too."""
    if not visible_to(scenario.quantities[event.quantity].seen, chair):
        return None
    return event if visible_to(event.seen, chair) else replace(event, cause=HIDDEN, seen=(chair,))


def _answer(event: PartyAnswered, chair: PartyId, _: Scenario) -> Event | None:
    """How far a party was from its limit is known to itself."""
    if not visible_to(event.seen, chair):
        return None
    mine = event.question.party == chair
    return event if mine else replace(event, answer=replace(event.answer, margin=0))


def _card(event: CardDrawn, chair: PartyId, scenario: Scenario) -> Event | None:
    """News is public; what waits for the mediator's decision is on its desk alone."""
    return event if chair == US or not scenario.cards[event.card].choices else None


def _group(event: GroupChanged, chair: PartyId, _: Scenario) -> Event | None:
    """Whoever sits in a group, or has left it, knows of it."""
    return event if chair in (US, event.party, *event.now.members) else None


def _pledge(event: PledgeMade | PledgeEnded, chair: PartyId, _: Scenario) -> Event | None:
    return event if chair in (US, event.pledge.party) else None


def _conference(event: ConferenceHeld, chair: PartyId, _: Scenario) -> Event | None:
    """Who signed is public; what each gained by it is not."""
    if event.signature is None:
        return event
    own = {party: gain for party, gain in event.signature.surplus.items() if party == chair}
    return replace(event, signature=replace(event.signature, surplus=own))


_LOOKS: Final[Mapping[type, Callable[..., Event | None]]] = {
    ActionDropped: _own,
    ActionTaken: _marked,
    BeliefRevised: _own,
    CardDrawn: _card,
    CardScheduled: _hidden,
    ChoiceTaken: _own,
    ClauseMoved: _clause,
    ConferenceHeld: _conference,
    FlagChanged: _hidden,
    GroupChanged: _group,
    MoveMade: _marked,
    PartyAnswered: _answer,
    PledgeEnded: _pledge,
    PledgeMade: _pledge,
    QuantityChanged: _quantity,
    TrackChanged: _marked,
}
"""What is in no line here happens for all to see."""
