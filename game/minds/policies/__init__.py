"""Ways to mediate, each the honest attempt at one idea. They read the mediator's view and nothing else."""

from collections.abc import Mapping

from game.minds.mind import MediatorMind
from game.minds.policies.chance import Chance
from game.minds.policies.conferences import ConferenceSpam
from game.minds.policies.erratic import Erratic
from game.minds.policies.facilitation import Facilitation
from game.minds.policies.formulation import Formulation
from game.minds.policies.greedy import ForecastGreedy
from game.minds.policies.hints import HintFollower
from game.minds.policies.leverage import Leverage
from game.minds.policies.normalisation import GiveFirst, LinkEverything, WordsOnly
from game.minds.policies.passive import Passive
from game.minds.policies.pressure import PressureOnly
from game.minds.policies.publicity import Megaphone
from game.minds.policies.rooms import GroupsOnly, LeadersOnly, NoEurope
from game.minds.policies.squeeze import SqueezeKyiv
from game.minds.policies.statecraft import LateStart, Statecraft

STYLES: Mapping[str, MediatorMind] = {
    "facilitation": Facilitation(),
    "formulation": Formulation(),
    "leverage": Leverage(),
}
"""Whole ways to mediate that are unlike statecraft and unlike one another, each meant to succeed."""

POLICIES: Mapping[str, MediatorMind] = {
    "statecraft": Statecraft(),
    "pressure-only": PressureOnly(),
    "late-start": LateStart(),
    "squeeze-kyiv": SqueezeKyiv(),
    "leaders-only": LeadersOnly(),
    "groups-only": GroupsOnly(),
    "no-europe": NoEurope(),
    "megaphone": Megaphone(),
    "give-first": GiveFirst(),
    "words-only": WordsOnly(),
    "erratic": Erratic(),
    "hint-follower": HintFollower(),
    "forecast-greedy": ForecastGreedy(),
    "link-everything": LinkEverything(),
    "conference-spam": ConferenceSpam(),
    **STYLES,
    "random": Chance(),
    "passive": Passive(),
}

LATE: Mapping[str, int] = {"late-start": 16}
"""Policies whose game is dealt late, by so many weeks of war in which nobody negotiates."""
