"""What the parties said in earlier turns, so that they do not say it again."""

from collections.abc import Iterable

from game.model.events import ActionTaken, PartyAnswered
from game.model.ids import US
from game.model.ledger import visible_to
from game.play.match import TurnRecord
from game.telling.dispatches import Hour, reaction, say_reply
from game.telling.names import Names
from game.telling.voices import Chorus


def said_before(names: Names, turn: int, records: Iterable[TurnRecord]) -> Chorus:
    """Everything that was said before the turn, from the turns of a game in their order; later ones are passed over."""
    chorus = Chorus()
    for record in records:
        if record.turn < turn:
            _speak(names, record, Hour(record.turn, record.first, chorus))
    return chorus


def _speak(names: Names, record: TurnRecord, hour: Hour) -> None:
    for event in record.events:
        if isinstance(event, ActionTaken):
            reaction(names, event.action, hour)
        elif isinstance(event, PartyAnswered) and visible_to(event.seen, US):
            say_reply(names, event, hour)
