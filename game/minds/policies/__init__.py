"""Ways to mediate, each the honest attempt at one idea. They read the mediator's view and nothing else."""

from collections.abc import Mapping

from game.minds.mind import MediatorMind
from game.minds.policies.chance import Chance
from game.minds.policies.passive import Passive
from game.minds.policies.pressure import PressureOnly
from game.minds.policies.statecraft import Statecraft

POLICIES: Mapping[str, MediatorMind] = {
    "statecraft": Statecraft(),
    "pressure-only": PressureOnly(),
    "passive": Passive(),
    "random": Chance(),
}
