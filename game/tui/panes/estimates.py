"""What a party says in public beside what we believe each wording is worth to it."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.model.ids import ClauseId, PartyId
from game.telling.dossier import ClauseEstimate, Dossier, OptionEstimate, dossier
from game.tui.desk import Desk
from game.tui.widgets.marks import named, range_bar
from game.tui.widgets.rows import BLANK, Row, note, row, soft_text, words

_RANGE: Final = 10
_FULL: Final = 100


def estimate_rows(desk: Desk, seen: Dossier) -> Iterator[Row]:
    """Clause by clause, in the order in which they matter to the party."""
    for place, clause in enumerate(seen.clauses):
        if place:
            yield BLANK
        yield row(
            (clause.title, "bold"),
            lead=words((f"{desk.names.number(clause.id)} ", "bold $brass")),
            right=soft_text(f"{clause.weight} % of what matters"),
        )
        yield from _clause(clause)


def clause_estimate_rows(desk: Desk, party: PartyId, clause: ClauseId) -> Iterator[Row]:
    """One party on one clause."""
    seen = dossier(desk.view, desk.names, party)
    yield row(named(desk.names, party), right=soft_text("worth to it, 0 to 100"))
    yield from _clause(next(each for each in seen.clauses if each.id == clause))


def _clause(clause: ClauseEstimate) -> Iterator[Row]:
    yield from (_option(option) for option in clause.options)
    yield note(_basis(clause), lead="  ")


def _basis(clause: ClauseEstimate) -> str:
    heard = f"; {clause.heard}" if clause.heard else ""
    return f"Estimate {clause.basis}{heard}."


def _option(option: OptionEstimate) -> Row:
    """The wording, what it says about it, and the range in which we believe its worth to lie."""
    low, high = max(0, option.value - option.band), min(_FULL, option.value + option.band)
    marks = Content(" · ").join(
        [
            words((text, style))
            for on, text, style in (
                (option.in_text, "in the text", "$good"),
                (option.public, "public position", "$brass"),
                (option.red_line, "red line", "bold $bad"),
            )
            if on
        ]
    )
    worth = words(range_bar(low, high, _RANGE), (f"{low:>4}–{high:<3}", "$ink"))
    return row(option.label, "  " if marks else "", marks, lead="  ", right=worth)
