"""The signing conference as a scene: the text is read out clause by clause, then each party signs or does not."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from game.model.ids import PartyId
from game.telling.conference import ClauseRead, ConferenceWords, PartySigns, Stance
from game.telling.names import Names
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import mark, named, steps
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Sheet

_SIGNS: Final = {
    Stance.AGREED: ("✓", "bold $good"),
    Stance.SILENT: ("·", "$ink-soft"),
    Stance.OVER: ("±", "bold $caution"),
    Stance.STOPS: ("×", "bold $bad"),
    Stance.NO_STAKE: (" ", "$ink-soft"),
}
_LEGEND: Final = "✓ has agreed, · has not, ± settled over its head, × stops here"
_LINE: Final = "────────────"


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
        self._read, self._signing = 0, 0

    @property
    def _last(self) -> int:
        return len(self.scene.read) + len(self.scene.parties) + 1

    @property
    def _reached(self) -> int:
        return self._read + self._signing

    def contents(self) -> Iterable[Widget]:
        yield Banner("The signing conference", self._dates)
        with Container(classes="pair"):
            yield Sheet("scene", classes="pane", title="The text is read out")
            yield Sheet("table", classes="pane", title="At the table")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#scene", Sheet).focus()

    def _show(self) -> None:
        scene, table = self.query_one("#scene", Sheet), self.query_one("#table", Sheet)
        self.set_class(self._signing > 0, "-signing")
        scene.show(list(text_rows(self.names, self.scene, self._read)))
        table.show(list(table_rows(self.names, self.scene, self._read, self._signing)))
        self.call_after_refresh(self._to_the_end)

    def _to_the_end(self) -> None:
        for sheet in self.query(Sheet):
            sheet.scroll_to(y=sheet.max_scroll_y, animate=False, immediate=True)

    def action_next(self) -> None:
        if self._reached >= self._last:
            self.dismiss(None)
        elif self._read < len(self.scene.read):
            self._read += 1
            self._show()
        else:
            self._signing += 1
            self._show()

    def action_skip(self) -> None:
        if self._reached >= self._last:
            self.dismiss(None)
        else:
            self._read, self._signing = len(self.scene.read), len(self.scene.parties) + 1
            self._show()


def text_rows(names: Names, scene: ConferenceWords, read: int) -> Iterator[Row]:
    """The opening, then the clauses that have been read; the last of them in the words of the treaty."""
    yield row((scene.opening, "bold"))
    for place, clause in enumerate(scene.read[:read], 1):
        if place == read < len(scene.read):
            yield from (BLANK, *_in_full(names, clause))
        else:
            yield _in_short(names, clause)
    if read == len(scene.read):
        yield from (BLANK, row("The text has been read. Who signs?"), note(_LEGEND))


def _in_short(names: Names, clause: ClauseRead) -> Row:
    signs = [words(mark(names, party), " ", _SIGNS[stance]) for party, stance in clause.stances]
    shown = words(Content("  ").join(signs), "  ", steps(clause.detail))
    stopped = any(stance is Stance.STOPS for _, stance in clause.stances)
    return row((clause.title, "$bad" if stopped else "$ink"), lead=_number(clause), right=shown)


def _in_full(names: Names, clause: ClauseRead) -> Iterator[Row]:
    yield row((clause.title, "bold"), lead=_number(clause), right=steps(clause.detail))
    yield row((clause.treaty or "Nothing stands here.", "italic"), lead="  ")
    for party, stance in clause.stances:
        if stance is not Stance.NO_STAKE:
            told, style = stance.value, _SIGNS[stance][1]
            yield row(named(names, party), " ", (told, style), lead=words("  ", _SIGNS[stance], " "))


def _number(clause: ClauseRead) -> Content:
    return words((f"{clause.number} ", "bold $brass"))


def table_rows(names: Names, scene: ConferenceWords, read: int, signing: int) -> Iterator[Row]:
    """Each party with what it does now; at the end what came of it."""
    for place, party in enumerate(scene.parties):
        if place < signing:
            yield from _signs(names, party)
        else:
            stopped = _stopped(scene, party.party, read)
            told = (f"stopped at {stopped}", "$bad") if stopped else ("listens", "$ink-soft")
            yield row(named(names, party.party), right=words(told, "  ", (_LINE, "$ink-soft")))
    if signing > len(scene.parties):
        yield from _outcome(scene)


def _stopped(scene: ConferenceWords, party: PartyId, read: int) -> str:
    """The clause at which the party has balked so far."""
    halted = (clause for clause in scene.read[:read] if (party, Stance.STOPS) in clause.stances)
    return next((f"clause {clause.number}" for clause in halted), "")


def _signs(names: Names, party: PartySigns) -> Iterator[Row]:
    """A line of the signature block, signed or left empty, and why."""
    told = ("✓ signed", "bold $good") if party.signs else ("× not signed", "bold $bad")
    yield row(mark(names, party.party), " ", (party.headline, "bold"), right=words(told))
    if party.quote:
        yield row((f"“{party.quote}”", "italic"), lead="  ")
    yield from (row(soft_text(reason), lead=words("  ", ("• ", "$brass"))) for reason in party.reasons)
    if party.help:
        yield row(soft_text(party.help), lead=words("  ", ("→ ", "$brass")))
    yield BLANK


def _outcome(scene: ConferenceWords) -> Iterator[Row]:
    yield row((scene.outcome, "bold $good" if scene.signed else "bold $bad"))
    yield from (row(line, lead=words("  ", ("• ", "$brass"))) for line in scene.costs)
    if scene.missing and not scene.signed:
        yield from (BLANK, heading("What the text still lacked"))
        yield from (row(line, lead=words("  ", ("• ", "$brass"))) for line in scene.missing)
