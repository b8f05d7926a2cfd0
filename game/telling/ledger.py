"""The cause ledger in words: every change of a quantity as amounts with reasons that sum to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from game.model.events import Event, QuantityChanged
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import Cause, Entry, Source, visible_to
from game.model.scenario import QuantitySpec, Scenario
from game.play.match import TurnRecord
from game.telling.names import VALUE, Names
from game.telling.prose import MINUS, exact, in_prose, signed

HIDDEN: Final = Cause(Source.RULE, "hidden")
"""Stands for causes that the reader cannot see; all of them are one entry, so that sums still hold."""

UP: Final = "▲"
DOWN: Final = "▼"


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity over a stretch of the game; the amounts of ``entries`` sum to ``now - was``."""

    quantity: Quantity
    was: int
    now: int
    entries: tuple[Entry, ...]


def can_read(spec: QuantitySpec, seat: PartyId) -> bool:
    return visible_to(spec.seen, seat)


def ledger_of(events: Iterable[Event], quantity: Quantity, seat: PartyId = US) -> tuple[Entry, ...]:
    """What moved ``quantity``, cause by cause in order of appearance, as ``seat`` may know it."""
    sums: dict[Cause, int] = {}
    for event in events:
        if isinstance(event, QuantityChanged) and event.quantity == quantity:
            cause = event.cause if visible_to(event.seen, seat) else HIDDEN
            sums[cause] = sums.get(cause, 0) + event.now - event.was
    return tuple(Entry(quantity, amount, cause) for cause, amount in sums.items() if amount)


def changes(scenario: Scenario, events: tuple[Event, ...], seat: PartyId = US) -> tuple[Change, ...]:
    """Every quantity that ``seat`` can read and that the events moved, in content's order, with its ledger."""
    first: dict[Quantity, int] = {}
    last: dict[Quantity, int] = {}
    for event in events:
        if isinstance(event, QuantityChanged):
            first.setdefault(event.quantity, event.was)
            last[event.quantity] = event.now
    return tuple(
        Change(quantity, first[quantity], last[quantity], ledger_of(events, quantity, seat))
        for quantity, spec in scenario.quantities.items()
        if quantity in last and can_read(spec, seat)
    )


def turn_changes(scenario: Scenario, record: TurnRecord, seat: PartyId = US) -> tuple[Change, ...]:
    """What a turn did to every quantity that ``seat`` can read; unmoved ones are left out."""
    return tuple(each for each in changes(scenario, record.events, seat) if each.was != each.now)


def say_amount(spec: QuantitySpec, amount: int) -> str:
    """A difference in the unit in which the quantity is shown: ``+4``, ``−0.16 %``."""
    if spec.unit == "meter":
        return signed(amount)
    percent = " %" if spec.unit == "basis-points" else ""
    return (exact(amount) if amount < 0 else f"+{exact(amount)}") + percent


def say_entry(names: Names, entry: Entry) -> str:
    """``Moscow's trust in Washington +4 (reassure)``."""
    return f"{_say_part(names, entry)} ({names.reason(entry.cause)})"


def _say_part(names: Names, entry: Entry, told: Sequence[str] = ()) -> str:
    """``Discipline +3``; ``What we think Kyiv holds out for: less by 0.34 points of value``, and without the unit where
    it was told before.
    """
    spec, label = names.scenario.quantities[entry.quantity], names.whole_quantity(entry.quantity)
    if spec.unit == "hundredths":
        unit = "" if any(VALUE in part for part in told) else f" {VALUE}"
        return f"{label}: {_say_by(entry.amount)}{unit}"
    return f"{label} {say_amount(spec, entry.amount)}"


def _say_by(hundredths: int) -> str:
    return f"{'less' if hundredths < 0 else 'more'} by {exact(abs(hundredths))}"


def say_entries(names: Names, entries: Iterable[Entry]) -> tuple[str, ...]:
    """A line for each cause with all that it moved: ``Discipline +3, patience +2 (“Six old hands”)``."""
    by_cause: dict[Cause, list[str]] = {}
    for entry in entries:
        told = by_cause.setdefault(entry.cause, [])
        part = _say_part(names, entry, told)
        told.append(in_prose(part) if told else part)
    return tuple(f"{', '.join(told)} ({names.reason(cause)})" for cause, told in by_cause.items())


def say_account(names: Names, entries: Sequence[Entry]) -> str:
    """Of one quantity what moved it: ``Patience −4 (the White House tires), +3 (a principle has been agreed)``."""
    spec = names.scenario.quantities[entries[0].quantity]
    values = spec.unit == "hundredths"
    told = [say_entry(names, entries[0])]
    for each in entries[1:]:
        amount = _say_by(each.amount) if values else say_amount(spec, each.amount)
        told.append(f"{amount} ({names.reason(each.cause)})")
    return ", ".join(told)


def say_reasons(names: Names, entries: Iterable[Entry]) -> str:
    """``+3 a principle has been agreed, −5 the White House tires as weeks pass``."""
    return ", ".join(
        f"{say_amount(names.scenario.quantities[entry.quantity], entry.amount)} {names.reason(entry.cause)}"
        for entry in entries
    )


def arrow(was: int, now: int) -> str:
    return UP if now > was else DOWN if now < was else ""


def say_change(names: Names, quantity: Quantity, was: int, now: int) -> str:
    """``Patience ▼ 70 → fair, 63``; without an arrow when nothing moved."""
    label, level = names.whole_quantity(quantity), names.level(quantity, now)
    if names.scenario.quantities[quantity].unit == "hundredths":
        level = exact(now)
    if was == now:
        return f"{label} {level}"
    return f"{label} {arrow(was, now)} {say_value(names, quantity, was)} → {level}"


def say_shift(names: Names, quantity: Quantity, was: int, now: int) -> str:
    """The same in words alone: ``Patience falls from 70 to 63 (fair)``."""
    label, band = names.whole_quantity(quantity), names.band(quantity, now)
    if names.scenario.quantities[quantity].unit == "basis-points":
        return f"{label}: {names.level(quantity, now)} (before, {say_value(names, quantity, was)})"
    unit = f" {VALUE}" if names.scenario.quantities[quantity].unit == "hundredths" else ""
    shown = say_value(names, quantity, now) + unit + (f" ({band})" if band else "")
    if was == now:
        return f"{label} stays at {shown}"
    return f"{label} {'rises' if now > was else 'falls'} from {say_value(names, quantity, was)} to {shown}"


def say_value(names: Names, quantity: Quantity, value: int) -> str:
    """The bare number in the unit in which it is shown."""
    spec = names.scenario.quantities[quantity]
    return (str(value) if value >= 0 else f"{MINUS}{-value}") if spec.unit == "meter" else exact(value)


def say_whole_change(names: Names, change: Change) -> str:
    """A change with everything that made it: ``Patience ▼ 70 → fair, 63: −5 the White House tires …``."""
    return f"{say_change(names, change.quantity, change.was, change.now)}: {say_reasons(names, change.entries)}"
