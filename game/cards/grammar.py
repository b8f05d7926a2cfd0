"""What every content file is made of: ids, texts, numbers, conditions, amounts, and what names what.

Shapes describe the surface, as an author writes it; :mod:`game.cards.building` makes nouns of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from game.cards.expressions import SyntaxFault, parse, parse_range
from game.model.expressions import Expr, Number, Span

LARGEST_EFFECT = 300
LARGEST = 100_000
MOST_SOURCES = 12
CARD_WORDS = 70


class Kind(Enum):
    """What a name in content can stand for; the value is the author's word for it."""

    PARTY = "party"
    SEAT = "seat"
    CLAUSE = "clause"
    OPTION = "option"
    GROUP = "group"
    TRACK = "track"
    QUANTITY = "quantity"
    TEMPLATE = "quantity of each party"
    CARD = "card"
    FLAG = "flag"
    VERB = "action"
    SOURCE = "source"
    RATE = "rate"
    PACE = "number of a length"
    BANDS = "list of bands"
    MEASURE = "measure"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field or the keys of a mapping whose text names something that must exist."""

    kind: Kind


class Shape(BaseModel):
    """A mapping with a closed list of fields."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def refusal(code: str, message: str, hint: str = "", field: str = "") -> PydanticCustomError:
    """A fault that a validator finds: its code, its words after the field's name, and a hint.

    ``field`` names the field at fault if a whole shape is refused.
    """
    return PydanticCustomError("refusal", "refusal", {"code": code, "message": message, "hint": hint, "field": field})


def syntax_refusal(fault: SyntaxFault) -> PydanticCustomError:
    """A condition or a range that does not parse."""
    return PydanticCustomError("syntax", "syntax", {"fault": fault})


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed expression with the text it came from, so that a fault can point into it."""

    text: str
    expr: Expr


def _condition(value: object) -> Condition:
    if isinstance(value, int):
        return Condition(str(value).lower(), Number(int(value)))
    if not isinstance(value, str):
        raise refusal("E103", f"must be a condition or a whole number, found {kind_of(value)}")
    parsed = parse(value)
    if isinstance(parsed, SyntaxFault):
        raise syntax_refusal(parsed)
    return Condition(value, parsed)


def kind_of(value: object) -> str:
    """The author's word for what a value is."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int():
            return f"the number {value}"
        case str():
            return "text"
        case Mapping():
            return "fields"
        case _:
            return "a list"


def _range(value: object) -> Span:
    if isinstance(value, int) and not isinstance(value, bool):
        return Span(value, value)
    if not isinstance(value, str):
        raise refusal("E103", f"must be a whole number or a range, found {kind_of(value)}")
    parsed = parse_range(value)
    if isinstance(parsed, SyntaxFault):
        raise syntax_refusal(parsed)
    return parsed


def _amount(span: Span) -> Span:
    worst = span.low if abs(span.low) > abs(span.high) else span.high
    if abs(worst) > LARGEST_EFFECT:
        raise refusal("E105", f"must be from -{LARGEST_EFFECT} to {LARGEST_EFFECT}, found {worst}")
    return span


def _delay(span: Span) -> Span:
    if span.low < 1 or span.high > 24:
        raise refusal("E105", f"must be from 1 to 24 turns, found {span}")
    return span


def _day(value: object) -> date:
    try:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refusal("E111", "must be a date", "write year-month-day, such as 2025-12-03")


def _short(text: str) -> str:
    words = len(text.split())
    if words > CARD_WORDS:
        raise refusal("E107", f"has {words} words, at most {CARD_WORDS} fit")
    return text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


T = TypeVar("T")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
FlagId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=38)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=52)]
CardText = Annotated[Text, AfterValidator(_short)]

Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Count = Annotated[int, Field(ge=0, le=LARGEST)]
Percent = Annotated[int, Field(ge=0, le=100)]
Places = Annotated[int, Field(ge=0, le=9)]
Turns = Annotated[int, Field(ge=0, le=24)]

_FLAGS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_RANGE = {"type": "string", "pattern": r"^[+-]?\d+\.\.[+-]?\d+$"}
_AMOUNT = {"anyOf": [{"type": "integer"}, _RANGE]}
_WHEN = {"type": ["string", "integer", "boolean"]}

When = Annotated[Condition, PlainValidator(_condition), WithJsonSchema(_WHEN)]
Amount = Annotated[Span, PlainValidator(_range), AfterValidator(_amount), WithJsonSchema(_AMOUNT)]
Delay = Annotated[Span, PlainValidator(_range), AfterValidator(_delay), WithJsonSchema(_AMOUNT)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]

PartyName = Annotated[str, Names(Kind.PARTY)]
ClauseName = Annotated[str, Names(Kind.CLAUSE)]
OptionName = Annotated[str, Names(Kind.OPTION)]
GroupName = Annotated[str, Names(Kind.GROUP)]
TrackName = Annotated[str, Names(Kind.TRACK)]
SeatName = Annotated[str, Names(Kind.SEAT)]
TemplateName = Annotated[str, Names(Kind.TEMPLATE)]
QuantityName = Annotated[str, Names(Kind.QUANTITY)]
CardName = Annotated[str, Names(Kind.CARD)]
FlagName = Annotated[FlagId, Names(Kind.FLAG)]
VerbName = Annotated[str, Names(Kind.VERB)]
RateName = Annotated[str, Names(Kind.RATE)]
PaceName = Annotated[str, Names(Kind.PACE)]

Effects: TypeAlias = dict[QuantityName, Amount]
Series = Annotated[tuple[T, ...], Field(strict=False)]
FlagsSet = Annotated[Series[FlagId], BeforeValidator(_listed), WithJsonSchema(_FLAGS)]
FlagsCleared = Annotated[Series[FlagName], BeforeValidator(_listed), WithJsonSchema(_FLAGS)]
Sources = Annotated[Series[Annotated[Line, Names(Kind.SOURCE)]], Field(max_length=MOST_SOURCES)]

ALWAYS = Condition("1", Number(1))
