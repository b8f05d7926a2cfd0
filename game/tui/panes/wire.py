"""Cables as rows: who or what each is about, its text, and its *why* when it is opened."""

from collections.abc import Collection, Iterable, Iterator

from textual.content import Content

from game.telling.cables import Cable
from game.telling.names import Names
from game.tui.desk import Desk
from game.tui.widgets.marks import tag_mark
from game.tui.widgets.rows import Row, note, row, soft_text, words

_TAG_CELLS = 6


def cable_rows(names: Names, cables: Iterable[tuple[str, Cable]], opened: Collection[str] = ()) -> Iterator[Row]:
    """``cables`` come with the key that their rows carry; those in ``opened`` show why."""
    for key, cable in cables:
        is_open = key in opened
        hint = "" if not cable.why else soft_text("  why▾" if is_open else "  why›")
        yield row(cable.text, hint, lead=tag_cell(names, cable.tag), key=key)
        if is_open:
            yield from (
                row(soft_text(line), lead=words(" " * _TAG_CELLS, ("• ", "$brass")), key=key) for line in cable.why
            )


def tag_cell(names: Names, tag: str) -> Content:
    shown = tag_mark(names, tag)
    return shown.pad_right(max(1, _TAG_CELLS - shown.cell_length))


def keyed(turn: int, cables: Iterable[Cable]) -> list[tuple[str, Cable]]:
    """Cables with keys that are their own throughout a game."""
    return [(f"{turn}:{place}", cable) for place, cable in enumerate(cables)]


def latest_rows(desk: Desk) -> list[Row]:
    """What has come in since the turn began, and what the last turn brought."""
    records = [desk.running, desk.session.last_turn()] if not desk.over else [desk.session.last_turn()]
    cables = [each for record in records if record for each in keyed(record.turn, desk.cables(record))]
    return list(cable_rows(desk.names, cables)) or [note("No cables yet. They come in when a turn has been sent.")]
