"""``replay``: a saved game as text, or run again."""

from argparse import Namespace
from pathlib import Path

from game.cli.arguments import STANDARD_OUTPUT
from game.cli.codes import FINE, FOUND
from game.cli.output import notice, write_json
from game.cli.problems import UsageProblem
from game.play.match import Match, TurnRecord
from game.play.replay import Verdict, bare_lines, verify
from game.play.saves import Opened, SaveProblem, Shelf, default_folder, read_journal


def run(args: Namespace) -> int:
    shelf = Shelf(default_folder(args.saves))
    path = shelf.find(args.save)
    try:
        opened = shelf.open(path)
    except SaveProblem as problem:
        if args.verify or args.json is not None:
            raise
        return _show_bare(path, problem)
    for each in opened.notices:
        notice(each)
    return _run_again(opened, args.json) if args.verify else _show(opened.match, args.turn, args.json)


def _show(match: Match, turn: int | None, target: str | None) -> int:
    from game.telling.transcript import turn_text, whole_game

    chosen = match.turns if turn is None else (_turn_of(match, turn),)
    if target is not None:
        turns = [{"turn": each.turn, "digest": each.digest, "text": turn_text(match, each)} for each in chosen]
        write_json(target, {"seed": match.game.setup.seed, "ending": match.world.ending, "turns": turns})
    if target != STANDARD_OUTPUT:
        print(whole_game(match) if turn is None else turn_text(match, chosen[0]))
    return FINE


def _turn_of(match: Match, turn: int) -> TurnRecord:
    found = next((record for record in match.turns if record.turn == turn), None)
    if found is None:
        raise UsageProblem(f"The game has no turn {turn}; it stands in turn {match.world.turn}.")
    return found


def _show_bare(path: Path, problem: SaveProblem) -> int:
    """What the journal records, in the program's own terms, for a game whose content is gone."""
    journal = read_journal(path)
    notice(f"{problem.what}. This is what it records, without the words of the content.")
    for line in bare_lines(journal):
        print(line)
    return FINE


def _run_again(opened: Opened, target: str | None) -> int:
    verdict = verify(opened)
    if target is not None:
        write_json(target, _in_figures(verdict))
    if target != STANDARD_OUTPUT:
        print(_in_words(verdict))
    return FINE if verdict.first_difference is None else FOUND


def _in_words(verdict: Verdict) -> str:
    found = verdict.first_difference
    extent = f"{verdict.decisions} decisions, {verdict.turns} whole turns"
    if found is None:
        return f"It comes out as recorded: {extent}."
    where = f"turn {found.turn}, seat {found.seat} (line {found.line})"
    return f"It differs in {where}: {found.what}. Until then it is the same: {extent}."


def _in_figures(verdict: Verdict) -> dict[str, object]:
    found = verdict.first_difference
    return {
        "same": found is None,
        "decisions": verdict.decisions,
        "turns": verdict.turns,
        "first_difference": None if found is None else found._asdict(),
    }
