"""The small Markdown of the briefing book as blocks and spans: headings, lists, bold, italic, and links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from game.cards.links import LINK, plain

_MARKS: Final = re.compile(
    rf"{LINK.pattern}|\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*|`(?P<code>[^`]+)`"
)

Resolve = Callable[[str], str]
"""The key of the article that a link leads to; nothing if it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Span:
    """``link`` is the key of an article; without one the words are no link."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    kind: Literal["heading", "item", "text"]
    spans: tuple[Span, ...]

    @property
    def plain(self) -> str:
        return "".join(span.text for span in self.spans)


def nowhere(_target: str) -> str:
    """For text whose links are shown as plain words."""
    return ""


def blocks(text: str, resolve: Resolve = nowhere) -> tuple[Block, ...]:
    """Paragraphs are parted by empty lines; the items of a list follow one another."""
    return tuple(_blocks(text, resolve))


def _blocks(text: str, resolve: Resolve) -> Iterator[Block]:
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = part.splitlines()
        if not lines:
            continue
        if lines[0].startswith("#"):
            yield Block("heading", spans(lines[0].lstrip("# "), resolve))
        elif lines[0].lstrip().startswith("- "):
            yield from (Block("item", spans(item, resolve)) for item in items(lines))
        else:
            yield Block("text", spans(plain(part), resolve))


def items(lines: list[str]) -> list[str]:
    """The items of a list without their dashes, each on one line."""
    found: list[str] = []
    for line in lines:
        if line.lstrip().startswith("- "):
            found.append(line.strip()[2:])
        else:
            found[-1] += " " + line.strip()
    return found


def spans(text: str, resolve: Resolve = nowhere) -> tuple[Span, ...]:
    """The words of a paragraph in pieces; single brackets stand as they are written."""
    return tuple(_spans(text, resolve))


def _spans(text: str, resolve: Resolve) -> Iterator[Span]:
    place = 0
    for found in _MARKS.finditer(text):
        if found.start() > place:
            yield Span(text[place : found.start()])
        yield from _marked(found, resolve)
        place = found.end()
    if place < len(text):
        yield Span(text[place:])


def _marked(found: re.Match[str], resolve: Resolve) -> Iterator[Span]:
    """What stands between marks; a link may stand within bold or italic words."""
    if target := found["target"]:
        yield Span(plain(found["shown"] or _bare(target)), link=resolve(plain(target)))
    elif bold := found["bold"]:
        yield from (replace(span, bold=True) for span in _spans(bold, resolve))
    elif italic := found["italic"]:
        yield from (replace(span, italic=True) for span in _spans(italic, resolve))
    else:
        yield Span(found["code"])


def _bare(target: str) -> str:
    """What is shown of a target that names a kind before a colon."""
    return plain(target).rpartition(":")[2].replace("-", " ") if ":" in target else target
