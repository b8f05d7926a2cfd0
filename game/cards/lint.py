"""Rules for content that can be played, but hardly as its author meant it: they warn, and never stop a game.

A rule is a function of the :class:`Material`; :func:`rule` enters it in :data:`RULES` under its code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.cards.building import FIRST_WORLDS
from game.cards.expressions import name_places
from game.cards.faults import Fault, quoted
from game.cards.grammar_cards import CardShape, ChoiceShape, CostShape
from game.cards.mentions import Asked, mentions
from game.cards.sheets import Entry, Sheet
from game.cards.vocabulary import Vocabulary
from game.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Material:
    """All files of a scenario with their places, and the scenario itself if it could be built."""

    sheets: tuple[Sheet, ...]
    vocabulary: Vocabulary
    scenario: Scenario | None

    def entries(self, kind: str) -> Iterator[tuple[Sheet, Entry]]:
        """Every sound entry in files of this kind."""
        for sheet in self.sheets:
            if sheet.kind.name == kind:
                yield from ((sheet, entry) for entry in sheet.entries)

    def asked(self) -> Iterator[str]:
        """Every name in every condition, as often as it is asked."""
        for sheet in self.sheets:
            for entry in sheet.entries:
                for found in mentions(entry.shape, sheet.part, entry.path):
                    if isinstance(found, Asked):
                        yield from (place.name for place in name_places(found.condition.text))


Rule: TypeAlias = Callable[[Material], Iterator[Fault]]

RULES: Final[dict[str, Rule]] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    """Enters a rule under the code of its warnings."""

    def enter(check: Rule) -> Rule:
        RULES[code] = check
        return check

    return enter


def lint(material: Material) -> tuple[Fault, ...]:
    """The warnings of all rules, by place."""
    return tuple(sorted({fault for check in RULES.values() for fault in check(material)}))


@rule("W405")
def choices_all_closed(material: Material) -> Iterator[Fault]:
    for sheet, entry in material.entries("cards"):
        card: CardShape = entry.shape
        if card.choices and not any(map(_always_open, card.choices)):
            place = sheet.document.key_place((*entry.path, "choices"))
            hint = "give one choice neither 'cost' nor 'when'"
            yield sheet.document.fault("W405", place, "every choice can be closed at once", hint)


def _always_open(choice: ChoiceShape) -> bool:
    return choice.when is None and choice.cost in (None, CostShape())


@rule("W408")
def flag_never_read(material: Material) -> Iterator[Fault]:
    read = set(material.asked())
    for sheet, entry in material.entries("cards"):
        card: CardShape = entry.shape
        outcomes = [(entry.path, card), *(((*entry.path, "choices", i), each) for i, each in enumerate(card.choices))]
        for path, outcome in outcomes:
            for index, flag in enumerate(outcome.sets):
                if f"flag.{flag}" not in read:
                    place = sheet.document.place((*path, "sets", index))
                    yield sheet.document.fault("W408", place, f"no condition reads the flag {quoted(flag)}")


@rule("W412")
def world_unlike_others(material: Material) -> Iterator[Fault]:
    for sheet, entry in material.entries("world"):
        if entry.shape.id not in FIRST_WORLDS:
            message = f"no experiment is made in the world {quoted(entry.shape.id)}"
            hint = f"experiments are made in: {', '.join(FIRST_WORLDS)}"
            yield sheet.document.fault("W412", sheet.document.place(("id",)), message, hint)
