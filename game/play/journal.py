"""A journal: what its lines record.

What a later version adds within the same format is left alone: a record of a kind that is not known, and a field of a
record that is not known. Anything else that is not known is refused, as the game would go on wrongly.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Final, NamedTuple, get_args

from game.model.world import Setup, World
from game.play.codec import TAG, MalformedError, Met, coder
from game.play.lines import DamagedError, Sound, begun_lines, loose, sealed
from game.play.records import FORMAT, Branch, Decided, Known, Opening, Record, Rewound, Unread

_RECORD = coder(Known)
_FIELDS: Final = {kind.__name__: {part.name for part in fields(kind)} for kind in get_args(Known)}
_MOVING: Final = {kind.__name__ for kind in (Opening, Decided, Rewound)}
"""The records after which the game stands elsewhere."""

_SETUP = coder(Setup)
_WORLD = coder(tuple[World])
_NAME = coder(str)
_HEAD = coder(tuple[str, str, str, int, str | None])
_BRANCH = coder(Branch | None)
_PLAIN: Final = re.compile(r"[0-9a-z.+-]{1,40}")


class UnreadableError(DamagedError):
    """A line that is as it was written, and says what this version does not know."""


@dataclass(frozen=True)
class Journal:
    """The whole lines of a journal. ``size`` is their length in bytes, ``torn`` what follows them, a line cut off.

    ``open_ended``: the last line lacks its line feed. ``last`` is the last checksum, ``mets`` the names in each record.
    ``start`` is the number of the line that the first record stands for: 0, or one from whose world it was read.
    ``beyond`` names what a later version wrote and this one leaves alone.
    """

    opening: Opening
    records: tuple[Record, ...]
    mets: tuple[Met, ...]
    start: int
    beyond: tuple[str, ...]
    last: str
    size: int
    torn: int
    open_ended: bool

    @property
    def lines(self) -> int:
        return self.start + len(self.records)

    @cached_property
    def met(self) -> Met:
        """The names in all records."""
        kinds = {kind: None for met in self.mets for kind in met}
        return {kind: set().union(*(met.get(kind, ()) for met in self.mets)) for kind in kinds}


class Glance(NamedTuple):
    """What a list of saves needs to know. ``branch`` is the name of the save that it left, and the turn."""

    program: str
    content: str
    rules: str
    setup: Setup
    turns: int
    turn: int
    ending: str | None
    branch: tuple[str, int] | None


def written(records: Iterable[Record], number: int, last: str) -> tuple[str, str]:
    """The records as lines, the first of them the ``number``-th from 0; and the new last checksum."""
    lines = []
    for place, record in enumerate(records, number):
        form = json.loads(record.form) if isinstance(record, Unread) else _RECORD.encode(record)
        assert isinstance(form, dict)  # a record is a dataclass
        line, last = sealed(json.dumps({"n": place, **form}, ensure_ascii=False, separators=(",", ":")), last)
        lines.append(line)
    return "".join(lines), last


def read(raw: bytes) -> Journal:
    """The journal in a file. A last line that was cut off is left out; any other fault is a :class:`DamagedError`."""
    return decoded(begun_lines(raw))


def decoded(sound: Sound, since: int = 0) -> Journal:
    """The records of these lines, or those from line ``since`` on, whose world then stands for all before it.

    Raises :class:`UnreadableError`, also if there is no world in that line.
    """
    mets: list[Met] = []
    records: list[Record] = []
    beyond: dict[str, None] = {}
    for number, text in enumerate(sound.texts[since:], since):
        met: Met = {}
        record, strange = _record(text, number, met)
        beyond |= dict.fromkeys(strange)
        records.append(record)
        mets.append(met)
    if since:
        records[0] = _reopened(sound, records[0], since)
    opening = records[0]
    if not isinstance(opening, Opening):
        raise UnreadableError(since + 1, "a journal begins with the setup of its game")
    return Journal(opening, tuple(records), tuple(mets), since, tuple(beyond), *sound[1:])


def head(sound: Sound) -> Glance:
    """What the first line says, whether all of it is known or not."""
    form = loose(f"{sound.texts[0]}}}", 1)
    _check_version(form)
    return _seen(form, 1, None)


def _reopened(sound: Sound, record: Record, since: int) -> Opening:
    """An opening from the world that was noted in a later record."""
    if not isinstance(record, Decided) or record.world is None:
        raise UnreadableError(since + 1, "it does not hold the state of the game")
    seen = head(sound)
    return Opening(
        format=FORMAT,
        program=seen.program,
        content=seen.content,
        rules=seen.rules,
        setup=seen.setup,
        turns=seen.turns,
        first=record.world,
        events=(),
        stand=record.stand,
    )


def snapshots(sound: Sound) -> tuple[int, ...]:
    """The numbers, from 0, of the lines that hold the state of the game."""
    forms = [loose(f"{text}}}", number + 1) for number, text in enumerate(sound.texts)]
    return tuple(number for number, form in enumerate(forms) if form.get("world"))


def glance(raw: bytes) -> Glance:
    """What the first and the last known line say, without a look at the lines between or at any checksum."""
    *lines, _ = raw.split(b"\n")
    if not lines:
        raise DamagedError(1, "it was cut off before the game began" if raw else "it is empty")
    first = loose(lines[0], 1)
    _check_version(first)
    numbered = zip(range(len(lines), 0, -1), reversed(lines), strict=True)
    last = next(form for number, line in numbered if (form := loose(line, number)).get(TAG) in _MOVING or number == 1)
    turn = last.get("turn", 1)
    ending = last.get("ending")
    return _seen(
        first, turn + ("next" in last) if type(turn) is int else 0, ending if isinstance(ending, str) else None
    )


def _seen(first: dict[str, object], turn: int, ending: str | None) -> Glance:
    try:
        setup = _SETUP.decode(first.get("setup"), {})
        head = [first.get("program"), first.get("content"), first.get("rules", ""), first.get("turns"), ending]
        program, content, rules, turns, said = _HEAD.decode(head, {})
        branch = _BRANCH.decode(first.get("branch"), {})
    except MalformedError as problem:
        raise UnreadableError(1, str(problem)) from None
    return Glance(
        program, content, rules, setup, turns, turn, said, None if branch is None else (branch.of, branch.turn)
    )


def _record(text: str, number: int, met: Met) -> tuple[Record, list[str]]:
    """The record in the line, and what in it is not known and left alone."""
    form = loose(f"{text}}}", number + 1)
    if number == 0:
        _check_version(form)
    try:
        if form.pop("n", None) != number:
            raise MalformedError(f"it should be numbered {number}")
        kind = form.get(TAG)
        if number and isinstance(kind, str) and kind not in _FIELDS:
            return Unread(_NAME.decode(kind, {}), json.dumps(form, ensure_ascii=False)), [kind]
        known = _FIELDS.get(kind, set()) if isinstance(kind, str) else set()
        strange = [name for name in form if name not in known and name != TAG]
        world = form.pop("world", None)
        record: Record = _RECORD.decode({name: part for name, part in form.items() if name not in strange}, met)
        if isinstance(record, Decided) and world is not None:
            record = replace(record, world=_WORLD.decode([world], {})[0])
    except MalformedError as problem:
        raise UnreadableError(number + 1, str(problem)) from None
    return record, [_NAME.decode(f"{kind}.{name}", {}) for name in strange]


def _check_version(form: dict[str, object]) -> None:
    version = form.get("format") if form.get(TAG) == Opening.__name__ else None
    if type(version) is int and version != FORMAT:
        writer = form.get("program")
        by = f", written by version {writer}" if isinstance(writer, str) and _PLAIN.fullmatch(writer) else ""
        reason = f"it has format {version}{by}; this version of the game reads format {FORMAT}"
        raise DamagedError(1, reason, foreign=True)
