"""When it is in the game."""

from datetime import date
from typing import Final

from game.model.scenario import Length
from game.model.views import MediatorView
from game.rules.calendar import first_day, last_day
from game.telling.names import Names
from game.telling.prose import DASH

_MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def turn_dates(length: Length, turn: int) -> str:
    """``2–15 Feb 2026``; the month and year are given once where both days share them."""
    first, last = first_day(length, turn), last_day(length, turn)
    if first.year != last.year:
        return f"{_day(first)} {first.year} {DASH} {_day(last)} {last.year}"
    if first.month != last.month:
        return f"{_day(first)} {DASH} {_day(last)} {last.year}"
    return f"{first.day}{DASH}{_day(last)} {last.year}"


def say_day(day: date) -> str:
    """``3 Dec 2025``."""
    return f"{_day(day)} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def header(view: MediatorView) -> str:
    """``Turn 5 of 24 · 2–15 Feb 2026 · stage: elements``."""
    stage = Names(view.scenario).stage(view.stage)
    dates = turn_dates(view.length, view.turn)
    return f"Turn {view.turn} of {view.length.turns} · {dates} · stage: {stage}"
