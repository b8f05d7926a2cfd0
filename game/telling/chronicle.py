"""A finished game turn by turn: what was done, what was answered, and the events on which it turned."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from game.model.events import (
    ActionTaken,
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    Event,
    GroupChanged,
    GroupTurn,
    Leaked,
    PartyAnswered,
    StageReached,
    TruceChanged,
)
from game.model.ids import PartyId
from game.play.match import Match, TurnRecord
from game.rules.score import progress
from game.rules.sight import mediator_view
from game.telling.answers import say_answer
from game.telling.dates import turn_dates
from game.telling.dispatches import say_choice, say_clause, say_conference, say_leak, say_truce, say_walk_out
from game.telling.grounds import say_reason
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import in_prose, sentence, signed
from game.telling.voices import Chorus

_TURNING: Final = (ClauseTurn.AGREED, ClauseTurn.SETTLED_OVER, ClauseTurn.REOPENED, ClauseTurn.BLESSED)
_LEAP: Final = 8
"""Points of progress in one turn from which on the turn is a turning point by itself."""


def standing_by_turn(match: Match) -> tuple[tuple[TurnRecord, int, int], ...]:
    """Every closed turn with progress as it began and as it ended."""
    closed = [record for record in match.turns if record.digest]
    worlds = [*(record.first for record in closed[1:]), match.world]
    starts = [progress(mediator_view(match.game, record.first)).total for record in closed]
    ends = [*starts[1:], progress(mediator_view(match.game, worlds[-1])).total] if closed else []
    return tuple(zip(closed, starts, ends, strict=True))


def timeline(match: Match) -> Iterator[str]:
    """A heading for each turn, then what was done and how it was answered."""
    names = Names(match.game.scenario)
    for record, was, now in standing_by_turn(match):
        moved = f" ({signed(now - was)})" if now != was else ""
        yield f"# Turn {record.turn}, {turn_dates(match.game.length, record.turn)}: progress {now}{moved}"
        yield from (f"- {line}" for line in _deeds(names, record))


def _deeds(names: Names, record: TurnRecord) -> Iterator[str]:
    """Acts with the answers to them, choices, and what else happened that a list of turns should hold."""
    acts: list[list[str]] = []
    for event in record.events:
        if isinstance(event, ActionTaken):
            acts.append([say_action(names, event.action)])
        elif isinstance(event, PartyAnswered) and acts:
            acts[-1].append(in_prose(say_answer(names, event.question, event.answer, record.turn).brief.rstrip(".")))
        elif isinstance(event, ChoiceTaken):
            yield say_choice(names, event)
    yield from (sentence(": ".join((act[0], "; ".join(act[1:]))) if act[1:] else act[0]) for act in acts)
    if not acts:
        yield "Nothing was planned."


def turning_points(match: Match) -> Iterator[str]:
    """What changed the course of the game, turn by turn."""
    names = Names(match.game.scenario)
    for record, was, now in standing_by_turn(match):
        lines = [line for event in record.events if (line := _turned(names, record, event))]
        if abs(now - was) >= _LEAP:
            lines.append(f"Progress went from {was} to {now}.")
        if lines:
            yield f"# Turn {record.turn}, {turn_dates(match.game.length, record.turn)}"
            yield from (f"- {line}" for line in dict.fromkeys(lines))


def _turned(names: Names, record: TurnRecord, event: Event) -> str:
    teller = _TELLERS.get(type(event))
    return teller(names, record, event) if teller is not None else ""


def _clause(names: Names, _record: TurnRecord, event: Event) -> str:
    if not isinstance(event, ClauseMoved) or event.turn not in _TURNING:
        return ""
    by_signature = event.turn is ClauseTurn.AGREED and event.cause.key == "signed"
    return "" if by_signature else say_clause(names, event)


def _group(names: Names, _record: TurnRecord, event: Event) -> str:
    walked = isinstance(event, GroupChanged) and event.turn is GroupTurn.WALKED_OUT
    return say_walk_out(names, event) if walked and isinstance(event, GroupChanged) else ""


def _leak(names: Names, _record: TurnRecord, event: Event) -> str:
    return say_leak(names, event) if isinstance(event, Leaked) else ""


def _stage(names: Names, _record: TurnRecord, event: Event) -> str:
    return f"The talks reached a new stage: {names.stage(event.stage)}." if isinstance(event, StageReached) else ""


def _conference(names: Names, record: TurnRecord, event: Event) -> str:
    return say_conference(names, event, record.first.turns) if isinstance(event, ConferenceHeld) else ""


def _truce(_names: Names, _record: TurnRecord, event: Event) -> str:
    told = isinstance(event, TruceChanged) and event.weeks in (None, 0)
    return say_truce(event, 0) if told and isinstance(event, TruceChanged) else ""


_TELLERS: Final[Mapping[type, Callable[[Names, TurnRecord, Event], str]]] = {
    ClauseMoved: _clause,
    GroupChanged: _group,
    Leaked: _leak,
    StageReached: _stage,
    ConferenceHeld: _conference,
    TruceChanged: _truce,
}


def answers_of(match: Match, party: PartyId) -> Iterator[str]:
    """Everything that the party answered, with all its reasons, as it need not keep them to itself any more."""
    names = Names(match.game.scenario)
    for record in match.turns:
        for event in record.events:
            if isinstance(event, PartyAnswered) and event.question.party == party:
                words, told = say_answer(names, event.question, event.answer, record.turn), Chorus()
                full = (say_reason(names, event.question, each, record.turn, told) for each in event.answer.reasons)
                reasons = [sentence(reason) for reason in full]
                helped = [words.help] if words.help else []
                yield f"- **Turn {record.turn}.** {' '.join([words.headline, *reasons, *helped])}"
