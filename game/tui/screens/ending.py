"""How it ended: what happened, the ten-year outlook, and the score with its parts under each lens."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.telling.ending import EndingWords, LensWords, epilogue
from game.tui.desk import Desk
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import bar
from game.tui.widgets.rows import BLANK, Row, heading, note, row, words
from game.tui.widgets.sheet import Sheet

_BAR = 20
_LABEL = 16


class EndingScreen(Place[str | None]):
    """Enter leads to the debrief, Esc to the title; closes with ``rewind`` if the player takes the last turn back."""

    CSS_PATH = "ending.tcss"
    HELP_PAGE = "ending"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,d", "want('debrief')", "Debrief", key_display="enter"),
        Binding("escape", "leave", "To the title", key_display="esc"),
        Binding("t", "want('text')", "Text"),
        Binding("c", "want('cables')", "Cables"),
        Binding("R", "rewind", "Rewind a turn"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = epilogue(desk.session.match)

    def contents(self) -> Iterable[Widget]:
        yield Banner("The end", self.desk.dates)
        with Container(classes="pair"):
            yield Sheet("story", classes="pane", title=self.words.title)
            yield Sheet("score", classes="pane", title="What it is worth")

    def on_mount(self) -> None:
        self.query_one("#story", Sheet).show(list(story_rows(self.words, explored=self.desk.session.explored)))
        self.query_one("#score", Sheet).show(list(score_rows(self.words)))
        self.query_one("#story", Sheet).focus()

    def action_rewind(self) -> None:
        self.dismiss("rewind")


def story_rows(told: EndingWords, *, explored: bool) -> Iterator[Row]:
    for paragraph in told.paragraphs:
        yield from (row(paragraph), BLANK)
    if told.outlook:
        yield from (heading("Ten years on"), row(told.outlook), BLANK)
    for flag in told.flags:
        yield row((flag, "$caution"), lead=words(("! ", "bold $caution")))
    yield from (heading("What was true in this game"), row(told.world), BLANK)
    if told.not_on_the_table:
        yield from (heading("What was not on the table"), row(told.not_on_the_table), BLANK)
    if explored:
        yield from (note("Turns were taken back in this game: it is marked as explored."), BLANK)
    if told.no_proof:
        yield note(told.no_proof)


def score_rows(told: EndingWords) -> Iterator[Row]:
    yield heading("Measures")
    for measure in told.measures:
        yield row(
            bar(measure.value, 100, _BAR),
            f" {measure.value:>3}  ",
            (measure.word, "bold"),
            lead=measure.label.ljust(_LABEL),
        )
        yield note(measure.about, lead="  ")
    for lens in told.lenses:
        yield from (BLANK, *_lens(lens))


def _lens(lens: LensWords) -> Iterator[Row]:
    yield row((f"Lens: {lens.label}", "bold $brass"), right=words((f"{lens.total} of 100", "bold")))
    yield note(lens.about)
    yield from (row(line, lead=words(("• ", "$brass"))) for line in lens.lines)
    if lens.capped:
        yield row((lens.capped, "$caution"))
