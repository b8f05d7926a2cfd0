"""What the advisers would do now: who, what, how likely, and how far each was right before."""

from collections.abc import Iterator
from typing import Final

from game.play.advisers import Slant
from game.telling.advisers import NOBODY, AdviceWords, advice_words, say_standing, short_standing
from game.telling.predictions import SCALE, say_forecast_tally, say_tally
from game.telling.prose import in_prose
from game.tui.desk import Desk
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words

FIRST_KEY: Final = 5
"""F5 plans what the first adviser says, F6 what the second does, and so on."""

_THINKING: Final = "The advisers are thinking …"
_EVENT_FIRST: Final = "They speak once the event on your desk is decided."
_KEY_CELLS: Final = 3


def said_rows(desk: Desk, *, why: bool, numbers: bool = False) -> list[Row]:
    """Every piece of advice. ``why``: with its reason; ``numbers``: by number, for the screen of the advisers."""
    said = desk.session.advice_at_hand()
    if desk.card is not None or not said:
        return [note(_EVENT_FIRST if desk.card is not None else _THINKING if said is None else NOBODY)]
    records = {each.slant: short_standing(each) for each in desk.session.standings_at_hand()}
    rows: list[Row] = []
    for place, advice in enumerate(said):
        if why and rows:
            rows.append(BLANK)
        told = advice_words(desk.view, advice)
        key = str(place + 1) if numbers else f"F{FIRST_KEY + place}"
        rows += _piece(desk, told, key)
        rows += _reasons(told, records[advice.slant], key=str(place)) if why else _short(told, records, advice.slant)
    return rows


def _piece(desk: Desk, told: AdviceWords, key: str) -> Iterator[Row]:
    """The adviser and the act."""
    place = str(int(key.removeprefix("F")) - (FIRST_KEY if key.startswith("F") else 1))
    planned = words(("✓ planned", "$good")) if told.action in desk.plan else soft_text(told.chance)
    yield row((told.who, "bold"), lead=words((key.ljust(_KEY_CELLS), "bold $brass")), right=planned, key=place)
    yield row(told.order, lead=" " * _KEY_CELLS, key=place)


def _short(told: AdviceWords, records: dict[Slant, str], slant: Slant) -> Iterator[Row]:
    parts = (told.moves, records[slant])
    yield note(" · ".join(filter(None, parts)), lead=" " * _KEY_CELLS)


def _reasons(told: AdviceWords, record: str, key: str) -> Iterator[Row]:
    yield row(soft_text(told.why), lead=" " * _KEY_CELLS, key=key)
    moves = f"In a turn, against doing nothing: {told.moves}. " if told.moves else ""
    told_before = f"So far {record}." if record else ""
    yield row(soft_text(f"{moves}{told_before}"), lead=" " * _KEY_CELLS, key=key)


def brief_rows(desk: Desk) -> list[Row]:
    """A line or two for each, for where there is one pane at a time."""
    said = desk.session.advice_at_hand()
    if desk.card is not None or not said:
        return [BLANK, *said_rows(desk, why=False)]
    rows = [BLANK, heading("The advisers", soft_text("v tells why"))]
    for place, advice in enumerate(said):
        told = advice_words(desk.view, advice)
        planned = words(("✓", "$good")) if told.action in desk.plan else soft_text(told.chance)
        lead = words((f"F{FIRST_KEY + place} ", "bold $brass"))
        rows.append(row(f"{told.who}: {in_prose(told.order)}", lead=lead, right=planned))
    return rows


def record_rows(desk: Desk) -> Iterator[Row]:
    """How far the advisers, the forecasts and the player were right."""
    yield heading("How far they were right")
    yield from (row(say_standing(each), lead=words(("• ", "$brass"))) for each in desk.session.standings_at_hand())
    yield from (BLANK, heading("Forecasts and predictions"))
    for line in (say_forecast_tally(desk.session.forecast_tally()), say_tally("Yours", desk.session.own_tally())):
        yield row(line, lead=words(("• ", "$brass")))
    yield note(SCALE)
