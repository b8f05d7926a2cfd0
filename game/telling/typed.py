"""Actions typed in one line: ``sound out moscow line``, ``table line in place``.

Names may be typed as they stand on the screen or as ids; ways to go on are shown as they stand on the screen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from game.model.actions import Action, CallConference
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, VerbId
from game.model.scenario import Scenario
from game.model.verbs import Slot, Verb, build_action, slots_of
from game.rules.options import MOST_TASKS, MOST_TERMS
from game.telling.prose import in_prose, listing

_SKIPPED: Final = frozenset(["a", "an", "and", "as", "at", "for", "in", "is", "of", "on", "the", "to", "with"])
_MOST: Final = {Slot.MEMBERS: 99, Slot.TASKS: MOST_TASKS, Slot.TERMS: MOST_TERMS}
_CLOSE, _NEARLY = 0.6, 0.12
"""How like a name a typed word must be to be guessed at, and how far behind the best guess it may be."""

_LATER, _LONGER = 0.1, 0.25
"""What a guess loses if the word is not the name's first, and, at most, if the name has other words."""

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
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {CallConference.verb: ("sign", "signing conference", "conference")}
"""Further ways to type a verb."""


@dataclass(frozen=True, slots=True)
class TypedAction:
    """What a typed line means. Either ``action`` or a ``problem`` in a sentence; ``completions`` are whole lines.

    ``verb`` is what is to be done, as soon as that is clear.
    """

    action: Action | None
    completions: tuple[str, ...]
    problem: str | None
    verb: VerbId | None = None


class Alias(NamedTuple):
    """A way to type a name. ``tail``: only the end of it, which counts for less."""

    words: tuple[str, ...]
    tail: bool = False


class Wanted(NamedTuple):
    """A word that an action can hold, the ways to type it, and how it is shown."""

    word: str
    aliases: tuple[Alias, ...]
    shown: str


class _StuckError(Exception):
    """Reading cannot go on; carries the problem and what would fit, as it is shown."""

    def __init__(self, problem: str, fitting: Iterable[Wanted] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.shown = tuple(each.shown for each in fitting)


@dataclass(slots=True)
class _Reader:
    """The typed words and how far they have been read. ``said`` is what was understood, as it is shown."""

    words: tuple[str, ...]
    place: int
    said: list[str]

    @property
    def rest(self) -> tuple[str, ...]:
        return self.words[self.place :]

    def take(self, wanted: tuple[Wanted, ...], noun: str) -> str:
        """The wanted word that is typed next."""
        if not self.rest:
            raise _StuckError(f"Say which {noun}.", wanted)
        found, length = _best(self.rest, wanted)
        if not found:
            raise _unknown(self.rest[0], noun, wanted)
        if len(found) > 1:
            raise _StuckError(f"'{' '.join(self.rest[:length])}' could be more than one {noun}.", found)
        self.place += length
        self.said.append(found[0].shown)
        return found[0].word


def parse_typed(scenario: Scenario, text: str) -> TypedAction:
    """Read one typed line. Parties, clauses, wordings and verbs go by id, title or label, or a unique beginning."""
    reader, verb = _Reader(_words(text), 0, []), None
    try:
        verb = scenario.verbs[VerbId(reader.take(_verbs(scenario), "act"))]
        values = _read_slots(scenario, verb, reader)
        if reader.rest:
            raise _StuckError(f"'{' '.join(reader.rest)}' is left over; the act was complete before it.")
    except _StuckError as stuck:
        said = " ".join(reader.said)
        lines = tuple(f"{said} {shown}".strip() for shown in stuck.shown)
        return TypedAction(None, lines, stuck.problem, None if verb is None else verb.id)
    return TypedAction(build_action(verb.id, values), (), None, verb.id)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without articles and prepositions."""
    plain = "".join(each if each.isalnum() or each == "'" else " " for each in text.lower())
    return tuple(word for word in plain.split() if word not in _SKIPPED)


def _best(words: tuple[str, ...], wanted: tuple[Wanted, ...]) -> tuple[tuple[Wanted, ...], int]:
    """The wanted words that fit the most of what is typed, and how many words they take.

    Words typed in full go before beginnings, and a whole name before the end of one.
    """
    best: list[Wanted] = []
    rank = (0, 0, 0, 0)
    for each in wanted:
        mine = max((_fit(words, alias) for alias in each.aliases), default=(0, 0, 0, 0))
        if mine[0] and mine > rank:
            best, rank = [each], mine
        elif mine[0] and mine == rank:
            best.append(each)
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
    """Near words are guessed at; a name's first word counts for more than its later ones."""
    ranked = sorted(wanted, key=lambda each: -_likeness(typed, each))
    close = [each for each in ranked if _likeness(typed, each) >= _CLOSE]
    best = [each for each in close if _likeness(typed, each) > _likeness(typed, close[0]) - _NEARLY][:3]
    meant = f" Did you mean {listing([each.shown for each in best], 'or')}?" if best else ""
    return _StuckError(f"There is no {noun} called '{typed}' here.{meant}", best or wanted)


def _likeness(typed: str, wanted: Wanted) -> float:
    """From 0 to 1: how much a typed word is like a word of the name, and how much of the name that word is."""
    scores = [
        SequenceMatcher(None, typed, part).ratio() - min(place, 1) * _LATER - _LONGER * (1 - 1 / len(alias.words))
        for alias in wanted.aliases
        for place, part in enumerate(alias.words)
    ]
    return max(scores, default=0)


def _read_slots(scenario: Scenario, verb: Verb, reader: _Reader) -> tuple[str, ...]:
    values: list[str] = []
    for slot in slots_of(verb):
        if slot is Slot.CLAUSE and Slot.OPTION in slots_of(verb) and (term := _whole_term(scenario, reader)):
            return (*values, term.clause, term.option)
        if slot in _MOST:
            values.append("+".join(_read_many(scenario, slot, reader, values)))
        elif slot is Slot.FORMAT:
            values.append(_read_format(reader))
        else:
            wanted = _wanted(scenario, slot, values, verb)
            if slot is Slot.PARTY:
                _refuse_others(reader, wanted, _wanted(scenario, slot, values, None), verb.label)
            values.append(reader.take(wanted, _NOUNS[slot]))
    return tuple(values)


def _whole_term(scenario: Scenario, reader: _Reader) -> Term | None:
    """A wording as acts are shown, with its clause behind it: ``armed neutrality in the alignment clause``."""
    for clause in scenario.clauses.values():
        for option in clause.options.values():
            words = _words(f"{option.label} in the {clause.short} clause")
            if reader.rest[: len(words)] == words:
                reader.place += len(words)
                return Term(clause.id, option.id)
    return None


def _refuse_others(reader: _Reader, allowed: tuple[Wanted, ...], known: tuple[Wanted, ...], what: str) -> None:
    """Something that is known, but that the act cannot be done to."""
    others = tuple(each for each in known if each not in allowed)
    if _best(reader.rest, others)[1] > _best(reader.rest, allowed)[1]:
        raise _StuckError(f"{what}: {listing([each.shown for each in allowed], 'or')}.", allowed)


def _read_format(reader: _Reader) -> str:
    """Parallel unless said otherwise."""
    spellings = (
        Wanted(Format.PARALLEL.value, _aliases("parallel"), "parallel"),
        Wanted(Format.UNIFIED.value, _aliases("unified", "united", "one room"), "united"),
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
        if slot is Slot.TASKS:
            title = in_prose(scenario.groups[GroupId(values[0])].title)
            _refuse_others(reader, wanted, _wanted(scenario, Slot.CLAUSE, values, None), f"Task {title}")
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
            return tuple(_party(scenario, party) for party in parties)
        case Slot.CLAUSE | Slot.TASKS | Slot.TERMS:
            group = GroupId(values[0]) if slot is Slot.TASKS else None
            clauses = [each for each in scenario.clauses.values() if group in (None, each.group)]
            return tuple(Wanted(each.id, _aliases(each.id, each.short, each.title), each.short) for each in clauses)
        case Slot.OPTION:
            options = scenario.clauses[ClauseId(values[-1])].options.values()
            return tuple(
                Wanted(each.id, _with_tails(_aliases(each.id, each.label)), in_prose(each.label)) for each in options
            )
        case Slot.GROUP:
            return tuple(_titled(each.id, each.title) for each in scenario.groups.values())
        case _:
            return tuple(_titled(each.id, each.title) for each in scenario.tracks.values())


def _titled(word: str, title: str) -> Wanted:
    return Wanted(word, _aliases(word, title), in_prose(title))


def _verbs(scenario: Scenario) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(verb.id, _aliases(verb.id, verb.label, *_ALSO.get(verb.id, ())), verb.id.replace("-", " "))
        for verb in scenario.verbs.values()
    )


def _party(scenario: Scenario, party: PartyId) -> Wanted:
    spec = scenario.parties[party]
    return Wanted(party, _aliases(party, spec.name, spec.formal, spec.tag), spec.name)


def _aliases(*texts: str) -> tuple[Alias, ...]:
    return tuple(dict.fromkeys(Alias(_words(text)) for text in texts))


def _with_tails(aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """Also from any later word on: ``snapback`` for ``monitored-snapback``."""
    tails = (Alias(words[start:], tail=True) for words, _ in aliases for start in range(1, len(words)))
    return tuple(dict.fromkeys((*aliases, *tails)))
