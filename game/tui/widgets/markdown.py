"""The small Markdown of the briefings as rows: headings, paragraphs, bullets, bold and italic, links."""

from collections.abc import Iterable, Iterator

from textual.content import Content, Span
from textual.style import Style

from game.telling import booktext
from game.tui.widgets.rows import BLANK, Row, words

LINK = "link"
"""The key under which the style of a link carries where it leads."""


def markdown_rows(text: str) -> Iterator[Row]:
    """A text whose links are shown as plain words."""
    return block_rows(booktext.blocks(text))


def block_rows(blocks: Iterable[booktext.Block]) -> Iterator[Row]:
    """Paragraphs with a blank row after each; the items of a list stand close together."""
    listed = False
    for block in blocks:
        if listed and block.kind != "item":
            yield BLANK
        listed = block.kind == "item"
        if block.kind == "heading":
            yield Row(words((block.plain, "bold $brass")))
        else:
            yield Row(_content(block.spans), lead=Content("  • ") if listed else Content(""))
        if not listed:
            yield BLANK
    if listed:
        yield BLANK


def inline(text: str) -> Content:
    """Bold and italic; everything else, brackets too, stands as it is written."""
    return _content(booktext.spans(text))


def _content(spans: Iterable[booktext.Span]) -> Content:
    whole = Content("")
    for span in spans:
        piece = words((span.text, "bold" if span.bold else "italic" if span.italic else ""))
        if span.link:
            piece = words((span.text, "underline $brass"))
            piece = Content(piece.plain, [*piece.spans, Span(0, len(piece.plain), Style.from_meta({LINK: span.link}))])
        whole += piece
    return whole


def link_at(line: Content, place: int) -> str:
    """Where the link leads that stands at this place of a line; nothing if none does."""
    return next((target for start, end, target in links_of(line) if start <= place < end), "")


def links_of(line: Content) -> Iterator[tuple[int, int, str]]:
    """(start, end, where it leads) of every link in a line, in characters."""
    for span in sorted(line.spans, key=lambda span: span.start):
        if isinstance(span.style, Style) and LINK in span.style.meta:
            yield span.start, span.end, str(span.style.meta[LINK])
