"""The White House: its patience, and what leaks from it."""

from game.model.actions import Action, CallLeader, Carry, Float, SoundOut, Table, TablePackage
from game.model.events import Leaked
from game.model.ids import ClauseId, PartyId, Quantity
from game.model.scenario import Stage
from game.rules.acting import audience
from game.rules.calendar import paced
from game.rules.dice import below, per_mille
from game.rules.effects import Batch, rule
from game.rules.mood import harden
from game.rules.reopening import reopen
from game.rules.trust import in_washington

_PATIENCE, _CONGRESS, _DISCIPLINE = Quantity("patience"), Quantity("congress"), Quantity("discipline")


def wear_patience(batch: Batch) -> None:
    """Time at the White House; half as fast once a framework is signed."""
    loss = batch.game.length.patience_loss
    if batch.world.stage >= Stage.FRAMEWORK:
        loss = (loss + 1) // 2
    batch.shift(_PATIENCE, -loss, rule("time-at-the-white-house"))
    if batch.read(_CONGRESS) < 35:
        cost = paced(batch.game.length, batch.game.rates.patience_congress)
        batch.shift(_PATIENCE, -cost, rule("congress-mood"))


def leak(batch: Batch) -> None:
    """At most one confidential act of the turn gets out; the looser the discipline, the likelier."""
    game, world = batch.game, batch.world
    secrets = [action for action in world.acted if _sensitive(action) and audience(game, world, action) is not None]
    if not secrets:
        return
    chance = game.length.leak * 10 * (100 - batch.read(_DISCIPLINE)) // 50
    if not per_mille(chance, game.seed, "leak", world.turn):
        return
    action = secrets[below(len(secrets), game.seed, "what-leaks", world.turn)]
    batch.add(Leaked(action))
    batch.shift(_PATIENCE, -game.rates.patience_leak, rule("leak"))
    exposed = _exposed(action, batch)
    for party in exposed:
        batch.shift(in_washington(party), -game.rates.trust_leak, rule("leak"))
    harden(batch, game.rates.hope_leak, "leaked-position", exposed)
    if below(100, game.seed, "leak-reopens", world.turn) < game.rates.leak_reopens:
        for clause in _clauses_of(action):
            reopen(batch, clause, rule("leak"))


def _clauses_of(action: Action) -> tuple[ClauseId, ...]:
    match action:
        case Table(clause) | CallLeader(_, clause, _):
            return (clause,)
        case TablePackage(terms):
            return tuple(term.clause for term in terms)
        case _:
            return ()


def _sensitive(action: Action) -> bool:
    return isinstance(action, SoundOut | Float | Carry | CallLeader | Table | TablePackage)


def _exposed(action: Action, batch: Batch) -> tuple[PartyId, ...]:
    """Those whose position is in the papers."""
    match action:
        case SoundOut(party) | Float(party) | Carry(party) | CallLeader(party):
            return (party,)
        case Table(clause):
            return batch.game.scenario.clauses[clause].stakeholders
        case TablePackage(terms):
            named = [party for term in terms for party in batch.game.scenario.clauses[term.clause].stakeholders]
            return tuple(party for party in batch.game.scenario.parties if party in named)
        case _:
            return ()
