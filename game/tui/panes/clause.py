"""One clause in full: how far it is, what every wording would be to each party, and what it has been through."""

from collections.abc import Iterator

from game.telling.clause_history import clause_history
from game.telling.draft import DraftClause, draft_line
from game.telling.prose import sentence
from game.telling.wordings import Before, Wording, wordings
from game.tui.desk import Desk
from game.tui.widgets.marks import mark, marks
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words

_NOTES = " " * 7


def clause_rows(desk: Desk, clause: DraftClause) -> Iterator[Row]:
    """What the clause is about, how far it is, its wordings before every party with a stake, and its history."""
    spec = desk.scenario.clauses[clause.id]
    kinds = (
        "core clause" if clause.core else "",
        "political: leaders settle its principle" if clause.political else "",
    )
    yield row((clause.title, "bold"), right=soft_text(f"{spec.importance} % of the settlement"))
    yield row(sentence(draft_line(clause, desk.names)))
    if any(kinds):
        yield note(sentence("; ".join(filter(None, kinds))))
    yield row(marks(desk.names, spec.stakeholders), lead=soft_text("Stakeholders  "))
    yield from (BLANK, row(spec.about.strip()))
    yield from (BLANK, heading("Wordings", soft_text("worth to it; would take it now")))
    for place, each in enumerate(wordings(desk.view, desk.names, clause.id, desk.records())):
        yield from [BLANK] if place else []
        yield from _wording(desk, each)
    yield from (BLANK, heading("What it has been through"))
    yield from _history(desk, clause)


def _wording(desk: Desk, each: Wording) -> Iterator[Row]:
    yield row((each.label, "bold"), right=words(("in the text" if each.in_text else "", "$good")))
    yield note(each.note, lead="  ")
    for before in each.before:
        yield _before_row(desk, before)
        if before.notes:
            yield note(sentence("; ".join(before.notes)), lead=_NOTES)


def _before_row(desk: Desk, before: Before) -> Row:
    chance = words((before.chance.rjust(9), "bold"))
    return row(before.worth, lead=words("  ", mark(desk.names, before.party), " "), right=chance)


def _history(desk: Desk, clause: DraftClause) -> Iterator[Row]:
    """The newest first."""
    moved = clause_history(desk.names, clause.id, desk.records())
    if not moved:
        yield note("Nothing has happened to it yet.")
    for each in reversed(moved):
        yield row(each.what, soft_text(f" ({each.why})"), lead=words((f"Turn {each.turn}  ", "$brass")))
