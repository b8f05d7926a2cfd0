"""Cables, and cables in the making."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from game.model.events import QuantityChanged
from game.model.ids import ClauseId, Quantity
from game.model.ledger import Cause, Entry
from game.telling.ledger import say_entries
from game.telling.names import Names
from game.telling.prose import listing

CableKind = Literal["war", "answer", "move", "group", "press", "card", "home", "text", "stage"]


@dataclass(frozen=True, slots=True)
class Cable:
    """``tag`` says who or what it is about (``RU``, ``US``); ``why`` holds reasons, help and the ledger's lines."""

    turn: int
    kind: CableKind
    tag: str
    text: str
    why: tuple[str, ...]


_UNTOLD: Final = "Other changes."
"""The text of last resort, so that no change that can be seen goes untold."""

_LEARNT: Final = (
    "We now know better what it wants in {clauses}.",
    "What it wants in {clauses} is clearer to us now.",
    "We have a better estimate now of what it wants in {clauses}.",
)
"""In turn, from cable to cable and from one turn to the next."""


@dataclass(slots=True)
class Slip:
    """A cable in the making. ``takers`` accepted what the cable says was asked, ``added`` are further sentences of it,
    ``learnt`` the clauses on which it has taught us something, ``elsewhere`` what other cables tell of what it sums up.
    """

    kind: CableKind
    tag: str
    text: str = ""
    notes: list[str] = field(default_factory=list)
    sums: dict[tuple[Quantity, Cause], int] = field(default_factory=dict)
    moved: dict[Quantity, tuple[int, int]] = field(default_factory=dict)
    takers: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    learnt: list[ClauseId] = field(default_factory=list)
    elsewhere: tuple[str, ...] = ()

    def enter(self, event: QuantityChanged, cause: Cause) -> None:
        key = (event.quantity, cause)
        self.sums[key] = self.sums.get(key, 0) + event.now - event.was
        was, _ = self.moved.get(event.quantity, (event.was, event.now))
        self.moved[event.quantity] = (was, event.now)

    def cable(self, names: Names, turn: int, learnt: str = _LEARNT[0]) -> Cable:
        """``learnt`` is the sentence on what it has taught us."""
        entries = [Entry(quantity, amount, cause) for (quantity, cause), amount in self.sums.items() if amount]
        why = (*self.notes, *say_entries(names, entries), *self.elsewhere)
        return Cable(turn, self.kind, self.tag, " ".join(self._sentences(names, learnt)), why)

    def _sentences(self, names: Names, learnt: str) -> Iterator[str]:
        yield self.text or _UNTOLD
        if self.takers:
            yield f"{listing(self.takers)} {'takes' if len(self.takers) == 1 else 'take'} it, ad referendum."
        yield from self.added
        if self.learnt:
            yield learnt.format(clauses=names.clauses(self.learnt))


def written(names: Names, turn: int, slips: Iterable[Slip]) -> Iterator[Cable]:
    """The cables of the slips that say something, in their order."""
    place = turn
    for slip in slips:
        if slip.text or slip.sums:
            yield slip.cable(names, turn, _LEARNT[place % len(_LEARNT)])
            place += bool(slip.learnt)
