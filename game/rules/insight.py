"""What the mediator's level of information does to the rates of belief."""

from functools import lru_cache

from game.model.information import Information, Insight
from game.model.rates import Rates

_WHOLE = 100


@lru_cache(maxsize=128)
def insight_of(rates: Rates, information: Information) -> Insight:
    """A band is never narrower than a point, and rumour is at most all posture."""
    percent = information.bands
    return Insight(
        prior_band=_band(rates.belief_prior_band, percent),
        sounding_band=_band(rates.belief_sounding_band, percent),
        hearsay_band=_band(rates.belief_hearsay_band, percent),
        ageing=rates.belief_ageing * percent // _WHOLE,
        posture=min(_WHOLE, rates.posture * percent // _WHOLE),
    )


def _band(points: int, percent: int) -> int:
    return max(1, points * percent // _WHOLE)
