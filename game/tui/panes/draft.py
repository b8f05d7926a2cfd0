"""The single negotiating text as it stands, with its brackets."""

from collections.abc import Iterator

from textual.content import Content

from game.telling.draft import DraftClause, draft
from game.tui.desk import Desk
from game.tui.widgets.marks import bracketed, steps
from game.tui.widgets.rows import BLANK, Row, row, words

_STYLES = {"open": "$ink-soft", "floated": "$caution"}


def draft_rows(desk: Desk) -> list[Row]:
    rows: list[Row] = []
    for clause in draft(desk.view, desk.names):
        if rows:
            rows.append(BLANK)
        rows.extend(_clause(desk, clause))
    return rows


def _clause(desk: Desk, clause: DraftClause) -> Iterator[Row]:
    yield row(
        (clause.title, "bold"), lead=words((f"{clause.number} ", "bold $brass")), right=state_of(clause), key=clause.id
    )
    for line in clause.lines:
        yield Row(bracketed(desk.names, line), lead=Content("  "), key=clause.id)


def state_of(clause: DraftClause) -> Content:
    """``agreed in principle ●○○ ⚠``."""
    jam = words((" !", "bold $caution")) if clause.jam else Content("")
    return words((clause.state, _STYLES.get(clause.state, "$good")), " ", steps(clause.detail), jam)
