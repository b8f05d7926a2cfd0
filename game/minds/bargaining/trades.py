"""Which of several changes to a text to ask for: after log-rolling, what is dear to oneself and cheap to the others."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from game.model.record import record

T = TypeVar("T")


@record
class Change(Generic[T]):
    """``gain`` is what the change brings to whoever asks for it, ``esteem`` what it seems to be worth to the others."""

    what: T
    gain: int
    esteem: int = 0


def in_order(changes: Iterable[Change[T]]) -> list[Change[T]]:
    """What the others seem to like best first; of changes that are alike to them, the one that asks least."""
    return sorted(changes, key=lambda change: (-change.esteem, change.gain))
