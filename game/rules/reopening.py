"""How an agreed principle comes apart: a broken promise, a leak, an offensive. What is detailed holds."""

from game.model.clauses import DETAIL_POINT, DETAILED, ClauseState, principle_agreed
from game.model.events import ClauseTurn
from game.model.ids import ClauseId, Quantity
from game.model.ledger import Cause
from game.model.scenario import Stage
from game.rules.effects import Batch, rule
from game.rules.trust import belligerents


def reopen(batch: Batch, clause: ClauseId, cause: Cause) -> None:
    """Undo an agreed principle that officials have not detailed yet; it costs a point of detail."""
    was, spec = batch.clause(clause), batch.game.scenario.clauses[clause]
    if batch.world.stage >= Stage.FRAMEWORK or was.detail >= DETAILED or not principle_agreed(spec, was):
        return
    now = ClauseState(
        option=was.option,
        over=was.over,
        detail=max(0, was.detail - DETAIL_POINT),
        tries=was.tries,
        tabled=True,
    )
    batch.move(clause, ClauseTurn.REOPENED, now, cause)
    for party in spec.stakeholders:
        batch.shift(Quantity(f"aspiration.{party}"), batch.game.rates.hope_principle, cause)


def shake_by_offensive(batch: Batch, moved: int) -> None:
    """A fortnight in which much ground changes hands undoes what the two who fight had agreed on the line."""
    if abs(moved) * 100 < batch.game.rates.front_shock * batch.game.length.pace:
        return
    fighting = belligerents(batch.game.scenario)
    for clause in batch.game.scenario.clauses.values():
        if clause.political and clause.stakeholders == fighting:
            reopen(batch, clause.id, rule("offensive"))
