"""The single negotiating text as it stands, with its brackets."""

from collections.abc import Iterator

from textual.content import Content

from game.telling.draft import DraftClause, draft
from game.tui.desk import Desk
from game.tui.widgets.marks import bracketed, steps
from game.tui.widgets.rows import BLANK, Row, row, words

_STYLES = {"open": "$ink-soft", "floated": "$caution"}


def draft_rows(desk: Desk, *, brief: bool = False) -> list[Row]:
    """``brief``: states in one word, for a narrow pane."""
    rows: list[Row] = []
    for clause in draft(desk.view, desk.names):
        if rows:
            rows.append(BLANK)
        rows.extend(_clause(desk, clause, state_of(clause, brief=brief)))
    return rows


def _clause(desk: Desk, clause: DraftClause, state: Content) -> Iterator[Row]:
    yield row((clause.title, "bold"), lead=words((f"{clause.number} ", "bold $brass")), right=state, key=clause.id)
    for line in clause.lines:
        yield Row(bracketed(desk.names, line), lead=Content("  "), key=clause.id)


def state_of(clause: DraftClause, *, brief: bool = False) -> Content:
    """``agreed in principle ●○○ ⚠``."""
    jam = words((" !", "bold $caution")) if clause.jam else Content("")
    word = clause.state.partition(" ")[0] if brief else clause.state
    return words((word, _STYLES.get(clause.state, "$good")), " ", steps(clause.detail), jam)
