"""Where the entries of a content file name something, and where they ask something: read off the grammar."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from game.cards.document import Path
from game.cards.grammar import Condition, Kind, Names, Shape


class Mention(NamedTuple):
    """A name in a file. ``clause`` is the clause that an option belongs to; ``key``: the name is a key."""

    path: Path
    kind: Kind
    name: str
    clause: str | None = None
    key: bool = False


class Asked(NamedTuple):
    """A condition or an amount in a file."""

    path: Path
    condition: Condition


@dataclass(frozen=True, slots=True)
class Part:
    """What the grammar says of one place: what its text names, and what is inside.

    ``shape`` for fields, ``keys`` and ``inner`` for a mapping with free keys, ``inner`` alone for a list; ``asks``
    for a condition.
    """

    kind: Kind | None = None
    shape: type[Shape] | None = None
    keys: "Part | None" = None
    inner: "Part | None" = None
    asks: bool = False

    @property
    def silent(self) -> bool:
        """Nothing in this place names or asks anything."""
        inside = all(part is None or part.silent for part in (self.keys, self.inner))
        return self.kind is None and not self.asks and inside and (self.shape is None or not telling(self.shape))


def part_of(annotation: Any) -> Part:
    """Nullable types count as what they are when something is there."""
    kind = None
    while get_origin(annotation) in (Annotated, Union, UnionType):
        if get_origin(annotation) is Annotated:
            kind = next((each.kind for each in annotation.__metadata__ if isinstance(each, Names)), kind)
        annotation = next(each for each in get_args(annotation) if each is not type(None))
    if get_origin(annotation) is dict:
        keys, values = get_args(annotation)
        return Part(kind, keys=part_of(keys), inner=part_of(values))
    if get_origin(annotation) is tuple:
        return Part(kind, inner=part_of(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return Part(kind, shape=annotation)
    return Part(kind, asks=annotation is Condition)


@cache
def parts(shape: type[Shape]) -> dict[str, tuple[str, Part]]:
    """By the author's name of each field: its attribute and what it holds."""
    hints = get_type_hints(shape, include_extras=True)
    return {info.alias or name: (name, part_of(hints[name])) for name, info in shape.model_fields.items()}


@cache
def telling(shape: type[Shape]) -> tuple[tuple[str, str, Part], ...]:
    """The author's name, the attribute and the part of each field in which something is named or asked."""
    return tuple((name, attribute, part) for name, (attribute, part) in parts(shape).items() if not part.silent)


def within(part: Part, path: Path) -> Part:
    """What the grammar says of the place that the path leads to; an empty part if it leads nowhere."""
    for step in path:
        fields = {} if part.shape is None else parts(part.shape)
        part = fields[str(step)][1] if str(step) in fields else part.inner or Part()
    return part


def mentions(value: object, part: Part, path: Path = (), clause: str | None = None) -> Iterator[Mention | Asked]:
    """Everything that the value, shaped by ``part``, names or asks, in the grammar's order."""
    match value:
        case str() if part.kind is not None:
            yield Mention(path, part.kind, value, clause)
        case Condition():
            yield Asked(path, value)
        case Shape():
            yield from _in_fields(value, path, clause)
        case dict():
            yield from _in_mapping(value, part, path, clause)
        case tuple() if part.inner:
            for index, each in enumerate(value):
                yield from mentions(each, part.inner, (*path, index), clause)


def _in_fields(value: Shape, path: Path, clause: str | None) -> Iterator[Mention | Asked]:
    own = getattr(value, "clause", clause)
    for name, attribute, field in telling(type(value)):
        yield from mentions(getattr(value, attribute), field, (*path, name), own)


def _in_mapping(value: dict[str, object], part: Part, path: Path, clause: str | None) -> Iterator[Mention | Asked]:
    keys, inner = part.keys or Part(), part.inner or Part()
    for key, each in value.items():
        if keys.kind is not None:
            yield Mention((*path, key), keys.kind, key, clause, key=True)
        yield from mentions(each, inner, (*path, key), key if keys.kind is Kind.CLAUSE else clause)
