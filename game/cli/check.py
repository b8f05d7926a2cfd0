"""``check``: the faults of content, each with its place."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from game.cards.faults import Fault
from game.cards.library import check_path, find_content, render_all
from game.cli.codes import FINE, FOUND
from game.cli.output import write_json
from game.cli.values import STANDARD_OUTPUT


def run(args: Namespace) -> int:
    path = args.path or find_content()
    faults = check_path(path)
    errors = sum(fault.severity == "error" for fault in faults)
    if args.json != STANDARD_OUTPUT:
        if faults:
            print(render_all(faults), end="\n\n")
        print(f"{path}: {_counted(errors, 'error')}, {_counted(len(faults) - errors, 'warning')}.")
    if args.json is not None:
        write_json(args.json, _in_figures(path, faults, errors))
    return FOUND if errors else FINE


def _counted(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _in_figures(path: Path, faults: Sequence[Fault], errors: int) -> dict[str, object]:
    return {
        "path": str(path),
        "errors": errors,
        "warnings": len(faults) - errors,
        "faults": [
            {
                "path": fault.path,
                "line": fault.position.line,
                "column": fault.position.column,
                "code": fault.code,
                "severity": fault.severity,
                "message": fault.message,
                "hint": fault.hint,
            }
            for fault in faults
        ],
    }
