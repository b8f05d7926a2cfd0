"""Whether whatever an entry names exists, and whatever a condition asks can be asked."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from game.cards.expressions import name_places, spaced_minus
from game.cards.faults import Fault, quoted, suggest
from game.cards.grammar import Kind
from game.cards.mentions import Asked, Mention, mentions
from game.cards.sheets import Entry, Sheet
from game.cards.vocabulary import FAMILIES, Vocabulary

CODES: Mapping[Kind, str] = {
    Kind.QUANTITY: "E201",
    Kind.TEMPLATE: "E201",
    Kind.CARD: "E202",
    Kind.PARTY: "E203",
    Kind.SEAT: "E203",
    Kind.CLAUSE: "E204",
    Kind.OPTION: "E205",
    Kind.FLAG: "E206",
    Kind.SOURCE: "E207",
    Kind.GROUP: "E209",
    Kind.TRACK: "E209",
    Kind.VERB: "E213",
    Kind.TAG: "E214",
    Kind.RATE: "E218",
    Kind.PACE: "E218",
    Kind.BANDS: "E218",
    Kind.MEASURE: "E218",
}
_CLAIM = re.compile(r"C[0-9]+")
_MOST_LISTED = 12


def check_sheet(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Every name in the file's sound entries that names nothing."""
    for entry in sheet.entries:
        for found in mentions(entry.shape, sheet.part, entry.path):
            if isinstance(found, Asked):
                yield from _asked(sheet, found, vocabulary)
            elif fault := _named(sheet, found, entry, vocabulary):
                yield fault


def _named(sheet: Sheet, found: Mention, entry: Entry, vocabulary: Vocabulary) -> Fault | None:
    if found.kind is Kind.SOURCE and not _CLAIM.fullmatch(found.name):
        return None  # a reference in words
    if found.kind is Kind.TEMPLATE:
        return _template(sheet, found, entry.shape.parties, vocabulary)
    known = vocabulary.names(found.kind, found.clause)
    if known is None or found.name in known or _untold(found.name, vocabulary):
        return None
    hint = f"claims go from {known[0]} to {known[-1]}" if found.kind is Kind.SOURCE else guess(found.name, known)
    return _fault(sheet, found, f"unknown {found.kind.value} {quoted(found.name)}{_of(found.kind, found.clause)}", hint)


def _untold(name: str, vocabulary: Vocabulary) -> bool:
    """The detail of a clause is a quantity too, of which nothing can be said while the clauses are unknown."""
    return name.startswith("detail.") and vocabulary.names(Kind.CLAUSE) is None


def _template(sheet: Sheet, found: Mention, parties: tuple[str, ...], vocabulary: Vocabulary) -> Fault | None:
    """``trust.{party}`` must be a quantity for each party that the action can be done to."""
    known = vocabulary.names(Kind.QUANTITY)
    if known is None:
        return None
    if "{party}" in found.name and not parties:
        hint = "list in 'parties' whom the action can be done to, or name the quantity in full"
        return _fault(sheet, found, f"{quoted(found.name)} is for actions with 'parties'", hint)
    for name in [found.name.replace("{party}", party) for party in parties] or [found.name]:
        if name not in known and not _untold(name, vocabulary):
            return _fault(sheet, found, f"unknown quantity {quoted(name)}", guess(name, known))
    return None


def _fault(sheet: Sheet, found: Mention, message: str, hint: str) -> Fault:
    document = sheet.document
    place = document.key_place(found.path) if found.key else document.place(found.path)
    return document.fault(CODES[found.kind], place, message, hint)


def _of(kind: Kind, clause: str | None) -> str:
    return f" of the clause {quoted(clause)}" if kind is Kind.OPTION and clause else ""


def guess(name: str, known: Collection[str]) -> str:
    """A hint: the name that was probably meant, or all of them if there are few."""
    if meant := suggest(name, known):
        return f"did you mean '{meant}'?"
    if 0 < len(known) <= _MOST_LISTED:
        return f"known are: {', '.join(known)}"
    return ""


def _asked(sheet: Sheet, found: Asked, vocabulary: Vocabulary) -> Iterator[Fault]:
    for name, offset in name_places(found.condition.text):
        if name in vocabulary.askable or (sheet.kind.name == "debrief" and name in vocabulary.afterwards):
            continue
        if wrong := _unaskable(name, vocabulary):
            place = sheet.document.place_within(found.path, offset, len(name))
            yield sheet.document.fault(wrong.code, place, wrong.message, wrong.hint)


class _Wrong(NamedTuple):
    code: str
    message: str
    hint: str


def _unaskable(name: str, vocabulary: Vocabulary) -> _Wrong | None:
    """What is wrong with a name in a condition; None if that cannot be told."""
    if meant := spaced_minus(name, vocabulary.askable):
        return _Wrong("E210", f"unknown name {quoted(name)}", f"a minus needs spaces: {meant}")
    family, _, rest = name.partition(".")
    if family in FAMILIES and rest:
        return _unknown_member(family, rest, vocabulary)
    known = vocabulary.names(Kind.QUANTITY)
    if known is None:
        return None
    if any(each.startswith(f"{family}.") for each in known):
        return _Wrong("E201", f"unknown quantity {quoted(name)}", guess(name, known))
    return _Wrong("E210", f"unknown name {quoted(name)}", guess(name, vocabulary.askable))


def _unknown_member(family: str, rest: str, vocabulary: Vocabulary) -> _Wrong | None:
    kind, clause = FAMILIES[family], None
    if kind is Kind.OPTION:
        clause, _, rest = rest.partition(".")
        if clause not in vocabulary.options:
            kind, rest = Kind.CLAUSE, clause
    known = vocabulary.names(kind, clause)
    if known is None or rest in known:
        return None
    if kind is Kind.FLAG:
        return _Wrong("E206", f"no choice sets the flag {quoted(rest)}", guess(rest, known))
    return _Wrong(CODES[kind], f"unknown {kind.value} {quoted(rest)}{_of(kind, clause)}", guess(rest, known))
