"""How a clause comes to be agreed: consent at the table or on file, a leader's word, and settling over a head."""

from collections.abc import Iterable
from dataclasses import replace

from game.model.actions import CallLeader
from game.model.clauses import ClauseState, principle_agreed
from game.model.events import ClauseTurn, Verdict
from game.model.ids import US, ClauseId, PartyId, Quantity
from game.model.ledger import Cause, Source
from game.rules.dice import per_mille
from game.rules.effects import Batch, rule
from game.rules.trust import between, in_washington

_PATIENCE = Quantity("patience")


def file_consent(batch: Batch, clause: ClauseId, party: PartyId, cause: Cause) -> None:
    """Enter a consent that only the party and the mediator know."""
    was = batch.clause(clause)
    order = batch.game.scenario.parties
    now = replace(
        was,
        agreed=tuple(each for each in order if each in was.agreed or each == party),
        over=tuple(each for each in was.over if each != party),
        private=tuple(each for each in order if each in was.private or each == party),
    )
    reconciled = party in was.over
    batch.move(clause, ClauseTurn.RECONCILED if reconciled else ClauseTurn.AGREED, now, cause, (party, US))
    if reconciled:
        _reconcile(batch, clause, party, cause)


def consent(batch: Batch, clause: ClauseId, parties: Iterable[PartyId], cause: Cause) -> None:
    """Enter the consents of ``parties`` at the table, where what was on file in private comes out as well.

    When the last stakeholder agrees, the principle is agreed.
    """
    was = batch.clause(clause)
    order = batch.game.scenario.parties
    consenting = [*was.agreed, *parties]
    agreed = tuple(party for party in order if party in consenting)
    reconciled = tuple(party for party in was.over if party in agreed)
    over = tuple(party for party in was.over if party not in agreed)
    now = replace(was, agreed=agreed, over=over, private=())
    turn = ClauseTurn.RECONCILED if reconciled else ClauseTurn.AGREED
    batch.move(clause, turn, now, cause)
    for party in reconciled:
        _reconcile(batch, clause, party, cause)
    spec = batch.game.scenario.clauses[clause]
    if principle_agreed(spec, now) and not principle_agreed(spec, was):
        _principle_reached(batch, clause)


def _reconcile(batch: Batch, clause: ClauseId, party: PartyId, cause: Cause) -> None:
    batch.shift(Quantity(f"resentment.{party}"), -_grudge(batch, party, clause) // 2, cause)
    batch.shift(in_washington(party), 2, cause)


def disclose(batch: Batch) -> None:
    """What was settled in private is told, at the end of the turn, to those whom it binds, and stands in the text.

    That is a wording on which every stakeholder's consent is on file, and a leader's word from the channel that clears
    jams (C18); whoever has not agreed to that by then is settled over.
    """
    calls = [each for each in batch.world.acted if isinstance(each, CallLeader)]
    for clause, state in batch.world.clauses.items():
        called = bool(calls) and _word_given(batch, calls, clause, state)
        if not called and not state.private:
            continue
        stakeholders = batch.game.scenario.clauses[clause].stakeholders
        absent = tuple(party for party in stakeholders if party not in state.agreed and party not in state.over)
        if state.private and (called or not absent):
            batch.move(clause, ClauseTurn.DISCLOSED, replace(state, tabled=True, private=()), rule("principle-agreed"))
            if not absent:
                _principle_reached(batch, clause)
        if called:
            _try_jam(batch, clause)
            settle_over(batch, clause, absent)


def _word_given(batch: Batch, calls: Iterable[CallLeader], clause: ClauseId, state: ClauseState) -> bool:
    """Whether the leader whose channel clears jams gave its word in one of the calls on the wording that stands, and
    is still bound by it: a word lapses with all consents when the clause is reopened later in the turn."""
    for each in calls:
        if (each.clause, each.option) == (clause, state.option) and each.party in state.agreed:
            heard = batch.world.heard.get((each.party, clause))
            said = (heard.turn, heard.option, heard.verdict) if heard is not None else None
            if said == (batch.world.turn, each.option, Verdict.ACCEPT.value):
                return batch.game.party(each.party).leaders_channel
    return False


def _try_jam(batch: Batch, clause: ClauseId) -> None:
    """The leaders settle the principle, if the call clears the jam; a failed one makes the next likelier."""
    was, game, cause = batch.clause(clause), batch.game, Cause(Source.ACTION, CallLeader.verb)
    if was.blessed:
        return
    chance = game.length.call_clears + was.tries * game.length.call_clears_more
    if per_mille(chance * 10, game.seed, "jam", batch.world.turn, clause):
        batch.move(clause, ClauseTurn.BLESSED, replace(was, blessed=True), cause)
        for party in game.scenario.clauses[clause].stakeholders:
            batch.shift(Quantity(f"aspiration.{party}"), -game.rates.hope_leaders, rule("jam-cleared"))
    else:
        batch.move(clause, ClauseTurn.STILL_JAMMED, replace(was, tries=was.tries + 1), cause, (US,))


def _principle_reached(batch: Batch, clause: ClauseId) -> None:
    rates, reason = batch.game.rates, rule("principle-agreed")
    batch.shift(_PATIENCE, rates.patience_principle, reason)
    for party in batch.game.scenario.clauses[clause].stakeholders:
        batch.shift(Quantity(f"aspiration.{party}"), -rates.hope_principle, reason)


def settle_over(batch: Batch, clause: ClauseId, parties: tuple[PartyId, ...]) -> None:
    """Settle a clause over the head of ``parties``: they resent it, and others stand with them (C13, C15)."""
    was = batch.clause(clause)
    fresh = tuple(party for party in parties if party not in was.over)
    if not fresh:
        return
    scenario, rates, reason = batch.game.scenario, batch.game.rates, rule("over-its-head")
    over = tuple(party for party in scenario.parties if party in was.over or party in fresh)
    now = replace(was, over=over)
    batch.move(clause, ClauseTurn.SETTLED_OVER, now, reason)
    for party in fresh:
        batch.shift(Quantity(f"resentment.{party}"), _grudge(batch, party, clause), reason)
        batch.shift(in_washington(party), -rates.trust_over, reason)
        for friend in scenario.parties:
            if friend != party and batch.read(between(scenario, party, friend)) >= 50:
                batch.shift(in_washington(friend), -rates.trust_over_ally, rule("rally-to-kyiv"))
                batch.shift(between(scenario, party, friend), 3, rule("rally-to-kyiv"))
    spec = scenario.clauses[clause]
    if principle_agreed(spec, now) and not principle_agreed(spec, was):
        _principle_reached(batch, clause)


def _grudge(batch: Batch, party: PartyId, clause: ClauseId) -> int:
    share = batch.game.profiles[party].weights[clause] // 100
    pride = 50 + batch.game.party(party).personality.pride
    return share * batch.game.rates.over_resentment * pride // 100
