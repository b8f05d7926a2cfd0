"""Short games on the small scenario, whose saves are small too."""

from functools import cache
from pathlib import Path

from game.contracts.building.small import small_scenario, small_setup
from game.minds.policies import POLICIES
from game.model.scenario import Scenario
from game.play.autoplay import mediate
from game.play.saves import Shelf
from game.play.session import Session


@cache
def little() -> Scenario:
    return small_scenario()


def shelf_at(folder: Path) -> Shelf:
    return Shelf(folder, lambda _: little())


def begin(folder: Path, seed: int = 1) -> Session:
    return Session.begin(little(), small_setup(seed), shelf_at(folder))


def go_on(session: Session, decisions: int = 1, policy: str = "random") -> None:
    for _ in range(decisions):
        if session.request is not None:
            session.submit(mediate(session.match, session.request, POLICIES[policy]))


def saved(folder: Path, decisions: int, policy: str = "random") -> Path:
    """A save after so many decisions, closed."""
    with begin(folder) as session:
        go_on(session, decisions, policy)
        assert session.path is not None
        return session.path
