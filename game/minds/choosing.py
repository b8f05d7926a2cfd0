"""How a mediator's controller takes the choices on event cards: by what they are seen to do."""

from collections.abc import Mapping

from game.model.cards import Choice
from game.model.seats import CardDecision, ChooseCard
from game.model.views import MediatorView

Taste = Mapping[str, int]
"""What a point of a quantity is worth, in hundredths; a name stands for all that begin with it."""

STEADY: Taste = {
    "patience": 120,
    "discipline": 70,
    "credibility": 80,
    "congress": 50,
    "capacity": 6,
    "trust": 100,
    "room": 60,
    "aspiration": -14,
    "guess": 0,
    "strain": -30,
    "detail": 4,
    "standing": 40,
    "grid": -20,
    "tempo": -20,
}


def choose_by(taste: Taste, view: MediatorView, request: ChooseCard) -> CardDecision:
    """The open choice with the best sum; the first of equals."""
    card = view.scenario.cards[request.card]
    open_ = [choice for choice in card.choices if choice.id in request.choices]
    return CardDecision(max(open_, key=lambda choice: _worth(taste, choice)).id)


def _worth(taste: Taste, choice: Choice) -> int:
    cost = choice.cost
    total = -(cost.president * 500 + cost.envoys * 300 + cost.staff * 300)
    for effect in choice.outcome.effects:
        head = effect.quantity.split(".")[0]
        total += (effect.low + effect.high) * taste.get(head, 0) // 2
    return total
