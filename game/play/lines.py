"""The lines of a journal, each with a checksum chained on the line before.

A line is JSON, ``{"n":3,"is":"Decided",...,"sum":"<32 hexadecimal digits>"}``. The checksum covers everything before it
and is keyed by the checksum of the previous line, so that a changed, missing or moved line is noticed.
"""

import json
import re
from hashlib import blake2b
from typing import Final, NamedTuple

UNCHAINED: Final = "0" * 32
"""What the first line is chained on."""

_MARK: Final = ',"sum":"'
_END: Final = '"}'
_SUM_LENGTH: Final = 32
_WHOLE: Final = re.compile(rb',"sum":"[0-9a-f]{32}"\}')
"""What no line has before its end, so that what has it was not just cut off."""


class DamagedError(ValueError):
    """A journal that cannot be read; ``line`` counts from 1. ``foreign``: it is of another version, not damaged."""

    def __init__(self, line: int, reason: str, *, foreign: bool = False) -> None:
        super().__init__(reason)
        self.line = line
        self.foreign = foreign


class Sound(NamedTuple):
    """The whole lines of a file, each as text without its checksum; the rest as in :class:`Journal`."""

    texts: tuple[str, ...]
    last: str
    size: int
    torn: int
    open_ended: bool


def sealed(form: str, last: str) -> tuple[str, str]:
    """The JSON object as a line behind the one with checksum ``last``; and its own checksum."""
    text = form[:-1]
    total = _sum(text, last)
    return f"{text}{_MARK}{total}{_END}\n", total


def _sum(text: str, last: str) -> str:
    return blake2b(text.encode(), key=last.encode(), digest_size=16).hexdigest()


def begun_lines(raw: bytes) -> Sound:
    """As :func:`sound_lines`, of a game that has begun."""
    sound = sound_lines(raw)
    if not sound.texts:
        raise DamagedError(1, "it was cut off before the game began" if raw else "it is empty")
    return sound


def sound_lines(raw: bytes) -> Sound:
    """The lines whose checksums hold. A last line without a line feed that is not whole is torn, with or without the
    zeros that some systems leave where the end of a file was not written.
    """
    *lines, tail = raw.rstrip(b"\0").split(b"\n")
    texts: list[str] = []
    last = UNCHAINED
    for number, line in enumerate(lines):
        text, last = _checked(line, number, last)
        texts.append(text)
    size = sum(map(len, lines)) + len(lines)
    try:
        text, last = _checked(tail, len(lines), last)
    except DamagedError:
        if _WHOLE.search(tail):
            raise
        return Sound(tuple(texts), last, size, len(raw) - size, open_ended=False)
    size += len(tail)
    return Sound((*texts, text), last, size, len(raw) - size, open_ended=True)


def sound_part(raw: bytes, lines: int | None = None) -> bytes:
    """The whole lines before the first that is damaged, and no more than so many."""
    last = UNCHAINED
    good: list[bytes] = []
    for number, line in enumerate(raw.rstrip(b"\0").split(b"\n")[:lines]):
        try:
            _, last = _checked(line, number, last)
        except DamagedError:
            break
        good.append(line + b"\n")
    return b"".join(good)


def loose(line: bytes | str, number: int) -> dict[str, object]:
    try:
        form = json.loads(line)
    except (ValueError, RecursionError):
        form = None
    if not isinstance(form, dict):
        raise DamagedError(number, "it is not a line of a journal")
    return form


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
