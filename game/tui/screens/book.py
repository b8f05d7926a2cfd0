"""The briefing book: articles to browse, search and follow from one to another, opened at what one was looking at."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.scenario import Scenario
from game.telling.articles import Article
from game.telling.book import Hit, briefing_book, search
from game.tui.help import EVERYWHERE, HERE
from game.tui.keys import KeyTable
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.markdown import block_rows
from game.tui.widgets.reader import Reader
from game.tui.widgets.rows import BLANK, Row, heading, note, row, words
from game.tui.widgets.sheet import Menu, Sheet
from game.tui.widgets.typeline import TypeLine

_KEYS_COLUMN = 20
_HERE = "here"
_KEYS = "keys"
_PLACE = "Where you are"
_NOTHING = "No article holds all of these words. Backspace takes letters back."


class BookScreen(Place[None]):
    """``keys`` are (key, what it does) of the screen one comes from, which ``page`` names; ``about`` is an article."""

    CSS_PATH = "book.tcss"
    READS: ClassVar[KeyTable] = (("letters", "search all articles"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", key_display="esc"),
        Binding("question_mark,f1", "leave", "Close", show=False),
        Binding("backspace", "rub_out", "Article before", key_display="bksp"),
        Binding("right", "read", "Read", key_display="→", show=False),
        Binding("ctrl+u", "clear", "Take back all that was typed", show=False),
    ]

    def __init__(self, scenario: Scenario | None, page: str = "", keys: KeyTable = (), about: str = "") -> None:
        super().__init__()
        self._keys = {_HERE: keys, _KEYS: EVERYWHERE}
        here, last = tuple(_help_on(page)), Article(_KEYS, "Keys", _PLACE, "These work in every screen.")
        self.book = briefing_book(scenario, here, (last,))
        self._open_at = about if about in self.book.by_key else next(iter(self.book.by_key), "")
        self._shown = ""
        self._read: list[str] = []

    def contents(self) -> Iterable[Widget]:
        yield Banner("Briefing book")
        yield TypeLine("type to search all articles", "typed")
        with Container(classes="pair"):
            yield Menu("articles", classes="pane -kept", title="Articles", browse=True)
            yield Reader("article", classes="pane")

    def on_mount(self) -> None:
        menu = self.query_one("#articles", Menu)
        self._list(self._open_at)
        menu.focus()
        self._open(self._open_at)

    def _list(self, pointed: str | None = None) -> None:
        typed = self.query_one(TypeLine).typed
        found = search(self.book, typed)
        rows = list(hit_rows(found) if typed else section_rows(found))
        self.query_one("#articles", Menu).show(rows or [note(_NOTHING)], pointed=pointed, top=pointed is None)

    def _open(self, key: str) -> None:
        if key and key != self._shown:
            self._shown = key
            reader = self.query_one("#article", Reader)
            reader.show([BLANK, *self._article(key)], top=True)
            reader.choose(-1)

    def _article(self, key: str) -> Iterator[Row]:
        article = self.book.by_key[key]
        yield heading(article.title, right=words((article.section, "$ink-soft")))
        yield BLANK
        yield from block_rows(self.book.body(key))
        if key == _HERE:
            yield from (heading("Keys here"), BLANK)
        yield from key_rows(self._keys.get(key, ()))

    @on(TypeLine.Changed)
    def search(self) -> None:
        self._list(pointed="")
        menu = self.query_one("#articles", Menu)
        menu.focus()
        self._open(menu.pointed)

    @on(Sheet.Pointed, "#articles")
    def turn(self, pointed: Sheet.Pointed) -> None:
        self._open(pointed.key)

    @on(Sheet.Chosen, "#articles")
    def action_read(self) -> None:
        self.query_one("#article", Reader).focus()

    @on(Reader.Left)
    def to_list(self) -> None:
        self.query_one("#articles", Menu).focus()

    @on(Reader.Followed)
    def follow(self, followed: Reader.Followed) -> None:
        self._read.append(self._shown)
        self._go(followed.target)

    def _go(self, key: str) -> None:
        """Open an article, and point at it in the list where it stands there."""
        self._open(key)
        self.query_one("#articles", Menu).point(key)
        self.query_one("#article", Reader).focus()

    def action_rub_out(self) -> None:
        """Back to the article one came from; in the list, take a letter back first."""
        line, reading = self.query_one(TypeLine), self.query_one("#article", Reader).has_focus
        if line.typed and not (reading and self._read):
            line.rub_out()
        elif self._read:
            self._go(self._read.pop())

    def action_clear(self) -> None:
        self.query_one(TypeLine).put("")

    def action_back(self) -> None:
        line = self.query_one(TypeLine)
        if line.typed:
            line.put("")
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        if self.query_one(TypeLine).take(event):
            event.stop()
            event.prevent_default()


def _help_on(page: str) -> Iterator[Article]:
    """The screen that one comes from."""
    if page in HERE:
        title, text = HERE[page]
        yield Article(_HERE, title, _PLACE, text)


def section_rows(found: Iterable[Hit]) -> Iterator[Row]:
    """All articles under the headings of their sections."""
    section = ""
    for hit in found:
        if hit.article.section != section:
            yield from [BLANK] if section else []
            section = hit.article.section
            yield heading(section)
        yield row(hit.article.title, lead=" ", key=hit.article.key)


def hit_rows(found: Iterable[Hit]) -> Iterator[Row]:
    """What a search found, each with the passage in which it was found."""
    for hit in found:
        key = hit.article.key
        yield row((hit.article.title, "bold"), right=words((hit.article.section, "$ink-soft")), key=key)
        if hit.match:
            yield row((hit.before, "$ink-soft"), (hit.match, "$brass"), (hit.after, "$ink-soft"), lead="  ", key=key)


def key_rows(keys: KeyTable) -> Iterator[Row]:
    yield from (row(does, lead=words((key.ljust(_KEYS_COLUMN), "bold"))) for key, does in keys)
