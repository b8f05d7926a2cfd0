"""The party dossiers: what each says beside what we believe it would take, and what stands between us."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.ids import PartyId
from game.telling.dossier import Dossier, dossier
from game.tui.desk import Desk
from game.tui.panes.curves import spark_of
from game.tui.panes.estimates import estimate_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import chance_bar, level_and_trend, named
from game.tui.widgets.rows import BLANK, Row, heading, row, soft_text, words
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import TabLine

_SCALE = 20


class PartiesScreen(Place[None]):
    CSS_PATH = "parties.tcss"
    HELP_PAGE = "parties"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Previous", key_display="←"),
        Binding("right", "turn(1)", "Next party", key_display="→"),
        Binding("a", "act", "Act on it"),
        *(Binding(str(place + 1), f"party({place})", "The party of this number", show=False) for place in range(9)),
    ]

    def __init__(self, desk: Desk, party: str = "") -> None:
        super().__init__()
        self.desk = desk
        self._parties = tuple(desk.scenario.parties)
        self._place = self._parties.index(PartyId(party)) if party in self._parties else 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "party" or parameters[0] in range(len(self._parties))

    @property
    def party(self) -> PartyId:
        return self._parties[self._place]

    def about(self) -> str:
        return f"party:{self.party}"

    def contents(self) -> Iterable[Widget]:
        yield Banner("Dossiers", self.desk.dates)
        yield TabLine(tuple(self.desk.names.party(party) for party in self._parties), "tabs")
        with Container(classes="pair"):
            yield Sheet("estimates", classes="pane", title="What it says, and what we believe")
            yield Sheet("standing", classes="pane", title="Where we stand")

    def on_mount(self) -> None:
        self.action_party(self._place)
        self.query_one("#estimates", Sheet).focus()

    def on_screen_resume(self) -> None:
        self.action_party(self._place)

    def action_turn(self, by: int) -> None:
        self.action_party((self._place + by) % len(self._parties))

    def action_party(self, place: int) -> None:
        moved, self._place = place != self._place, place
        seen = dossier(self.desk.view, self.desk.names, self.party)
        self.query_one("#tabs", TabLine).show(place)
        self.query_one("#estimates", Sheet).show(list(estimate_rows(self.desk, seen)), top=moved)
        self.query_one("#standing", Sheet).show(list(standing_rows(self.desk, seen)), top=moved)

    def action_act(self) -> None:
        self.post_message(self.Wanted("party", self.party))

    @on(TabLine.Asked)
    def bring(self, asked: TabLine.Asked) -> None:
        self.action_party(asked.tab)


def standing_rows(desk: Desk, seen: Dossier) -> Iterator[Row]:
    _, *lines = seen.header
    yield row(named(desk.names, seen.party), soft_text(f"  {desk.names.formal(seen.party)}"))
    yield from (row(line) for line in lines)
    yield BLANK
    yield row((seen.sign_today, "bold"))
    yield row(chance_bar(seen.sign_low, seen.sign_high, _SCALE))
    yield from _levels(desk, seen)
    yield from _section("Promises, threats and steps", seen.promises)
    yield from _section("What it last said", seen.answers)


def _levels(desk: Desk, seen: Dossier) -> Iterator[Row]:
    """Each with its last turns in small; the levels stand in a column, so that these do too."""
    before, known = desk.before(), desk.view.known
    yield from (BLANK, heading("Trust, strain and room"))
    shown = {
        each: level_and_trend(desk.names, each, before.get(each, known[each]), known[each])
        for _, _, each in seen.levels
    }
    width = max((each.cell_length for each in shown.values()), default=0)
    for quantity, level in shown.items():
        column = words(" " * (width - level.cell_length + 1), level)
        label = desk.names.own_quantity(quantity)
        yield row(label, right=words(spark_of(desk.past.course(quantity)), column))


def _section(title: str, lines: tuple[str, ...]) -> Iterator[Row]:
    if lines:
        yield from (BLANK, heading(title))
        yield from (row(line, lead=words(("• ", "$brass"))) for line in lines)
