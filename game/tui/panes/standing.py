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
_GAP: Final = "   "
_ROOMY: Final = 100
_LOW: Final = ((20, "bold $bad"), (40, "$caution"))


def standing_rows(desk: Desk, width: int) -> list[Row]:
    """The date and the progress, then the meters in as few lines of ``width`` cells as hold them."""
    return [_when(desk, wide=width >= _ROOMY), *(Row(line) for line in _packed(_meters(desk), width))]


def _packed(pieces: list[Content], width: int) -> list[Content]:
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + len(_GAP) + piece.cell_length <= width:
            lines[-1] = lines[-1] + _GAP + piece
        else:
            lines.append(piece)
    return lines


def _when(desk: Desk, *, wide: bool) -> Row:
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
