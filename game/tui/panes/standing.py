"""The head of the situation room: when it is, how far the talks have come, and the White House's meters."""

from typing import Final

from textual.content import Content

from game.model.ids import Quantity
from game.telling.dates import header
from game.tui.desk import Desk
from game.tui.widgets.marks import bar, trend
from game.tui.widgets.rows import Row, row, soft_text, words

_METERS: Final = ("patience", "discipline", "credibility", "congress", "capacity")
_LABELS: Final = {"congress": "Congress"}
_LOW: Final = ((20, "bold $bad"), (40, "$caution"))


def standing_rows(desk: Desk, wide: bool) -> list[Row]:
    return [_when(desk, wide), Row(Content("  ").join(_meters(desk)))]


def _when(desk: Desk, wide: bool) -> Row:
    total, gained = desk.progress()
    change = words((f" {'▲' if gained > 0 else '▼'}{abs(gained)}", "$good" if gained > 0 else "$bad")) if gained else ""
    scale = words(bar(total, 100, 20), " ") if wide else ""
    explored = soft_text(" · explored") if desk.session.explored else ""
    name = words(("BACKCHANNEL", "bold $brass"), "  ") if wide else ""
    return row(
        name,
        (header(desk.view), "bold"),
        explored,
        right=words(soft_text("Progress "), scale, (str(total), "bold"), change),
    )


def _meters(desk: Desk) -> list[Content]:
    names, known, before = desk.names, desk.view.known, desk.before()
    found = []
    for each in _METERS:
        quantity = Quantity(each)
        if quantity not in known:
            continue
        value, spec = known[quantity], desk.scenario.quantities[quantity]
        style = next((style for limit, style in _LOW if spec.unit == "meter" and value < limit), "$ink")
        label = _LABELS.get(each, spec.label)
        level = names.level(quantity, value)
        change = trend(names, quantity, before.get(quantity, value), value)
        found.append(words(soft_text(f"{label} "), (level, style), change))
    return found
