"""A saved game in its fourth turn, at the moment at which the mediator plans, for whoever opens it."""

from pathlib import Path

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import WorldId
from game.model.seats import PlanTurn
from game.model.world import Setup
from game.play.autoplay import mediate
from game.play.saves import Shelf
from game.play.session import Session

_SEED, _TURN = 7, 4


def saved_game(folder: Path) -> None:
    """Raises ValueError if the shipped scenario has faults."""
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise ValueError("The shipped scenario has faults; 'python -m game check' tells which.")
    setup = Setup(scenario.id, WorldId("ripe"), "class", _SEED)
    with Session.begin(scenario, setup, Shelf(folder)) as session:
        while session.request and not (isinstance(session.request, PlanTurn) and session.match.world.turn == _TURN):
            session.submit(mediate(session.match, session.request, POLICIES["statecraft"]))
