"""The cables that sum up a turn: the war, the mood among the parties, the White House.

They run from the level at the turn's beginning to that at its end, whatever the causes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from game.model.ids import PartyId, Quantity
from game.model.ledger import Cause, Source
from game.model.world import World
from game.play.match import TurnRecord
from game.telling.ledger import ledger_of, say_reasons, say_shift
from game.telling.names import Names
from game.telling.prose import decimal, exact, in_prose, listing, sentence
from game.telling.slips import Slip

_SUMMED_UP: Final = {
    "war": frozenset(["front-moves", "winter", "strain-of-war", "ceasefire-holds", "drift", "sanctions-erode"]),
    "talks": frozenset(["talks-working", "talks-stalled", "war-outlook", "squeeze-on-kyiv"]),
    "home": frozenset(["time-at-the-white-house", "congress-mood"]),
}
"""Rules whose effects are told together at the end of a turn, in one cable for each subject."""

FOUGHT_OVER: Final = (Quantity("front"), Quantity("grid"))
"""What the war's cable gives in numbers."""

AT_HOME: Final = (Quantity("patience"),)
"""What the White House's cable gives whatever it was that moved it."""

Moved = Mapping[Quantity, tuple[int, int]]
"""For each quantity what it was and what it is now."""


def summed_up(cause: Cause) -> str:
    """``war``, ``talks`` or ``home`` for a rule of which one cable tells at the end of a turn; nothing for others."""
    found = (subject for subject, keys in _SUMMED_UP.items() if cause.key in keys)
    return next(found, "") if cause.source is Source.RULE else ""


def war_words(names: Names, moved: Moved, *, quiet: bool) -> str:
    """The front, then what the war does to those who fight it. ``quiet``: a cease-fire is in force."""
    parts = ["The line is quiet" if quiet else _front(names, moved), _grid(moved), _strains(names, moved)]
    return " ".join(sentence(part) for part in parts if part)


def _front(names: Names, moved: Moved) -> str:
    was, now = moved.get(Quantity("front"), (0, 0))
    if was == now:
        return "The front line hardly moves"
    first, second = (party.name for party in names.scenario.parties.values() if party.belligerent)
    gain = exact(abs(now - was))
    return f"{first} takes {gain} % of Ukraine" if now > was else f"{second} takes back {gain} % of the country"


def _grid(moved: Moved) -> str:
    was, now = moved.get(Quantity("grid"), (0, 0))
    if abs(now - was) < 3:
        return ""
    return f"damage to the energy grid {'grows' if now > was else 'is repaired in part'}, now {now} of 100"


def _strains(names: Names, moved: Moved) -> str:
    """On whom the war weighs more, or less; the kinds of strain stand behind the cable."""
    strains = [(quantity.split(".")[1], now - was) for quantity, (was, now) in moved.items() if _is_strain(quantity)]
    grown = dict.fromkeys(names.party(PartyId(party)) for party, change in strains if change > 0)
    if grown:
        return f"the war weighs more on {listing(list(grown))}"
    return "The strain of war eases" if any(change < 0 for _, change in strains) else ""


def _is_strain(quantity: Quantity) -> bool:
    return quantity.startswith("strain.")


def over_turn(record: TurnRecord, after: World, quantities: Iterable[Quantity]) -> Moved:
    """What each of the quantities was as the turn began, and what it is at its end."""
    was, now = record.first.quantities, after.quantities
    return {each: (was[each], now[each]) for each in quantities if each in now}


def guesses(names: Names) -> tuple[Quantity, ...]:
    """Our guesses at what each party holds out for."""
    found = (Quantity(f"guess.{party}") for party in names.scenario.parties)
    return tuple(each for each in found if each in names.scenario.quantities)


def told_elsewhere(names: Names, record: TurnRecord, slip: Slip, quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Of the quantities that a summary speaks of, what other cables account for; one line a quantity."""
    lines = []
    for quantity in dict.fromkeys(quantities):
        entries = (
            replace(entry, amount=entry.amount - slip.sums.get((quantity, entry.cause), 0))
            for entry in ledger_of(record.events, quantity)
        )
        rest = [entry for entry in entries if entry.amount]
        if rest:
            label = in_prose(names.whole_quantity(quantity))
            lines.append(f"Told elsewhere of {label}: {say_reasons(names, rest)}.")
    return tuple(lines)


def mood_words(names: Names, moved: Moved) -> str:
    """What the parties hold out for, as far as we can guess."""
    units = iter([" of a hundred"])
    down, up = _moods(names, moved, -1, units), _moods(names, moved, 1, units)
    parts = [f"{listing(down)} {'hold' if len(down) > 1 else 'holds'} out for less" if down else ""]
    parts.append(f"{listing(up)} {'hold' if len(up) > 1 else 'holds'} out for more" if up else "")
    told = listing([part for part in parts if part])
    if not told:
        return "What each party holds out for has hardly changed, as far as we can tell." if moved else ""
    return sentence(f"By our reading {told}")


def _moods(names: Names, moved: Moved, sign: int, units: Iterator[str]) -> list[str]:
    """The parties that moved noticeably in one direction, each with how far; the first says of how many points."""
    return [
        f"{names.party(PartyId(quantity.partition('.')[2]))} ({_points(abs(now - was))}{next(units, '')})"
        for quantity, (was, now) in moved.items()
        if (now - was) * sign > 0 and decimal(now - was) != decimal(0)
    ]


def _points(hundredths: int) -> str:
    tenths = decimal(hundredths)
    return {"0.5": "half a point", "1.0": "one point"}.get(tenths, f"{tenths} points")


def home_words(names: Names, moved: Moved) -> str:
    parts = [say_shift(names, quantity, was, now) for quantity, (was, now) in moved.items() if was != now]
    if not parts:
        return "At home the turn ends where it began." if moved else ""
    return sentence("At home: " + "; ".join(in_prose(part) for part in parts))
