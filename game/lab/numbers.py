"""A number of the model that a study can change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from game.model.parties import Personality, Profile
from game.model.rates import Rates
from game.model.scenario import Length, QuantitySpec, Scenario

Noun = TypeVar("Noun", Rates, Length, QuantitySpec, Profile, Personality)

LARGE = 10_000
"""As far as a number may be taken whose meaning sets no bound."""


@dataclass(frozen=True, slots=True)
class ModelNumber:
    """``low`` and ``high`` are what it can be set to; ``put`` makes the scenario that has another value for it."""

    value: int
    low: int
    high: int
    about: str
    put: Callable[[Scenario, int], Scenario]


def open_ended(value: int) -> tuple[int, int]:
    """The bounds of a number whose meaning sets none: what is never negative stays so."""
    return (-LARGE if value < 0 else 0, max(LARGE, 2 * value))


def with_number(noun: Noun, field: str, value: int) -> Noun:
    """The same with another whole number in ``field``."""
    changes: Mapping[str, Any] = {field: value}
    return replace(noun, **changes)
