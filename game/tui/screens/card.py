"""An event: the situation, and what may be done about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import ChoiceId
from game.model.seats import ChooseCard
from game.telling.cards import CardWords, ChoiceWords, card_words
from game.tui.desk import Desk
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Menu, Sheet

_LABEL = 9


class CardScreen(Place[ChoiceId | None]):
    """Closes with the choice that was taken, or with None when the player wants to look around first."""

    CSS_PATH = "card.tcss"
    HELP_PAGE = "card"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sources", "Sources"),
        Binding("escape", "leave", "Look around first", key_display="esc"),
        *(Binding(str(number), f"choose({number})", "Choose by number", show=False) for number in range(1, 10)),
    ]

    def __init__(self, desk: Desk, request: ChooseCard) -> None:
        super().__init__()
        self.desk = desk
        self.card: CardWords = card_words(desk.scenario, request.card, request.choices)
        self._sources = False

    def contents(self) -> Iterable[Widget]:
        yield Banner("An event", self.desk.dates)
        with Container(id="card"):
            yield Sheet("situation", classes="pane", title=self.card.title)
            yield Menu("choices", classes="pane", title="What do you do?", browse=True)

    def on_mount(self) -> None:
        self._show_situation()
        menu = self.query_one("#choices", Menu)
        menu.show([each for place, choice in enumerate(self.card.choices) for each in choice_rows(place, choice)])
        menu.focus()

    def _show_situation(self) -> None:
        rows: list[Row] = [row(self.card.text)]
        if self._sources:
            rows += [BLANK, heading("Where this comes from"), *(note(source) for source in self.card.sources)]
        self.query_one("#situation", Sheet).show(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return parameters[0] in range(1, len(self.card.choices) + 1)
        return action != "sources" or bool(self.card.sources)

    def action_sources(self) -> None:
        self._sources = not self._sources
        self._show_situation()

    def action_choose(self, number: int) -> None:
        self.dismiss(self.card.choices[number - 1].id)

    @on(Menu.Chosen, "#choices")
    def take(self, chosen: Menu.Chosen) -> None:
        self.dismiss(ChoiceId(chosen.key))


def choice_rows(place: int, choice: ChoiceWords) -> list[Row]:
    """A choice with its visible costs and effects, and an adviser's word."""
    parts = (("effect", choice.effects[:1].upper() + choice.effects[1:]), ("adviser", choice.advice))
    lines = [
        Row(words(text), lead=words("  ", soft_text(label.ljust(_LABEL))), key=choice.id)
        for label, text in parts
        if text
    ]
    gap = [Row(key="")] if place else []
    number = words((f"{place + 1} ", "bold $brass"))
    return [*gap, row((choice.label, "bold"), lead=number, right=soft_text(choice.cost), key=choice.id), *lines]
