"""Saved games of the shipped scenario."""

from pathlib import Path

from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.policies import POLICIES
from game.play.autoplay import mediate
from game.play.saves import Shelf
from game.play.session import Session


def finished(folder: Path, decisions: int = 99) -> Path:
    """A quick game of the statecraft policy, to its end or so far."""
    with Session.begin(shipped(), shipped_setup("quick", 3), Shelf(folder)) as game:
        for _ in range(decisions):
            if game.request is not None:
                game.submit(mediate(game.match, game.request, POLICIES["statecraft"]))
        assert game.path is not None
        return game.path
