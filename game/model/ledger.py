"""Why anything changed. Every change of a quantity carries one cause and says who can see it."""

from enum import Enum

from game.model.ids import PartyId, Quantity
from game.model.record import record


class Source(Enum):
    """What kind of thing caused a change."""

    ACTION = "action"
    CARD = "card"
    MOVE = "move"
    ANSWER = "answer"
    RULE = "rule"


@record
class Cause:
    """``key`` names the rule, verb, ``card/choice`` or ``party/move``; its words are content."""

    source: Source
    key: str

    def __str__(self) -> str:
        return f"{self.source.value}:{self.key}"


@record
class Entry:
    """One line of the ledger as its reader may see it: ``amount`` is exactly ``now - was``."""

    quantity: Quantity
    amount: int
    cause: Cause


Seen = tuple[PartyId, ...] | None
"""Who can see a thing: the listed seats, or everybody when None. An empty tuple means nobody in play."""

EVERYBODY: Seen = None
NOBODY: Seen = ()


def visible_to(seen: Seen, seat: PartyId) -> bool:
    return seen is None or seat in seen
