"""How well the mediator is informed: what a scenario offers, and what follows from it in a game."""

from dataclasses import dataclass
from typing import Final

from game.model.ids import InformationId

USUAL: Final = InformationId("usual")
"""The level that every scenario has. A setup names it by naming none."""


@dataclass(frozen=True, slots=True)
class Information:
    """A level of information, in percent of the usual one.

    ``lists`` scales how many priority lists are known at the start, ``bands`` how vague and how far off estimates are
    and how fast they age. Nothing that is so depends on it, only what is known.
    """

    id: InformationId
    label: str
    about: str
    lists: int = 100
    bands: int = 100


@dataclass(frozen=True, slots=True)
class Insight:
    """What the rates of the rules on belief come to at the level that is played.

    Bands are in points of value; ``ageing`` in tenths of a point a fortnight; ``posture`` is the percentage of a public
    position in what is believed before a sounding.
    """

    prior_band: int
    sounding_band: int
    hearsay_band: int
    ageing: int
    posture: int


AS_USUAL: Final = Information(USUAL, "Usual", "")
"""The only level of a scenario that describes none."""


def as_set_up(level: str | None) -> str:
    """The level as a setup holds it, where nothing stands for the usual one."""
    return "" if level is None or level == USUAL else level
