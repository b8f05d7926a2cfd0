"""What the mediator knows grows stale."""

from game.model.events import BeliefRevised
from game.model.world import Estimate
from game.rules.calendar import paced
from game.rules.effects import Batch, rule

_EVERY = 4
"""Turns after which an estimate that nobody refreshed is marked as older."""


def age_beliefs(batch: Batch) -> None:
    """Old estimates widen, never beyond what rumour alone would give."""
    insight, turn = batch.game.insight, batch.world.turn
    widening = max(1, paced(batch.game.length, insight.ageing * _EVERY) // 10)
    for (party, clause), belief in batch.world.beliefs.items():
        age = turn - belief.turn
        if age and age % _EVERY == 0 and belief.band < insight.prior_band:
            band = min(insight.prior_band, belief.band + widening)
            batch.add(BeliefRevised(party, clause, Estimate(belief.values, band, belief.turn), rule("drift")))
