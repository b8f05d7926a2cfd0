"""``saves where`` and ``saves forget``: what the game has of a person on this machine."""

import sys
from argparse import Namespace
from typing import Final

from game.cli.codes import FINE, USAGE
from game.cli.output import tell, write_json
from game.cli.problems import UsageProblem
from game.cli.values import STANDARD_OUTPUT
from game.play.belongings import Belongings, Forgotten, belongings, forget
from game.play.inert import inert
from game.telling.prose import counted

_WORD: Final = "forget"


def show_where(args: Namespace) -> int:
    found = belongings(args.saves)
    if args.json != STANDARD_OUTPUT:
        _list(found)
    if args.json is not None:
        write_json(args.json, [_in_figures(part) for part in found])
    return FINE


def forget_all(args: Namespace) -> int:
    """Delete it all, and tell exactly what is gone and what is not."""
    quiet = args.json == STANDARD_OUTPUT
    if not args.all:
        raise UsageProblem(
            "Forget what? 'backchannel saves forget --all' deletes all that is yours, "
            "'backchannel saves delete NAME' one game."
        )
    if quiet and not args.yes:
        raise UsageProblem("With --json on standard output nobody can be asked: add --yes to delete without asking.")
    found = belongings(args.saves)
    if not quiet:
        _list(found)
    if not args.yes and not _agreed(sum(len(part.files) for part in found)):
        tell("Nothing was deleted.")
        return USAGE
    done = forget(found)
    if not quiet:
        _tell_done(done)
    if args.json is not None:
        kept = [{"path": str(path), "reason": reason} for path, reason in done.kept]
        write_json(args.json, {"deleted": [str(path) for path in done.deleted], "kept": kept})
    return USAGE if done.kept else FINE


def _tell_done(done: Forgotten) -> None:
    for path in done.deleted:
        tell(f"Deleted: {inert(str(path))}")
    for path, reason in done.kept:
        tell(f"Not deleted: {inert(str(path))} ({reason})")
    tell(f"{counted(len(done.deleted), 'file')} deleted, {len(done.kept)} not.")


def _agreed(count: int) -> bool:
    if not count:
        return True
    tell(f"{counted(count, 'file')} will be deleted, and cannot be brought back.")
    print(f"Type {_WORD} to delete, anything else to keep all > ", end="", flush=True)
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        print()
    return answer.strip().lower() == _WORD


def _list(found: tuple[Belongings, ...]) -> None:
    for part in found:
        size = counted(len(part.files), "file") if part.files else "nothing"
        tell(f"{part.kind} in {inert(str(part.folder))}: {size}")
        for path in part.files:
            tell(f"  {inert(str(path.relative_to(part.folder)))}")


def _in_figures(part: Belongings) -> dict[str, object]:
    return {"kind": part.kind, "folder": str(part.folder), "files": [str(path) for path in part.files]}
