"""Clauses and parties from their shapes."""

from collections.abc import Iterable, Mapping

from game.cards.grammar_parties import ClauseShape, PartyShape, SlopeShape
from game.model.clauses import Clause, Option
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, Quantity
from game.model.parties import Move, Party, Personality, Profile, RedLine, Slope, Synergy

BASIS_POINTS = 100
"""In one percent."""


def clause_of(shape: ClauseShape) -> Clause:
    return Clause(
        id=ClauseId(shape.id),
        title=shape.title,
        short=shape.short,
        group=GroupId(shape.group),
        political=shape.political,
        core=shape.core,
        importance=shape.importance,
        stakeholders=tuple(map(PartyId, shape.stakeholders)),
        about=shape.about,
        options={
            OptionId(each.id): Option(OptionId(each.id), each.label, each.text, each.bracket, each.note)
            for each in shape.options
        },
        separable=shape.separable,
    )


def party_of(shape: PartyShape, clauses: Mapping[ClauseId, Clause], moves: tuple[Move, ...]) -> Party:
    return Party(
        id=PartyId(shape.id),
        name=shape.name,
        formal=shape.formal,
        tag=shape.tag,
        glyph=shape.glyph,
        belligerent=shape.belligerent,
        leaders_channel=shape.leaders_channel,
        prior=_profile(shape, clauses),
        red_lines=tuple(RedLine(ClauseId(each.clause), OptionId(each.option), each.room) for each in shape.red_lines),
        public={clause: OptionId(shape.public[clause]) for clause in clauses},
        no_deal=_slopes(shape.no_deal),
        deal=_slopes(shape.deal),
        synergies=_synergies(shape),
        squeezed_by=tuple(map(Quantity, shape.squeezed_by)),
        personality=Personality(**dict(shape.personality)),
        moves=moves,
        wants=shape.wants,
        fears=shape.fears,
    )


def _profile(shape: PartyShape, clauses: Mapping[ClauseId, Clause]) -> Profile:
    """Clauses and options in the order of the text, whatever the order in the party's file."""
    return Profile(
        weights={clause: shape.weights[clause] * BASIS_POINTS for clause in clauses},
        values={
            clause: {option: shape.values[clause][option] for option in clauses[clause].options} for clause in clauses
        },
        expects={clause: _points(shape, clause) for clause in clauses},
        base=shape.base,
        hope=shape.hope,
        concessions=shape.concessions,
    )


def _points(shape: PartyShape, clause: ClauseId) -> int:
    """What a party expects of a clause, as a value: an option stands for what it is worth to this party."""
    expected = shape.expects[clause]
    return expected if isinstance(expected, int) else shape.values[clause][expected]


def _slopes(shapes: Iterable[SlopeShape]) -> tuple[Slope, ...]:
    return tuple(
        Slope(Quantity(each.quantity), each.per_100, each.zero, each.low, each.high, each.label) for each in shapes
    )


def _synergies(shape: PartyShape) -> tuple[Synergy, ...]:
    return tuple(
        Synergy(
            {ClauseId(clause): tuple(map(OptionId, options)) for clause, options in each.needs.items()},
            each.amount,
            each.label,
        )
        for each in shape.synergies
    )
