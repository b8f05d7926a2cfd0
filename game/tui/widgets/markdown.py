"""The little of Markdown that briefings use, as rows: headings, paragraphs, bullets, bold and italic."""

import re
from collections.abc import Iterator
from typing import Final

from textual.content import Content

from game.tui.widgets.rows import BLANK, Row, heading, words

_MARKS: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*")


def markdown_rows(text: str) -> Iterator[Row]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.splitlines()
        if lines[0].startswith("#"):
            yield heading(lines[0].lstrip("# "))
        elif lines[0].lstrip().startswith("- "):
            yield from (Row(inline(item), lead=Content("  • ")) for item in _items(lines))
        else:
            yield Row(inline(" ".join(line.strip() for line in lines)))
        yield BLANK


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if line.lstrip().startswith("- "):
            items.append(line.strip()[2:])
        else:
            items[-1] += " " + line.strip()
    return items


def inline(text: str) -> Content:
    """Bold and italic; everything else, brackets too, stands as it is written."""
    pieces: list[str | tuple[str, str]] = []
    place = 0
    for found in _MARKS.finditer(text):
        pieces.append(text[place : found.start()])
        pieces.append((found["bold"], "bold") if found["bold"] else (found["italic"], "italic"))
        place = found.end()
    return words(*pieces, text[place:])
