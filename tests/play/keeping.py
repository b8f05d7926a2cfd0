"""Saves for the corpus, which every later version has to open: python -m tests.play.keeping NAME

They are made when the form of journals changes, before a release, and are never made anew. What each must come to is
written beside them, in ``expected.json``.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Final

from game.play.copies import branch
from game.play.opened import Opened
from game.play.session import Session
from tests.play.games import play, scenario, setup, shelf

CORPUS: Final = Path(__file__).parent / "corpus"
EXPECTED: Final = CORPUS / "expected.json"
PACKED: Final = ".jsonl.gz"


def facts(opened: Opened) -> dict[str, object]:
    """What of a game stays comparable whatever becomes of rules and words."""
    world = opened.match.world
    return {
        "turn": world.turn,
        "ending": world.ending,
        "decisions": sum(getattr(record, "seat", "") == "us" for record in opened.journal.records),
        "explored": opened.history.explored,
        "patience": world.quantities[next(name for name in world.quantities if name == "patience")],
        "agreed": {clause: list(state.agreed) for clause, state in world.clauses.items() if state.agreed},
    }


def keep(folder: Path) -> None:
    """A finished game, one with turns taken back, one cut off in the middle of a line, one not yet over, a branch."""
    folder.mkdir()
    here = shelf(folder)
    finished = _played(folder, "finished", 5, [("statecraft", 99)])
    _played(folder, "rewound", 6, [("statecraft", 4), ("", 1), ("random", 2), ("", 1), ("statecraft", 3)])
    _played(folder, "running", 8, [("random", 3)])
    torn = _played(folder, "torn", 7, [("random", 4)])
    torn.write_bytes(torn.read_bytes()[:-50])
    left = branch(here, here.open(finished), 3)
    with Session.resume(here.open(left)) as session:
        play(session, 2, "passive")
    left.rename(folder / "branched.jsonl")


def _played(folder: Path, name: str, seed: int, moves: list[tuple[str, int]]) -> Path:
    """``moves``: so many decisions of a policy, or a step back for an empty one."""
    with Session.begin(scenario(), setup(seed=seed), shelf(folder)) as session:
        for policy, times in moves:
            if policy:
                play(session, times, policy)
            else:
                session.rewind()
        assert session.path is not None
        return session.path.rename(folder / f"{name}.jsonl")


def corpus() -> dict[str, bytes]:
    """Every save that is kept, by its name with that of its set."""
    return {
        path.relative_to(CORPUS).as_posix().removesuffix(PACKED): gzip.decompress(path.read_bytes())
        for path in sorted(CORPUS.rglob(f"*{PACKED}"))
    }


def pack(folder: Path) -> None:
    """Saves are kept packed, since they are long and nobody reads them there."""
    for path in folder.glob("*.jsonl"):
        (folder / f"{path.stem}{PACKED}").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        path.unlink()


def note_expected(folder: Path, name: str) -> None:
    """Add what newly kept saves come to; what is noted already stays."""
    noted = json.loads(EXPECTED.read_text()) if EXPECTED.exists() else {}
    for path in sorted(folder.glob("*.jsonl")):
        noted.setdefault(f"{name}/{path.stem}", facts(shelf(folder).open(path)))
    EXPECTED.write_text(json.dumps(noted, indent=1) + "\n")


if __name__ == "__main__":
    new = CORPUS / sys.argv[1]
    keep(new)
    note_expected(new, sys.argv[1])
    pack(new)
