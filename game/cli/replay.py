"""``replay``: a saved game as text, or run again."""

from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

from game.cli.codes import FINE, FOUND, USAGE
from game.cli.output import notice, tell, write_json
from game.cli.problems import UsageProblem, one_of
from game.cli.values import STANDARD_OUTPUT
from game.model.ids import US, PartyId
from game.play.chairs import ABOVE, Chair, turns_of
from game.play.inert import inert
from game.play.match import Match, TurnRecord
from game.play.replay import Verdict, bare_lines, verify
from game.play.saves import Opened, SaveProblem, Shelf, default_folder, read_journal
from game.play.trouble import DamagedSave


def run(args: Namespace) -> int:
    shelf = Shelf(default_folder(args.saves))
    if args.verify:
        return _verify(shelf, args)
    if len(args.save) > 1:
        raise UsageProblem("Several games can be run again at once with --verify; without it one is shown at a time.")
    path = shelf.find(args.save[0])
    try:
        opened = shelf.open(path)
    except SaveProblem as problem:
        if args.json is not None or args.branch_at is not None or isinstance(problem, DamagedSave):
            raise
        return _show_bare(path, problem)
    for each in opened.notices:
        notice(each)
    if args.branch_at is not None:
        return _branch(shelf, opened, args)
    return _show(opened, args)


def _branch(shelf: Shelf, opened: Opened, args: Namespace) -> int:
    from game.play.copies import branch

    if args.chair is not None:
        raise UsageProblem("A new game begins in the mediator's chair: leave --chair out.")
    path = branch(shelf, opened, args.branch_at)
    if args.json is not None:
        write_json(args.json, {"branch": str(path), "of": str(opened.path), "turn": args.branch_at})
    if args.json != STANDARD_OUTPUT:
        tell(
            f"{path.stem} stands at the start of turn {args.branch_at}. "
            f"'backchannel play --open {path.stem}' goes on from there."
        )
    return FINE


def _show(opened: Opened, args: Namespace) -> int:
    from game.telling.chairs import chair_text
    from game.telling.transcript import whole_game

    match, target, turn = opened.match, args.json, args.turn
    chair = _chair_called(match, args.chair)
    chosen = turns_of(match) if turn is None else (_turn_of(match, turn),)
    if target is not None:
        turns = [{"turn": each.turn, "digest": each.digest, "text": chair_text(match, each, chair)} for each in chosen]
        told = {"seed": match.game.setup.seed, "ending": match.world.ending, "rerun": opened.rerun, "turns": turns}
        write_json(target, told)
    if target != STANDARD_OUTPUT:
        notice(opened.rerun)
        if turn is None and chair == US:
            print(whole_game(match))
        else:
            print("\n\n".join(chair_text(match, each, chair) for each in chosen))
    return FINE


def _chair_called(match: Match, word: str | None) -> Chair:
    """The chair of this name. All but the mediator's are for games that are over."""
    scenario = match.game.scenario
    name = US if word is None else one_of("chair", word, (US, *scenario.parties, ABOVE))
    if name != US and not match.over:
        raise UsageProblem("What others knew is shown when the game is over; until then there is the chair 'us'.")
    return None if name == ABOVE else PartyId(name)


def _turn_of(match: Match, turn: int) -> TurnRecord:
    found = next((record for record in turns_of(match) if record.turn == turn), None)
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


def _verify(shelf: Shelf, args: Namespace) -> int:
    """Each game again: one line a game if there are several. The worst of them makes the exit code."""
    done = [_run_again(shelf, save) for save in args.save]
    if args.json is not None:
        figures = [{"save": save, **each.figures} for save, each in zip(args.save, done, strict=True)]
        write_json(args.json, figures if len(figures) > 1 else done[0].figures)
    if args.json != STANDARD_OUTPUT:
        for save, each in zip(args.save, done, strict=True):
            tell(f"{inert(save)}: {each.words}" if len(done) > 1 else each.words)
    return max(each.code for each in done)


class _Rerun(NamedTuple):
    code: int
    words: str
    figures: dict[str, object]


def _run_again(shelf: Shelf, save: str) -> _Rerun:
    try:
        verdict = verify(shelf.open(save))
    except SaveProblem as problem:
        return _Rerun(USAGE, str(problem), {"same": None, "problem": str(problem)})
    code = FINE if verdict.first_difference is None else FOUND
    return _Rerun(code, _in_words(verdict), _in_figures(verdict))


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
