"""Choosing an act: verb, object, option, each a short list that typing narrows; or the whole act typed in one line."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.actions import Action
from game.model.ids import ClauseId, PartyId, VerbId
from game.model.verbs import Slot, slots_of
from game.telling.acts import parse_typed, say_action
from game.tui.choosing import AT_ONCE, LINE, NINE, TYPED, Chooser, Entry, Subject
from game.tui.desk import Desk
from game.tui.keys import KeyTable
from game.tui.panes.estimates import clause_estimate_rows
from game.tui.panes.plan import calendar_line, forecast_rows, free_or
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Menu, Sheet
from game.tui.widgets.typeline import TypeLine

_NUMBERS = tuple("123456789")
"""They choose, however much has been typed: no word of an act has a digit."""

_SHORT = 28
"""Notes of up to so many letters stand on the line of what they are about."""


class ActScreen(Place[None]):
    """Closes when an act has been added to the plan, or when the player goes back from the first list."""

    CSS_PATH = "act.tcss"
    HELP_PAGE = "act"
    READS: ClassVar[KeyTable] = (("letters", "narrow the list, or spell out the whole act"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="esc"),
        Binding("backspace", "rub_out", "One letter or one step back", show=False),
        Binding("ctrl+u", "clear", "Take back all that was typed", show=False),
        Binding("f4", "all", "All acts"),
        *(Binding(str(number), f"take({number})", "Choose by number", show=False) for number in range(1, NINE + 1)),
    ]

    def __init__(self, desk: Desk, subject: Subject | None = None, verb: VerbId | None = None, typed: str = "") -> None:
        """Begins with this verb, or with what was typed elsewhere, if either is given."""
        super().__init__()
        self.desk, self._typed = desk, typed
        self.chooser = Chooser(desk.planning_view, subject, verb, everything=desk.everything)

    def contents(self) -> Iterable[Widget]:
        yield Banner("Act", calendar_line(self.desk))
        yield TypeLine("type to narrow the list, or the whole act: sound out moscow line", "typed")
        with Container(classes="pair"):
            yield Menu("choices", classes="pane -kept", title="What will you do?", browse=True)
            yield Sheet("about", classes="pane", title="What it means")

    def on_mount(self) -> None:
        self._ask()
        self.query_one(TypeLine).put(self._typed)
        self.query_one("#choices", Menu).focus()

    def about(self) -> str:
        return f"act:{self.chooser.verb or self.query_one('#choices', Menu).pointed}"

    def _ask(self) -> None:
        """Show the next step's list from its beginning."""
        self.query_one(TypeLine).put("")
        self.query_one("#choices", Menu).border_title = words(self.chooser.question())
        self._show(first=True)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "all" or self.chooser.hidden > 0

    def action_all(self) -> None:
        """Show every act from now on."""
        self.desk.everything = self.chooser.everything = True
        self._show()
        self.refresh_bindings()

    def _matching(self) -> list[Entry]:
        return self.chooser.matching(self.query_one(TypeLine).typed)

    def _show(self, *, first: bool = False) -> None:
        entries, typed = self._matching(), self.query_one(TypeLine).typed
        rows: list[Row] = []
        if self.chooser.verb is None and typed:
            rows += self._typed_rows(entries)
        for place, entry in enumerate(entries):
            if entry.family and (place == 0 or entries[place - 1].family != entry.family):
                rows += [BLANK, heading(entry.family)] if rows else [heading(entry.family)]
            rows += _entry_rows(place, entry, noted=self.chooser.verb is not None)
        if not rows:
            rows.append(note("Nothing here is called that. Backspace takes letters back."))
        if self.chooser.hidden and not typed:
            rows += [BLANK, note(f"{self.chooser.hidden} more acts come with the turns; F4 shows them now.")]
        menu = self.query_one("#choices", Menu)
        menu.show(rows, pointed="" if first else None, top=first)
        self._describe(menu.pointed)

    def _typed_rows(self, entries: list[Entry]) -> list[Row]:
        """What the typed line means as a whole act, when it is more than the name of a verb."""
        typed = self.query_one(TypeLine).typed
        meant = parse_typed(self.desk.scenario, typed)
        if meant.action is not None and (not entries or " " in typed.strip()):
            return [row((say_action(self.desk.names, meant.action), "bold"), lead=("→ ", "bold $brass"), key=TYPED)]
        if entries or not meant.problem:
            return []
        offered = [row(line, lead="  ", key=f"{LINE}{line}") for line in meant.completions[:NINE]]
        return [note(meant.problem), *offered]

    def _action(self, key: str) -> Action | None:
        return self.chooser.action(key, self.query_one(TypeLine).typed)

    def _describe(self, key: str) -> None:
        about = self.query_one("#about", Sheet)
        action = self._action(key)
        entry = self.chooser.entry(key)
        rows: list[Row] = []
        if entry is not None and entry.refusal:
            rows += [row(("Not now. ", "bold $caution"), entry.refusal), BLANK]
        elif action is not None and (reasons := self.desk.refusals(action)):
            rows += [row(("Not now. ", "bold $caution"), " ".join(reasons)), BLANK]
        if action is not None:
            rows += forecast_rows(self.desk, action)
        elif entry is not None:
            rows += [row((entry.label, "bold")), *([note(entry.note)] if entry.note else [])]
            rows += [
                note(f"In the situation room, {each} begins it at once.") for each in AT_ONCE if AT_ONCE[each] == key
            ]
        about.show([*rows, *self._known(key)], top=True)

    def _known(self, key: str) -> Iterator[Row]:
        """What we believe the clause is worth to the party that is asked, or to all who have a say."""
        verb, chosen = self.chooser.verb, self.chooser.chosen
        slots = slots_of(self.desk.scenario.verbs[verb]) if verb is not None else ()
        said = dict(zip(slots, (*chosen, key), strict=False))
        clause = self.desk.scenario.clauses.get(ClauseId(said.get(Slot.CLAUSE, "")))
        if clause is None:
            return
        asked = said.get(Slot.PARTY)
        for party in clause.stakeholders if asked is None else (PartyId(asked),):
            yield BLANK
            yield from clause_estimate_rows(self.desk, party, clause.id)

    def on_key(self, event: events.Key) -> None:
        if event.character not in _NUMBERS and self.query_one(TypeLine).take(event):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        line = self.query_one(TypeLine)
        line.put(line.typed + event.text)

    def action_take(self, number: int) -> None:
        entries = self._matching()
        if number <= len(entries):
            self.query_one("#choices", Menu).point(entries[number - 1].key)
            self._choose(entries[number - 1].key)

    def action_rub_out(self) -> None:
        """A letter less; with nothing typed, one step back."""
        line = self.query_one(TypeLine)
        if line.typed:
            line.rub_out()
        else:
            self.action_back()

    def action_clear(self) -> None:
        self.query_one(TypeLine).put("")

    @on(TypeLine.Changed)
    def narrow(self) -> None:
        self._show()

    @on(Sheet.Pointed, "#choices")
    def describe(self) -> None:
        """Of the row under the cursor now: the message may be of a list that has gone by."""
        self._describe(self.query_one("#choices", Menu).pointed)

    @on(Sheet.Chosen, "#choices")
    def take(self, chosen: Sheet.Chosen) -> None:
        self._choose(chosen.key)

    def _choose(self, key: str) -> None:
        """One step on: into a typed line, into the plan, or to the next list."""
        entry, action = self.chooser.entry(key), self._action(key)
        if key.startswith(LINE):
            self.query_one(TypeLine).put(key.removeprefix(LINE) + " ")
        elif action is not None:
            self._add(action)
        elif entry is not None and entry.refusal:
            self._describe(key)
            self.app.bell()
        elif entry is not None:
            self.chooser.choose(key)
            self._ask()

    def _add(self, action: Action) -> None:
        if self.desk.add(action):
            self._describe(self.query_one("#choices", Menu).pointed)
            self.app.bell()
        else:
            self.dismiss(None)

    def action_back(self) -> None:
        """One step back; from the first list, out."""
        if self.query_one(TypeLine).typed:
            self.query_one(TypeLine).put("")
        elif self.chooser.back():
            self._ask()
        else:
            self.dismiss(None)


def _entry_rows(place: int, entry: Entry, *, noted: bool) -> list[Row]:
    number = str(place + 1) if place < NINE else " "
    style = "$ink-soft" if entry.refusal else "bold"
    lead = words((f"{number} ", "$brass"))
    closing = "not now" if entry.refusal else free_or(entry.cost) if entry.cost else ""
    short = noted and not closing and len(entry.note) <= _SHORT
    right = soft_text(entry.note if short else closing)
    head = Row(words((entry.label, style)), lead, right, entry.key)
    return [head, note(entry.note, lead="  ", key=entry.key)] if noted and entry.note and not short else [head]
