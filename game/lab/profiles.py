"""What a game's acts were, by the family under which a player finds them."""

from collections import Counter

from game.lab.measures import GameFigures
from game.lab.plan import CellKey
from game.lab.watching import counted
from game.model.events import ActionTaken
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.seating import mediator, play_out


def profiles_trial(scenario: Scenario, setup: Setup, key: CellKey) -> GameFigures:
    match = play_out(scenario, setup, mediator(scenario, key.policy), fingerprints=False)
    taken = (event.action for turn in match.turns for event in turn.events if isinstance(event, ActionTaken))
    counts = Counter(scenario.verbs[action.verb].family for action in taken)
    return counted(match, {family: (count,) for family, count in sorted(counts.items())})
