"""The draft agreement as a Markdown document, with what each clause has been through."""

from collections.abc import Iterable

from game.model.clauses import principle_agreed
from game.model.views import MediatorView
from game.play.match import TurnRecord
from game.telling.clause_history import Moved, clause_history
from game.telling.draft import DraftClause, draft, draft_line
from game.telling.names import Names
from game.telling.prose import counted


def document_name(stem: str, turn: int) -> str:
    return f"{stem}-turn-{turn:02}.md"


def draft_markdown(view: MediatorView, records: Iterable[TurnRecord] = ()) -> str:
    """The draft as it stands; ``records`` are the turns from which the history of each article is told."""
    names, kept = Names(view.scenario), tuple(records)
    clauses = draft(view, names)
    agreed = sum(principle_agreed(view.scenario.clauses[each.id], view.text[each.id]) for each in clauses)
    head = f"# Draft agreement\n\n{counted(agreed, 'clause')} of {len(clauses)} agreed, turn {view.turn}."
    parts = [_article(each, names, clause_history(names, each.id, kept)) for each in clauses]
    return "\n\n".join([head, *parts]) + "\n"


def _article(each: DraftClause, names: Names, history: tuple[Moved, ...]) -> str:
    wording, *brackets = each.lines
    body = "  \n".join([wording, *(f"**{bracket}**" for bracket in brackets)])
    parts = [f"## Article {each.number}. {each.title}", body, f"*{draft_line(each, names)}*"]
    if history:
        parts.append("### History")
        parts.append("\n".join(f"- Turn {moved.turn}: {moved.what} *({moved.why})*" for moved in history))
    return "\n\n".join(parts)
