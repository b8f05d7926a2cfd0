"""The briefing book, opened at the page that explains the screen one comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.scenario import Scenario
from game.telling.briefing import claims_page, pages
from game.tui.help import EVERYWHERE, HERE
from game.tui.keys import KeyTable
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.markdown import markdown_rows
from game.tui.widgets.rows import BLANK, Row, heading, row, words
from game.tui.widgets.sheet import Menu, Sheet

_KEYS_COLUMN = 20
_HERE = "here"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as rows, with the title under which it stands in the list."""

    key: str
    title: str
    rows: tuple[Row, ...]


class BookScreen(Place[None]):
    """``keys`` are (key, what it does) of the screen one comes from; ``page`` names it."""

    CSS_PATH = "book.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,b", "leave", "Back", key_display="esc"),
    ]

    def __init__(self, scenario: Scenario | None, page: str = "", keys: KeyTable = ()) -> None:
        super().__init__()
        self._leaves = tuple(leaves(scenario, page, keys))

    def contents(self) -> Iterable[Widget]:
        yield Banner("Briefing book")
        with Container(classes="pair"):
            yield Menu("pages", classes="pane -kept", title="Pages", browse=True)
            yield Sheet("page", classes="pane")

    def on_mount(self) -> None:
        menu = self.query_one("#pages", Menu)
        menu.show([row(leaf.title, key=leaf.key) for leaf in self._leaves])
        menu.focus()
        self._open(menu.pointed)

    def _open(self, key: str) -> None:
        leaf = next((each for each in self._leaves if each.key == key), None)
        if leaf is not None:
            self.query_one("#page", Sheet).show([BLANK, *leaf.rows], top=True)

    @on(Sheet.Pointed, "#pages")
    def turn(self, pointed: Sheet.Pointed) -> None:
        self._open(pointed.key)

    @on(Sheet.Chosen, "#pages")
    def read(self) -> None:
        self.query_one("#page", Sheet).focus()


def leaves(scenario: Scenario | None, page: str, keys: KeyTable) -> Iterator[Leaf]:
    """Help for the screen first, then the scenario's pages, its claims, and the keys."""
    if page in HERE:
        title, text = HERE[page]
        yield Leaf(_HERE, title, (heading(title), BLANK, row(text), BLANK, *_key_rows("Keys here", keys)))
    if scenario is not None:
        for each in pages(scenario):
            yield Leaf(each.id, each.title, (heading(each.title), BLANK, *markdown_rows(each.body)))
        claims = claims_page(scenario)
        if claims.body:
            yield Leaf(claims.id, claims.title, (heading(claims.title), BLANK, *markdown_rows(claims.body)))
    yield Leaf("keys", "Keys", tuple(_key_rows("Keys in every screen", EVERYWHERE)))


def _key_rows(title: str, keys: Iterable[tuple[str, str]]) -> Iterator[Row]:
    yield from (heading(title), BLANK)
    yield from (row(does, lead=words((key.ljust(_KEYS_COLUMN), "bold"))) for key, does in keys)
