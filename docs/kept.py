"""Whether what docs/claims.md has passing still passes: python -m docs.kept FILE.

``FILE`` is what ``lab --claims --json`` wrote. The claims that the page has failing may fail, until they are mended and
the page is made anew; any other failure is named, and the exit code is 1.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).resolve().parent / "claims.md"


class Claimed(NamedTuple):
    """A claim of the table: about which policy in which world, and what must come out."""

    policy: str
    world: str
    must: str


def failing_in(page: str) -> frozenset[Claimed]:
    """The claims that the page has failing. Raises ValueError if it holds no table of claims."""
    rows = [[cell.strip().strip("`") for cell in line.strip("| ").split(" | ")] for line in page.splitlines()]
    verdicts = {Claimed(*row[:3]): row[4] for row in rows if len(row) == 5 and row[4].startswith(("pass", "fail"))}
    if not verdicts:
        raise ValueError("No table of claims stands in the page.")
    return frozenset(claim for claim, verdict in verdicts.items() if verdict.startswith("fail"))


def broken(found: Iterable[Mapping[str, str]], known: frozenset[Claimed]) -> Iterator[str]:
    """A sentence for each claim that fails and is not known to."""
    for each in found:
        claim = Claimed(each["policy"], each["world"], each["must"])
        if each["verdict"] == "fail" and claim not in known:
            yield f"{claim.policy} in {claim.world} passed in {PAGE.name}, and fails: {claim.must}: {each['found']}."


def main(words: Sequence[str]) -> int:
    known = failing_in(PAGE.read_text(encoding="utf-8"))
    faults = list(broken(json.loads(Path(words[0]).read_text(encoding="utf-8"))["claims"], known))
    for fault in faults:
        print(fault)
    if not faults:
        print(f"Every claim passes that passes in {PAGE.name}; {len(known)} fail there, and may here.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
