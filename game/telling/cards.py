"""Event cards in words: the situation, the choices, what each visibly does and costs."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.model.cards import Choice, Effect
from game.model.ids import US, CardId, ChoiceId, ClauseId, PartyId, Quantity
from game.model.scenario import Scenario
from game.telling.ledger import can_read, say_amount
from game.telling.names import Names
from game.telling.orders import say_cost
from game.telling.prose import exact, in_prose, signed

_UNSEEN = "something we cannot see"


@dataclass(frozen=True, slots=True)
class ChoiceWords:
    """``cost`` is empty for a free choice. ``effects``: what can be foreseen, in one line."""

    id: ChoiceId
    label: str
    cost: str
    effects: str
    advice: str


@dataclass(frozen=True, slots=True)
class CardWords:
    title: str
    text: str
    sources: tuple[str, ...]
    choices: tuple[ChoiceWords, ...]


def card_words(scenario: Scenario, card_id: CardId, choices: tuple[ChoiceId, ...]) -> CardWords:
    """The card with those of its choices that are open now."""
    card = scenario.cards[card_id]
    return CardWords(
        title=card.title,
        text=card.text.strip(),
        sources=tuple(say_source(scenario, source) for source in card.source),
        choices=tuple(_choice(scenario, choice) for choice in card.choices if choice.id in choices),
    )


def _choice(scenario: Scenario, choice: Choice) -> ChoiceWords:
    cost = say_cost(choice.cost)
    return ChoiceWords(
        id=choice.id,
        label=choice.label,
        cost="" if cost == "nothing" else cost,
        effects=say_effects(Names(scenario), choice.outcome.effects),
        advice=choice.advice,
    )


def say_source(scenario: Scenario, source: str) -> str:
    """A claim of the source with its text, or the reference as it stands."""
    claim = scenario.words.claims.get(source)
    return source if claim is None else f"{source}: {claim.strip()}"


def say_effects(names: Names, effects: Iterable[Effect]) -> str:
    """``Kyiv's trust in Washington +3, patience −2 to −4; something we cannot see``; what is hidden is told as one."""
    seen: list[str] = []
    hidden = False
    for effect in effects:
        words = say_effect(names, effect)
        hidden = hidden or not words
        if words:
            seen.append(in_prose(words) if seen else words)
    told = ", ".join(seen)
    return "; ".join(filter(None, [told, _UNSEEN if hidden else ""])) or "nothing at once"


def say_effect(names: Names, effect: Effect) -> str:
    """One effect as far as we can see it; nothing if we cannot."""
    kind, _, rest = effect.quantity.partition(".")
    if kind == "detail":
        return f"detail of the {names.short(ClauseId(rest))} clause {_points(effect)}"
    if kind == "aspiration":
        harder = effect.low > 0
        return f"{names.party(PartyId(rest))} {'hardens' if harder else 'comes down'} a little"
    spec = names.scenario.quantities[effect.quantity]
    if not can_read(spec, US):
        return ""
    low, high = say_amount(spec, effect.low), say_amount(spec, effect.high)
    return f"{names.whole_quantity(effect.quantity)} {low if low == high else f'{low} to {high}'}"


def _points(effect: Effect) -> str:
    low, high = (f"{signed(each)[0]}{exact(abs(each))}" for each in (effect.low, effect.high))
    return low if low == high else f"{low} to {high}"


def say_forecast_effects(names: Names, effects: Iterable[tuple[Quantity, int]]) -> str:
    """What content says that an act does, in one line; nothing for nothing."""
    found = tuple(Effect(quantity, amount, amount) for quantity, amount in effects)
    return say_effects(names, found) if found else ""
