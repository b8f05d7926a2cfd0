"""The cables that sum up a turn: the war, the mood among the parties, the White House."""

from collections.abc import Mapping

from game.model.ids import PartyId, Quantity
from game.telling.ledger import say_shift
from game.telling.names import Names
from game.telling.prose import exact, in_prose, listing, sentence

Moved = Mapping[Quantity, tuple[int, int]]
"""For each quantity what it was and what it is now."""


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


def mood_words(names: Names, moved: Moved) -> str:
    """What the parties hold out for, as far as we can guess."""
    down, up = _moods(names, moved, -1), _moods(names, moved, 1)
    parts = [f"{listing(down)} {'hold' if len(down) > 1 else 'holds'} out for less" if down else ""]
    parts.append(f"{listing(up)} {'hold' if len(up) > 1 else 'holds'} out for more" if up else "")
    told = listing([part for part in parts if part])
    if not told:
        return "What each party holds out for has not changed, as far as we can tell." if moved else ""
    return sentence(f"By our reading {told}")


def _moods(names: Names, moved: Moved, sign: int) -> list[str]:
    """The parties that moved in one direction, each with how far, in points of value."""
    return [
        f"{names.party(PartyId(quantity.partition('.')[2]))} ({exact(abs(now - was))})"
        for quantity, (was, now) in moved.items()
        if (now - was) * sign > 0
    ]


def home_words(names: Names, moved: Moved) -> str:
    parts = [say_shift(names, quantity, was, now) for quantity, (was, now) in moved.items() if was != now]
    if not parts:
        return "At home nothing changes." if moved else ""
    return sentence("At home: " + "; ".join(in_prose(part) for part in parts))
