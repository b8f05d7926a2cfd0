"""The quantities of the small scenario: every one that the rules know by name, most of them at an even 50."""

from collections.abc import Iterable

from game.contracts.building.parties import ALLY, PARTIES
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import Seen
from game.model.scenario import QuantitySpec


def small_quantities() -> Iterable[QuantitySpec]:
    for name, start in (("patience", 70), ("discipline", 50), ("credibility", 65), ("congress", 50)):
        yield _meter(name, start, (US,))
    yield QuantitySpec(Quantity("capacity"), "capacity", 100, 400, 200, (US,), "groups")
    for party in PARTIES:
        yield from _private_quantities(party)
    for pair, start in (("east.west", 30), ("east.ally", 20), ("west.ally", 70)):
        yield _meter(f"trust.{pair}", start, None)
    levels = (("sanctions", 40), ("arms", 40), ("assistance", 100), ("intelligence", 100), ("standing", 20))
    for name, start in (*levels, ("backstop", 0), ("grid", 0), ("tempo", 50)):
        yield _meter(name, start, None)
    yield QuantitySpec(Quantity("front"), "front", -300, 300, 0, None, "basis-points")
    yield QuantitySpec(Quantity("entrenchment"), "entrenchment", 0, 2000, 0, (), "hundredths")


def _private_quantities(party: PartyId) -> Iterable[QuantitySpec]:
    for name, start in ((f"trust.{party}", 50), (f"room.{party}", 50), (f"outlook.{party}", 50)):
        yield _meter(name, start, (US, party))
    for kind in ("economy",) if party == ALLY else ("manpower", "cohesion"):
        yield _meter(f"strain.{party}.{kind}", 40, (US, party))
    yield QuantitySpec(Quantity(f"aspiration.{party}"), "hopes", 100, 1500, 400, (party,), "hundredths")
    yield QuantitySpec(Quantity(f"guess.{party}"), "guess", 100, 1500, 400, (US,), "hundredths")
    yield QuantitySpec(Quantity(f"reading.{party}"), "reading", -1500, 1500, 0, (US,), "hundredths")
    yield QuantitySpec(Quantity(f"resentment.{party}"), "resentment", 0, 1500, 0, (party,), "hundredths")


def _meter(name: str, start: int, seen: Seen) -> QuantitySpec:
    return QuantitySpec(Quantity(name), name, 0, 100, start, seen, bands=((0, "low"), (50, "high")))
