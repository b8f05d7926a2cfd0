"""What quantities are worth to a party, by the slopes that content gives them; in hundredths of value."""

from collections.abc import Iterable, Mapping

from game.model.ids import Quantity
from game.model.parties import Slope


def slope_value(slope: Slope, level: int) -> int:
    value = (level - slope.zero) * slope.per_100
    value = value // 100 if value >= 0 else -(-value // 100)
    low, high = slope.low, slope.high
    return low if value < low else high if value > high else value


def slopes_value(slopes: Iterable[Slope], known: Mapping[Quantity, int]) -> int:
    """What :func:`slope_value` gives, summed up; it is asked so often that it does without the calls."""
    total = 0
    for slope in slopes:
        value = (known[slope.quantity] - slope.zero) * slope.per_100
        value = value // 100 if value >= 0 else -(-value // 100)
        total += slope.low if value < slope.low else slope.high if value > slope.high else value
    return total
