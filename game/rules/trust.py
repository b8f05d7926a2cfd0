"""Trust between seats, by the names that content gives it."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

from game.model.ids import PartyId, Quantity
from game.model.scenario import Length, Scenario


@lru_cache(maxsize=64)
def in_washington(party: PartyId) -> Quantity:
    return Quantity(f"trust.{party}")


@lru_cache(maxsize=64)
def between(scenario: Scenario, one: PartyId, other: PartyId) -> Quantity:
    """Trust between two parties; its name keeps the scenario's order."""
    first, second = (party for party in scenario.parties if party in (one, other))
    return Quantity(f"trust.{first}.{second}")


@lru_cache(maxsize=8)
def belligerents(scenario: Scenario) -> tuple[PartyId, ...]:
    return tuple(party.id for party in scenario.parties.values() if party.belligerent)


def room_gap(scenario: Scenario, length: Length, known: Mapping[Quantity, int], members: tuple[PartyId, ...]) -> int:
    """How many points a group is below the trust that one room needs; 0 if it is not.

    The belligerents must trust each other a little, and every member the mediator.
    """
    gap = max((length.unite_trust - known[in_washington(party)] for party in members), default=0)
    fighting = [party for party in members if scenario.parties[party].belligerent]
    for one, other in combinations(fighting, 2):
        gap = max(gap, length.unite_between - known[between(scenario, one, other)])
    return max(0, gap)
