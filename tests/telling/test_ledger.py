"""House rule 1: every change of a quantity that can be seen is told as amounts that sum exactly to it."""

import re
from collections.abc import Iterator

from game.model.events import QuantityChanged
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import Cause, Entry, Source, visible_to
from game.play.match import Match, TurnRecord
from game.telling.cables import turn_cables
from game.telling.ledger import (
    HIDDEN,
    can_read,
    ledger_of,
    say_change,
    say_entries,
    say_entry,
    say_shift,
    turn_changes,
)
from tests.telling.games import EU, RU, UA, names, played, played_games, scenario

PATIENCE = Quantity("patience")
WINTER, DRIFT = Cause(Source.RULE, "winter"), Cause(Source.RULE, "drift")
TOLD = re.compile(
    r"(?:^|, )(.+?)(?: ([+−]\d+(?:\.\d+)?)(?: %)?|: ((?:less|more) by \d+(?:\.\d+)?)(?: points of value)?)(?=, | \()"
)


def closed() -> Iterator[tuple[Match, TurnRecord]]:
    for match in played_games():
        yield from ((match, record) for record in match.turns if record.digest)


def last_values(record: TurnRecord) -> dict[Quantity, int]:
    return {event.quantity: event.now for event in record.events if isinstance(event, QuantityChanged)}


def test_the_entries_of_every_visible_quantity_sum_to_its_change_for_every_seat() -> None:
    for match, record in closed():
        now = dict(record.first.quantities) | last_values(record)
        for spec in match.game.scenario.quantities.values():
            for seat in (US, RU, UA, EU):
                if can_read(spec, seat):
                    told = sum(entry.amount for entry in ledger_of(record.events, spec.id, seat))
                    assert told == now[spec.id] - record.first.quantities[spec.id], (record.turn, spec.id, seat)


def test_a_turn_ends_where_the_next_begins() -> None:
    for match in played_games():
        for before, after in zip(match.turns, match.turns[1:], strict=False):
            for change in turn_changes(scenario(), before):
                assert change.was == before.first.quantities[change.quantity]
                assert change.now == after.first.quantities[change.quantity]


def test_the_cables_of_a_turn_tell_every_visible_change_once() -> None:
    """Read back from the text that a player sees, the amounts sum to what moved."""
    labels = {names().whole_quantity(spec.id).lower(): spec for spec in scenario().quantities.values()}
    for match, record in closed():
        told: dict[Quantity, int] = {}
        for cable in turn_cables(match.game, record, names()):
            mine = [why for why in cable.why if not why.startswith("In other cables: ")]
            for label, plain, by in (found for why in mine for found in TOLD.findall(why)):
                spec = labels.get(label.lower())
                if spec is not None:
                    amount = plain or by.replace("less by ", "−").replace("more by ", "+")
                    told[spec.id] = told.get(spec.id, 0) + _amount(amount, spec.unit)
        moved = {each.quantity: each.now - each.was for each in turn_changes(scenario(), record)}
        assert {quantity: amount for quantity, amount in told.items() if amount} == moved, record.turn


def _amount(text: str, unit: str) -> int:
    whole, _, part = text[1:].partition(".")
    size = int(whole) if unit == "meter" else int(whole) * 100 + int(f"{part:0<2}")
    return -size if text[0] == "−" else size


def test_what_the_reader_cannot_see_is_one_entry_so_that_sums_hold() -> None:
    events = (
        QuantityChanged(PATIENCE, 50, 47, WINTER, (US,)),
        QuantityChanged(PATIENCE, 47, 45, DRIFT, (RU,)),
        QuantityChanged(PATIENCE, 45, 44, Cause(Source.MOVE, "russia/play-for-time"), (RU,)),
    )
    assert ledger_of(events, PATIENCE) == (Entry(PATIENCE, -3, WINTER), Entry(PATIENCE, -3, HIDDEN))
    assert say_entry(names(), Entry(PATIENCE, -3, HIDDEN)) == "Patience −3 (something we cannot see)"


def test_the_same_cause_twice_is_one_entry() -> None:
    events = (QuantityChanged(PATIENCE, 50, 52, WINTER, None), QuantityChanged(PATIENCE, 52, 55, WINTER, None))
    assert ledger_of(events, PATIENCE) == (Entry(PATIENCE, 5, WINTER),)


def test_a_cause_that_cancels_itself_out_is_not_told() -> None:
    events = (QuantityChanged(PATIENCE, 50, 52, WINTER, None), QuantityChanged(PATIENCE, 52, 50, WINTER, None))
    assert ledger_of(events, PATIENCE) == ()


def test_entries_of_one_cause_share_a_line() -> None:
    entries = (Entry(PATIENCE, 2, WINTER), Entry(Quantity("front"), 16, WINTER), Entry(PATIENCE, -1, DRIFT))
    assert say_entries(names(), entries) == (
        "Patience +2, front line +0.16 % (the hardships of the winter months)",
        "Patience −1 (it returns to its usual level)",
    )


def test_a_change_has_an_arrow_and_a_word_or_words_alone() -> None:
    assert say_change(names(), PATIENCE, 70, 63) == "Patience ▼ 70 → fair, 63"
    assert say_change(names(), PATIENCE, 63, 63) == "Patience fair, 63"
    assert say_shift(names(), PATIENCE, 63, 70) == "Patience rises from 63 to 70 (ample)"
    assert say_shift(names(), PATIENCE, 63, 63) == "Patience stays at 63 (fair)"
    assert say_shift(names(), Quantity("front"), 10, 25) == (
        "Front line: 0.25 % of Ukraine to Moscow since the start (before, 0.1)"
    )


def test_no_hidden_quantity_is_told_to_the_mediator() -> None:
    hidden = [spec.id for spec in scenario().quantities.values() if not visible_to(spec.seen, US)]
    assert hidden
    for _, record in closed():
        assert not {each.quantity for each in turn_changes(scenario(), record)} & set(hidden)


def test_a_party_reads_its_own_hopes_and_no_others() -> None:
    match = played("statecraft", "class", 4)
    for party in (RU, UA, EU):
        read = {each.quantity for record in match.turns for each in turn_changes(scenario(), record, PartyId(party))}
        hopes = {quantity for quantity in read if quantity.startswith("aspiration.")}
        assert hopes == {Quantity(f"aspiration.{party}")}
