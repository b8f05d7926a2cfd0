"""A game as readable text: what a diff can show and a person can read."""

from collections.abc import Iterator
from textwrap import fill
from typing import Final

from game.model.events import ActionTaken
from game.model.ids import SEALED
from game.play.match import Match, TurnRecord
from game.telling.cables import Cable, match_cables
from game.telling.conference import ConferenceWords, conference_words
from game.telling.dates import turn_dates
from game.telling.draft import draft, draft_line
from game.telling.ending import EndingWords, epilogue
from game.telling.ledger import say_whole_change, turn_changes
from game.telling.names import Names
from game.telling.orders import say_action

WIDTH: Final = 100
"""Columns of a transcript."""


def turn_text(match: Match, record: TurnRecord) -> str:
    """One turn: its date, what was done, every cable with what stands behind it, and every meter that moved."""
    names = Names(match.game.scenario)
    lines = [_heading(match, record, names), *_plan(record, names)]
    for cable in match_cables(match, record, names):
        lines += cable_lines(cable)
    scene = conference_words(names, record)
    if scene is not None:
        lines += ["", *conference_lines(names, scene)]
    lines += ["", "What moved:"]
    lines += [_wrapped(say_whole_change(names, each), "  ") for each in turn_changes(match.game.scenario, record)]
    return "\n".join(lines)


def whole_game(match: Match) -> str:
    """The whole game so far, and its end if it has one."""
    setup = match.game.setup
    world = "sealed" if setup.world == SEALED else setup.world
    informed = f"information {setup.information}, " * bool(setup.information)
    title = f"{match.game.scenario.title}: world {world}, length {setup.length}, {informed}seed {setup.seed}"
    parts = [title, *(turn_text(match, record) for record in match.turns if record.digest)]
    parts.append("\n".join(_draft_lines(match, Names(match.game.scenario))))
    if match.over:
        parts.append("\n".join(ending_lines(epilogue(match))))
    return "\n\n".join(parts) + "\n"


def _draft_lines(match: Match, names: Names) -> Iterator[str]:
    yield "== The text =="
    for clause in draft(match.mediator(), names):
        yield _wrapped(f"{clause.number} {clause.title}: {draft_line(clause, names)}", "  ")
        yield from (_wrapped(f"    {line}", "    ") for line in clause.lines)


def _heading(match: Match, record: TurnRecord, names: Names) -> str:
    length = match.game.length
    stage = names.stage(record.first.stage)
    return f"== Turn {record.turn} of {length.turns} · {turn_dates(length, record.turn)} · stage: {stage} =="


def _plan(record: TurnRecord, names: Names) -> Iterator[str]:
    taken = [event.action for event in record.events if isinstance(event, ActionTaken)]
    if not taken:
        yield "Plan: nothing."
    for number, action in enumerate(taken, 1):
        yield _wrapped(f"{number}. {say_action(names, action)}", "   ")


def cable_lines(cable: Cable) -> list[str]:
    return [_wrapped(f"[{cable.tag}] {cable.text}", "  "), *(_wrapped(f"    - {why}", "      ") for why in cable.why)]


def conference_lines(names: Names, scene: ConferenceWords) -> list[str]:
    """The conference as a scene."""
    lines = ["THE SIGNING CONFERENCE", _wrapped(scene.opening, "")]
    lines += [_wrapped(clause, "  ") for clause in scene.clauses]
    for party in scene.parties:
        lines.append(_wrapped(f"{party.headline} “{party.quote}”" if party.quote else party.headline, "  "))
        lines += [_wrapped(f"    - {reason}", "      ") for reason in (*party.reasons, *filter(None, [party.help]))]
    return [*lines, _wrapped(scene.outcome, "")]


def ending_lines(words: EndingWords) -> list[str]:
    """The ending with its score, lens by lens."""
    lines = [f"== {words.title} =="]
    for paragraph in (*words.paragraphs, words.outlook, words.world):
        lines += [_wrapped(paragraph, ""), ""]
    lines += [_wrapped(flag, "") for flag in words.flags]
    for lens in words.lenses:
        lines += [f"Score, {lens.label} lens: {lens.total} of 100", _wrapped(lens.about, "")]
        lines += [f"  {line}" for line in lens.lines]
        lines += [lens.capped] if lens.capped else []
    return [*lines, "", _wrapped(words.not_on_the_table, ""), _wrapped(words.no_proof, "")]


def _wrapped(text: str, indent: str) -> str:
    return fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
