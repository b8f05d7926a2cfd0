"""``play``: on to the app or to line mode. The title screen waits for nothing that it does not need."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.problems import UsageProblem

if TYPE_CHECKING:
    from game.cli.seats import Seats
    from game.play.saves import Opened, Shelf


def run(args: Namespace) -> int:
    seats = _checked(args)
    return _in_lines(args, seats) if args.plain else _on_screen(args, seats)


def _checked(args: Namespace) -> Seats:
    """The minds that are asked for, once everything else that is asked for is known to exist."""
    given = [
        f"--{name}" for name in ("world", "length", "information", "seed", "mind") if getattr(args, name) is not None
    ]
    if args.resume and args.open:
        raise UsageProblem("--continue and --open each name a game to go on with; give one of them.")
    if (args.resume or args.open) and given:
        raise UsageProblem(f"{given[0]} is for a new game; a saved one keeps what it was begun with.")
    if given or args.scenario != "one-last-effort":
        from game.cli.offers import check_names, scenario_called
        from game.cli.seats import seats_called

        scenario = scenario_called(args.scenario)
        check_names(scenario, args.world, args.length, args.information)
        return seats_called(args.mind, scenario)
    return ()


def _in_lines(args: Namespace, seats: Seats) -> int:
    from game.plain.line_mode import play_plain
    from game.play.wish import Wish

    shelf, notices = _shelf(args.saves)
    return play_plain(
        Wish(
            scenario=args.scenario,
            world=args.world,
            length=args.length,
            information=args.information,
            seed=args.seed,
            minds=seats,
            shelf=shelf,
            opened=_saved_game(args, shelf),
            notices=notices,
        )
    )


def _on_screen(args: Namespace, seats: Seats) -> int:
    from game.tui.start import StartOptions, unfit_terminal

    unfit = unfit_terminal()
    if unfit is not None:
        raise UsageProblem(unfit)
    opened = _saved_game(args, _shelf(args.saves)[0]) if args.resume or args.open else None
    if opened is not None:
        from game.cli.output import notice

        for each in opened.notices:
            notice(each)
    from game.tui.app import run_app

    return run_app(
        StartOptions(
            scenario=args.scenario,
            world=args.world,
            length=args.length,
            information=args.information,
            seed=args.seed,
            minds=seats,
            saves=args.saves,
            resume=args.resume,
            open_path=opened.path if opened and args.open else None,
            opened=opened,
            no_mouse=args.no_mouse,
            ascii=args.ascii,
            no_motion=args.no_motion,
            theme=args.theme,
        )
    )


def _shelf(folder: Path | None) -> tuple[Shelf | None, tuple[str, ...]]:
    """Where saves go, or why they cannot go anywhere."""
    from game.play.saves import Shelf, default_folder
    from game.play.trouble import SaveProblem

    try:
        return Shelf(default_folder(folder)), ()
    except SaveProblem as problem:
        return None, (str(problem),)


def _saved_game(args: Namespace, shelf: Shelf | None) -> Opened | None:
    """The save that the command asks to go on with."""
    if not args.resume and not args.open:
        return None
    if shelf is None:
        raise UsageProblem("There is no folder of saves. Name one with --saves.")
    if args.open:
        return shelf.open(args.open)
    newest = shelf.newest_unfinished()
    if newest is None:
        raise UsageProblem(f"There is no unfinished game in {shelf.folder}. 'backchannel saves' lists what there is.")
    return shelf.open(newest.path)
