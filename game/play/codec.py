"""Nouns as plain data and back, derived from their fields and type hints; nothing else is ever built.

A dataclass becomes a mapping by field name, without the fields that hold an empty default. Where a hint allows several
dataclasses, ``is`` names the one. Enums go by name or value, mappings with keys that are not names as lists of pairs.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

from game.play.inert import UNSAFE

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"

Met: TypeAlias = dict[object, set[str]]
"""The names that were met while decoding, by their kind (``CardId``, ``ClauseId``, ...)."""

TAG: Final = "is"
LARGEST: Final = 2**64
_UNSAFE = re.compile(f"[{UNSAFE}]")


class MalformedError(ValueError):
    """Data that is not what the nouns allow. ``str()`` says where in it, and what is wrong."""

    def __init__(self, problem: str, where: tuple[str, ...] = ()) -> None:
        place = ".".join(where).replace(".[", "[")
        super().__init__(f"{place}: {problem}" if place else problem)
        self.problem = problem
        self.where = where

    def inside(self, part: str) -> "MalformedError":
        return MalformedError(self.problem, (part, *self.where))


class Coder(NamedTuple):
    encode: Callable[[Any], Plain]
    decode: Callable[[object, Met], Any]


@cache
def coder(hint: Any) -> Coder:
    """How values of this type are written and read. Raises TypeError for a type that has no plain form."""
    if isinstance(hint, NewType):
        return _named(hint)
    simple = _SIMPLE.get(hint)
    if simple is not None:
        return simple
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(parts)
    if origin is tuple:
        return _many(parts[0]) if parts[1:] == (...,) else _row(parts)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*parts)
    raise TypeError(f"{hint} has no plain form")


def _same(value: Plain) -> Plain:
    return value


def _whole(value: object, _met: Met) -> int:
    if type(value) is not int or abs(value) >= LARGEST:
        raise MalformedError(f"a whole number was expected, not {_found(value)}")
    return value


def _truth(value: object, _met: Met) -> bool:
    if not isinstance(value, bool):
        raise MalformedError(f"true or false was expected, not {_found(value)}")
    return value


def _text(value: object, _met: Met) -> str:
    if not isinstance(value, str):
        raise MalformedError(f"text was expected, not {_found(value)}")
    if _UNSAFE.search(value):
        raise MalformedError("the text holds characters that cannot be shown")
    return value


def _nothing(value: object, _met: Met) -> None:
    if value is not None:
        raise MalformedError(f"nothing was expected, not {_found(value)}")


_SIMPLE: Mapping[object, Coder] = {
    int: Coder(_same, _whole),
    bool: Coder(_same, _truth),
    str: Coder(_same, _text),
    NoneType: Coder(_same, _nothing),
}


def _found(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "a list" if isinstance(value, list) else "a mapping"
    text = str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _named(kind: NewType) -> Coder:
    """A name: written as it is; when read, it is noted among the names of its kind."""
    inner = coder(kind.__supertype__)

    def decode(value: object, met: Met) -> object:
        name = inner.decode(value, met)
        met.setdefault(kind, set()).add(name)
        return name

    return Coder(inner.encode, decode)


def _enum(kind: type[Enum]) -> Coder:
    words = {member: member.value if isinstance(member.value, str) else member.name.lower() for member in kind}
    members = {word: member for member, word in words.items()}

    def decode(value: object, _met: Met) -> Enum:
        member = members.get(value) if isinstance(value, str) else None
        if member is None:
            raise MalformedError(f"one of {', '.join(members)} was expected, not {_found(value)}")
        return member

    return Coder(words.__getitem__, decode)


def _many(kind: Any) -> Coder:
    """A tuple of any length, as a list."""
    encode_one, decode_one = coder(kind)

    def encode(value: tuple[Any, ...]) -> Plain:
        return [encode_one(part) for part in value]

    def decode(value: object, met: Met) -> tuple[Any, ...]:
        return tuple(_parts(_listed(value), decode_one, met))

    return Coder(encode, decode)


def _parts(items: list[object], decode_one: Callable[[object, Met], Any], met: Met) -> Iterator[Any]:
    for place, item in enumerate(items):
        try:
            yield decode_one(item, met)
        except MalformedError as problem:
            raise problem.inside(f"[{place}]") from None


def _listed(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or length not in (None, len(value)):
        raise MalformedError(f"a list{'' if length is None else f' of {length}'} was expected, not {_found(value)}")
    return value


def _row(kinds: tuple[Any, ...]) -> Coder:
    """A tuple of fixed length, as a list."""
    coders = [coder(kind) for kind in kinds]

    def encode(value: tuple[Any, ...]) -> Plain:
        return [each.encode(part) for each, part in zip(coders, value, strict=True)]

    def decode(value: object, met: Met) -> tuple[Any, ...]:
        items = _listed(value, len(coders))
        return tuple(each.decode(item, met) for each, item in zip(coders, items, strict=True))

    return Coder(encode, decode)


def _mapping(key: Any, kind: Any) -> Coder:
    if not (isinstance(key, NewType) or key is str):
        return _pairs(key, kind)
    keys, values = coder(key), coder(kind)

    def encode(value: Mapping[str, Any]) -> Plain:
        return {name: values.encode(part) for name, part in value.items()}

    def decode(value: object, met: Met) -> dict[str, Any]:
        return {keys.decode(name, met): _field(values, name, part, met) for name, part in _mapped(value).items()}

    return Coder(encode, decode)


def _pairs(key: Any, kind: Any) -> Coder:
    """A mapping whose keys are no names, as a list of pairs."""
    inner = _many(tuple[key, kind])
    return Coder(
        lambda value: inner.encode(tuple(value.items())),
        lambda value, met: dict(inner.decode(value, met)),
    )


def _mapped(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise MalformedError(f"a mapping was expected, not {_found(value)}")
    return value


def _union(kinds: tuple[Any, ...]) -> Coder:
    """One of several dataclasses, told apart by their tag; or something or nothing."""
    some = tuple(kind for kind in kinds if kind is not NoneType)
    inner = _tagged(some) if len(some) > 1 else coder(some[0])
    if len(some) == len(kinds):
        return inner
    encode_some, decode_some = inner
    return Coder(
        lambda value: None if value is None else encode_some(value),
        lambda value, met: None if value is None else decode_some(value, met),
    )


def _tagged(kinds: tuple[Any, ...]) -> Coder:
    coders = {kind: coder(kind) for kind in kinds}
    by_tag = {kind.__name__: each for kind, each in coders.items()}

    def encode(value: object) -> Plain:
        form = coders[type(value)].encode(value)
        assert isinstance(form, dict)  # every kind in a tagged union is a dataclass
        return {TAG: type(value).__name__, **form}

    def decode(value: object, met: Met) -> object:
        form = dict(_mapped(value))
        tag = form.pop(TAG, None)
        each = by_tag.get(tag) if isinstance(tag, str) else None
        if each is None:
            raise MalformedError(f"'{TAG}' must name one of {', '.join(by_tag)}, not {_found(tag)}")
        return each.decode(form, met)

    return Coder(encode, decode)


def _record(kind: type) -> Coder:
    hints = get_type_hints(kind)
    coders = {part.name: coder(hints[part.name]) for part in fields(kind)}
    spared = {part.name: _empty_default(part) for part in fields(kind)}
    needed = [part.name for part in fields(kind) if part.default is MISSING and part.default_factory is MISSING]

    def encode(value: object) -> Plain:
        held = ((name, each, getattr(value, name)) for name, each in coders.items())
        return {name: each.encode(part) for name, each, part in held if part != spared[name]}

    def decode(value: object, met: Met) -> object:
        form = _mapped(value)
        made = {name: _field(coders.get(name), name, part, met) for name, part in form.items()}
        for name in needed:
            if name not in made:
                raise MalformedError(f"the field '{name}' is missing")
        return kind(**made)

    return Coder(encode, decode)


def _field(each: Coder | None, name: str, part: object, met: Met) -> object:
    if each is None:
        raise MalformedError(f"there is no field {_found(name)}")
    try:
        return each.decode(part, met)
    except MalformedError as problem:
        raise problem.inside(name) from None


def _empty_default(part: "Field[Any]") -> object:
    """The value that need not be written; only empty ones, which no later version will give another meaning."""
    default = part.default
    return default if default is not MISSING and not default else MISSING
