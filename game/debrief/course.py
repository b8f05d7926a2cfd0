"""How a game went, turn by turn: the moment of each plan, and each answer beside the moment at which it was asked."""

from collections.abc import Iterator

from game.model.actions import Action
from game.model.events import (
    ActionDropped,
    ActionTaken,
    Answer,
    CardDrawn,
    CardScheduled,
    ChoiceTaken,
    ClauseMoved,
    Event,
    FlagChanged,
    PartyAnswered,
    QuantityChanged,
    Question,
    TurnBegan,
)
from game.model.ledger import Source
from game.model.record import record
from game.model.world import World
from game.play.match import Match, TurnRecord
from game.rules.apply import apply


@record
class Reply:
    """A party's answer. ``world`` is the moment at which it was asked: the party's own view is built from that."""

    turn: int
    world: World
    question: Question
    answer: Answer


@record
class Planned:
    """A turn as it was planned: the ``world`` that the mediator saw then, the ``plan``, and the world ``after`` it."""

    turn: int
    world: World
    plan: tuple[Action, ...]
    after: World


def turns_of(match: Match) -> tuple[TurnRecord, ...]:
    """Every turn with what happened in it, the running one of a game that was broken off included."""
    if match.over or not match.turns:
        return match.turns
    *closed, running = match.turns
    return (*closed, TurnRecord(running.turn, running.first, match.events))


def replies(match: Match) -> tuple[Reply, ...]:
    return tuple(reply for record in turns_of(match) for reply in _replies(record))


def _replies(record: TurnRecord) -> Iterator[Reply]:
    """All who are asked by one act are asked at the same moment, and none hears another."""
    world, since, asked = record.first, list[Event](), False
    for event in record.events:
        if isinstance(event, ActionTaken):
            asked = False
        elif isinstance(event, PartyAnswered):
            if not asked:
                world, since, asked = apply(world, since), [], True
            yield Reply(record.turn, world, event.question, event.answer)
        since.append(event)


def planned_turns(match: Match) -> tuple[Planned, ...]:
    """Every closed turn, oldest first. A turn without acts counts as planned once its cards were dealt with."""
    return tuple(_planned(record) for record in match.turns if record.digest)


def _planned(record: TurnRecord) -> Planned:
    place = next((at for at, event in enumerate(record.events) if not _opens(event)), len(record.events))
    plan = tuple(event.action for event in record.events if isinstance(event, ActionTaken | ActionDropped))
    world = apply(record.first, record.events[:place])
    return Planned(record.turn, world, plan, apply(world, record.events[place:]))


def _opens(event: Event) -> bool:
    """Whether it belongs to the cards with which a turn begins."""
    if isinstance(event, QuantityChanged | ClauseMoved):
        return event.cause.source is Source.CARD
    return isinstance(event, TurnBegan | CardDrawn | CardScheduled | ChoiceTaken | FlagChanged)


def choices_of(record: TurnRecord) -> tuple[tuple[World, ChoiceTaken], ...]:
    """The choices taken on the turn's cards, each with the moment at which it was taken."""
    found = [(place, event) for place, event in enumerate(record.events) if isinstance(event, ChoiceTaken)]
    return tuple((apply(record.first, record.events[:place]), event) for place, event in found)
