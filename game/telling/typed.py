"""Actions typed in one line: ``sound out moscow line``, ``table line in place``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, NamedTuple

from game.model.actions import Action
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, VerbId
from game.model.scenario import Scenario
from game.model.verbs import Slot, Verb, build_action, slots_of
from game.rules.options import MOST_TASKS, MOST_TERMS
from game.telling.prose import listing

_SKIPPED: Final = frozenset(["a", "an", "and", "as", "at", "for", "in", "is", "of", "on", "the", "to", "with"])
_MOST: Final = {Slot.MEMBERS: 99, Slot.TASKS: MOST_TASKS, Slot.TERMS: MOST_TERMS}
_NOUNS: Final = {
    Slot.PARTY: "party",
    Slot.CLAUSE: "clause",
    Slot.OPTION: "wording",
    Slot.GROUP: "group",
    Slot.FORMAT: "format",
    Slot.MEMBERS: "party",
    Slot.TASKS: "clause",
    Slot.TRACK: "track",
    Slot.TERMS: "clause",
}


@dataclass(frozen=True, slots=True)
class TypedAction:
    """What a typed line means. Either ``action`` or a ``problem`` in a sentence; ``completions`` are whole lines."""

    action: Action | None
    completions: tuple[str, ...]
    problem: str | None


class Alias(NamedTuple):
    """A way to type a name. ``tail``: only the end of it, which counts for less."""

    words: tuple[str, ...]
    tail: bool = False


Wanted = tuple[str, tuple[Alias, ...]]
"""A word that an action can hold, and the ways to type it."""


class _StuckError(Exception):
    """Reading cannot go on; carries the problem and the words that would fit."""

    def __init__(self, problem: str, words: Iterable[str] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.words = tuple(words)


@dataclass(slots=True)
class _Reader:
    """The typed words and how far they have been read. ``said`` is what was understood, in canonical words."""

    words: tuple[str, ...]
    place: int
    said: list[str]

    @property
    def rest(self) -> tuple[str, ...]:
        return self.words[self.place :]

    def take(self, wanted: tuple[Wanted, ...], noun: str) -> str:
        """The wanted word that is typed next."""
        if not self.rest:
            raise _StuckError(f"Say which {noun}.", (word for word, _ in wanted))
        found, length = _best(self.rest, wanted)
        if not found:
            raise _unknown(self.rest[0], noun, wanted)
        if len(found) > 1:
            raise _StuckError(f"'{' '.join(self.rest[:length])}' could be more than one {noun}.", found)
        self.place += length
        self.said.append(found[0])
        return found[0]


def parse_typed(scenario: Scenario, text: str) -> TypedAction:
    """Read one typed line. Parties, clauses, wordings and verbs go by id, title or label, or a unique beginning."""
    reader = _Reader(_words(text), 0, [])
    try:
        verb = scenario.verbs[VerbId(reader.take(_verbs(scenario), "act"))]
        values = _read_slots(scenario, verb, reader)
        if reader.rest:
            raise _StuckError(f"'{' '.join(reader.rest)}' is left over; the act was complete before it.")
    except _StuckError as stuck:
        said = " ".join(reader.said)
        return TypedAction(None, tuple(f"{said} {word}".strip() for word in stuck.words), stuck.problem)
    return TypedAction(build_action(verb.id, values), (), None)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without articles and prepositions."""
    plain = "".join(each if each.isalnum() or each == "'" else " " for each in text.lower())
    return tuple(word for word in plain.split() if word not in _SKIPPED)


def _best(words: tuple[str, ...], wanted: tuple[Wanted, ...]) -> tuple[tuple[str, ...], int]:
    """The wanted words that fit the most of what is typed, and how many words they take.

    Words typed in full go before beginnings, and a whole name before the end of one.
    """
    best: list[str] = []
    rank = (0, 0, 0, 0)
    for word, aliases in wanted:
        mine = max((_fit(words, alias) for alias in aliases), default=(0, 0, 0, 0))
        if mine[0] and mine > rank:
            best, rank = [word], mine
        elif mine[0] and mine == rank:
            best.append(word)
    return tuple(best), rank[0]


def _fit(words: tuple[str, ...], alias: Alias) -> tuple[int, int, int, int]:
    """Words taken, of these the ones typed in full, and 1 each if the alias is complete and if it is no tail."""
    taken = whole = 0
    for typed, meant in zip(words, alias.words, strict=False):
        if not meant.startswith(typed):
            break
        taken += 1
        whole += typed == meant
    return taken, whole, int(taken == len(alias.words)), int(not alias.tail)


def _unknown(typed: str, noun: str, wanted: tuple[Wanted, ...]) -> _StuckError:
    spellings = {part: word for word, aliases in wanted for alias in aliases for part in alias.words}
    close = get_close_matches(typed, spellings, 3, 0.7)
    guesses = tuple(dict.fromkeys(spellings[each] for each in close))
    meant = f" Did you mean {listing(guesses, 'or')}?" if guesses else ""
    return _StuckError(f"There is no {noun} called '{typed}' here.{meant}", guesses or (word for word, _ in wanted))


def _read_slots(scenario: Scenario, verb: Verb, reader: _Reader) -> tuple[str, ...]:
    values: list[str] = []
    for slot in slots_of(verb):
        if slot in _MOST:
            values.append("+".join(_read_many(scenario, slot, reader, values)))
        elif slot is Slot.FORMAT:
            values.append(_read_format(reader))
        else:
            values.append(reader.take(_wanted(scenario, slot, values, verb), _NOUNS[slot]))
    return tuple(values)


def _read_format(reader: _Reader) -> str:
    """Parallel unless said otherwise."""
    spellings: tuple[Wanted, ...] = (
        (Format.PARALLEL.value, _aliases("parallel")),
        (Format.UNIFIED.value, _aliases("unified", "united", "one room")),
    )
    found, _ = _best(reader.rest, spellings)
    return reader.take(spellings, _NOUNS[Slot.FORMAT]) if found else Format.PARALLEL.value


def _read_many(scenario: Scenario, slot: Slot, reader: _Reader, values: list[str]) -> Iterator[str]:
    """Members, tasks or the terms of a package, up to the end of the line."""
    if slot is Slot.MEMBERS and not reader.rest:
        yield from scenario.groups[GroupId(values[0])].stakeholders
        return
    wanted = _wanted(scenario, slot, values, None)
    found: list[str] = []
    while not found or (reader.rest and len(found) < _MOST[slot]):
        word = reader.take(wanted, _NOUNS[slot])
        if slot is Slot.TERMS:
            option = reader.take(_wanted(scenario, Slot.OPTION, [word], None), _NOUNS[Slot.OPTION])
            word = str(Term(ClauseId(word), OptionId(option)))
        found.append(word)
    order: list[str] = list(scenario.parties) if slot is Slot.MEMBERS else found
    yield from dict.fromkeys(sorted(found, key=order.index))


def _wanted(scenario: Scenario, slot: Slot, values: list[str], verb: Verb | None) -> tuple[Wanted, ...]:
    match slot:
        case Slot.PARTY | Slot.MEMBERS:
            parties = (verb.parties if verb else ()) or tuple(scenario.parties)
            return tuple((party, _party_aliases(scenario, party)) for party in parties)
        case Slot.CLAUSE | Slot.TASKS | Slot.TERMS:
            clauses = scenario.clauses.values()
            return tuple((each.id, _aliases(each.id, each.short, each.title)) for each in clauses)
        case Slot.OPTION:
            options = scenario.clauses[ClauseId(values[-1])].options.values()
            return tuple((each.id, _with_tails(_aliases(each.id, each.label))) for each in options)
        case Slot.GROUP:
            return tuple((each.id, _aliases(each.id, each.title)) for each in scenario.groups.values())
        case _:
            return tuple((each.id, _aliases(each.id, each.title)) for each in scenario.tracks.values())


def _verbs(scenario: Scenario) -> tuple[Wanted, ...]:
    return tuple((verb.id, _aliases(verb.id, verb.label)) for verb in scenario.verbs.values())


def _party_aliases(scenario: Scenario, party: PartyId) -> tuple[Alias, ...]:
    spec = scenario.parties[party]
    return _aliases(party, spec.name, spec.formal, spec.tag)


def _aliases(*texts: str) -> tuple[Alias, ...]:
    return tuple(dict.fromkeys(Alias(_words(text)) for text in texts))


def _with_tails(aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """Also from any later word on: ``snapback`` for ``monitored-snapback``."""
    tails = (Alias(words[start:], tail=True) for words, _ in aliases for start in range(1, len(words)))
    return tuple(dict.fromkeys((*aliases, *tails)))
