"""Which cards come, and what they do."""

from game.model.cards import Card, Choice, Outcome
from game.model.events import CardDrawn, CardScheduled, ChoiceTaken, Event, FlagChanged
from game.model.ids import CardId, ChoiceId
from game.model.ledger import Cause, Source
from game.model.world import Game, World
from game.rules.calendar import calendar_of
from game.rules.dice import below
from game.rules.effects import Batch, rule


def draw_cards(batch: Batch) -> tuple[CardId, ...]:
    """Draw this turn's cards: those that a chain has brought, then by salience. News happens as it is drawn.

    Returns the cards that wait for a choice.
    """
    game, turn = batch.game, batch.world.turn
    length = game.length
    due = [game.scenario.cards[card] for card, when in batch.world.due.items() if when <= turn]
    live = [card for card in game.scenario.cards.values() if _live(game, batch.world, card)]
    wanted = 1
    if length.second_card and below(100, game.seed, "second-card", turn) < length.second_card:
        wanted = 2
    choices = [card for card in due if card.choices][:2]
    news = [card for card in due if not card.choices]
    choices += _pick(game, batch.world, [card for card in live if card.choices], wanted - len(choices))
    news += _pick(game, batch.world, [card for card in live if not card.choices], length.news - len(news))
    for card in news:
        batch.add(CardDrawn(card.id, rule("news")))
        bring_about(batch, card.outcome, Cause(Source.CARD, card.id))
    for card in choices:
        batch.add(CardDrawn(card.id, rule("choice")))
    return tuple(card.id for card in choices)


def _live(game: Game, world: World, card: Card) -> bool:
    if card.chained or card.id in world.due or (card.once and card.id in world.seen):
        return False
    return bool(game.book.card_when[card.id](world))


def _pick(game: Game, world: World, cards: list[Card], count: int) -> list[Card]:
    """``count`` different cards by weight; a card's chance does not depend on the order of the deck."""
    picked: list[Card] = []
    left = [(card, max(0, game.book.card_weight[card.id](world))) for card in cards]
    for place in range(count):
        total = sum(weight for _, weight in left)
        if total <= 0:
            break
        at = below(total, game.seed, "card", world.turn, place, cards[0].choices != ())
        for card, weight in left:
            at -= weight
            if at < 0:
                picked.append(card)
                left = [(other, other_weight) for other, other_weight in left if other is not card]
                break
    return picked


def open_choices(game: Game, world: World, card: CardId) -> tuple[ChoiceId, ...]:
    """The choices that can be taken now: their condition holds and the calendar has room for them."""
    calendar = calendar_of(world)
    return tuple(
        choice.id
        for choice in game.scenario.cards[card].choices
        if choice.cost.within(calendar) and (choice.when is None or game.book.choice_when[card, choice.id](world))
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
