"""Cross-links in running text: ``[[ripeness]]``, or ``[[ripeness|ripe]]`` where other words should be shown.

A target is a headword, one of its other forms, a claim such as ``C7``, or a kind and an id: ``party:russia``.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

OPENING: Final = "[["
LINK: Final = re.compile(r"\[\[(?P<target>[^\[\]|]+)(?:\|(?P<shown>[^\[\]|]+))?\]\]")

KINDS: Final = ("page", "party", "clause", "act", "group", "track", "meter", "world", "lens")
"""What may stand before the colon of a target."""


class Link(NamedTuple):
    """``offset`` and ``width`` count characters of the text, the brackets included."""

    offset: int
    width: int
    target: str
    shown: str


def links(text: str) -> Iterator[Link]:
    """The links of a text, in order."""
    for found in LINK.finditer(text):
        target = plain(found["target"])
        yield Link(found.start(), len(found[0]), target, plain(found["shown"] or found["target"]))


def unclosed(text: str) -> Iterator[int]:
    """Where a link begins that is no link."""
    starts = {found.start() for found in LINK.finditer(text)}
    return (found.start() for found in re.finditer(r"\[\[", text) if found.start() not in starts)


def plain(text: str) -> str:
    """On one line, without blanks at the ends."""
    return " ".join(text.split())


def folded(word: str) -> str:
    """Words that differ in capitals and hyphens only are the same target."""
    return plain(word.replace("-", " ")).lower()


def page_name(stem: str) -> str:
    """``your-task`` for the page in ``01-your-task.md``: the number only orders the pages."""
    return re.sub(r"^\d+-", "", stem)
