"""The signs of the screens: a party's colour, glyph and tag (always together), bars, steps and trends."""

import re
from collections.abc import Iterable
from typing import Final

from textual.content import Content

from game.model.cards import Cost
from game.model.ids import US, PartyId, Quantity
from game.play.forecast import Chance
from game.telling.dossier import say_band
from game.telling.ledger import arrow
from game.telling.names import Names
from game.telling.prose import exact
from game.tui.widgets.rows import TIE, soft_text, words

_SEATS: Final = 3
_TREND_CELLS: Final = 4
_BRACKET: Final = re.compile(r"^(\s*)\[([A-Z]{2}(?: [A-Z]{2})*): (.*)\]$", re.DOTALL)


def seat_style(names: Names, party: PartyId) -> str:
    if party == US:
        return "$seat-us"
    return f"$seat-{list(names.scenario.parties).index(party) % _SEATS + 1}"


def mark(names: Names, party: PartyId) -> Content:
    """``▲ RU`` in the party's colour; no line breaks within it."""
    return words((f"{names.glyph(party)}{TIE}{names.tag(party)}", f"bold {seat_style(names, party)}"))


def named(names: Names, party: PartyId) -> Content:
    """``▲ RU Moscow``."""
    return words(mark(names, party), " ", (names.party(party), "bold"))


def marks(names: Names, parties: Iterable[PartyId]) -> Content:
    return Content(" ").join([mark(names, party) for party in parties])


def tag_mark(names: Names, tag: str) -> Content:
    """The mark of whoever has this tag; the bare tag if nobody in the game has it."""
    for party in (*names.scenario.parties, US):
        if names.tag(party) == tag:
            return mark(names, party)
    return words((tag.ljust(4), "bold $ink-soft"))


def bracketed(names: Names, line: str) -> Content:
    """A line of the draft; a bracket carries the colours of those who want it."""
    found = _BRACKET.match(line)
    if found is None:
        return words(line)
    tags = found[2].split(" ")
    wanting = [party for party in names.scenario.parties if names.tag(party) in tags]
    style = seat_style(names, wanting[0]) if len(wanting) == 1 else "$ink"
    heads = Content(" ").join([mark(names, party) for party in wanting])
    return words(found[1], ("[", "bold $brass"), heads, ": ", (found[3], f"italic {style}"), ("]", "bold $brass"))


def bar(value: int, full: int, width: int, style: str = "$brass") -> Content:
    """A bar of ``width`` cells; a value above 0 shows, one below ``full`` leaves a gap."""
    filled = min(width, value * width // full) if full else 0
    filled = max(filled, 1 if value > 0 else 0)
    return words(("█" * filled, style), ("░" * (width - filled), "$rule-focus"))


def steps(detail: str) -> Content:
    """``●●○``, the reached steps standing out."""
    return words((detail.rstrip("○"), "$brass"), ("○" * (len(detail) - len(detail.rstrip("○"))), "$ink-soft"))


def trend(names: Names, quantity: Quantity, was: int, now: int) -> Content:
    """`` ▲4``, green where more is better, and nothing where nothing moved."""
    if was == now:
        return Content("")
    good = names.scenario.quantities[quantity].good * (now - was)
    style = "$good" if good > 0 else "$bad" if good < 0 else "$ink"
    amount = exact(abs(now - was)) if names.scenario.quantities[quantity].unit != "meter" else abs(now - was)
    return words((f" {arrow(was, now)}{amount}", style))


def level_and_trend(names: Names, quantity: Quantity, was: int, now: int) -> Content:
    """``guarded, 34 ▲2``, with the same room after the number whether it moved or not, so that columns align."""
    change = trend(names, quantity, was, now)
    return words(names.level(quantity, now), change, " " * max(0, _TREND_CELLS - change.cell_length))


def chance_words(chance: Chance) -> str:
    """``24–48 %``."""
    return say_band(chance.low, chance.high)


def chance_bar(low: int, high: int, width: int) -> Content:
    """Where a chance lies between 0 and 100 percent."""
    return words(soft_text("0 "), range_bar(low, high, width), soft_text(" 100"))


def range_bar(low: int, high: int, width: int) -> Content:
    """The part of a scale from 0 to 100 between two values, in brass on a faint line."""
    start = min(width - 1, low * width // 100)
    end = max(start + 1, (high * width + 99) // 100)
    return words(("─" * start, "$rule-focus"), ("█" * (end - start), "$brass"), ("─" * (width - end), "$rule-focus"))


def calendar(full: Cost, left: Cost) -> list[tuple[str, Content]]:
    """The turn's places by kind: what is left is filled, what the plan uses is empty."""
    kinds = (
        ("President", full.president, left.president),
        ("Envoys", full.envoys, left.envoys),
        ("Staff", full.staff, left.staff),
    )
    return [
        (label, words(("■" * free, "bold $brass"), ("□" * (whole - free), "$ink-soft"))) for label, whole, free in kinds
    ]
