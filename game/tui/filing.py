"""What the player writes to files from a game: the draft and the debrief, beside the save or in the current folder."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from game.debrief.chapters import Audience
from game.debrief.findings import Findings
from game.debrief.pages.report import report_html, report_markdown
from game.play.trouble import reason_of
from game.telling.document import document_name, draft_markdown
from game.tui.desk import Desk

_FORMS: Final[Mapping[str, tuple[str, Callable[[Findings, Audience, tuple[str, ...]], str]]]] = {
    "html": (".html", report_html),
    "markdown": (".md", report_markdown),
}


def file_draft(desk: Desk) -> str:
    """Write the draft as Markdown. Says where it is, or why it could not be written."""
    save = desk.session.path
    name = document_name(save.stem if save else "draft", desk.view.turn)
    return _filed("draft", save, name, draft_markdown(desk.view, desk.records()))


def file_debrief(desk: Desk, found: Findings, notices: tuple[str, ...], form: str) -> str:
    """Write the whole debrief as a page of this form, ``html`` or ``markdown``. Says as :func:`file_draft` does."""
    save, (ending, make) = desk.session.path, _FORMS[form]
    name = f"{save.stem if save else 'game'}-debrief{ending}"
    return _filed("debrief", save, name, make(found, Audience.PLAYER, notices))


def _filed(what: str, save: Path | None, name: str, text: str) -> str:
    path = (save.parent if save else Path.cwd()) / name
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        return f"The {what} could not be written to {path}, because {reason_of(error)}."
    return f"The {what} is in {path}"
