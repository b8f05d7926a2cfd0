"""What follows from the answers to an action: consent, principles, jams cleared, signatures."""

from collections.abc import Iterable

from game.model.actions import Action, CallConference, CallLeader, Carry, Float, Table, TablePackage
from game.model.clauses import DETAIL_POINT, PREPARED, ClauseState, Term, principle_agreed
from game.model.events import Answer, Ask, BeliefRevised, ClauseTurn, Event, Ground, PartyAnswered, Question, Verdict
from game.model.ids import US, ClauseId, PartyId, Quantity
from game.model.ledger import Cause, Seen, Source
from game.model.views import MediatorView
from game.model.world import Estimate, Game, World
from game.rules.acting import present
from game.rules.dice import per_mille
from game.rules.effects import Batch, rule
from game.rules.groups import walk_out
from game.rules.negotiate import Scales, signing_case
from game.rules.sight import mediator_view, suppose
from game.rules.signing import conclude_conference
from game.rules.trust import between, in_washington

_PATIENCE = Quantity("patience")
_TYPICAL = {
    Verdict.ACCEPT: 80,
    Verdict.ACCEPT_IF: -150,
    Verdict.STALL: -200,
    Verdict.COUNTER: -400,
    Verdict.REFUSE: -500,
    Verdict.WALK_OUT: -800,
}
"""The margin, in hundredths, that a verdict usually speaks for."""

_MOST_CORRECTION = 150
Replies = tuple[tuple[Question, Answer], ...]


def conclude(game: Game, world: World, action: Action, replies: Replies) -> tuple[Event, ...]:
    """Take up every answer to ``action`` together; parties answered without hearing one another."""
    batch = Batch(game, world)
    if replies:
        before = mediator_view(game, world)
        for question, answer in replies:
            _hear(batch, before, question, answer)
    match action:
        case Float(party) | Carry(party) if replies:
            _consent_in_private(batch, party, replies)
        case CallLeader():
            _leaders_word(batch, action, replies)
        case Table(clause, option):
            _table_closes(batch, (Term(clause, option),), replies)
        case TablePackage(terms):
            _table_closes(batch, terms, replies)
        case CallConference() if replies:
            conclude_conference(batch, {question.party: answer for question, answer in replies})
        case _:
            pass
    return tuple(batch.events)


def _hear(batch: Batch, view: MediatorView, question: Question, answer: Answer) -> None:
    """Enter the answer, and what the mediator learns from it."""
    seen: Seen = (question.party, US)
    batch.add(PartyAnswered(question, answer, seen))
    _correct_reading(batch, view, question, answer)
    if question.ask is Ask.SIGN:
        return
    for term in question.terms:
        _learn(batch, question.party, term, answer.verdict)
    if answer.verdict in (Verdict.REFUSE, Verdict.WALK_OUT) and _asked_again(batch, question):
        cause = Cause(Source.ANSWER, "refusal")
        batch.shift(in_washington(question.party), -batch.game.rates.refusal_trust, cause, seen)
    if answer.verdict is Verdict.WALK_OUT:
        for term in question.terms:
            walk_out(batch, batch.game.scenario.clauses[term.clause].group, question.party)


def _correct_reading(batch: Batch, view: MediatorView, question: Question, answer: Answer) -> None:
    """A surprising answer corrects what the mediator thinks the party's way out is worth: part of the surprise.

    An answer for reasons at home says nothing of it.
    """
    if any(reason.ground in (Ground.HOME, Ground.RED_LINE) for reason in answer.reasons):
        return
    scales = Scales(suppose(view, question.party))
    if question.ask is Ask.SIGN:
        case = signing_case(scales, question.terms)
        believed = case.surplus - case.limit
    else:
        bonus = batch.game.rates.leader_bonus if question.ask is Ask.CALL else 0
        believed = scales.weigh(question.terms, bonus).margin
    typical = _TYPICAL[answer.verdict]
    if (believed >= 0) == (typical >= 0):
        return
    step = max(-_MOST_CORRECTION, min(_MOST_CORRECTION, (believed - typical) // 2))
    step = step * _certainty(batch, question) // 100
    reading = Quantity(f"reading.{question.party}")
    batch.shift(reading, step, Cause(Source.ANSWER, "sounding"), (US,))


def _certainty(batch: Batch, question: Question) -> int:
    """How far, in percent, a surprise speaks of the party rather than of a clause that is only known from rumour."""
    beliefs = batch.world.beliefs
    band = max((beliefs[question.party, term.clause].band for term in question.terms), default=0)
    return 100 * batch.game.rates.belief_sounding_band // max(batch.game.rates.belief_sounding_band, band)


def _asked_again(batch: Batch, question: Question) -> bool:
    heard = batch.world.heard
    return any(
        (last := heard.get((question.party, term.clause))) is not None
        and last.option == term.option
        and last.verdict == Verdict.REFUSE.value
        and batch.world.turn - last.turn < 3
        for term in question.terms
    )


def _learn(batch: Batch, party: PartyId, term: Term, verdict: Verdict) -> None:
    """An answer gives something away: it narrows a vague estimate and moves the option asked about."""
    belief = batch.world.beliefs[party, term.clause]
    band = batch.game.rates.belief_hearsay_band
    if belief.band <= band:
        return
    step = 6 if verdict is Verdict.ACCEPT else -6 if verdict is Verdict.REFUSE else -2
    options = batch.game.scenario.clauses[term.clause].options
    values = tuple(
        max(0, min(100, value + step)) if option == term.option else value
        for option, value in zip(options, belief.values, strict=True)
    )
    now = Estimate(values, max(band, belief.band - 5), batch.world.turn)
    batch.add(BeliefRevised(party, term.clause, now, Cause(Source.ANSWER, "sounding")))


def accepted(replies: Replies) -> tuple[PartyId, ...]:
    return tuple(question.party for question, answer in replies if answer.verdict is Verdict.ACCEPT)


def _consent_in_private(batch: Batch, party: PartyId, replies: Replies) -> None:
    """Consent given to an envoy is on file, ad referendum; it puts nothing else into the text."""
    if not accepted(replies):
        return
    cause = Cause(Source.ANSWER, "accept")
    for term in replies[0][0].terms:
        state = batch.clause(term.clause)
        if state.option is None:
            now = ClauseState(option=term.option, agreed=(party,), detail=state.detail)
            batch.move(term.clause, ClauseTurn.FLOATED, now, cause, (party, US))
        elif state.option == term.option:
            _consent(batch, term.clause, (party,), cause)


def _consent(batch: Batch, clause: ClauseId, parties: Iterable[PartyId], cause: Cause) -> None:
    """Enter the consents of ``parties``; when the last stakeholder agrees, the principle is agreed."""
    was = batch.clause(clause)
    order = batch.game.scenario.parties
    consenting = [*was.agreed, *parties]
    agreed = tuple(party for party in order if party in consenting)
    reconciled = tuple(party for party in was.over if party in agreed)
    over = tuple(party for party in was.over if party not in agreed)
    now = ClauseState(was.option, agreed, over, was.detail, was.blessed, was.tries, was.tabled)
    turn = ClauseTurn.RECONCILED if reconciled else ClauseTurn.AGREED
    batch.move(clause, turn, now, cause)
    for party in reconciled:
        batch.shift(Quantity(f"resentment.{party}"), -_grudge(batch, party, clause) // 2, cause)
        batch.shift(in_washington(party), 2, cause)
    spec = batch.game.scenario.clauses[clause]
    if principle_agreed(spec, now) and not principle_agreed(spec, was):
        _principle_reached(batch, clause)


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
    now = ClauseState(was.option, was.agreed, over, was.detail, was.blessed, was.tries, was.tabled)
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


def _leaders_word(batch: Batch, action: CallLeader, replies: Replies) -> None:
    """A leader's agreement stands in the text at once. Only the channel to Moscow clears a jam (C18)."""
    if not accepted(replies):
        return
    clause, party = action.clause, action.party
    cause = Cause(Source.ACTION, action.verb)
    was = batch.clause(clause)
    if was.option != action.option:
        detail = was.detail if was.option is None else max(min(was.detail, PREPARED), was.detail - DETAIL_POINT)
        now = ClauseState(option=action.option, detail=detail, tries=was.tries, tabled=True)
        batch.move(clause, ClauseTurn.TABLED, now, cause)
    if party not in batch.clause(clause).agreed:
        _consent(batch, clause, (party,), cause)
    if not batch.game.party(party).leaders_channel:
        return
    bless(batch, clause, cause)
    agreed = batch.clause(clause).agreed
    absent = [each for each in batch.game.scenario.clauses[clause].stakeholders if each not in agreed]
    settle_over(batch, clause, tuple(absent))


def bless(batch: Batch, clause: ClauseId, cause: Cause) -> None:
    """The leaders settle the principle, if the call clears the jam; a failed one makes the next likelier."""
    was, game = batch.clause(clause), batch.game
    if was.blessed:
        return
    chance = game.length.call_clears + was.tries * game.length.call_clears_more
    if per_mille(chance * 10, game.seed, "jam", batch.world.turn, clause):
        now = ClauseState(was.option, was.agreed, was.over, was.detail, True, was.tries, was.tabled)
        batch.move(clause, ClauseTurn.BLESSED, now, cause)
        for party in game.scenario.clauses[clause].stakeholders:
            batch.shift(Quantity(f"aspiration.{party}"), -game.rates.hope_leaders, rule("jam-cleared"))
    else:
        now = ClauseState(was.option, was.agreed, was.over, was.detail, False, was.tries + 1, was.tabled)
        batch.move(clause, ClauseTurn.STILL_JAMMED, now, cause)


def _table_closes(batch: Batch, terms: tuple[Term, ...], replies: Replies) -> None:
    """Those at the table who agreed have agreed; if all did, absent stakeholders were settled over."""
    cause = Cause(Source.ANSWER, "accept")
    willing = accepted(replies)
    for term in terms:
        seated = present(batch.game, batch.world, term.clause)
        stakeholders = batch.game.scenario.clauses[term.clause].stakeholders
        consenting = tuple(party for party in willing if party in stakeholders)
        if consenting:
            _consent(batch, term.clause, consenting, cause)
        agreed = batch.clause(term.clause).agreed
        if seated and all(party in agreed for party in seated):
            absent = tuple(party for party in stakeholders if party not in agreed)
            settle_over(batch, term.clause, absent)
