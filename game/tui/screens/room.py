"""The situation room: everything at a glance, and the plan of the turn."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.actions import Action
from game.tui.choosing import AT_ONCE
from game.tui.desk import Desk
from game.tui.panes.counsel import FIRST_KEY, brief_rows, said_rows
from game.tui.panes.draft import draft_rows
from game.tui.panes.groups import group_rows
from game.tui.panes.leverage import leverage_rows
from game.tui.panes.parties import party_rows
from game.tui.panes.plan import plan_rows, planned_rows, signing_rows
from game.tui.panes.standing import PROGRESS, dials, when_row
from game.tui.panes.wire import latest_rows
from game.tui.screens.advisers import AdvisersScreen
from game.tui.screens.place import Place
from game.tui.thinking import Thinking, Thought
from game.tui.widgets.dials import Dials
from game.tui.widgets.rows import BLANK, Row
from game.tui.widgets.sheet import Sheet
from game.tui.widgets.tabs import TabLine

PANES: Final[tuple[tuple[str, str, Callable[[Desk], list[Row]]], ...]] = (
    ("parties", "Parties", party_rows),
    ("text", "The text", partial(draft_rows, brief=True)),
    ("turn", "This turn", plan_rows),
    ("groups", "Groups", partial(group_rows, brief=True)),
    ("cables", "Cables", latest_rows),
    ("advisers", "Advisers", partial(said_rows, why=False)),
)
"""In the order of their numbers: across the upper row, then the lower."""

_GRID: Final = ("parties", "text", "turn", "advisers", "groups", "cables")
"""In the order in which the style sheet lays them out."""

_PLACES: Final = range(len(PANES))
_FIRST: Final = 2
_HEAD_PADDING: Final = 2


class RoomScreen(Place[None]):
    """It shows the desk and says what the player wants; what follows from that is the parent's business."""

    CSS_PATH = "room.tcss"
    HELP_PAGE = "room"
    SPARE = ("b", "e", "full_stop", "comma", "f", "u", "x", "r", "l", "g")
    ABOUT: ClassVar[Mapping[str, str]] = {"parties": "party", "text": "clause", "groups": "group"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "want('act')", "Act", id="room.act"),
        Binding("enter", "want('send')", "Send", id="room.send"),
        Binding("t", "want('text')", "Text", id="room.text"),
        Binding("p", "want('parties')", "Parties", id="room.parties"),
        Binding("g", "want('groups')", "Groups", id="room.groups"),
        Binding("l", "want('leverage')", "Leverage", id="room.leverage"),
        Binding("f", "want('front')", "Front", id="room.front"),
        Binding("c", "want('cables')", "Cables", id="room.cables"),
        Binding("v", "want('advisers')", "Advisers", id="room.advisers"),
        Binding("h", "want('curves')", "Curves", show=False, id="room.curves"),
        Binding("w", "want('meters')", "Why", id="room.why"),
        Binding("r", "repeat", "As last turn", id="room.repeat"),
        Binding("e", "want('expect')", "Expect", id="room.expect"),
        Binding("u", "undo", "Undo", id="room.undo"),
        Binding("x,delete", "remove", "Remove", key_display="x", id="room.remove"),
        Binding("comma", "move(-1)", "Earlier", key_display=",", id="room.earlier"),
        Binding("full_stop", "move(1)", "Later", key_display=".", id="room.later"),
        Binding("b", "want('book')", "Book", id="room.book"),
        Binding("m", "want('menu')", "Menu", id="room.menu"),
        Binding("S", "want('settings')", "Settings", show=False, id="room.settings"),
        Binding("R", "want('rewind')", "Take the turn back", show=False, id="room.rewind"),
        *(
            Binding(key, f"verb('{verb}')", f"At once: {verb.replace('-', ' ')}", show=False, id=f"room.{verb}")
            for key, verb in AT_ONCE.items()
        ),
        *(Binding(f"f{FIRST_KEY + n}", f"follow({n})", "Plan what an adviser says", show=False) for n in range(4)),
        *(Binding(str(place + 1), f"pane({place})", "The pane of this number", show=False) for place in _PLACES),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: tuple[object, object] | None = None
        self._thinking = Thinking(self, desk.session.unthought)

    def contents(self) -> Iterable[Widget]:
        yield Dials("standing")
        yield TabLine(tuple(label for _, label, _ in PANES), "tabs")
        with Container(id="desk"):
            labels = {name: label for name, label, _ in PANES}
            yield from (Sheet(name, classes="pane", title=labels[name]) for name in _GRID)
            yield Sheet("leverage", classes="pane", title="Leverage")

    def on_mount(self) -> None:
        self.action_pane(_FIRST)
        self.refresh_desk()

    def on_resize(self) -> None:
        self._show_standing()
        self._show_counsel()

    def refresh_desk(self) -> None:
        """Show the desk as it is now, if it is not what is shown already."""
        seen = (self.desk.session.match, (self.desk.plan, self.desk.predictions))
        if self._shown is not None and self._shown[0] is seen[0] and self._shown[1] == seen[1]:
            return
        self._shown = seen
        self._show_standing()
        for name, _, rows in PANES:
            if name not in ("turn", "advisers"):
                self.query_one(f"#{name}", Sheet).show(rows(self.desk))
        self.query_one("#leverage", Sheet).show(leverage_rows(self.desk))
        self._show_counsel()
        self._thinking.wake()
        self.refresh_bindings()

    def _show_counsel(self) -> None:
        """Advice is always in view: where there is one pane at a time, under the plan."""
        self.query_one("#advisers", Sheet).show(said_rows(self.desk, why=self.has_class("-broad")))
        brief = brief_rows(self.desk) if self.has_class("-narrow") else []
        rows = [*planned_rows(self.desk), *brief, BLANK, *signing_rows(self.desk)]
        self.query_one("#turn", Sheet).show(rows)

    @on(Thought)
    def hear(self, thought: Thought) -> None:
        """An adviser has come to a view; whoever shows advice shows it anew."""
        self.desk.session.heed(thought.number, thought.said)
        self._show_counsel()
        for screen in self.app.screen_stack:
            if isinstance(screen, AdvisersScreen) and screen.drawn:
                screen.refresh_advice()
        self.refresh_bindings()

    def _show_standing(self) -> None:
        head = when_row(self.desk, self.size.width - _HEAD_PADDING)
        self.query_one("#standing", Dials).show(head, PROGRESS, dials(self.desk))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("undo", "remove"):
            return bool(self.desk.plan) or None
        if action == "move":
            return len(self.desk.plan) > 1 or None
        if action == "repeat":
            return self.desk.session.last_turn() is not None
        if parameters == ("expect",):
            return self.desk.open_question() is not None or None
        if action == "follow":
            return parameters[0] in range(len(self.desk.session.advice_at_hand() or ()))
        if action == "verb":
            return parameters[0] in self.desk.scenario.verbs
        return action != "leave"

    def action_follow(self, place: int) -> None:
        """Plan what the adviser at this place says."""
        said = self.desk.session.advice_at_hand() or ()
        if place < len(said) and (reasons := self.desk.add(said[place].action)):
            self.notify(" ".join(reasons), markup=False)
        self.refresh_desk()

    def action_verb(self, verb: str) -> None:
        """Begin this act at once."""
        self.post_message(self.Wanted("verb", verb))

    def action_repeat(self) -> None:
        """Same as last turn."""
        if self.desk.card is None and not self.desk.repeat():
            self.notify("Nothing of last turn's plan is to be had again, or the calendar is full.", markup=False)
        self.refresh_desk()

    def about(self) -> str:
        turn = self.query_one("#turn", Sheet)
        acts = [f"act:{self.desk.plan[int(turn.pointed)].verb}"] if turn.has_focus and turn.pointed else []
        return next(iter(acts), super().about())

    def action_undo(self) -> None:
        self.desk.drop(len(self.desk.plan) - 1)
        self.refresh_desk()

    @property
    def pointed_act(self) -> Action | None:
        """The act of the plan that is pointed at."""
        pointed = self.query_one("#turn", Sheet).pointed
        return self.desk.plan[int(pointed)] if pointed else None

    def action_remove(self) -> None:
        pointed = self.query_one("#turn", Sheet).pointed
        if pointed:
            self.desk.drop(int(pointed))
            self.refresh_desk()

    def action_move(self, by: int) -> None:
        """Carry out the act that is pointed at earlier or later; the cursor goes with it."""
        turn = self.query_one("#turn", Sheet)
        if turn.pointed:
            place = self.desk.move(int(turn.pointed), by)
            self.refresh_desk()
            turn.point(str(place))

    def action_pane(self, place: int) -> None:
        """Bring a pane forward: alone on a narrow screen, with the focus on a wide one."""
        for each, (name, _, _) in enumerate(PANES):
            self.query_one(f"#{name}", Sheet).set_class(each == place, "-shown")
        self.query_one("#tabs", TabLine).show(place)
        self.query_one(f"#{PANES[place][0]}", Sheet).focus()

    @on(TabLine.Asked)
    def bring(self, asked: TabLine.Asked) -> None:
        self.action_pane(asked.tab)

    @on(Dials.Asked)
    def ask_why(self, asked: Dials.Asked) -> None:
        self.post_message(self.Wanted("meters", asked.key))

    @on(Sheet.Chosen)
    def open_subject(self, chosen: Sheet.Chosen) -> None:
        if chosen.sheet.id == "advisers":
            self.action_follow(int(chosen.key))
        elif chosen.sheet.id != "turn":
            self.post_message(self.Wanted(str(chosen.sheet.id), chosen.key))
