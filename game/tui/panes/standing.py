"""The head of the situation room: when it is, how far the talks have come, and the White House's meters."""

from typing import Final

from textual.content import Content

from game.model.ids import Quantity
from game.telling.dates import header
from game.telling.prose import exact
from game.tui.desk import Desk
from game.tui.widgets.dials import Dial
from game.tui.widgets.marks import bar, trend
from game.tui.widgets.rows import Row, row, soft_text, words

PROGRESS: Final = "progress"
"""Stands among the meters, though it is counted from the text and not kept as a quantity."""

_METERS: Final = ("patience", "discipline", "credibility", "congress", "capacity")
_LABELS: Final = {"congress": "Congress", "capacity": "Groups"}
_ROOMY: Final = 100
_LOW: Final = ((20, "bold $bad"), (40, "$caution"))


def meters(desk: Desk) -> tuple[Quantity, ...]:
    """What stands in the head of the situation room, in order."""
    return tuple(Quantity(each) for each in _METERS if each in desk.view.known)


def when_row(desk: Desk, width: int) -> Row:
    """The date and the progress."""
    wide = width >= _ROOMY
    scale = words(bar(desk.progress()[0], 100, 20), " ") if wide else ""
    explored = soft_text(" · explored") if desk.session.explored else ""
    name = words(("BACKCHANNEL", "bold $brass"), "  ") if wide else ""
    return row(
        name,
        (header(desk.view), "bold"),
        explored,
        right=words(soft_text("Progress "), scale, progress_level(desk)),
    )


def progress_level(desk: Desk) -> Content:
    """``28 ▲4``."""
    total, gained = desk.progress()
    change = words((f" {'▲' if gained > 0 else '▼'}{abs(gained)}", "$good" if gained > 0 else "$bad")) if gained else ""
    return words((str(total), "bold"), change)


def dials(desk: Desk) -> list[Dial]:
    return [Dial(each, words(soft_text(f"{_label(desk, each)} "), meter_level(desk, each))) for each in meters(desk)]


def _label(desk: Desk, quantity: Quantity) -> str:
    return _LABELS.get(quantity, desk.names.quantity(quantity))


def meter_level(desk: Desk, quantity: Quantity) -> Content:
    """``fair, 63 ▼5``; of the capacity, how many groups sit and for how many there is staff."""
    value, spec = desk.view.known[quantity], desk.scenario.quantities[quantity]
    change = trend(desk.names, quantity, desk.before().get(quantity, value), value)
    if spec.unit == "groups":
        sitting = sum(group.convened for group in desk.view.groups.values())
        style = "$caution" if sitting * 100 > value else "$ink"
        return words((f"{sitting} sit, staff for {exact(value)}", style), change)
    style = next((style for limit, style in _LOW if spec.unit == "meter" and value < limit), "$ink")
    return words((desk.names.level(quantity, value), style), change)
