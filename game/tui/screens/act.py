"""Choosing an act: verb, object, option, each a short list that typing narrows; or the whole act typed in one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from game.model.actions import Action
from game.model.ids import ClauseId, PartyId, VerbId
from game.model.verbs import Slot, slots_of
from game.telling.acts import (
    action_of,
    families,
    parse_typed,
    say_action,
    slot_choices,
    slot_question,
    verb_choices,
)
from game.tui.desk import Desk
from game.tui.keys import KeyTable
from game.tui.panes.estimates import clause_estimate_rows
from game.tui.panes.plan import calendar_line, forecast_rows, free_or
from game.tui.screens.place import Place
from game.tui.widgets.banner import Banner
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words
from game.tui.widgets.sheet import Menu, Sheet
from game.tui.widgets.typeline import TypeLine

_NINE = 9
_NUMBERS = tuple("123456789")
"""They choose, however much has been typed: no word of an act has a digit."""

_SHORT = 28
"""Notes of up to so many letters stand on the line of what they are about."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is to be about, when the player comes from a party, clause, group or track."""

    slot: Slot
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line to choose from. ``key`` is a verb, a word for the next slot, or a whole typed line."""

    key: str
    label: str
    note: str
    right: str
    refusal: str | None
    family: str = ""


class ActScreen(Place[None]):
    """Closes when an act has been added to the plan, or when the player goes back from the first list."""

    CSS_PATH = "act.tcss"
    HELP_PAGE = "act"
    READS: ClassVar[KeyTable] = (("letters", "narrow the list, or spell out the whole act"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="esc"),
        Binding("backspace", "rub_out", "One letter or one step back", show=False),
        Binding("ctrl+u", "clear", "Take back all that was typed", show=False),
        *(Binding(str(number), f"take({number})", "Choose by number", show=False) for number in range(1, _NINE + 1)),
    ]

    def __init__(self, desk: Desk, subject: Subject | None = None) -> None:
        super().__init__()
        self.desk, self.subject = desk, subject
        self.verb: VerbId | None = None
        self.chosen: tuple[str, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self._view = desk.planning_view

    def contents(self) -> Iterable[Widget]:
        yield Banner("Act", calendar_line(self.desk))
        yield TypeLine("type to narrow the list, or the whole act: sound out moscow line", "typed")
        with Container(classes="pair"):
            yield Menu("choices", classes="pane -kept", title="What will you do?", browse=True)
            yield Sheet("about", classes="pane", title="What it means")

    def on_mount(self) -> None:
        self._ask()
        self.query_one("#choices", Menu).focus()

    def about(self) -> str:
        return f"act:{self.verb or self.query_one('#choices', Menu).pointed}"

    def _ask(self) -> None:
        """Show the next step's list from its beginning."""
        self.query_one(TypeLine).put("")
        self._entries = tuple(self._verbs() if self.verb is None else self._words(self.verb))
        menu = self.query_one("#choices", Menu)
        menu.border_title = words(self._question())
        self._show(first=True)

    def _question(self) -> str:
        if self.verb is None:
            return f"What will you do about {self.subject.label}?" if self.subject else "What will you do?"
        return f"{self.desk.names.verb(self.verb)}: {slot_question(self._view, self.verb, self.chosen)}"

    def _verbs(self) -> Iterator[Entry]:
        """Verbs under their headings; those that can be had nowhere now say why."""
        for family, label in families(self._view):
            for verb in verb_choices(self._view, family):
                slots = slots_of(self.desk.scenario.verbs[verb.verb])
                if self.subject is None or slots[:1] == (self.subject.slot,):
                    right = "not now" if verb.refusal else free_or(verb.cost)
                    yield Entry(verb.verb, verb.label, verb.about, right, verb.refusal, label)

    def _words(self, verb: VerbId) -> Iterator[Entry]:
        for choice in slot_choices(self._view, verb, self.chosen):
            right = "not now" if choice.refusal else ""
            yield Entry(choice.word, choice.label, choice.note, right, choice.refusal)

    def _matching(self) -> list[Entry]:
        typed = self.query_one(TypeLine).typed.casefold().split()
        return [entry for entry in self._entries if _fits(f"{entry.family} {entry.label} {entry.key}", typed)]

    def _show(self, *, first: bool = False) -> None:
        entries = self._matching()
        rows: list[Row] = []
        if self.verb is None and self.query_one(TypeLine).typed:
            rows += self._typed_rows(entries)
        for place, entry in enumerate(entries):
            if entry.family and (place == 0 or entries[place - 1].family != entry.family):
                rows += [BLANK, heading(entry.family)] if rows else [heading(entry.family)]
            rows += _entry_rows(place, entry, noted=self.verb is not None)
        if not rows:
            rows.append(note("Nothing here is called that. Backspace takes letters back."))
        menu = self.query_one("#choices", Menu)
        menu.show(rows, pointed="" if first else None, top=first)
        self._describe(menu.pointed)

    def _typed_rows(self, entries: list[Entry]) -> list[Row]:
        """What the typed line means as a whole act, when it is more than the name of a verb."""
        typed = self.query_one(TypeLine).typed
        meant = parse_typed(self.desk.scenario, typed)
        if meant.action is not None and (not entries or " " in typed.strip()):
            return [row((say_action(self.desk.names, meant.action), "bold"), lead=("→ ", "bold $brass"), key="typed:")]
        if entries or not meant.problem:
            return []
        offered = [row(line, lead="  ", key=f"line:{line}") for line in meant.completions[:_NINE]]
        return [note(meant.problem), *offered]

    def _action(self, key: str) -> Action | None:
        """The act that choosing this row would complete, if it would."""
        if key == "typed:":
            return parse_typed(self.desk.scenario, self.query_one(TypeLine).typed).action
        if key.startswith("line:") or not key:
            return None
        verb, chosen = (VerbId(key), self._opening(key)) if self.verb is None else (self.verb, (*self.chosen, key))
        return action_of(self.desk.scenario.verbs[verb], chosen)

    def _opening(self, verb: str) -> tuple[str, ...]:
        """The words that the subject already gives."""
        return () if self.subject is None else (self.subject.word,)

    def _describe(self, key: str) -> None:
        about = self.query_one("#about", Sheet)
        action = self._action(key)
        entry = next((each for each in self._entries if each.key == key), None)
        rows: list[Row] = []
        if entry is not None and entry.refusal:
            rows += [row(("Not now. ", "bold $caution"), entry.refusal), BLANK]
        elif action is not None and (reasons := self.desk.refusals(action)):
            rows += [row(("Not now. ", "bold $caution"), " ".join(reasons)), BLANK]
        if action is not None:
            rows += forecast_rows(self.desk, action)
        elif entry is not None:
            rows += [row((entry.label, "bold")), *([note(entry.note)] if entry.note else [])]
        about.show([*rows, *self._known(key)], top=True)

    def _known(self, key: str) -> Iterator[Row]:
        """What we believe the clause is worth to the party that is asked, or to all who have a say."""
        slots = slots_of(self.desk.scenario.verbs[self.verb]) if self.verb is not None else ()
        said = dict(zip(slots, (*self.chosen, key), strict=False))
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
        entry = next((each for each in self._entries if each.key == key), None)
        action = self._action(key)
        if key.startswith("line:"):
            self.query_one(TypeLine).put(key.removeprefix("line:") + " ")
        elif action is not None:
            self._add(action)
        elif entry is not None and entry.refusal:
            self._describe(key)
            self.app.bell()
        elif entry is not None:
            self.chosen = self._opening(key) if self.verb is None else (*self.chosen, key)
            self.verb = self.verb or VerbId(key)
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
        elif self.verb is None:
            self.dismiss(None)
        else:
            opening = len(self._opening(self.verb))
            if len(self.chosen) > opening:
                self.chosen = self.chosen[:-1]
            else:
                self.verb, self.chosen = None, ()
            self._ask()


def _fits(text: str, typed: list[str]) -> bool:
    """Every typed word begins a word of the text."""
    parts = text.casefold().replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in typed)


def _entry_rows(place: int, entry: Entry, *, noted: bool) -> list[Row]:
    number = str(place + 1) if place < _NINE else " "
    style = "$ink-soft" if entry.refusal else "bold"
    lead = words((f"{number} ", "$brass"))
    short = noted and not entry.right and len(entry.note) <= _SHORT
    right = soft_text(entry.note if short else entry.right)
    head = Row(words((entry.label, style)), lead, right, entry.key)
    return [head, note(entry.note, lead="  ", key=entry.key)] if noted and entry.note and not short else [head]
