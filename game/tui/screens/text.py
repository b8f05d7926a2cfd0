"""The text: the whole draft with its brackets, what holds each clause up, and the wordings it could take."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import ClauseId, PartyId
from game.telling.draft import DraftClause, draft, draft_line, wants
from game.telling.prose import sentence
from game.tui.desk import Desk
from game.tui.panes.draft import draft_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import marks
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Menu, Sheet


class TextScreen(Place[None]):
    CSS_PATH = "text.tcss"
    HELP_PAGE = "text"
    ABOUT: ClassVar[Mapping[str, str]] = {"draft": "clause"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "act", "Act on the clause"),
        Binding("e", "want('export')", "Export"),
    ]

    def __init__(self, desk: Desk, clause: str = "") -> None:
        super().__init__()
        self.desk, self._first = desk, clause

    def contents(self) -> Iterable[Widget]:
        yield Banner("The text", self.desk.dates)
        with Container(classes="pair"):
            yield Menu("draft", classes="pane -kept", title="Draft agreement", browse=True)
            yield Sheet("clause", classes="pane", title="The clause")

    def on_mount(self) -> None:
        menu = self.query_one("#draft", Menu)
        menu.show(draft_rows(self.desk), pointed=self._first or None)
        menu.focus()
        self._describe(menu.pointed)

    def on_screen_resume(self) -> None:
        self.query_one("#draft", Menu).show(draft_rows(self.desk))

    def _describe(self, clause: str) -> None:
        found = next((each for each in draft(self.desk.view, self.desk.names) if each.id == clause), None)
        if found is not None:
            self.query_one("#clause", Sheet).show(list(clause_rows(self.desk, found)), top=True)

    @on(Sheet.Pointed, "#draft")
    def describe(self, pointed: Sheet.Pointed) -> None:
        self._describe(pointed.key)

    @on(Sheet.Chosen, "#draft")
    def take(self) -> None:
        self.action_act()

    def action_act(self) -> None:
        self.post_message(self.Wanted("clause", self.query_one("#draft", Menu).pointed))


def clause_rows(desk: Desk, clause: DraftClause) -> Iterator[Row]:
    """What the clause is about, how far it is, and every wording with who asks for it."""
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
    yield from (BLANK, heading("Wordings"))
    asked = _asked(desk, clause.id)
    for option in spec.options.values():
        standing = "in the text" if desk.view.text[clause.id].option == option.id else ""
        wanting = marks(desk.names, asked.get(option.id, ()))
        yield row((option.label, "bold"), right=words((standing, "$good"), "  " if standing else "", wanting))
        yield note(option.note, lead="  ")


def _asked(desk: Desk, clause: ClauseId) -> dict[str, list[PartyId]]:
    """Which stakeholders ask for which wording, by what they last told us or say in public."""
    asked: dict[str, list[PartyId]] = {}
    for party in desk.scenario.clauses[clause].stakeholders:
        asked.setdefault(wants(desk.view, clause, party), []).append(party)
    return asked
