"""What a seat at the table can be asked to decide, and what it can decide."""

from game.model.actions import Action
from game.model.cards import Cost
from game.model.events import Answer, Question
from game.model.ids import CardId, ChoiceId, MoveId, PartyId
from game.model.record import record


@record
class ChooseCard:
    """An event card waits for the mediator. ``choices`` are those open now, in the card's order."""

    seat: PartyId
    card: CardId
    choices: tuple[ChoiceId, ...]


@record
class PlanTurn:
    """The mediator plans the turn within ``calendar``."""

    seat: PartyId
    calendar: Cost


@record
class AnswerQuestion:
    seat: PartyId
    question: Question


@record
class MoveOffer:
    """A move that the party could make now, and how much it appeals to it (roughly 0 to 100)."""

    move: MoveId
    appeal: int


@record
class ChooseMove:
    seat: PartyId
    offers: tuple[MoveOffer, ...]


Request = ChooseCard | PlanTurn | AnswerQuestion | ChooseMove


@record
class CardDecision:
    choice: ChoiceId


@record
class PlanDecision:
    """The turn's actions in the order in which they are carried out."""

    actions: tuple[Action, ...]


@record
class AnswerDecision:
    answer: Answer


@record
class MoveDecision:
    """``move`` is None when the party lets the turn pass. ``appeal`` is what it weighed."""

    move: MoveId | None
    appeal: int


Decision = CardDecision | PlanDecision | AnswerDecision | MoveDecision
