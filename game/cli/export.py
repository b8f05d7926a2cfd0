"""``export``: games as tables, one row a game, turn, act, answer or change."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from game.cli.codes import FINE
from game.cli.output import notice
from game.cli.problems import UsageProblem
from game.cli.report import found_in, opened_games
from game.cli.values import STANDARD_OUTPUT
from game.debrief.findings import Findings, Wish
from game.debrief.pages.data import TABLES, Row, columns_of, rows_of
from game.debrief.pages.inert import row_of_cells, shown
from game.play.trouble import reason_of

Games = list[tuple[str, Findings]]


def run(args: Namespace) -> int:
    if args.csv is None and args.json is None:
        raise UsageProblem("Export to where? Give --csv DIR, --json FILE, or both.")
    given = opened_games(args.games, args.saves)
    if len({game.opened.match.game.scenario.id for game in given}) > 1:
        raise UsageProblem(
            "The games are of several scenarios, whose tables have different columns. Export them apart."
        )
    for game in given:
        for told in game.notices:
            notice(f"{game.name}: {told}")
    names = _names([game.name for game in given])
    games = [(name, found_in(game, Wish(), f"{game.name}: ")) for name, game in zip(names, given, strict=True)]
    if args.csv is not None:
        _write_tables(args.csv, games)
    if args.json is not None:
        _write_json(args.json, games)
    return FINE


def _names(stems: list[str]) -> list[str]:
    """What the games are called in every table; the second of a name is told apart by a number."""
    names: list[str] = []
    for stem in map(shown, stems):
        same = sum(name == stem or name.rpartition("~")[0] == stem for name in names)
        names.append(f"{stem}~{same + 1}" if same else stem)
    return names


def _rows(games: Games, table: str) -> list[Row]:
    return [row for name, found in games for row in rows_of(found, name, table)]


def _write_tables(folder: Path, games: Games) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            columns = columns_of(games[0][1], table)
            lines = [row_of_cells(columns)]
            lines += [row_of_cells(tuple(row[name] for name in columns)) for row in _rows(games, table)]
            (folder / f"{table}.csv").write_text("".join(lines), encoding="utf-8", newline="")
    except OSError as error:
        raise UsageProblem(f"The tables cannot be written to '{folder}', because {reason_of(error)}.") from None
    notice(f"The tables are in {folder}: {', '.join(f'{table}.csv' for table in TABLES)}.")


def _write_json(target: str, games: Games) -> None:
    text = json.dumps({table: _rows(games, table) for table in TABLES}, indent=1) + "\n"
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    path = Path(target)
    if path.exists() and path.suffix != ".json":
        raise UsageProblem(f"'{path}' exists and is no .json file, so it is not overwritten. Name another file.")
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageProblem(f"The tables cannot be written to '{path}', because {reason_of(error)}.") from None
    notice(f"The tables are in {path}.")
