"""What a party asks for at a moment: what it holds out for, more towards those who have not moved, less in prospect.

How far it has come down so far is kept in the game, with its causes (:mod:`game.rules.mood`); this is how it uses that.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from game.model.ids import PartyId, Quantity
from game.model.parties import Party
from game.model.rates import Rates
from game.model.scenario import Scenario
from game.model.views import PartyView
from game.rules.acceptance import least_in_time
from game.rules.concession import WHOLE, conceded, demand, in_return
from game.rules.trust import in_washington


class Asking(NamedTuple):
    """In hundredths of value. ``least`` is the surplus at which it takes what is offered, ``held`` what of that it
    holds back because others have conceded less than it has."""

    least: int
    held: int


def asking(view: PartyView, hope: int) -> Asking:
    rates, party, known = view.rates, view.party, view.known
    held = held_back(view, hope)
    fall = coming_down(party, rates, mean_strain(view.strains, known), known[in_washington(party.id)])
    ahead = fall * view.pace * rates.foresight // 10_000
    asked = hope + held
    next_bid = max(min(hope, rates.hope_floor), asked - ahead)
    return Asking(least_in_time(0, asked, next_bid), held)


def held_back(view: PartyView, hope: int) -> int:
    """What reciprocity adds to an aspiration: the further a party is ahead of who has moved least, and the prouder."""
    rates, best = view.rates, view.profile.hope
    floor = rates.hope_floor
    share = conceded(best, floor, hope)
    if share <= rates.leeway:
        return 0
    reciprocity = min(WHOLE, rates.reciprocity * view.party.personality.pride // 50)
    kept = in_return(share, least_moved(view), reciprocity, rates.leeway)
    return max(0, demand(best, floor, kept) - max(hope, floor))


def least_moved(view: PartyView) -> int:
    """How much the others have conceded for all to see: of their clauses, in basis points, the share on which they
    agreed to other than their public position. The least of them counts."""
    least = WHOLE
    for party, stances in view.stances.items():
        moved = 0
        for key, option in stances:
            state = view.text[key]
            moved += party in state.agreed and state.option != option
        if not moved:
            return 0
        least = min(least, moved * WHOLE // len(stances))
    return least


def coming_down(party: Party, rates: Rates, strain: int, trust: int) -> int:
    """By how much a party's aspiration falls in a fortnight in which its talks work.

    ``strain`` is the mean of its strains, ``trust`` its trust in Washington; what is under 40 of either does not count.
    """
    fall = rates.hope_talks
    if strain > 40:
        fall += rates.hope_strain * (strain - 40) // 25
    if trust > 40:
        fall += rates.hope_trust * (trust - 40) // 20
    return fall * (150 - party.personality.firmness) // 100


def mean_strain(strains: tuple[Quantity, ...], levels: Mapping[Quantity, int]) -> int:
    return sum([levels[quantity] for quantity in strains]) // max(1, len(strains))


@lru_cache(maxsize=32)
def strains_of(scenario: Scenario, party: PartyId) -> tuple[Quantity, ...]:
    return tuple(quantity for quantity in scenario.quantities if quantity.startswith(f"strain.{party}."))
