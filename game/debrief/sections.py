"""A debrief from first word to last: for a screen in sections of lines, for files in chapters."""

from game.debrief.chapters import Audience, Chapter, section_of
from game.debrief.findings import Findings, debriefed
from game.debrief.words import answers, events, frame, lessons, roads, table
from game.play.match import Match
from game.telling.debriefing import Section, world_section

__all__ = ["Section", "chapters", "sections"]


def sections(
    match: Match, audience: Audience = Audience.PLAYER, found: Findings | None = None, notices: tuple[str, ...] = ()
) -> tuple[Section, ...]:
    """The whole debrief as titles with plain lines, none of it markup.

    ``found``: findings with more than every debrief has, such as turning points; worked out here if None is given.
    ``notices``: sentences about this very save, such as that turns were taken back.
    """
    whole = debriefed(match) if found is None else found
    opening, ended, *rest = map(section_of, chapters(whole, audience, notices))
    return (opening, ended, world_section(match), *rest)


def chapters(found: Findings, audience: Audience, notices: tuple[str, ...] = ()) -> tuple[Chapter, ...]:
    """Every chapter for this audience, in the order in which it is read."""
    private = (table.zone(found),) if audience is not Audience.STUDENT else ()
    return (
        frame.opening(found, audience, notices),
        frame.ended(found, audience),
        events.timeline(found),
        events.turning(found),
        frame.draft(found),
        answers.offers(found, audience),
        answers.pledges(found),
        answers.forecasts(found),
        table.style(found),
        *private,
        *table.chairs(found, audience),
        roads.roads_taken(found, audience),
        lessons.claims(found, audience),
        frame.lenses(found),
        lessons.questions(found),
        lessons.theory(found),
        frame.wrong(found),
    )
