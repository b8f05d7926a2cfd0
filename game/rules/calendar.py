"""Dates, seasons and the pace of a game. Dates come from the length; no clock is read."""

from datetime import date, timedelta

from game.model.cards import Cost
from game.model.ids import Quantity
from game.model.scenario import Length
from game.model.world import World

_SEASONS = ("winter",) * 2 + ("spring",) * 3 + ("summer",) * 3 + ("autumn",) * 3 + ("winter",)
CAPACITY = Quantity("capacity")


def first_day(length: Length, turn: int) -> date:
    return length.first_day + timedelta(weeks=length.weeks * (max(1, turn) - 1))


def last_day(length: Length, turn: int) -> date:
    return first_day(length, turn) + timedelta(days=7 * length.weeks - 1)


def season_of(length: Length, turn: int) -> str:
    """The season in the middle of the turn."""
    month = (first_day(length, turn) + timedelta(days=7 * length.weeks // 2)).month
    return _SEASONS[month - 1]


def paced(length: Length, amount: int) -> int:
    """What is stated for two weeks, for one turn; rounded away from zero only by halves."""
    scaled = abs(amount) * length.pace
    size = (scaled + 50) // 100
    return size if amount >= 0 else -size


def calendar_of(world: World) -> Cost:
    """The places that this turn holds. Staff grows with capacity: one for each group it can carry, at least two."""
    staff = max(2, world.quantities[CAPACITY] // 100)
    spent = world.spent
    return Cost(max(0, 1 - spent.president), max(0, 2 - spent.envoys), max(0, staff - spent.staff))
