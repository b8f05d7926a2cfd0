"""Shapes of the frame: the scenario itself, its quantities, lengths and rates, worlds and lenses."""

from dataclasses import MISSING, fields
from typing import Annotated, Any, Literal, get_type_hints

from pydantic import Field, PlainValidator, WithJsonSchema, create_model

from game.cards.grammar import (
    ClauseName,
    Count,
    Day,
    GroupName,
    Id,
    Kind,
    Label,
    Names,
    OptionName,
    PaceName,
    PartyName,
    Percent,
    QuantityName,
    RateName,
    SeatName,
    Series,
    Shape,
    Sources,
    Text,
    Title,
    TrackName,
    When,
    Whole,
    kind_of,
    refusal,
)
from game.model.rates import Rates
from game.model.scenario import Length

MEASURES = ("settlement", "durability", "fighting", "managed", "alliance", "sovereignty", "demands")
"""What a lens can weigh in an outcome."""

PACES = ("patience_loss", "leak")
"""What a world can scale in the length that is played."""


MeasureName = Annotated[str, Names(Kind.MEASURE), WithJsonSchema({"enum": list(MEASURES)})]


def _whole_fields(noun: type) -> dict[str, Any]:
    """The fields of a noun that are whole numbers, for a shape of the same fields."""
    hints = get_type_hints(noun)
    return {
        field.name: (Whole, ... if field.default is MISSING else field.default)
        for field in fields(noun)
        if hints[field.name] is int
    }


_LengthNumbers: type[Shape] = create_model("LengthNumbers", __base__=Shape, **_whole_fields(Length))
_RatesNumbers: type[Shape] = create_model("RatesNumbers", __base__=Shape, **_whole_fields(Rates))


class LengthShape(_LengthNumbers):  # type: ignore[valid-type,misc]
    id: Id
    label: Label
    about: Text
    first_day: Day
    convened: Series[GroupName] = ()
    detail: dict[ClauseName, Annotated[int, Field(ge=0, le=300)]] = Field(default={})
    start: dict[QuantityName, Whole] = Field(default={})


class InformationShape(Shape):
    id: Id
    label: Label
    about: Text
    lists: Annotated[int, Field(ge=0, le=1_000)]
    bands: Annotated[int, Field(ge=25, le=400)]


class RatesShape(_RatesNumbers):  # type: ignore[valid-type,misc]
    """The numbers of the rules."""


class GroupShape(Shape):
    id: Id
    title: Title
    about: Text
    stakeholders: Annotated[Series[PartyName], Field(min_length=1)]
    track: TrackName | None = None


class TrackShape(Shape):
    id: Id
    title: Title
    about: Text
    party: PartyName
    worth: Count


def _band(value: object) -> tuple[int, str]:
    match value:
        case [int(at), str(word)] if not isinstance(at, bool) and word:
            return at, word
        case _:
            raise refusal("E103", f"must be a pair such as [20, thin], found {kind_of(value)}")


def _seen(value: object) -> Series[str] | None:
    match value:
        case "all":
            return None
        case list() if all(isinstance(each, str) for each in value):
            return tuple(value)
        case _:
            raise refusal("E103", f"must be 'all' or a list of parties, found {kind_of(value)}")


Band = Annotated[tuple[int, str], PlainValidator(_band), WithJsonSchema({"type": "array", "minItems": 2})]
SeenBy = Annotated[Series[SeatName] | None, PlainValidator(_seen), WithJsonSchema({"type": ["string", "array"]})]


class QuantityShape(Shape):
    id: Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z]+)*$", max_length=40)]
    label: Label
    low: Whole
    high: Whole
    start: Whole
    seen: SeenBy
    unit: Literal["meter", "groups", "hundredths", "basis-points"] = "meter"
    bands: Annotated[str, Names(Kind.BANDS)] = "none"
    good: Literal[-1, 0, 1] = 0
    rest: Whole | None = None
    pull: Annotated[int, Field(ge=0, le=100)] = 0


class ScenarioShape(Shape):
    id: Id
    title: Title
    summary: Text
    as_of: Day
    parties: Annotated[Series[Id], Field(min_length=1)]
    groups: Annotated[Series[GroupShape], Field(min_length=1)]
    tracks: Series[TrackShape] = ()
    landing: dict[ClauseName, OptionName]
    promised: dict[ClauseName, Series[OptionName]] = Field(default={})
    monitored: dict[ClauseName, Series[OptionName]] = Field(default={})
    collapse: When
    bands: dict[Id, Series[Band]] = Field(default={})
    quantities: Annotated[Series[QuantityShape], Field(min_length=1)]
    lengths: Annotated[Series[LengthShape], Field(min_length=1)]
    information: Series[InformationShape] = ()
    rates: RatesShape


class SlopeScaleShape(Shape):
    party: PartyName
    quantity: QuantityName
    percent: Annotated[int, Field(ge=-1_000, le=1_000)]


class ValueShiftShape(Shape):
    party: PartyName
    clause: ClauseName
    option: OptionName
    by: Annotated[int, Field(ge=-100, le=100)]


class WorldShape(Shape):
    id: Id
    label: Label
    about: Text
    hint: Text
    source: Sources = ()
    base: dict[PartyName, Whole] = Field(default={})
    hope: dict[PartyName, Whole] = Field(default={})
    slopes: Series[SlopeScaleShape] = ()
    start: dict[QuantityName, Whole] = Field(default={})
    rates: dict[RateName, Annotated[int, Field(ge=0, le=1_000)]] = Field(default={})
    values: Series[ValueShiftShape] = ()
    length: dict[PaceName, Annotated[int, Field(ge=0, le=1_000)]] = Field(default={})
    normalisation: Annotated[int, Field(ge=0, le=1_000)] = 100


def _point(value: object) -> tuple[int, int]:
    match value:
        case [int(east), int(north)] if -18_000 <= east <= 18_000 and -9_000 <= north <= 9_000:
            return east, north
        case _:
            raise refusal("E103", "must be [longitude, latitude] in hundredths of a degree")


Point = Annotated[
    tuple[int, int],
    PlainValidator(_point),
    WithJsonSchema({"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}),
]
Corners = Annotated[Series[Point], Field(min_length=3)]


class PlaceShape(Shape):
    name: Title
    at: Point


class TerrainShape(Shape):
    as_of: Day
    source: Sources
    border: Corners
    fighting: Annotated[Series[Point], Field(min_length=2)]
    river: Series[Point] = ()
    behind: Corners
    places: Series[PlaceShape] = ()


class LensShape(Shape):
    id: Id
    label: Label
    about: Text
    weights: dict[MeasureName, Percent]
