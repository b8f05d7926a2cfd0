"""One of several programs that play on one folder of saves: python -m tests.play.crowd FOLDER SEED ROUNDS

It begins games, goes on with whatever is unfinished, and deletes some; and prints what was acknowledged, a line each:
``begun NAME``, ``taken NAME``, ``deleted NAME``.
"""

import sys
from pathlib import Path
from random import Random

from game.play.saves import SaveProblem, SaveTitle
from game.play.session import Session
from tests.play.small_games import begin, go_on, shelf_at


def once(folder: Path, chance: Random) -> None:
    titles = [title for title in shelf_at(folder).list() if not title.ending]
    pick = chance.random()
    if pick < 0.3 or not titles:
        with begin(folder) as session:
            assert session.path is not None
            print("begun", session.path.name, flush=True)
            _decide(session, chance)
        return
    title = chance.choice(titles)
    if pick < 0.4:
        shelf_at(folder).delete(title.name)
        print("deleted", title.path.name, flush=True)
    else:
        _go_on(folder, title, chance)


def _go_on(folder: Path, title: SaveTitle, chance: Random) -> None:
    assert not title.problem, title
    with Session.resume(shelf_at(folder).open(title.path)) as session:
        _decide(session, chance)


def _decide(session: Session, chance: Random) -> None:
    assert session.path is not None
    for _ in range(chance.randrange(3)):
        if session.request is not None:
            go_on(session)
            print("taken", session.path.name, flush=True)


if __name__ == "__main__":
    dice = Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[3])):
        try:
            once(Path(sys.argv[1]), dice)
        except SaveProblem as problem:
            print("told", problem.what, flush=True)
