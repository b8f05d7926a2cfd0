"""Setting up a new game: scenario, length, world, information and seed, each with what it means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from secrets import randbelow
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import SEALED, WorldId
from game.model.information import USUAL, as_set_up
from game.model.scenario import Scenario
from game.model.world import Setup
from game.telling.briefing import say_minds, say_world
from game.tui.screens.place import Place
from game.tui.start import StartOptions
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note, row, words
from game.tui.widgets.sheet import Menu

SEEDS = 1_000_000
_DIGITS = 9
_COLUMN = 18
_DEFAULT_LENGTH = "full"
_FIRST_LENGTH = "class"
_FIRST = "{} is proposed because you have not finished a game yet: it takes one lesson."
_BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be chosen in a section of the form."""

    id: str
    label: str
    about: str


class NewGameScreen(Place[Setup | None]):
    CSS_PATH = "newgame.tcss"
    HELP_PAGE = "new"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "begin", "Begin"),
        Binding("r", "draw", "Another seed"),
        *(Binding(str(digit), f"digit({digit})", "Type a seed", show=False) for digit in range(10)),
        Binding("backspace", "rub_out", "Take the last digit back", show=False),
    ]

    def __init__(self, scenario: Scenario, start: StartOptions, *, newcomer: bool = False) -> None:
        """A ``newcomer``, who has not finished a game yet, is offered a short one, unless a length was asked for."""
        super().__init__()
        self.scenario = scenario
        lengths = tuple(scenario.lengths)
        wanted = start.length or (_FIRST_LENGTH if newcomer else _DEFAULT_LENGTH)
        self._first = next((each for each in lengths if wanted == each == _FIRST_LENGTH and not start.length), None)
        self.setup = Setup(
            scenario=scenario.id,
            world=next((each for each in scenario.worlds if each == start.world), SEALED),
            length=wanted if wanted in lengths else lengths[-1],
            seed=randbelow(SEEDS) if start.seed is None else start.seed,
            minds=start.minds,
            information=as_set_up(next((each for each in scenario.information if each == start.information), None)),
        )
        self._typed = ""

    def contents(self) -> Iterable[Widget]:
        yield Banner("New game")
        with Container(id="form"):
            yield Menu("offers", classes="pane -kept", title="Set up the game")

    def on_mount(self) -> None:
        self._show()
        self.query_one("#offers", Menu).focus()

    def _show(self) -> None:
        self.query_one("#offers", Menu).show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        setup, scenario = self.setup, self.scenario
        length = scenario.lengths[next(each for each in scenario.lengths if each == setup.length)]
        world = "Sealed" if setup.world == SEALED else scenario.worlds[setup.world].label
        informed = f" · {scenario.informed(setup.information).label}" * bool(setup.information)
        chosen = f"{scenario.title} · {length.label} · {world}{informed} · seed {setup.seed}"
        yield row(chosen, lead=words(("Begin the game".ljust(_COLUMN), "bold $brass")), key=_BEGIN)
        yield from (note(each, lead="  ") for each in say_minds(scenario, setup))
        yield from _section("Scenario", [Offer(scenario.id, scenario.title, scenario.summary.strip())], scenario.id)
        lengths = [Offer(each.id, each.label, each.about) for each in scenario.lengths.values()]
        yield from _section("Length", lengths, setup.length)
        if self._first:
            yield note(_FIRST.format(scenario.lengths[self._first].label), lead="  ")
        worlds = [Offer(each.id, each.label, say_world(scenario, each.id)) for each in scenario.worlds.values()]
        sealed = Offer(SEALED, "Sealed", say_world(scenario, SEALED))
        yield from _section("World", [sealed, *worlds], setup.world)
        levels = [Offer(each.id, each.label, each.about.strip()) for each in scenario.information.values()]
        if len(levels) > 1:
            yield from _section("Information", levels, setup.information or USUAL)
        yield from (BLANK, heading("Seed"))
        yield row(
            ("Type digits, or r to draw another. The same seed deals the same parties.", "$ink-soft"),
            lead=words((f"  {setup.seed}".ljust(_COLUMN), "bold")),
        )

    @on(Menu.Chosen, "#offers")
    def take(self, chosen: Menu.Chosen) -> None:
        section, _, which = chosen.key.partition(":")
        if chosen.key == _BEGIN:
            self.action_begin()
        elif section == "length":
            self.setup = replace(self.setup, length=which)
        elif section == "world":
            self.setup = replace(self.setup, world=WorldId(which))
        elif section == "information":
            self.setup = replace(self.setup, information=as_set_up(which))
        self._show()

    def action_digit(self, digit: int) -> None:
        self._type(f"{self._typed}{digit}"[-_DIGITS:])

    def action_rub_out(self) -> None:
        if self._typed:
            self._type(self._typed[:-1])

    def on_paste(self, event: events.Paste) -> None:
        digits = "".join(each for each in event.text if each in "0123456789")
        if digits:
            self._type(digits[:_DIGITS])

    def _type(self, digits: str) -> None:
        self._typed = digits
        self.setup = replace(self.setup, seed=int(digits or "0"))
        self._show()

    def action_draw(self) -> None:
        self._typed = ""
        self.setup = replace(self.setup, seed=randbelow(SEEDS))
        self._show()

    def action_begin(self) -> None:
        self.dismiss(self.setup)


def _section(title: str, offers: Sequence[Offer], chosen: str) -> Iterator[Row]:
    yield from (BLANK, heading(title))
    for offer in offers:
        mark = ("● ", "$brass") if offer.id == chosen else ("○ ", "$ink-soft")
        label = (offer.label.ljust(_COLUMN - 2), "bold" if offer.id == chosen else "")
        yield Row(note(offer.about).body, words(mark, label), key=f"{title.casefold()}:{offer.id}")
