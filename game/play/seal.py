"""Whether something that was handed out has been changed: records and mappings are closed to the type checker alone."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any

_NOTHING: frozenset[str] = frozenset()
_ONE_PIECE = frozenset((int, str, bool, NoneType, date))


class Seal:
    """Remembers everything that could be changed inside a record. The fields ``left_out`` are not looked into.

    Sealing takes as long as walking through the record; looking at the seal takes far less.
    """

    __slots__ = ("_mappings", "_records")

    def __init__(self, value: Any, left_out: frozenset[str] = _NOTHING) -> None:
        self._mappings: list[tuple[str, Mapping[object, object], Mapping[object, object]]] = []
        self._records: list[tuple[str, object, tuple[object, ...]]] = [("", value, _held(value))]
        seen = {id(value)}
        for each in _names(value.__class__):
            if each not in left_out:
                self._mark(each, getattr(value, each), seen)

    def broken(self) -> str | None:
        """The field in which something is no longer as it was; empty if it is the record's own; None if all is well."""
        for name, mapping, was in self._mappings:
            if mapping != was or tuple(mapping) != tuple(was):
                return name
        for name, value, held in self._records:
            if _held(value) != held:
                return name
        return None

    def _mark(self, name: str, value: Any, seen: set[int]) -> None:
        """What is in one piece cannot be changed; it is by far the most, so it does not get here from within."""
        if value.__class__ in _ONE_PIECE or id(value) in seen:
            return
        seen.add(id(value))
        held = _held(value)
        if isinstance(value, dict):
            self._mappings.append((name, value, dict(value)))
        elif not _is_frozen(value.__class__):
            self._records.append((name, value, held))
        for each in held:
            if each.__class__ not in _ONE_PIECE:
                self._mark(name, each, seen)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields that count for whether two such values are equal; what is only worked out from them does not."""
    return tuple(each.name for each in fields(kind) if each.compare) if is_dataclass(kind) else ()


@cache
def _is_frozen(kind: type) -> bool:
    """Whether nothing can be assigned to it: so with all but records, which are frozen to the type checker alone."""
    found = getattr(kind, "__dataclass_params__", None)
    return found is None or bool(found.frozen)


def _held(value: Any) -> tuple[object, ...]:
    """What the value consists of; nothing if it is one piece."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict):
        return (*value.keys(), *value.values())
    return _reader(value.__class__)(value)


@cache
def _reader(kind: type) -> Callable[[Any], tuple[object, ...]]:
    """Reads all fields of such a value at once."""
    names = _names(kind)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, each) for each in names])
