"""Shapes of the text and of those who negotiate it: clauses, parties, voices, endings."""

from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from game.cards.grammar import (
    ClauseName,
    Count,
    GroupName,
    Id,
    Kind,
    Label,
    Line,
    Names,
    OptionName,
    PartyName,
    Percent,
    QuantityName,
    Series,
    Shape,
    Text,
    Title,
    Whole,
    kind_of,
    refusal,
)


class OptionShape(Shape):
    id: Id
    label: Label
    text: Text
    bracket: Line
    note: Text


class ClauseShape(Shape):
    id: Id
    title: Title
    short: Annotated[Title, Field(max_length=16)]
    group: GroupName
    political: bool
    core: bool
    separable: bool = False
    importance: Percent
    stakeholders: Annotated[Series[PartyName], Field(min_length=1)]
    about: Text
    options: Annotated[Series[OptionShape], Field(min_length=2, max_length=6)]


def _expected(value: object) -> str | int:
    if isinstance(value, str) and value:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if 0 <= value <= 100:
            return value
        raise refusal("E105", f"must be from 0 to 100, found {value}")
    raise refusal("E103", f"must be an option or a whole number, found {kind_of(value)}")


Expected = Annotated[
    str | int, Names(Kind.OPTION), PlainValidator(_expected), WithJsonSchema({"type": ["string", "integer"]})
]


class PersonalityShape(Shape):
    pride: Percent
    candour: Percent
    firmness: Percent
    caution: Percent


class RedLineShape(Shape):
    clause: ClauseName
    option: OptionName
    room: Percent | None = None


class SlopeShape(Shape):
    quantity: QuantityName
    per_100: Whole
    zero: Whole
    low: Whole
    high: Whole
    label: Line


class SynergyShape(Shape):
    needs: dict[ClauseName, Series[OptionName]]
    amount: Whole
    label: Line


class PartyShape(Shape):
    id: Id
    name: Title
    formal: Title
    tag: Annotated[Title, Field(max_length=3)]
    glyph: Annotated[str, Field(min_length=1, max_length=1)]
    belligerent: bool
    leaders_channel: bool
    wants: Line
    fears: Line
    personality: PersonalityShape
    base: Whole
    hope: Count
    concessions: Count
    weights: dict[ClauseName, Percent]
    values: dict[ClauseName, dict[OptionName, Percent]]
    expects: dict[ClauseName, Expected]
    public: dict[ClauseName, OptionName]
    red_lines: Series[RedLineShape] = ()
    no_deal: Series[SlopeShape] = ()
    deal: Series[SlopeShape] = ()
    synergies: Series[SynergyShape] = ()
    squeezed_by: Series[QuantityName] = ()


Voices = dict[Id, Annotated[Series[Line], Field(min_length=1)]]


class DeskShape(Shape):
    """The words of the mediator's own desk: why a number moved, and what would help."""

    reasons: dict[Id, Line]
    help: dict[Id, Line]


class OutlookShape(Shape):
    high: Text
    fair: Text
    low: Text
    poor: Text


class EndingShape(Shape):
    id: Id
    title: Title
    text: Text
    outlook: OutlookShape


class EndingsShape(Shape):
    endings: Annotated[Series[EndingShape], Field(min_length=1)]
    lines: dict[Id, Text]
