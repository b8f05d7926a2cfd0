"""A journal as text: one record a line, each with a checksum chained on the line before.

A line is JSON, ``{"n":3,"is":"Decided",...,"sum":"<32 hexadecimal digits>"}``. The checksum covers everything before it
and is keyed by the checksum of the previous line, so that a changed, missing or moved line is noticed.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, NamedTuple

from game.model.world import Setup
from game.play.codec import TAG, MalformedError, Met, coder
from game.play.records import FORMAT, Opening, Record

UNCHAINED: Final = "0" * 32
"""What the first line is chained on."""

_RECORD = coder(Record)
_SETUP = coder(Setup)
_NUMBERS = coder(tuple[int, int])
_WORDS = coder(tuple[str, str | None])
_MARK: Final = ',"sum":"'
_END: Final = '"}'
_SUM_LENGTH: Final = 32


class DamagedError(ValueError):
    """A journal that cannot be read; ``line`` counts from 1. ``foreign``: it is of another version, not damaged."""

    def __init__(self, line: int, reason: str, *, foreign: bool = False) -> None:
        super().__init__(reason)
        self.line = line
        self.foreign = foreign


@dataclass(frozen=True, slots=True)
class Journal:
    """The whole lines of a journal. ``size`` is their length in bytes, ``torn`` what follows them, a line cut off.

    ``open_ended``: the last line lacks its line feed. ``last`` is the last checksum, ``met`` the names in the records.
    """

    opening: Opening
    records: tuple[Record, ...]
    met: Met
    last: str
    size: int
    torn: int
    open_ended: bool


class Glance(NamedTuple):
    """What a list of saves needs to know."""

    program: str
    setup: Setup
    turns: int
    turn: int
    ending: str | None


def written(records: Iterable[Record], number: int, last: str) -> tuple[str, str]:
    """The records as lines, the first of them the ``number``-th from 0; and the new last checksum."""
    lines = []
    for place, record in enumerate(records, number):
        form = _RECORD.encode(record)
        assert isinstance(form, dict)  # a record is a dataclass
        text = json.dumps({"n": place, **form}, ensure_ascii=False, separators=(",", ":"))[:-1]
        last = _sum(text, last)
        lines.append(f"{text}{_MARK}{last}{_END}\n")
    return "".join(lines), last


def _sum(text: str, last: str) -> str:
    return blake2b(text.encode(), key=last.encode(), digest_size=16).hexdigest()


class Sound(NamedTuple):
    """The whole lines of a file, each as text without its checksum; the rest as in :class:`Journal`."""

    texts: tuple[str, ...]
    last: str
    size: int
    torn: int
    open_ended: bool


def read(raw: bytes) -> Journal:
    """The journal in a file. A last line that was cut off is left out; any other fault is a :class:`DamagedError`."""
    sound = sound_lines(raw)
    if not sound.texts:
        raise DamagedError(1, "it was cut off before the game began" if raw else "it is empty")
    met: Met = {}
    records = tuple(_record(text, number, met) for number, text in enumerate(sound.texts))
    if not isinstance(records[0], Opening):
        raise DamagedError(1, "a journal begins with the setup of its game")
    return Journal(records[0], records, met, *sound[1:])


def sound_lines(raw: bytes) -> Sound:
    """The lines whose checksums hold. A last line without a line feed that is not whole is torn."""
    *lines, tail = raw.split(b"\n")
    texts: list[str] = []
    last = UNCHAINED
    for number, line in enumerate(lines):
        text, last = _checked(line, number, last)
        texts.append(text)
    try:
        text, last = _checked(tail, len(lines), last)
    except DamagedError:
        return Sound(tuple(texts), last, len(raw) - len(tail), len(tail), open_ended=False)
    return Sound((*texts, text), last, len(raw), 0, open_ended=True)


def glance(raw: bytes) -> Glance:
    """What the first and the last whole line say, without a look at the lines between or at any checksum."""
    *lines, _ = raw.split(b"\n")
    if not lines:
        raise DamagedError(1, "it was cut off before the game began" if raw else "it is empty")
    first, last = _loose(lines[0], 1), _loose(lines[-1], len(lines))
    _check_version(first)
    try:
        setup = _SETUP.decode(first.get("setup"), {})
        numbers = _NUMBERS.decode([first.get("turns"), last.get("turn", 1)], {})
        words = _WORDS.decode([first.get("program"), last.get("ending")], {})
    except MalformedError as problem:
        raise DamagedError(1, str(problem)) from None
    return Glance(words[0], setup, numbers[0], numbers[1] + ("next" in last), words[1])


def _loose(line: bytes | str, number: int) -> dict[str, object]:
    try:
        form = json.loads(line)
    except (ValueError, RecursionError):
        form = None
    if not isinstance(form, dict):
        raise DamagedError(number, "it is not a line of a journal")
    return form


def _record(text: str, number: int, met: Met) -> Record:
    form = _loose(f"{text}}}", number + 1)
    if number == 0:
        _check_version(form)
    try:
        if form.pop("n", None) != number:
            raise MalformedError(f"it should be numbered {number}")
        record: Record = _RECORD.decode(form, met)
    except MalformedError as problem:
        raise DamagedError(number + 1, str(problem)) from None
    return record


def _checked(line: bytes, number: int, last: str) -> tuple[str, str]:
    """The line's text without its checksum, and the checksum, which fits."""
    try:
        whole = line.decode()
    except UnicodeDecodeError:
        raise DamagedError(number + 1, "it is not text") from None
    text, mark, total = whole.rpartition(_MARK)
    if not mark or len(total) != _SUM_LENGTH + len(_END) or not total.endswith(_END):
        raise DamagedError(number + 1, "it is not a whole line of a journal")
    if total[:_SUM_LENGTH] != _sum(text, last):
        raise DamagedError(number + 1, _suspicion(text, number))
    return text, total[:_SUM_LENGTH]


def _suspicion(text: str, number: int) -> str:
    if text.startswith(f'{{"n":{number},'):
        return "its checksum does not fit: it was changed after it was written"
    return f"line number {number + 1} is missing, or lines were moved"


def _check_version(form: dict[str, object]) -> None:
    version = form.get("format") if form.get(TAG) == Opening.__name__ else None
    if type(version) is int and version != FORMAT:
        reason = f"it has format {version}; this version of the game reads format {FORMAT}"
        raise DamagedError(1, reason, foreign=True)
