"""Results as JSON, on standard output or in a file."""

import json
import sys
from pathlib import Path

from game.cli.arguments import STANDARD_OUTPUT
from game.cli.problems import UsageProblem
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
    print(text, file=sys.stderr)
