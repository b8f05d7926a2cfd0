"""What is counted in a game beside how it ended, by the kind of study that it is played for."""

from collections.abc import Callable, Mapping
from typing import Final

from game.lab.deeds import deeds_trial
from game.lab.forecasts import forecasts_trial
from game.lab.measures import GameFigures
from game.lab.plan import CellKey, Kind
from game.lab.profiles import profiles_trial
from game.lab.rationales import rationales_trial
from game.model.scenario import Scenario
from game.model.world import Setup

Trial = Callable[[Scenario, Setup, CellKey], GameFigures]

TRIALS: Final[Mapping[Kind, Trial]] = {
    Kind.CALIBRATION: forecasts_trial,
    Kind.EXPLANATIONS: rationales_trial,
    Kind.ACTS: deeds_trial,
    Kind.STYLES: profiles_trial,
}
