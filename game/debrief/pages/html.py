"""A debrief as one page that stands by itself: nothing is loaded, nothing runs, and it prints."""

from collections.abc import Iterator
from typing import Final

from game.debrief.chapters import Block, Bullets, Chapter, Figure, Paragraph, Table
from game.debrief.pages.inert import for_html
from game.debrief.pages.look import STYLE
from game.debrief.pages.picture import svg

_WORDY: Final = 36
"""Letters in some cell from which a table is shown as a list of records on a narrow screen."""

_MANY: Final = 5
"""Columns from which a table keeps its width on a narrow screen, and says that it goes on to the side."""

_CUE: Final = '<p class="cue">Wider than the screen: scroll it sideways →</p>\n'
"""Shown on a narrow screen alone."""

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def html_page(title: str, kicker: str, chapters: tuple[Chapter, ...]) -> str:
    """``kicker``: a line over the title."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{for_html(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the text</a>\n'
        f'<header>\n<p class="kicker">{for_html(kicker)}</p>\n<h1>{for_html(title)}</h1>\n</header>\n'
        f"{_contents(chapters)}"
        f'<main id="main" tabindex="-1">\n{"".join(_main(chapters))}</main>\n'
        "<footer><p>Made by Backchannel. Numbers are of the model, not of the war.</p></footer>\n</body>\n</html>\n"
    )


def _contents(chapters: tuple[Chapter, ...]) -> str:
    items = "".join(
        f'<li><a href="#{for_html(each.id)}">{for_html(each.title)}</a></li>\n' for each in chapters if not each.part
    )
    return f'<nav aria-label="Contents">\n<ol>\n{items}</ol>\n</nav>\n' if items else ""


def _main(chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for chapter in chapters:
        level, key = (3 if chapter.part else 2), for_html(chapter.id)
        kind = ' class="sheet"' if chapter.sheet else ""
        yield f'<section{kind} aria-labelledby="{key}">\n<h{level} id="{key}">{for_html(chapter.title)}</h{level}>\n'
        for place, block in enumerate(chapter.blocks):
            yield _block(block, f"{key}-{place}")
        yield "</section>\n"


def _block(block: Block, key: str) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{for_html(text)}</p>\n"
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>\n{''.join(f'<li>{for_html(item)}</li>{chr(10)}' for item in items)}</{tag}>\n"
        case Table():
            return _table(block, key)
        case Figure():
            return _figure(block, key)


def _figure(figure: Figure, key: str) -> str:
    return (
        f'<figure>\n<figcaption id="{key}-c">{for_html(figure.title)}</figcaption>\n'
        f'{_CUE}<div class="wide" role="group" aria-labelledby="{key}-c" tabindex="0">\n{svg(figure, key)}\n</div>\n'
        "</figure>\n"
    )


def _table(table: Table, key: str) -> str:
    """Roles are said again, since a table that is laid out as a list loses them in some browsers."""
    wordy = any(len(cell) > _WORDY for row in table.rows for cell in row)
    bare = len(table.numbers) >= len(table.head) - 1
    kinds = [name for name, holds in _kinds(wordy=wordy, bare=bare, columns=len(table.head)) if holds]
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    head = "".join(
        f'<th scope="col" role="columnheader"{_number(table, place)}>{for_html(name)}</th>'
        for place, name in enumerate(table.head)
    )
    rows = "".join(_row(table, row) for row in table.rows)
    return (
        f"{_CUE if 'many' in kinds else ''}"
        f'<div class="wide" role="group" aria-labelledby="{key}-c" tabindex="0">\n<table{kind} role="table">\n'
        f'<caption id="{key}-c">{for_html(table.caption)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n<tbody role="rowgroup">\n{rows}</tbody>\n'
        "</table>\n</div>\n"
    )


def _kinds(*, wordy: bool, bare: bool, columns: int) -> Iterator[tuple[str, bool]]:
    yield "wordy", wordy
    yield "bare", bare and not wordy
    yield "many", columns >= _MANY and not wordy


def _row(table: Table, row: tuple[str, ...]) -> str:
    cells = "".join(
        f'<td role="cell"{_number(table, place)} data-label="{for_html(table.head[place])}">{for_html(cell)}</td>'
        for place, cell in enumerate(row)
        if place
    )
    first = f'<th scope="row" role="rowheader" data-label="{for_html(table.head[0])}">{for_html(row[0])}</th>'
    return f'<tr role="row">{first}{cells}</tr>\n'


def _number(table: Table, place: int) -> str:
    return ' class="n"' if place in table.numbers and place else ""
