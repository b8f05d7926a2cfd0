"""``report``: a game's debrief as a file, several games side by side, or cards for class."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from game.cli.codes import FINE
from game.cli.offers import scenario_called
from game.cli.output import notice
from game.cli.problems import UsageProblem
from game.cli.values import STANDARD_OUTPUT
from game.cli.waiting import Waiting
from game.debrief.chapters import Audience, Chapter
from game.debrief.findings import Findings, Wish, debriefed
from game.debrief.gathering import gathered
from game.debrief.handout import handout
from game.debrief.pages.data import data_of, partings_data
from game.debrief.pages.html import html_page
from game.debrief.pages.markdown import markdown_page
from game.debrief.pages.report import kicker_of, report_html, report_markdown
from game.play.history import foretold
from game.play.saves import Opened, Shelf, default_folder
from game.play.trouble import reason_of
from game.telling.debriefing import EXPLORED

_ENDINGS: Final = {"html": (".html", ".htm"), "markdown": (".md", ".markdown"), "json": (".json",)}
_OTHER_CONTENT: Final = (
    "The content has changed since this game began. What happened is as it was recorded; whatever is worked out again "
    "here follows the new content, and may not fit."
)


class Given(NamedTuple):
    """A game that was handed in."""

    name: str
    opened: Opened
    notices: tuple[str, ...]


def run(args: Namespace) -> int:
    form = _form(args.form, args.output)
    if args.cards:
        return _cards(args, form)
    if not args.games:
        raise UsageProblem("Which save? 'backchannel saves' lists their names; then 'backchannel report NAME'.")
    games = opened_games(args.games, args.saves)
    if len(games) == 1:
        text, name = _one(games[0], args, form), f"{games[0].name}-debrief"
    else:
        if args.with_rollouts:
            notice("Turning points are worked out for one game at a time, and left out here.")
        text, name = _several(games, form, Audience(args.audience or "teacher")), "class-report"
    _write(text, _target(args.output, name, form))
    return FINE


def opened_games(names: list[str], folder: Path | None) -> list[Given]:
    """Every game in the order given, each once. Raises :class:`SaveProblem`."""
    shelf = Shelf(default_folder(folder))
    games = []
    for path in dict.fromkeys(shelf.find(name) for name in names):
        opened = shelf.open(path)
        told = {EXPLORED: opened.history.explored, _OTHER_CONTENT: opened.content_changed}
        games.append(Given(path.stem, opened, tuple(text for text, holds in told.items() if holds)))
        for each in opened.notices:
            notice(f"{path.name}: {each}" if len(names) > 1 else each)
    return games


def found_in(game: Given, wish: Wish, prefix: str = "") -> Findings:
    with Waiting(prefix) as waiting:
        found = debriefed(game.opened.match, wish, waiting.heed)
    if waiting.stopped:
        notice("Cut short: what had not been worked out is missing.")
    return found


def _one(game: Given, args: Namespace, form: str) -> str:
    made = foretold(game.opened.history)
    wish = Wish(rollouts=args.lucks if args.with_rollouts else 0, advisers=True, predictions=made)
    audience = Audience(args.audience or ("teacher" if game.opened.match.over else "student"))
    if args.audience is None and audience is Audience.STUDENT:
        notice("The game is not over, so this is a student's debrief, which tells nothing that it hides.")
    found = found_in(game, wish)
    if form == "json":
        return json.dumps({**data_of(found, audience), "notices": list(game.notices)}, indent=2) + "\n"
    make = report_html if form == "html" else report_markdown
    return make(found, audience, game.notices)


def _several(games: list[Given], form: str, audience: Audience) -> str:
    starts = [game.opened.match.game.setup for game in games]
    other = next((game for game, start in zip(games, starts, strict=True) if start != starts[0]), None)
    if other is not None:
        raise UsageProblem(
            f"'{other.name}' did not begin like '{games[0].name}': games are compared only if scenario, world, length, "
            "information and seed are the same."
        )
    wish = Wish(roads=form == "json")
    found = [(game.name, found_in(game, wish, f"{game.name}: ")) for game in games]
    if form == "json":
        told = [
            {"name": game.name, "notices": list(game.notices), **data_of(each, audience)}
            for game, (_, each) in zip(games, found, strict=True)
        ]
        return json.dumps({"games": told, "partings": partings_data(found)}, indent=2) + "\n"
    explored = [place for place, game in enumerate(games) if EXPLORED in game.notices]
    return _paged("Games from one start", kicker_of(found[0][1]), gathered(found, explored), form)


def _cards(args: Namespace, form: str) -> int:
    scenario = scenario_called(args.scenario)
    if form == "json":
        raise UsageProblem("Cards are written as html or markdown.")
    text = _paged("Cards for class", scenario.title, handout(scenario), form)
    _write(text, _target(args.output, f"{scenario.id}-cards", form))
    return FINE


def _paged(title: str, kicker: str, chapters: tuple[Chapter, ...], form: str) -> str:
    make: Callable[[str, str, tuple[Chapter, ...]], str] = html_page if form == "html" else markdown_page
    return make(title, kicker, chapters)


def _form(asked: str | None, output: str | None) -> str:
    """The form that was asked for, or that the file's ending tells."""
    if asked is not None:
        return asked
    ending = Path(output or "").suffix.lower()
    return next((form for form, endings in _ENDINGS.items() if ending in endings), "html")


def _target(output: str | None, name: str, form: str) -> str:
    return output if output is not None else name + _ENDINGS[form][0]


def _write(text: str, target: str) -> None:
    """Only a file that looks like a report is ever replaced."""
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    path = Path(target)
    if path.exists() and path.suffix.lower() not in (each for endings in _ENDINGS.values() for each in endings):
        raise UsageProblem(f"'{path}' exists and is no report, so it is not overwritten. Name another file after -o.")
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageProblem(f"The report cannot be written to '{path}', because {reason_of(error)}.") from None
    notice(f"The report is in {path}.")
