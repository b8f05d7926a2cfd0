"""One game's debrief in each kind of file."""

from game.debrief.chapters import Audience
from game.debrief.findings import Findings
from game.debrief.pages.html import html_page
from game.debrief.pages.markdown import markdown_page
from game.debrief.sections import chapters
from game.model.ids import SEALED
from game.telling.prose import in_prose


def title_of(found: Findings) -> str:
    """``Debrief: a framework and a cease-fire``."""
    match = found.match
    return (
        f"Debrief: {in_prose(match.game.scenario.endings[found.result.ending].title) if match.over else 'broken off'}"
    )


def kicker_of(found: Findings) -> str:
    """``One last effort · world sealed · length class · seed 7``."""
    setup = found.match.game.setup
    world = "sealed" if setup.world == SEALED else setup.world
    informed = f" · information {setup.information}" * bool(setup.information)
    return f"{found.match.game.scenario.title} · world {world} · length {setup.length}{informed} · seed {setup.seed}"


def report_html(found: Findings, audience: Audience, notices: tuple[str, ...] = ()) -> str:
    return html_page(title_of(found), kicker_of(found), chapters(found, audience, notices))


def report_markdown(found: Findings, audience: Audience, notices: tuple[str, ...] = ()) -> str:
    return markdown_page(title_of(found), kicker_of(found), chapters(found, audience, notices))
