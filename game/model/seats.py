"""What a seat at the table can be asked to decide, and what it can decide."""

from dataclasses import dataclass

from game.model.actions import Action
from game.model.cards import Cost
from game.model.events import Answer, Question
from game.model.ids import CardId, ChoiceId, MoveId, PartyId


@dataclass(frozen=True, slots=True)
class ChooseCard:
    """An event card waits for the mediator. ``choices`` are those open now, in the card's order."""

    seat: PartyId
    card: CardId
    choices: tuple[ChoiceId, ...]


@dataclass(frozen=True, slots=True)
class PlanTurn:
    """The mediator plans the turn within ``calendar``."""

    seat: PartyId
    calendar: Cost


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    seat: PartyId
    question: Question


@dataclass(frozen=True, slots=True)
class MoveOffer:
    """A move that the party could make now, and how much it appeals to it (roughly 0 to 100)."""

    move: MoveId
    appeal: int


@dataclass(frozen=True, slots=True)
class ChooseMove:
    seat: PartyId
    offers: tuple[MoveOffer, ...]


Request = ChooseCard | PlanTurn | AnswerQuestion | ChooseMove


@dataclass(frozen=True, slots=True)
class CardDecision:
    choice: ChoiceId


@dataclass(frozen=True, slots=True)
class PlanDecision:
    """The turn's actions in the order in which they are carried out."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class AnswerDecision:
    answer: Answer


@dataclass(frozen=True, slots=True)
class MoveDecision:
    """``move`` is None when the party lets the turn pass. ``appeal`` is what it weighed."""

    move: MoveId | None
    appeal: int


Decision = CardDecision | PlanDecision | AnswerDecision | MoveDecision
