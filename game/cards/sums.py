"""What the numbers and lists of one entry show together: sums, complete lists, bounds in order."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeAlias

from game.cards.document import Path
from game.cards.faults import Fault, quoted, suggest
from game.cards.grammar import Kind
from game.cards.grammar_cards import VerbShape
from game.cards.grammar_parties import PartyShape
from game.cards.grammar_scenario import InformationShape, LensShape, QuantityShape, ScenarioShape
from game.cards.sheets import Entry, Sheet
from game.cards.vocabulary import Vocabulary
from game.model.actions import FORMS
from game.model.information import USUAL

WHOLE = 100
PLACEHOLDERS = ("clause", "option", "ask_clause", "ask_option", "party", "track")

Check: TypeAlias = Callable[[Sheet, Entry, Vocabulary], Iterator[Fault]]


def _sum(sheet: Sheet, path: Path, numbers: Collection[int], what: str) -> Iterator[Fault]:
    if (total := sum(numbers)) != WHOLE:
        message = f"{what} add up to {total}, not to {WHOLE}"
        yield sheet.document.fault("E112", sheet.document.key_place(path), message)


def _complete(sheet: Sheet, path: Path, found: Collection[str], wanted: Collection[str]) -> Iterator[Fault]:
    missing = [name for name in wanted if name not in found]
    if missing:
        message = f"{quoted(str(path[-1]))} says nothing of {', '.join(missing)}"
        yield sheet.document.fault("E102", sheet.document.key_place(path), message)


def _party(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    party: PartyShape = entry.shape
    clauses = vocabulary.names(Kind.CLAUSE) or ()
    yield from _sum(sheet, ("weights",), party.weights.values(), "the weights")
    for field in ("weights", "values", "expects", "public"):
        yield from _complete(sheet, (field,), getattr(party, field), clauses)
    for clause, values in party.values.items():
        yield from _complete(sheet, ("values", clause), values, vocabulary.options.get(clause, ()))
    for field in ("no_deal", "deal"):
        for index, slope in enumerate(getattr(party, field)):
            if slope.low > slope.high:
                yield _order(sheet, (field, index), slope.low, slope.high)


def _order(sheet: Sheet, path: Path, low: int, high: int) -> Fault:
    place = sheet.document.place((*path, "low"))
    return sheet.document.fault("E105", place, f"'low' is {low}, above 'high', which is {high}")


def _clauses(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    if entry is sheet.entries[0] and not sheet.faults:
        importance = [each.shape.importance for each in sheet.entries]
        yield from _sum(sheet, (0, "importance"), importance, "the clauses' importances")


def _actions(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    verb: VerbShape = entry.shape
    if entry is sheet.entries[0]:
        known = vocabulary.names(Kind.VERB) or FORMS
        for missing in (name for name in FORMS if name not in known):
            message = f"the action {quoted(missing)} is missing, which the rules carry out"
            yield sheet.document.fault("E102", sheet.document.place(()), message)
    if verb.id in FORMS and verb.parties:
        place = sheet.document.key_place((*entry.path, "parties"))
        message = f"the rules ask for what {quoted(verb.id)} needs; it takes no 'parties'"
        yield sheet.document.fault("E109", place, message)


def _scenario(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    frame: ScenarioShape = entry.shape
    yield from _complete(sheet, ("landing",), frame.landing, vocabulary.names(Kind.CLAUSE) or ())
    for index, quantity in enumerate(frame.quantities):
        yield from _quantity(sheet, ("quantities", index), quantity)
    for index, level in enumerate(frame.information):
        if level.id == USUAL:
            yield from _usual(sheet, ("information", index), level)
    for name, bands in frame.bands.items():
        if [at for at, _ in bands] != sorted({at for at, _ in bands}):
            place = sheet.document.key_place(("bands", name))
            yield sheet.document.fault("E105", place, f"the numbers of the bands {quoted(name)} must rise")
    for index, track in enumerate(frame.tracks):
        if track.id not in (group.track for group in frame.groups):
            place = sheet.document.place(("tracks", index, "id"))
            yield sheet.document.fault("E209", place, f"no group works on the track {quoted(track.id)}")


def _usual(sheet: Sheet, path: Path, level: InformationShape) -> Iterator[Fault]:
    """The usual level is the measure of the others."""
    for field in ("lists", "bands"):
        if (percent := getattr(level, field)) != WHOLE:
            message = f"{quoted(field)} of the level {quoted(USUAL)} must be {WHOLE}, found {percent}"
            yield sheet.document.fault("E105", sheet.document.place((*path, field)), message)


def _quantity(sheet: Sheet, path: Path, quantity: QuantityShape) -> Iterator[Fault]:
    if quantity.low > quantity.high:
        yield _order(sheet, path, quantity.low, quantity.high)
        return
    for field in ("start", "rest"):
        level = getattr(quantity, field)
        if level is not None and not quantity.low <= level <= quantity.high:
            message = f"{quoted(field)} must be from {quantity.low} to {quantity.high}, found {level}"
            yield sheet.document.fault("E105", sheet.document.place((*path, field)), message)


def _lens(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    lens: LensShape = entry.shape
    yield from _sum(sheet, ("weights",), lens.weights.values(), "the weights")


def _voice(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    for intent, lines in entry.shape.items():
        for index, line in enumerate(lines):
            yield from _placeholders(sheet, (intent, index), line)


def _desk(sheet: Sheet, entry: Entry, vocabulary: Vocabulary) -> Iterator[Fault]:
    for kind, line in entry.shape.help.items():
        yield from _placeholders(sheet, ("help", kind), line)


def _placeholders(sheet: Sheet, path: Path, line: str) -> Iterator[Fault]:
    """Braces in a sentence hold one of a few words, which the game replaces."""
    for brace in re.finditer(r"\{([^{}]*)\}|[{}]", line):
        name = brace[1]
        if name in PLACEHOLDERS:
            continue
        meant = suggest(name or "", PLACEHOLDERS)
        hint = f"did you mean '{{{meant}}}'?" if meant else f"known are: {', '.join(PLACEHOLDERS)}"
        place = sheet.document.place_within(path, brace.start(), len(brace[0]))
        yield sheet.document.fault("E219", place, f"{quoted(brace[0])} is replaced by nothing", hint)


CHECKS: Mapping[str, Check] = {
    "actions": _actions,
    "clauses": _clauses,
    "desk": _desk,
    "lens": _lens,
    "party": _party,
    "scenario": _scenario,
    "voice": _voice,
}
