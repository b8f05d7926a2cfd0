"""Games and the digests of their journals: python -m tests.architecture.journals SCENARIO FOLDER GAME...

Imports what a bare Python has, so that any version can play.
"""

import pickle
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from game.minds.policies import POLICIES
from game.model.ids import WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import mediate
from game.play.match import start
from game.play.session import Session


def journals(scenario: Scenario, folder: Path, games: Iterable[str]) -> list[str]:
    """For each ``policy world length seed``, the digest of the journal as it lies on the disk."""
    found = []
    for number, game in enumerate(games):
        policy, world, length, seed = game.split()
        path = folder / f"{number}.jsonl"
        setup = Setup(scenario.id, WorldId(world), length, int(seed))
        with Session.recorded(start(scenario, setup), path) as session:
            while session.request is not None:
                session.submit(mediate(session.match, session.request, POLICIES[policy]))
        found.append(sha256(path.read_bytes()).hexdigest())
    return found


if __name__ == "__main__":
    read = pickle.loads(Path(sys.argv[1]).read_bytes())
    print(*journals(read, Path(sys.argv[2]), sys.argv[3:]))
