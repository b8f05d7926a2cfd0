"""Results as JSON, on standard output or in a file."""

import json
import sys
from pathlib import Path

from game.cli.problems import UsageProblem
from game.cli.values import STANDARD_OUTPUT
from game.play.inert import inert_lines
from game.play.trouble import reason_of


def write_json(target: str, result: object) -> None:
    text = json.dumps(result, indent=2) + "\n"
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    path = Path(target)
    if path.exists() and path.suffix != ".json":
        raise UsageProblem(
            f"'{path}' exists and is no .json file, so it is not overwritten. Name another file after --json."
        )
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageProblem(f"The result cannot be written to '{path}', because {reason_of(error)}.") from None


def notice(text: str) -> None:
    print(inert_lines(text), file=sys.stderr)


def tell(text: str) -> None:
    """Lines for people, on standard output; names in them may come from anywhere."""
    print(inert_lines(text))
