"""Cards, moves and actions from their shapes."""

from collections.abc import Collection, Iterable, Mapping

from game.cards.grammar_cards import CardShape, ChoiceShape, CostShape, MoveShape, OutcomeShape, VerbShape
from game.model.cards import FREE, Card, Choice, Cost, Effect, Outcome, Sequel
from game.model.expressions import Span
from game.model.ids import CardId, ChoiceId, MoveId, PartyId, Quantity, VerbId
from game.model.parties import Move
from game.model.verbs import PledgeKind, Verb


def card_of(shape: CardShape, known: Collection[str]) -> Card:
    """A sequel that is not among the ``known`` cards, because it was left out, is left out too."""
    return Card(
        id=CardId(shape.id),
        title=shape.title,
        when=shape.when.expr,
        weight=shape.weight.expr,
        once=shape.once,
        chained=shape.chained,
        tags=shape.tags,
        source=shape.source,
        as_of=None if shape.as_of is None else shape.as_of.isoformat(),
        text=shape.text,
        choices=tuple(_choice(choice, known) for choice in shape.choices),
        outcome=_outcome(shape, known),
    )


def _choice(shape: ChoiceShape, known: Collection[str]) -> Choice:
    return Choice(
        id=ChoiceId(shape.id),
        label=shape.label,
        cost=_cost(shape.cost),
        when=None if shape.when is None else shape.when.expr,
        outcome=_outcome(shape, known),
        advice=shape.advice,
    )


def _outcome(shape: OutcomeShape, known: Collection[str]) -> Outcome:
    then = shape.then
    sequel = None
    if then is not None and then.card in known:
        sequel = Sequel(CardId(then.card), then.delay.low, then.delay.high)
    return Outcome(_effects(shape.effects), shape.sets, shape.clears, sequel)


def _effects(amounts: Mapping[str, Span]) -> tuple[Effect, ...]:
    return tuple(Effect(Quantity(name), amount.low, amount.high) for name, amount in amounts.items())


def _cost(shape: CostShape | None) -> Cost:
    return FREE if shape is None else Cost(shape.president, shape.envoys, shape.staff)


def moves_of(party: PartyId, shapes: Iterable[MoveShape]) -> tuple[Move, ...]:
    return tuple(_move(party, shape) for shape in shapes)


def _move(party: PartyId, shape: MoveShape) -> Move:
    return Move(
        id=MoveId(shape.id),
        party=party,
        title=shape.title,
        when=shape.when.expr,
        appeal=shape.appeal.expr,
        effects=_effects(shape.effects),
        public=shape.public,
        rest=shape.rest,
        tags=shape.tags,
        source=shape.source,
        text=shape.text,
    )


def verb_of(shape: VerbShape) -> Verb:
    parties = tuple(map(PartyId, shape.parties))
    return Verb(
        id=VerbId(shape.id),
        label=shape.label,
        family=shape.family,
        about=shape.about,
        cost=_cost(shape.cost),
        when=None if shape.when is None else shape.when.expr,
        unavailable=shape.unavailable,
        parties=parties,
        effects=_effects_by_party(shape.effects, parties),
        public=shape.public,
        pledge=None if shape.pledge is None else PledgeKind(shape.pledge),
        redeemed_by=tuple(map(VerbId, shape.redeemed_by)),
        due=shape.due,
        source=shape.source,
    )


def _effects_by_party(
    amounts: Mapping[str, Span], parties: tuple[PartyId, ...]
) -> dict[PartyId | None, tuple[Effect, ...]]:
    if not parties:
        return {None: _effects(amounts)}
    return {
        party: _effects({name.replace("{party}", party): amount for name, amount in amounts.items()})
        for party in parties
    }
