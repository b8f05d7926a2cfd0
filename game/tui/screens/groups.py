"""The working groups: who sits where, what officials have done, and what they wait for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.groups import Format, Group
from game.model.ids import GroupId
from game.rules.options import trust_gap
from game.telling.groups import waits_for
from game.telling.prose import counted, sentence
from game.tui.desk import Desk
from game.tui.panes.groups import detail_steps, format_word, group_rows
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.marks import bar, marks
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text
from game.tui.widgets.sheet import Menu, Sheet

_BAR = 20


class GroupsScreen(Place[None]):
    CSS_PATH = "groups.tcss"
    HELP_PAGE = "groups"
    ABOUT: ClassVar[Mapping[str, str]] = {"groups": "group"}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "act", "Act on the group")]

    def __init__(self, desk: Desk, group: str = "") -> None:
        super().__init__()
        self.desk, self._first = desk, group

    def contents(self) -> Iterable[Widget]:
        yield Banner("Working groups", self.desk.dates)
        with Container(classes="pair"):
            yield Menu("groups", classes="pane -kept", title="Groups", browse=True)
            yield Sheet("group", classes="pane", title="The group")

    def on_mount(self) -> None:
        menu = self.query_one("#groups", Menu)
        menu.show(group_rows(self.desk), pointed=self._first or None)
        menu.focus()
        self._describe(menu.pointed)

    def _describe(self, group: str) -> None:
        if group in self.desk.scenario.groups:
            self.query_one("#group", Sheet).show(list(about_rows(self.desk, GroupId(group))), top=True)

    @on(Sheet.Pointed, "#groups")
    def describe(self, pointed: Sheet.Pointed) -> None:
        self._describe(pointed.key)

    @on(Sheet.Chosen, "#groups")
    def take(self) -> None:
        self.action_act()

    def action_act(self) -> None:
        self.post_message(self.Wanted("group", self.query_one("#groups", Menu).pointed))


def about_rows(desk: Desk, group: GroupId) -> Iterator[Row]:
    spec, state = desk.scenario.groups[group], desk.view.groups[group]
    yield row((spec.title, "bold"))
    yield row(spec.about.strip())
    yield from (BLANK, row(marks(desk.names, spec.stakeholders), lead=soft_text("Have a say  ")))
    if not state.convened:
        wait = (
            f"Not convened; it can be from turn {state.resumes}." if state.resumes > desk.view.turn else "Not convened."
        )
        yield note(wait)
    else:
        yield row(marks(desk.names, state.members), soft_text("  and us"), lead=soft_text("Sit in it   "))
        yield row(format_word(state), lead=soft_text("Format      "))
        yield from _united(desk, spec)
    if spec.track is not None:
        work = desk.view.tracks[spec.track].work
        yield from (BLANK, heading("Groundwork"), row(bar(work, 100, _BAR), f" {work} of 100"))
    else:
        yield from _clauses(desk, group)


def _united(desk: Desk, spec: Group) -> Iterator[Row]:
    """Whether one room would hold, or holds."""
    state = desk.view.groups[spec.id]
    if spec.track is not None:
        return
    gap = trust_gap(desk.view, state.members)
    if state.format is Format.UNIFIED:
        yield note(
            "It may break up: trust is short of what one room takes." if gap else "There is trust enough for one room."
        )
    elif gap:
        yield note(f"One room would take {counted(gap, 'point')} more trust between them.")
    else:
        yield note("There is trust enough for one room.")


def _clauses(desk: Desk, group: GroupId) -> Iterator[Row]:
    tasks = desk.view.groups[group].tasks
    yield from (BLANK, heading("Its clauses"))
    for clause in desk.scenario.clauses.values():
        if clause.group != group:
            continue
        told = soft_text("  told to work on this") if clause.id in tasks else ""
        yield row((clause.title, "bold"), told, right=detail_steps(desk, clause.id))
        waiting = waits_for(desk.names, clause.id, desk.view.text[clause.id])
        if waiting:
            yield note(sentence(waiting), lead="  ")
