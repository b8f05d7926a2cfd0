"""Every name that the files of a scenario may use, gathered from all of them, the faulty ones included.

It is read from the plain data, so that one fault in a file does not make its other names unknown. A kind of name whose
file cannot be read at all is absent, and then nothing is said about names of that kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.cards.document import Data
from game.cards.grammar import Kind
from game.cards.grammar_cards import TAGS
from game.cards.grammar_scenario import MEASURES, PACES, RatesShape
from game.cards.sheets import Sheet
from game.model.ids import US
from game.model.lessons import FACT_FAMILIES, FACTS

PLAIN_NAMES = ("turn", "turns", "left", "stage", "fighting", "winter", "spring", "summer", "autumn")
"""What a condition may ask besides quantities, :data:`FAMILIES` and ``<party>-in``."""

FAMILIES: Mapping[str, Kind] = {
    "detail": Kind.CLAUSE,
    "agreed": Kind.CLAUSE,
    "text": Kind.OPTION,
    "group": Kind.GROUP,
    "unified": Kind.GROUP,
    "track": Kind.TRACK,
    "flag": Kind.FLAG,
    "seen": Kind.CARD,
    "refusals": Kind.PARTY,
}
"""Names of conditions that end in the name of something, by what stands before the first dot."""


_HOMES: Mapping[Kind, str] = {
    **dict.fromkeys((Kind.PARTY, Kind.SEAT, Kind.GROUP, Kind.TRACK, Kind.BANDS, Kind.QUANTITY), "scenario"),
    **dict.fromkeys((Kind.CARD, Kind.FLAG), "cards"),
    Kind.CLAUSE: "clauses",
    Kind.VERB: "actions",
    Kind.SOURCE: "claims",
}
"""The kind of file in which things of a kind are described."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``options`` are listed by clause. ``askable``: the names of conditions, as far as they can be told;
    ``afterwards``: those that conditions of a debrief may ask besides.
    """

    known: Mapping[Kind, tuple[str, ...]]
    options: Mapping[str, tuple[str, ...]]
    askable: frozenset[str]
    afterwards: frozenset[str] = frozenset()

    def names(self, kind: Kind, clause: str | None = None) -> tuple[str, ...] | None:
        """All names of the kind; None if they cannot be told."""
        if kind is Kind.OPTION:
            return self.options.get(clause or "")
        return self.known.get(kind)


def vocabulary(sheets: Sequence[Sheet]) -> Vocabulary:
    files: dict[str, list[Data]] = {}
    for sheet in sheets:
        files.setdefault(sheet.kind.name, []).append(sheet.document.data)
    doubtful = {sheet.kind.name for sheet in sheets if sheet.document.faults}
    known = {kind: names for kind, names in _known(files).items() if _HOMES.get(kind) not in doubtful}
    options = {
        name: tuple(_ids(clause.get("options")))
        for clause in _entries(files, "clauses")
        if isinstance(name := clause.get("id"), str)
    }
    worlds = [sheet.stem for sheet in sheets if sheet.kind.name == "world"]
    afterwards = frozenset(_afterwards(known, worlds))
    return Vocabulary(known, options, frozenset(_askable(known, options)), afterwards)


def _known(files: Mapping[str, list[Data]]) -> dict[Kind, tuple[str, ...]]:
    frame = next(iter(files.get("scenario", [])), None)
    frame = frame if isinstance(frame, dict) else {}
    clauses = tuple(_ids(_entries(files, "clauses")))
    parties = _texts(frame.get("parties"))
    known = {
        Kind.PARTY: parties,
        Kind.SEAT: (*parties, US) if parties else (),
        Kind.CLAUSE: clauses,
        Kind.GROUP: tuple(_ids(frame.get("groups"))),
        Kind.TRACK: tuple(_ids(frame.get("tracks"))),
        Kind.BANDS: _keys(frame.get("bands")),
        Kind.QUANTITY: tuple(_ids(frame.get("quantities"))),
        Kind.VERB: tuple(_ids(_entries(files, "actions"))),
        Kind.SOURCE: tuple(name for each in files.get("claims", []) for name in _keys(each)),
    }
    told = {kind: names for kind, names in known.items() if names}
    if Kind.QUANTITY in told:
        told[Kind.QUANTITY] += tuple(f"detail.{clause}" for clause in clauses)
    return told | {
        Kind.CARD: tuple(_ids(_entries(files, "cards"))),
        Kind.FLAG: tuple(dict.fromkeys(_flags(files.get("cards", [])))),
        Kind.TAG: tuple(TAGS),
        Kind.RATE: tuple(RatesShape.model_fields),
        Kind.PACE: PACES,
        Kind.MEASURE: MEASURES,
    }


def _askable(known: Mapping[Kind, tuple[str, ...]], options: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from PLAIN_NAMES
    yield from (f"{party}-in" for party in known.get(Kind.PARTY, ()))
    yield from known.get(Kind.QUANTITY, ())
    for family, kind in FAMILIES.items():
        yield from (f"{family}.{name}" for name in known.get(kind, ()))
    for clause, names in options.items():
        yield from (f"text.{clause}.{name}" for name in names)


def _afterwards(known: Mapping[Kind, tuple[str, ...]], worlds: Sequence[str]) -> Iterator[str]:
    """What only a finished game can be asked."""
    yield from FACTS
    members = {"did": known.get(Kind.VERB, ()), "world": worlds}
    for family in FACT_FAMILIES:
        yield from (f"{family}.{name}" for name in members.get(family, known.get(Kind.PARTY, ())))


def _entries(files: Mapping[str, list[Data]], kind: str) -> list[dict[str, Data]]:
    return [each for data in files.get(kind, []) if isinstance(data, list) for each in data if isinstance(each, dict)]


def _ids(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(name := entry.get("id"), str):
            yield name


def _flags(data: Data) -> Iterator[str]:
    """Every flag that something sets, however deep."""
    if isinstance(data, dict):
        sets = data.get("sets")
        yield from [sets] if isinstance(sets, str) else _texts(sets)
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for each in inner:
        yield from _flags(each)


def _texts(data: Data) -> tuple[str, ...]:
    return tuple(each for each in data if isinstance(each, str)) if isinstance(data, list) else ()


def _keys(data: Data) -> tuple[str, ...]:
    return tuple(data) if isinstance(data, dict) else ()
