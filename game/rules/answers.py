"""What follows from the answers to an action: consent, principles, jams cleared, signatures."""

from game.model.actions import Action, CallConference, CallLeader, Carry, Float, Table, TablePackage
from game.model.clauses import ClauseState, Term
from game.model.events import Answer, Ask, BeliefRevised, ClauseTurn, Event, Ground, PartyAnswered, Question, Verdict
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import Cause, Seen, Source
from game.model.views import MediatorView
from game.model.world import Estimate, Game, World
from game.rules.acting import present
from game.rules.effects import Batch
from game.rules.groups import walk_out
from game.rules.hearing import TYPICAL
from game.rules.negotiate import Scales, signing_case
from game.rules.principles import consent, file_consent, settle_over
from game.rules.sight import mediator_view, suppose
from game.rules.signing import conclude_conference
from game.rules.trust import in_washington

_MOST_CORRECTION = 150
Replies = tuple[tuple[Question, Answer], ...]


def conclude(game: Game, world: World, action: Action, replies: Replies) -> tuple[Event, ...]:
    """Take up every answer to ``action`` together; parties answered without hearing one another.

    Consent to a package is consent to all of it: where one party refuses it, nobody's counts.
    """
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
        case TablePackage(terms) if len(accepted(replies)) == len(replies):
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
    typical = TYPICAL[answer.verdict]
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
    least = batch.game.insight.sounding_band
    return 100 * least // max(least, band)


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
    band = batch.game.insight.hearsay_band
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
            now = ClauseState(option=term.option, agreed=(party,), detail=state.detail, private=(party,))
            batch.move(term.clause, ClauseTurn.FLOATED, now, cause, (party, US))
        elif state.option == term.option and party not in state.agreed:
            file_consent(batch, term.clause, party, cause)


def _leaders_word(batch: Batch, action: CallLeader, replies: Replies) -> None:
    """A leader's consent is on file like an envoy's; what it settles comes out at the end of the turn."""
    if accepted(replies):
        _consent_in_private(batch, action.party, replies)


def _table_closes(batch: Batch, terms: tuple[Term, ...], replies: Replies) -> None:
    """Those at the table who agreed have agreed; if all did, absent stakeholders were settled over."""
    cause = Cause(Source.ANSWER, "accept")
    willing = accepted(replies)
    for term in terms:
        seated = present(batch.game, batch.world, term.clause)
        stakeholders = batch.game.scenario.clauses[term.clause].stakeholders
        consenting = tuple(party for party in willing if party in stakeholders)
        if consenting or batch.clause(term.clause).private:
            consent(batch, term.clause, consenting, cause)
        agreed = batch.clause(term.clause).agreed
        if seated and all(party in agreed for party in seated):
            absent = tuple(party for party in stakeholders if party not in agreed)
            settle_over(batch, term.clause, absent)
