"""The cables that sum up a turn: the war, the mood among the parties, the White House.

They run over the whole turn, whatever the causes. What the header shows at the desk runs from there, and names what the
morning had done to it before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from game.model.events import CardDrawn, ChoiceTaken, Event
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import Cause, Source
from game.model.world import World
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.telling.ledger import ledger_of, say_account, say_amount, say_shift
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


def at_the_desk(record: TurnRecord) -> World:
    """The world as the turn's plan was made, once the morning's events were over."""
    morning = (place for place, event in enumerate(record.events, 1) if _is_of_morning(event))
    return apply(record.first, record.events[: max(morning, default=0)])


def _is_of_morning(event: Event) -> bool:
    cause = getattr(event, "cause", None)
    return isinstance(event, CardDrawn | ChoiceTaken) or (cause is not None and cause.source is Source.CARD)


def told_of_home(names: Names, record: TurnRecord, slip: Slip) -> tuple[Quantity, ...]:
    """What the White House's cable tells of: when the turn is over, all our own meters, whatever moved them."""
    specs = names.scenario.quantities.items() if record.digest else ()
    ours = [quantity for quantity, spec in specs if spec.seen == (US,) and spec.unit == "meter"]
    return tuple(dict.fromkeys((*ours, *slip.moved)))


def guesses(names: Names) -> tuple[Quantity, ...]:
    """Our guesses at what each party holds out for."""
    found = (Quantity(f"guess.{party}") for party in names.scenario.parties)
    return tuple(each for each in found if each in names.scenario.quantities)


def told_elsewhere(names: Names, record: TurnRecord, slip: Slip, quantities: Iterable[Quantity]) -> tuple[str, ...]:
    """Of the quantities that a summary speaks of, what other cables account for."""
    told = []
    for quantity in dict.fromkeys(quantities):
        entries = (
            replace(entry, amount=entry.amount - slip.sums.get((quantity, entry.cause), 0))
            for entry in ledger_of(record.events, quantity)
        )
        rest = [entry for entry in entries if entry.amount]
        told += [in_prose(say_account(names, rest))] if rest else []
    return (f"In other cables: {'; '.join(told)}.",) if told else ()


def mood_words(names: Names, moved: Moved) -> str:
    """What the parties hold out for, as far as we can guess."""
    units = iter([" points of value"])
    told = listing([part for part in (_moods(names, moved, -1, units), _moods(names, moved, 1, units)) if part])
    if not told:
        return "What each party holds out for has hardly changed, as far as we can tell." if moved else ""
    return sentence(f"By our reading {told}")


def _moods(names: Names, moved: Moved, sign: int, units: Iterator[str]) -> str:
    """Who moved noticeably in one direction, and by how much; the first that is told of at all says of what."""
    found = [
        (names.party(PartyId(quantity.partition(".")[2])), f"by {decimal(abs(now - was))}{next(units, '')}")
        for quantity, (was, now) in moved.items()
        if (now - was) * sign > 0 and decimal(now - was) != decimal(0)
    ]
    way = "less" if sign < 0 else "more"
    if len(found) == 1:
        return f"{found[0][0]} holds out for {way} {found[0][1]}"
    return f"{listing([f'{party} ({by})' for party, by in found])} hold out for {way}" if found else ""


def home_words(names: Names, record: TurnRecord, after: World, quantities: Iterable[Quantity]) -> str:
    """The quantities that the turn moved, from what they were at the desk, with what the morning had done before."""
    quantities = tuple(quantities)
    first, desk = record.first.quantities, at_the_desk(record).quantities
    levels = {each: (first[each], desk[each], after.quantities[each]) for each in quantities}
    parts = [_at_home(names, each, *found) for each, found in levels.items() if len(set(found)) > 1]
    if not parts:
        return "At home the turn ends where it began." if quantities else ""
    return sentence("At home: " + "; ".join(in_prose(part) for part in parts))


def _at_home(names: Names, quantity: Quantity, first: int, desk: int, now: int) -> str:
    """``Patience falls from 66 to 64 (fair), after −4 in the morning``."""
    before = f", after {say_amount(names.scenario.quantities[quantity], desk - first)} in the morning"
    return say_shift(names, quantity, desk, now) + (before if desk != first else "")
