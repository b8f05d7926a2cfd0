"""The parties' own lines: which one is said when, so that nobody repeats itself while it has another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.model.clauses import Term
from game.model.ids import PartyId
from game.rules.dice import draw
from game.telling.names import Names

_LATELY: Final = 3
"""Turns, the running one among them, in which a line is not said twice if there is another."""

_PREPOSITIONS: Final = ("in ", "on ", "for ", "with ", "of ", "about ", "into ", "to ")
_SINGULAR: Final = frozenset(["is", "was", "has", "does", "falls", "leaves", "seems", "asks", "brings"])


@dataclass(slots=True)
class Chorus:
    """What has been said in a game so far, and when. Whoever tells the same turns in the same order hears the same."""

    _said: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    _count: int = 0

    def pick(self, speaker: str, lines: Sequence[str], start: int, turn: int) -> str:
        """The first line from place ``start`` on that was not said lately, or else the one said longest ago."""
        ring = [lines[(start + step) % len(lines)] for step in range(len(lines))]
        fresh = (line for line in ring if turn - self._last(speaker, line)[0] >= _LATELY)
        line = next(fresh, None) or min(ring, key=lambda each: self._last(speaker, each))
        self._count += 1
        self._said[speaker, line] = (turn, self._count)
        return line

    def _last(self, speaker: str, line: str) -> tuple[int, int]:
        """The turn in which the line was last said, and its place among all that was said."""
        return self._said.get((speaker, line), (-_LATELY, 0))


@dataclass(frozen=True, slots=True)
class Places:
    """What goes into the places of a voice line. ``many``: it speaks of several clauses at once.

    ``key``, made of turn and clause, is where the search for a line begins, so that the same game always reads the
    same and neighbours differ.
    """

    words: Mapping[str, str]
    turn: int
    key: int = 0
    many: bool = False


def voice(names: Names, party: PartyId, kind: str, places: Places, chorus: Chorus | None = None) -> str:
    """One of the party's lines of this kind with its places filled, or nothing if none fits."""
    lines = names.scenario.words.voices.get(party, {}).get(kind, ())
    fit = [line for line in lines if _fits(line, places)]
    if not fit:
        return ""
    start = draw(0, "voice", party, kind) + places.turn + places.key
    line = (chorus or Chorus()).pick(party, fit, start, places.turn)
    return (line.replace("{clause} clause", "{clause} clauses") if places.many else line).format(**places.words)


def _fits(line: str, places: Places) -> bool:
    """Every place can be filled, and for several clauses the grammar still agrees in number."""
    if filled(line, places.words) is None:
        return False
    if not places.many:
        return True
    before, found, _ = line.lower().partition("the {clause} clause")
    after = line.partition("{option} ")[2].split(" ", 1)[0]
    return after not in _SINGULAR and (not found or before.endswith(_PREPOSITIONS))


def filled(template: str, places: Mapping[str, str]) -> str | None:
    """The template with its places filled; None if it has one for which there are no words."""
    needed = {part.split("}")[0] for part in template.split("{")[1:]}
    return template.format(**places) if needed <= places.keys() else None


def voice_on_clause(names: Names, party: PartyId, kind: str, term: Term, heard: tuple[int, Chorus]) -> str:
    """A line about one clause and one of its options. ``heard``: the turn, and what was said before."""
    turn, chorus = heard
    words = {"option": names.option_in_prose(term), "clause": names.short(term.clause)}
    return voice(names, party, kind, Places(words, turn, names.number(term.clause)), chorus)
