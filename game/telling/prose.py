"""Small matters of English that every sentence of the game shares."""

from collections.abc import Sequence
from typing import Final

MINUS: Final = "−"
DASH: Final = "–"

_NAMES: Final = frozenset(
    [
        *("American", "Arctic", "Beijing", "Congress", "Donbas", "Europe", "European", "Kyiv", "Moscow"),
        *("Russia", "Russian", "Ukraine", "Ukrainian", "Washington", "Western"),
    ]
)
_SPELT: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_prose(label: str) -> str:
    """The label as it stands within a sentence: a small first letter, unless the word is a name or an acronym."""
    first = label.partition(" ")[0].strip(".,;:'")
    if first in _NAMES or first.removesuffix("'s") in _NAMES or (len(first) > 1 and not first[1:].islower()):
        return label
    return label[:1].lower() + label[1:]


def listing(items: Sequence[str], word: str = "and") -> str:
    """``Kyiv, Moscow and Europe``; nothing for nothing."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def sentence(text: str) -> str:
    """With a capital at the front and a full stop at the end."""
    text = text.strip()
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")


def signed(amount: int) -> str:
    """``+4`` or ``−4``, with a true minus sign."""
    return f"+{amount}" if amount >= 0 else f"{MINUS}{-amount}"


def decimal(hundredths: int) -> str:
    """Hundredths as a number with one decimal, halves away from zero: ``8.0``."""
    tenths = (abs(hundredths) + 5) // 10
    return f"{MINUS if hundredths < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def exact(hundredths: int) -> str:
    """Hundredths without rounding: ``0.16``, ``8``, ``−0.4``."""
    whole, part = divmod(abs(hundredths), 100)
    text = str(whole) if not part else f"{whole}.{part:02d}".rstrip("0")
    return f"{MINUS}{text}" if hundredths < 0 else text


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 turn``, ``3 turns``."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def spelt(number: int) -> str:
    """``three``; figures from eleven on."""
    return _SPELT[number] if 0 <= number < len(_SPELT) else str(number)


def times(number: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
