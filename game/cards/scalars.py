"""What an unquoted word in a content file means. Quoted words are always text.

As in the core schema of YAML 1.2, so that editors agree, but with no more than content needs: true, false,
null (also ``~`` or nothing) and whole decimal numbers. So ``no``, ``on``, ``12:30``, ``0123``, ``0x10``,
``1_000`` and ``2025-12-03`` are text. So is ``1.5``: the game has no fractions, and a field that wants a
number says so.
"""

from __future__ import annotations

import re
from typing import Final

Scalar = str | int | bool | None

MOST_DIGITS: Final = 15

_WORDS: Final[dict[str, Scalar]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST = frozenset("~nNtTfF+-0123456789")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")


def resolve(word: str) -> Scalar:
    """The value of an unquoted word; a number of more than fifteen digits stays text (``too_long``)."""
    if word and word[0] not in _FIRST:
        return word
    if word in _WORDS:
        return _WORDS[word]
    return int(word) if _NUMBER.fullmatch(word) and not too_long(word) else word


def too_long(word: str) -> bool:
    """Whether a word is a number of more than fifteen digits."""
    return len(word) > MOST_DIGITS and len(word.lstrip("+-")) > MOST_DIGITS and bool(_NUMBER.fullmatch(word))
