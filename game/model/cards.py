"""Event cards: what happens to everybody, and what the mediator may do about it."""

from dataclasses import dataclass

from game.model.expressions import Expr
from game.model.ids import CardId, ChoiceId, Quantity
from game.model.record import record


@dataclass(frozen=True, slots=True)
class Effect:
    """A change of ``quantity`` by an amount drawn evenly from ``low`` to ``high``."""

    quantity: Quantity
    low: int
    high: int


@record
class Cost:
    """Places in a turn's calendar."""

    president: int = 0
    envoys: int = 0
    staff: int = 0

    def plus(self, other: "Cost") -> "Cost":
        return Cost(self.president + other.president, self.envoys + other.envoys, self.staff + other.staff)

    def less(self, other: "Cost") -> "Cost":
        return Cost(self.president - other.president, self.envoys - other.envoys, self.staff - other.staff)

    def within(self, most: "Cost") -> bool:
        return self.president <= most.president and self.envoys <= most.envoys and self.staff <= most.staff


FREE = Cost()


@dataclass(frozen=True, slots=True)
class Sequel:
    """A card that comes ``soonest`` to ``latest`` turns later."""

    card: CardId
    soonest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a choice, or a card without one, does."""

    effects: tuple[Effect, ...] = ()
    sets: tuple[str, ...] = ()
    clears: tuple[str, ...] = ()
    sequel: Sequel | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    id: ChoiceId
    label: str
    cost: Cost
    when: Expr | None
    outcome: Outcome
    advice: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card without choices is news: its ``outcome`` happens as it is drawn."""

    id: CardId
    title: str
    when: Expr
    weight: Expr
    once: bool
    chained: bool
    tags: tuple[str, ...]
    source: tuple[str, ...]
    as_of: str | None
    text: str
    choices: tuple[Choice, ...]
    outcome: Outcome
