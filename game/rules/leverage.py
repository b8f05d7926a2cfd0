"""Leverage: steps of normalisation, and promises and threats that are remembered (C9 to C12)."""

from game.model.actions import Deliver, Link, Promise, Suspend
from game.model.clauses import principle_agreed
from game.model.events import PledgeEnded, PledgeMade, TrackChanged
from game.model.groups import Step, TrackState
from game.model.ids import US, PartyId, Quantity, TrackId, VerbId
from game.model.ledger import Cause
from game.model.scenario import Length
from game.model.verbs import Verb
from game.model.world import Pledge
from game.rules.effects import Batch, rule
from game.rules.reopening import reopen
from game.rules.trust import in_washington

PROMISE_LASTS = 4
_HASTE_WEEKS = 4
"""Weeks within which one link after the other looks like haste."""
_STANDING = Quantity("standing")
_CREDIBILITY = Quantity("credibility")


def move_track(batch: Batch, action: Promise | Link | Deliver | Suspend, cause: Cause) -> None:
    """Move a track of normalisation. Only what Moscow is given or shown counts as evidence (C12)."""
    track, turn = action.track, batch.world.turn
    was, party = batch.world.tracks[track], batch.game.scenario.tracks[track].party
    work = was.work
    _end_promise(batch, track, was, kept=not isinstance(action, Suspend))
    match action:
        case Promise():
            _set(batch, track, TrackState(Step.PROMISED, None, turn, work), cause)
            batch.add(PledgeMade(Pledge(Promise.verb, party, False, turn, turn + PROMISE_LASTS)))
        case Link(_, clause):
            _move_link(batch, was, party)
            _set(batch, track, TrackState(Step.LINKED, clause, turn, work), cause)
            if was.step is not Step.LINKED:
                batch.shift(_STANDING, batch.game.rates.standing_step, cause)
                warm(batch, track, cause)
            _offer_much(batch, track)
        case Deliver():
            _deliver(batch, track, cause)
        case Suspend():
            _suspend(batch, track, cause)


def _end_promise(batch: Batch, track: TrackId, was: TrackState, kept: bool) -> None:
    """A promised step that is linked or given has been kept; one that is suspended is owed no longer."""
    if was.step is not Step.PROMISED:
        return
    party = batch.game.scenario.tracks[track].party
    owed = (each for each in batch.world.pledges if each.verb == Promise.verb and each.made == was.since)
    pledge = next((each for each in owed if each.party == party), None)
    if pledge is not None:
        batch.add(PledgeEnded(pledge, kept))


def _set(batch: Batch, track: TrackId, state: TrackState, cause: Cause) -> None:
    party = batch.game.scenario.tracks[track].party
    batch.add(TrackChanged(track, state, cause, (party, US)))


def _move_link(batch: Batch, was: TrackState, party: PartyId) -> None:
    """A step linked to a clause that has been settled is owed for it; put elsewhere, it is a word broken (C12)."""
    if was.step is not Step.LINKED or was.clause is None:
        return
    if principle_agreed(batch.game.scenario.clauses[was.clause], batch.clause(was.clause)):
        break_promise(batch, party, "link-moved")
        reopen(batch, was.clause, rule("link-moved"))


def hasty_turns(length: Length) -> int:
    """Turns within which one link after the other looks like haste: at least the same one."""
    return max(1, _HASTE_WEEKS // length.weeks)


def _offer_much(batch: Batch, track: TrackId) -> None:
    """Whoever sees one thing after the other put on the table, or moved about on it, waits for the rest (C12)."""
    scenario, turn = batch.game.scenario, batch.world.turn
    party = scenario.tracks[track].party
    linked = [state for state in batch.world.tracks.values() if state.step is Step.LINKED]
    out = sum(turn - state.since < hasty_turns(batch.game.length) for state in linked)
    batch.shift(Quantity(f"aspiration.{party}"), out * batch.game.rates.hope_linked, rule("much-on-offer"))


def _deliver(batch: Batch, track: TrackId, cause: Cause) -> None:
    """A gift: it pleases, it enters deal and no deal alike, and it raises what the receiver holds out for."""
    party = batch.game.scenario.tracks[track].party
    _set(batch, track, TrackState(Step.DELIVERED, None, batch.world.turn, 100), cause)
    batch.shift(in_washington(party), 4, cause)
    batch.shift(_STANDING, batch.game.rates.standing_step, cause)
    batch.shift(Quantity(f"aspiration.{party}"), batch.game.rates.hope_gift, rule("unlinked-gift"))
    warm(batch, track, cause)
    warm(batch, track, cause)


def _suspend(batch: Batch, track: TrackId, cause: Cause) -> None:
    party, was = batch.game.scenario.tracks[track].party, batch.world.tracks[track]
    _set(batch, track, TrackState(Step.SUSPENDED, None, batch.world.turn, was.work), cause)
    batch.shift(in_washington(party), -5, cause)
    batch.shift(_STANDING, -batch.game.rates.standing_step, cause)
    if was.step is Step.PROMISED:
        break_promise(batch, party)
    if was.step is Step.LINKED and was.clause is not None:
        reopen(batch, was.clause, rule("promise-broken"))


def warm(batch: Batch, track: TrackId, cause: Cause) -> None:
    """Warming to one party costs trust with the others (C22)."""
    scenario = batch.game.scenario
    for party in scenario.parties:
        if party != scenario.tracks[track].party:
            batch.shift(in_washington(party), -batch.game.rates.trust_warming, rule("warming-to-moscow"))


def pledge(batch: Batch, verb: Verb, party: PartyId, threat: bool) -> None:
    turn = batch.world.turn
    standing = [each for each in batch.world.pledges if each.verb == verb.id and each.party == party]
    if not standing:
        batch.add(PledgeMade(Pledge(verb.id, party, threat, turn, turn + verb.due)))


def redeem(batch: Batch, done: VerbId) -> None:
    """Carrying out what was threatened or promised makes the next word believed."""
    verbs, rates = batch.game.scenario.verbs, batch.game.rates
    for each in batch.world.pledges:
        if done in verbs[each.verb].redeemed_by:
            batch.add(PledgeEnded(each, kept=True))
            reason = rule("threat-carried-out" if each.threat else "promise-kept")
            batch.shift(_CREDIBILITY, rates.credibility_kept, reason)
            if not each.threat:
                batch.shift(in_washington(each.party), rates.trust_promise_kept, reason)


def break_promise(batch: Batch, party: PartyId, reason: str = "promise-broken") -> None:
    rates = batch.game.rates
    batch.shift(in_washington(party), -rates.trust_promise_broken, rule(reason))
    batch.shift(_CREDIBILITY, -rates.credibility_idle, rule(reason))


def settle_pledges(batch: Batch) -> None:
    """At the end of a turn: what was due and was not done was idle; a promise that nothing follows fades."""
    rates, turn = batch.game.rates, batch.world.turn
    for each in batch.world.pledges:
        if each.verb != Promise.verb and each.due <= turn:
            batch.add(PledgeEnded(each, kept=False))
            batch.shift(_CREDIBILITY, -rates.credibility_idle, rule("threat-not-carried-out"))
    for track, state in batch.world.tracks.items():
        if state.step is Step.PROMISED and turn - state.since >= PROMISE_LASTS:
            _fade(batch, track, state)


def _fade(batch: Batch, track: TrackId, state: TrackState) -> None:
    party = batch.game.scenario.tracks[track].party
    _set(batch, track, TrackState(Step.NONE, None, batch.world.turn, state.work), rule("promise-fades"))
    for each in batch.world.pledges:
        if each.verb == Promise.verb and each.made == state.since:
            batch.add(PledgeEnded(each, kept=False))
            break
    break_promise(batch, party)


def pay_links(batch: Batch) -> None:
    """At signing, what was linked is paid."""
    for track, state in batch.world.tracks.items():
        if state.step is Step.LINKED:
            party = batch.game.scenario.tracks[track].party
            paid = TrackState(Step.DELIVERED, state.clause, batch.world.turn, state.work)
            _set(batch, track, paid, rule("link-pays"))
            batch.shift(in_washington(party), batch.game.rates.trust_promise_kept, rule("promise-kept"))
