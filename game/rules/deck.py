"""Which cards come, and what they do."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from game.model.cards import Card, Choice, Outcome
from game.model.events import CardDrawn, CardScheduled, ChoiceTaken, Event, FlagChanged
from game.model.ids import CardId, ChoiceId
from game.model.ledger import Cause, Source
from game.model.scenario import Scenario
from game.model.world import Check, Game, World
from game.rules.calendar import calendar_of
from game.rules.conditions import rulebook
from game.rules.dice import below, spread
from game.rules.effects import Batch, rule
from game.rules.facts import Facts

_HEAVIEST = 9
"""The greatest weight that a card can have."""

_BLOCKS = 4


def draw_cards(batch: Batch) -> tuple[CardId, ...]:
    """Draw this turn's cards: those that a chain has brought, then by salience. News happens as it is drawn.

    Returns the cards that wait for a choice.
    """
    game, turn, facts = batch.game, batch.world.turn, Facts(batch.game, batch.world)
    length = game.length
    due = [game.scenario.cards[card] for card, when in batch.world.due.items() if when <= turn]
    due = [card for card in due if game.book.card_when[card.id](facts)]
    wanted = 1
    if length.second_card and below(100, game.seed, "second-card", turn) < length.second_card:
        wanted = 2
    with_choice, without = _halves(game.scenario)
    choices = [card for card in due if card.choices][:2]
    news = [card for card in due if not card.choices]
    choices += _pick(game, facts, with_choice, wanted - len(choices), "choice")
    news += _pick(game, facts, without, length.news - len(news), "news")
    for card in news:
        batch.add(CardDrawn(card.id, rule("news")))
        bring_about(batch, card.outcome, Cause(Source.CARD, card.id))
    for card in choices:
        batch.add(CardDrawn(card.id, rule("choice")))
    return tuple(card.id for card in choices)


class _Slip(NamedTuple):
    """A card in the deck, with what decides about it."""

    card: Card
    weight: Check
    when: Check


@lru_cache(maxsize=8)
def _halves(scenario: Scenario) -> tuple[tuple[_Slip, ...], tuple[_Slip, ...]]:
    """The cards that salience can draw: those with choices, and news."""
    book = rulebook(scenario)
    free = [
        _Slip(card, book.card_weight[card.id], book.card_when[card.id])
        for card in scenario.cards.values()
        if not card.chained
    ]
    return tuple(slip for slip in free if slip.card.choices), tuple(slip for slip in free if not slip.card.choices)


def _live(facts: Facts, slip: _Slip) -> bool:
    card, world = slip.card, facts.world
    if card.id in world.due or (card.once and card.id in world.seen):
        return False
    return bool(slip.when(facts))


def _pick(game: Game, facts: Facts, slips: Sequence[_Slip], count: int, stream: str) -> list[Card]:
    """Up to ``count`` different live cards, each with a chance in proportion to its weight.

    Drawn by rejection: a card at random, kept with a chance of its weight in ``_HEAVIEST``. So only a few
    conditions are asked, and the chances are the same as if all had been.
    """
    picked: list[Card] = []
    for place in range(count if slips else 0):
        taken = [card.id for card in picked]
        left = [slip for slip in slips if slip.card.id not in taken] if picked else slips
        found = _sample(game, facts, left, (stream, place)) if left else None
        if found is None:
            break
        picked.append(found)
    return picked


def _sample(game: Game, facts: Facts, slips: Sequence[_Slip], position: tuple[str, int]) -> Card | None:
    """One card by weight; after many misses the live ones are looked up and drawn from directly."""
    turn = facts.world.turn
    for attempt in range(_BLOCKS):
        draws = spread(16, len(slips) * _HEAVIEST, game.seed, "card", turn, *position, attempt)
        for value in draws:
            slip = slips[value // _HEAVIEST]
            if value % _HEAVIEST < slip.weight(facts) and _live(facts, slip):
                return slip.card
    live = [slip.card for slip in slips if _live(facts, slip) and slip.weight(facts) > 0]
    return live[below(len(live), game.seed, "card", turn, *position)] if live else None


def open_choices(game: Game, world: World, card: CardId) -> tuple[ChoiceId, ...]:
    """The choices that can be taken now: their condition holds and the calendar has room for them."""
    calendar, facts = calendar_of(world), Facts(game, world)
    return tuple(
        choice.id
        for choice in game.scenario.cards[card].choices
        if choice.cost.within(calendar) and (choice.when is None or game.book.choice_when[card, choice.id](facts))
    )


def choice_of(card: Card, choice: ChoiceId) -> Choice:
    return next(each for each in card.choices if each.id == choice)


def take_choice(game: Game, world: World, card: CardId, choice: ChoiceId) -> tuple[Event, ...]:
    batch = Batch(game, world)
    taken = choice_of(game.scenario.cards[card], choice)
    batch.add(ChoiceTaken(card, choice, taken.cost))
    bring_about(batch, taken.outcome, Cause(Source.CARD, f"{card}/{choice}"))
    return tuple(batch.events)


def bring_about(batch: Batch, outcome: Outcome, cause: Cause) -> None:
    batch.take(outcome.effects, cause)
    for flag in outcome.sets:
        batch.add(FlagChanged(flag, on=True))
    for flag in outcome.clears:
        batch.add(FlagChanged(flag, on=False))
    sequel = outcome.sequel
    if sequel is not None:
        spread = sequel.latest - sequel.soonest + 1
        wait = sequel.soonest + below(spread, batch.game.seed, "sequel", batch.world.turn, cause.key)
        batch.add(CardScheduled(sequel.card, batch.world.turn + wait))
