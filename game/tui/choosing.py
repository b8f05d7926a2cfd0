"""An act in the choosing: which list is open, what of it fits what was typed, and what a choice leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from game.model.actions import Action, CallLeader, Convene, Float, Link, SoundOut, Table, TaskGroup
from game.model.ids import VerbId
from game.model.verbs import Slot, slots_of
from game.model.views import MediatorView
from game.telling.acts import action_of, families, parse_typed, slot_choices, slot_question, verb_choices
from game.telling.learning import shown_to_newcomers
from game.telling.names import Names

NINE: Final = 9
"""So many entries of a list have a digit."""

AT_ONCE: Final[Mapping[str, VerbId]] = {
    "s": SoundOut.verb,
    "o": Float.verb,
    "k": CallLeader.verb,
    "n": Convene.verb,
    "d": Table.verb,
    "j": TaskGroup.verb,
    "i": Link.verb,
}
"""Keys of the situation room that begin an act which needs more than one thing said, so that four keys say it all."""

TYPED: Final = "typed:"
LINE: Final = "line:"
"""What the keys of rows begin with that stand for what was typed, or for a way to go on typing."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an act is to be about, when the player comes from a party, clause, group or track."""

    slot: Slot
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line to choose from. ``key`` is a verb or a word for the next slot. ``early``: a newcomer is shown it now."""

    key: str
    label: str
    note: str
    cost: str
    refusal: str | None
    family: str = ""
    early: bool = True


class Chooser:
    """Lists one after another: verbs, then slot by slot what the verb still needs."""

    def __init__(
        self, view: MediatorView, subject: Subject | None = None, verb: VerbId | None = None, *, everything: bool = True
    ) -> None:
        self.view, self.subject, self.verb, self.everything = view, subject, verb, everything
        self.chosen: tuple[str, ...] = ()
        self._first = verb
        self.entries: tuple[Entry, ...] = ()
        self._open()

    def _open(self) -> None:
        self.entries = tuple(self._verbs() if self.verb is None else self._words(self.verb))

    def question(self) -> str:
        if self.verb is not None:
            return f"{Names(self.view.scenario).verb(self.verb)}: {slot_question(self.view, self.verb, self.chosen)}"
        return f"What will you do about {self.subject.label}?" if self.subject else "What will you do?"

    def _verbs(self) -> Iterator[Entry]:
        """Verbs under their headings; those that can be had nowhere now say why."""
        for family, label in families(self.view):
            for verb in verb_choices(self.view, family):
                slots = slots_of(self.view.scenario.verbs[verb.verb])
                if self.subject is None or slots[:1] == (self.subject.slot,):
                    early = self.subject is not None or shown_to_newcomers(self.view, verb.verb)
                    yield Entry(verb.verb, verb.label, verb.about, verb.cost, verb.refusal, label, early)

    def _words(self, verb: VerbId) -> Iterator[Entry]:
        for choice in slot_choices(self.view, verb, self.chosen):
            yield Entry(choice.word, choice.label, choice.note, "", choice.refusal)

    def matching(self, typed: str) -> list[Entry]:
        """What fits the typed words. Without any, a newcomer sees what is for newcomers."""
        parts = typed.casefold().split()
        fits = [entry for entry in self.entries if _fits(f"{entry.family} {entry.label} {entry.key}", parts)]
        return fits if parts or self.everything else [entry for entry in fits if entry.early]

    @property
    def hidden(self) -> int:
        """Entries that are shown only on request."""
        return 0 if self.everything else sum(not entry.early for entry in self.entries)

    def entry(self, key: str) -> Entry | None:
        return next((each for each in self.entries if each.key == key), None)

    def action(self, key: str, typed: str = "") -> Action | None:
        """The act that choosing this row would complete, if it would."""
        if key == TYPED:
            return parse_typed(self.view.scenario, typed).action
        if key.startswith(LINE) or not key:
            return None
        verb, chosen = (VerbId(key), self._opening()) if self.verb is None else (self.verb, (*self.chosen, key))
        return action_of(self.view.scenario.verbs[verb], chosen)

    def _opening(self) -> tuple[str, ...]:
        """The words that the subject already gives."""
        return () if self.subject is None else (self.subject.word,)

    def choose(self, key: str) -> None:
        """One step on, to the next list."""
        if self.verb is None:
            self.verb, self.chosen = VerbId(key), self._opening()
        else:
            self.chosen = (*self.chosen, key)
        self._open()

    def back(self) -> bool:
        """One step back; False at the first list."""
        if self.verb is None or (self.verb == self._first and not self.chosen):
            return False
        if len(self.chosen) > len(self._opening()):
            self.chosen = self.chosen[:-1]
        else:
            self.verb, self.chosen = None, ()
        self._open()
        return True


def _fits(text: str, typed: list[str]) -> bool:
    """Every typed word begins a word of the text."""
    parts = text.casefold().replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in typed)
