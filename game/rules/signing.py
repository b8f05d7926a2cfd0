"""The signing conference, and what a signature brings."""

from collections.abc import Mapping
from dataclasses import replace

from game.model.events import Answer, ClauseTurn, ConferenceHeld, StageReached, TruceChanged, Verdict
from game.model.ids import PartyId, Quantity
from game.model.scenario import Stage
from game.model.world import Signature
from game.rules.acting import whole_text
from game.rules.effects import Batch, rule
from game.rules.leverage import pay_links
from game.rules.negotiate import Scales, signing_case
from game.rules.reopening import reopen
from game.rules.sight import party_view

_BARRED_FOR = 3
_PATIENCE = Quantity("patience")
_CREDIBILITY = Quantity("credibility")


def conclude_conference(batch: Batch, answers: Mapping[PartyId, Answer]) -> None:
    """It comes if all sign. A failure costs patience and credibility, hardens everyone and bars the next.

    Whoever declined has done so before its own public, and what it named comes apart unless officials have detailed it.
    """
    world = batch.world
    stage = Stage.FINAL if world.stage is Stage.FRAMEWORK else Stage.FRAMEWORK
    declined = tuple(party for party, answer in answers.items() if answer.verdict is not Verdict.ACCEPT)
    if declined:
        _fail(batch, stage, {party: answers[party] for party in declined})
    else:
        _sign(batch, stage, answers)


def _fail(batch: Batch, stage: Stage, declined: Mapping[PartyId, Answer]) -> None:
    rates, reason = batch.game.rates, rule("conference-failed")
    batch.add(ConferenceHeld(stage, tuple(declined), batch.world.turn + _BARRED_FOR, None))
    batch.shift(_PATIENCE, -rates.patience_failed, reason)
    batch.shift(_CREDIBILITY, -rates.credibility_failed, reason)
    for party in batch.game.scenario.parties:
        batch.shift(Quantity(f"aspiration.{party}"), rates.hope_failed, reason)
    for party, answer in declined.items():
        batch.shift(Quantity(f"room.{party}"), -rates.room_declined, rule("audience-cost"))
        for clause in dict.fromkeys(each.clause for each in answer.reasons if each.clause is not None):
            reopen(batch, clause, reason)


def _sign(batch: Batch, stage: Stage, answers: Mapping[PartyId, Answer]) -> None:
    terms = whole_text(batch.world)
    views = {party: party_view(batch.game, batch.world, party) for party in answers}
    cases = {party: signing_case(Scales(view), terms) for party, view in views.items()}
    signature = Signature(
        turn=batch.world.turn,
        stage=stage,
        terms=terms,
        surplus={party: case.surplus for party, case in cases.items()},
        imposed=tuple(party for party, case in cases.items() if case.imposed),
    )
    batch.add(ConferenceHeld(stage, (), 0, signature))
    _consent_by_signature(batch, tuple(answers))
    batch.add(StageReached(stage))
    batch.shift(_PATIENCE, batch.game.rates.patience_stage, rule("stage-reached"))
    if stage is Stage.FRAMEWORK:
        batch.add(TruceChanged(0))
        batch.shift(Quantity("tempo"), -batch.read(Quantity("tempo")), rule("signed"))
        pay_links(batch)


def _consent_by_signature(batch: Batch, signatories: tuple[PartyId, ...]) -> None:
    """Whoever signs the text has agreed to every wording in it that was not settled over its head."""
    for key, clause in batch.game.scenario.clauses.items():
        state = batch.clause(key)
        agreed = tuple(
            party
            for party in batch.game.scenario.parties
            if party in state.agreed
            or (party in signatories and party in clause.stakeholders and party not in state.over)
        )
        batch.move(key, ClauseTurn.AGREED, replace(state, agreed=agreed, tabled=True, private=()), rule("signed"))
