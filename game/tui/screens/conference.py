"""The signing conference as a scene: the text read out clause by clause, then the parties one after another."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.telling.conference import ConferenceWords, PartySigns
from game.telling.names import Names
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import mark
from game.tui.widgets.rows import BLANK, Row, row, soft_text, words
from game.tui.widgets.sheet import Sheet


class ConferenceScreen(Place[None]):
    """Each Enter brings the next step of the scene: the clauses, then each party, then what came of it."""

    CSS_PATH = "conference.tcss"
    HELP_PAGE = "conference"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Go on", key_display="enter"),
        Binding("s,escape", "skip", "To the end", key_display="s"),
    ]

    def __init__(self, names: Names, scene: ConferenceWords, dates: str) -> None:
        super().__init__()
        self.names, self.scene, self._dates = names, scene, dates
        self._steps = list(scene_steps(names, scene))
        self._reached = 1

    def contents(self) -> Iterable[Widget]:
        yield Banner("The signing conference", self._dates)
        with Container(id="table"):
            yield Sheet("scene", classes="pane", title="At the table")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#scene", Sheet).focus()

    def _show(self) -> None:
        sheet = self.query_one("#scene", Sheet)
        sheet.show([each for step in self._steps[: self._reached] for each in step])
        sheet.scroll_to(y=sheet.max_scroll_y, animate=False, immediate=True)

    def action_next(self) -> None:
        if self._reached >= len(self._steps):
            self.dismiss(None)
        else:
            self._reached += 1
            self._show()

    def action_skip(self) -> None:
        if self._reached >= len(self._steps):
            self.dismiss(None)
        else:
            self._reached = len(self._steps)
            self._show()


def scene_steps(names: Names, scene: ConferenceWords) -> Iterator[list[Row]]:
    """The scene in the portions in which it is told."""
    yield [BLANK, row((scene.opening, "bold")), BLANK]
    yield [_clause(line) for line in scene.clauses]
    yield from (_party(names, party) for party in scene.parties)
    style = "bold $good" if scene.signed else "bold $bad"
    yield [BLANK, row((scene.outcome, style)), BLANK]


def _clause(line: str) -> Row:
    """A clause that somebody stops at stands out."""
    number, _, rest = line.partition(" ")
    title, _, told = rest.partition(": ")
    style = "$bad" if " Here " in told else "$ink"
    return row((title, "bold"), ": ", (told, style), lead=words((f"{number} ", "bold $brass")))


def _party(names: Names, party: PartySigns) -> list[Row]:
    sign = words(("✓ ", "bold $good")) if party.signs else words(("× ", "bold $bad"))
    rows = [BLANK, row(mark(names, party.party), "  ", (party.headline, "bold"), lead=sign)]
    if party.quote:
        rows.append(row((f"“{party.quote}”", "italic"), lead="    "))
    rows += [row(soft_text(reason), lead=words("    ", ("• ", "$brass"))) for reason in party.reasons]
    if party.help:
        rows.append(row(soft_text(party.help), lead=words("    ", ("→ ", "$brass"))))
    return rows
