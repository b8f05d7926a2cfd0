"""The small scenario with everything that moves by itself: cards, parties' own moves, leaks, war, jitter and noise."""

from typing import Any, Final

from game.contracts.building.parties import ALLY, EAST, PARTIES, WEST
from game.contracts.building.small import small_scenario
from game.model.cards import Card, Choice, Cost, Effect, Outcome, Sequel
from game.model.expressions import Arith, Compare, Expr, Name, Number
from game.model.ids import CardId, ChoiceId, MoveId, PartyId, Quantity
from game.model.parties import Move, Personality
from game.model.scenario import Scenario

ALWAYS: Final = Number(1)
CHANCES: Final = {
    "jitter_weight": 15,
    "jitter_value": 4,
    "jitter_base": 200,
    "jitter_hope": 80,
    "noise": 60,
    "strain_war": 8,
    "front_drift": 3,
    "front_per_arms": 2,
    "front_intelligence": 5,
    "front_noise": 3,
    "outlook_front": 4,
    "grid_strike": 5,
}
"""The rates by which chance and war come into the small scenario."""


def lively_scenario(**length: Any) -> Scenario:
    """The small scenario, alive; sensible play settles a good half of games of ten turns. ``length`` changes fields."""
    usual = {
        "capacity": 200,
        "known_lists": 3,
        "call_clears": 60,
        "call_clears_more": 15,
        "jam_clears": 5,
        "walk_out_per_mille": 20,
        "leak": 20,
        "news": 1,
        "second_card": 25,
        "served": 80,
        "start": {Quantity(f"aspiration.{party}"): -150 for party in PARTIES},
    }
    return small_scenario(
        rates=CHANCES,
        length=usual | length,
        parties={party: {"moves": _moves(party), "personality": Personality(60, 40, 60, 50)} for party in PARTIES},
        cards={card.id: card for card in (_press(), _storm(), _lull(), _offer(), _row(), _answer())},
    )


def make_card(name: str, *choices: Choice, outcome: Outcome | None = None, **changes: Any) -> Card:
    """A card that may come at any time."""
    usual: dict[str, Any] = {"when": ALWAYS, "weight": Number(5), "once": False, "chained": False}
    words = {"title": name, "tags": (), "source": ("C1",), "as_of": None, "text": name}
    return Card(id=CardId(name), choices=choices, outcome=outcome or Outcome(), **(usual | words | changes))


def make_choice(name: str, outcome: Outcome | None = None, cost: Cost | None = None) -> Choice:
    return Choice(ChoiceId(name), name, cost or Cost(), None, outcome or Outcome(), name)


def effect(quantity: str, low: int, high: int | None = None) -> Effect:
    return Effect(Quantity(quantity), low, low if high is None else high)


def make_move(party: PartyId, name: str, *effects: Effect, appeal: Expr, public: bool = True) -> Move:
    """A move that a party may make every second turn."""
    return Move(MoveId(name), party, name, ALWAYS, appeal, effects, public, 2, (), ("C1",), name)


def _press() -> Card:
    return make_card("press", outcome=Outcome((effect("congress", -3, 2), effect("detail.truce", 5, 15))))


def _storm() -> Card:
    outcome = Outcome((effect("grid", 4, 9), effect("strain.west.cohesion", 1, 3)))
    return make_card("storm", outcome=outcome, once=True, weight=Number(2))


def _lull() -> Card:
    return make_card("lull", outcome=Outcome((effect("tempo", -6, -2),)))


def _row() -> Card:
    angry = Outcome((effect("trust.ally", -3, -1), effect("patience", -1)))
    return make_card("row", make_choice("shrug", angry), make_choice("apologise", Outcome((effect("congress", -2),))))


def _offer() -> Card:
    heard = Outcome((effect("trust.east", 2, 4),), sets=("heard",), sequel=Sequel(CardId("answer"), 1, 2))
    return make_card(
        "offer",
        make_choice("hear-it", heard, Cost(envoys=1)),
        make_choice("decline", Outcome((effect("discipline", 1),))),
        when=Compare("<", Name("seen.offer"), Number(3)),
    )


def _answer() -> Card:
    taken = Outcome((effect("aspiration.east", -40, -10), effect("room.west", -2)), clears=("heard",))
    return make_card("answer", make_choice("take-it", taken), make_choice("leave-it"), chained=True)


def _moves(party: PartyId) -> tuple[Move, ...]:
    if party == EAST:
        advance = (effect("front", 4, 9), effect("tempo", 4), effect("trust.east.west", -3))
        return (make_move(EAST, "advance", *advance, appeal=Arith("+", Number(20), Name("outlook.east"))),)
    if party == WEST:
        rally = (effect("room.west", 3), effect("aspiration.west", -10, 10))
        return (make_move(WEST, "rally", *rally, appeal=Number(55), public=False),)
    return (make_move(ALLY, "fund", effect("arms", 4), effect("strain.ally.economy", 2), appeal=Number(52)),)
