"""A debrief as Markdown; figures are told in words, and the tables beside them have the numbers."""

from collections.abc import Iterator

from game.debrief.chapters import Block, Bullets, Chapter, Figure, Paragraph, Table
from game.debrief.pages.inert import for_markdown


def markdown_page(title: str, kicker: str, chapters: tuple[Chapter, ...]) -> str:
    lines = [f"# {for_markdown(title)}", "", for_markdown(kicker), ""]
    for chapter in chapters:
        lines += [f"{'###' if chapter.part else '##'} {for_markdown(chapter.title)}", ""]
        for block in chapter.blocks:
            lines += [*_lines(block), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield for_markdown(text)
        case Bullets(items, ordered):
            yield from (
                f"{f'{number}.' if ordered else '-'} {for_markdown(item)}" for number, item in enumerate(items, 1)
            )
        case Figure(title, about):
            yield f"*{for_markdown(title)}.* {for_markdown(about)}"
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"*{for_markdown(table.caption)}*"
    yield ""
    yield _row(table.head)
    yield "|" + "".join(" ---: |" if place in table.numbers else " --- |" for place in range(len(table.head)))
    yield from map(_row, table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(for_markdown, cells)) + " |"
