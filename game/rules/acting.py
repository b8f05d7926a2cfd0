"""What an action does at once, and what it asks of whom. The answers are taken up in :mod:`game.rules.answers`."""

from collections.abc import Iterable
from dataclasses import replace

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    Recess,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.clauses import DETAIL_POINT, PREPARED, ClauseState, Term
from game.model.events import (
    ActionTaken,
    Ask,
    BeliefRevised,
    ClauseTurn,
    Event,
    GroupChanged,
    GroupTurn,
    Question,
)
from game.model.groups import Format, GroupState
from game.model.ids import US, ClauseId, PartyId, Quantity
from game.model.ledger import EVERYBODY, Cause, Seen, Source
from game.model.verbs import PledgeKind, act_key
from game.model.world import Game, World
from game.rules.deal import sounded
from game.rules.effects import Batch, rule
from game.rules.leverage import move_track, pledge, redeem
from game.rules.trust import in_washington

_WORN_FOR = 3
_CREDIBILITY = Quantity("credibility")
PAR = 65
"""The credibility at which a threat or promise has the effect that content states."""


def act(game: Game, world: World, action: Action) -> tuple[tuple[Event, ...], tuple[Question, ...]]:
    """Carry out an action that is allowed: what happens at once, and the questions that it puts."""
    batch = Batch(game, world)
    worn = wear(game, world, action)
    cause = Cause(Source.ACTION, action.verb)
    batch.add(ActionTaken(action, worn, audience(game, world, action)))
    redeem(batch, action.verb)
    _do(batch, action, cause, worn)
    return tuple(batch.events), questions(game, world, action)


def wear(game: Game, world: World, action: Action) -> int:
    """Percentage of an act's effects that is left: the same act within three turns has worn out."""
    last = world.acts.get(act_key(action))
    return 100 if last is None or world.turn - last >= _WORN_FOR else game.rates.repeated


def audience(game: Game, world: World, action: Action) -> Seen:  # noqa: C901 - one case for each kind of audience
    """Who learns of the action as it is taken."""
    if game.scenario.verbs[action.verb].public:
        return EVERYBODY
    match action:
        case Act(_, party):
            return (US,) if party is None else (party, US)
        case Convene(_, _, members):
            return (*members, US)
        case TaskGroup(group) | Unite(group) | Recess(group):
            return (*world.groups[group].members, US)
        case TakeBack(clause) if not world.clauses[clause].tabled:
            return (*world.clauses[clause].agreed, US)
        case Table() | TablePackage() | CallConference() | TakeBack():
            return (*game.scenario.parties, US)
        case Promise(track) | Link(track) | Deliver(track) | Suspend(track):
            return (game.scenario.tracks[track].party, US)
        case SoundOut(party) | Float(party) | Carry(party) | CallLeader(party):
            return (party, US)


def _do(batch: Batch, action: Action, cause: Cause, worn: int) -> None:  # noqa: C901 - one case for each action
    match action:
        case Act():
            _plain_act(batch, action, cause, worn)
        case SoundOut(party, clause):
            _sound_out(batch, party, clause, cause)
        case CallLeader(party, _, _):
            _confer(batch, party, cause, worn)
        case Convene() | TaskGroup() | Unite() | Recess():
            _arrange(batch, action, cause)
        case Table(clause, option):
            put_into_text(batch, Term(clause, option), cause)
            _give_in(batch, Term(clause, option))
        case TablePackage(terms):
            for term in terms:
                put_into_text(batch, term, cause)
        case TakeBack(clause):
            _take_back(batch, clause, cause)
        case Promise() | Link() | Deliver() | Suspend():
            move_track(batch, action, cause)
        case Float() | Carry() | CallConference():
            pass


def _sound_out(batch: Batch, party: PartyId, clause: ClauseId, cause: Cause) -> None:
    """The list asked for, and further lists of that party's, heaviest first, as the length allows."""
    game, world = batch.game, batch.world
    weights = game.party(party).prior.weights
    band = game.insight.sounding_band
    vague = [other for other in weights if other != clause and world.beliefs[party, other].band > band]
    vague.sort(key=lambda other: -weights[other])
    for each in (clause, *vague[: game.length.sounding_lists - 1]):
        batch.add(BeliefRevised(party, each, sounded(game, (party, each), world.turn), cause))


def _confer(batch: Batch, party: PartyId, cause: Cause, worn: int) -> None:
    if batch.game.party(party).leaders_channel:
        amount = batch.game.rates.standing_call * worn * batch.game.length.acts // 10_000
        batch.shift(Quantity("standing"), amount, cause)


def _arrange(batch: Batch, action: Convene | TaskGroup | Unite | Recess, cause: Cause) -> None:
    was = batch.world.groups[action.group]
    match action:
        case Convene(group, form, members):
            now = GroupState(convened=True, members=members, format=form, tasks=was.tasks)
            batch.add(GroupChanged(group, GroupTurn.CONVENED, now, cause))
        case TaskGroup(group, tasks):
            now = GroupState(True, was.members, was.format, tasks)
            batch.add(GroupChanged(group, GroupTurn.TASKED, now, cause))
        case Unite(group):
            now = GroupState(True, was.members, Format.UNIFIED, was.tasks)
            batch.add(GroupChanged(group, GroupTurn.UNITED, now, cause))
        case Recess(group):
            batch.add(GroupChanged(group, GroupTurn.RECESSED, GroupState(), cause))


def put_into_text(batch: Batch, term: Term, cause: Cause) -> None:
    """Table an option. A change of option drops what was agreed and a point of the detail beyond the first."""
    was = batch.clause(term.clause)
    if was.option == term.option:
        now = replace(was, tabled=True)
    else:
        detail = was.detail if was.option is None else after_reopening(was.detail)
        now = ClauseState(option=term.option, detail=detail, tabled=True)
        for party in was.agreed:
            batch.shift(in_washington(party), -1, rule("wording-dropped"))
    batch.move(term.clause, ClauseTurn.TABLED, now, cause)


def _give_in(batch: Batch, term: Term) -> None:
    """Whoever is simply given the wording that it named holds out for more; a trade in one package is no gift."""
    for party in batch.game.scenario.clauses[term.clause].stakeholders:
        heard = batch.world.heard.get((party, term.clause))
        named = heard is not None and heard.instead == term and batch.world.turn - heard.turn <= _WORN_FOR
        if named and party not in batch.clause(term.clause).agreed:
            batch.shift(Quantity(f"aspiration.{party}"), batch.game.rates.hope_yield, rule("had-for-less"))


def after_reopening(detail: int) -> int:
    """The detail of a clause that is given another wording."""
    return max(min(detail, PREPARED), detail - DETAIL_POINT)


def _take_back(batch: Batch, clause: ClauseId, cause: Cause) -> None:
    was = batch.clause(clause)
    batch.move(clause, ClauseTurn.TAKEN_BACK, ClauseState(detail=max(0, was.detail - DETAIL_POINT)), cause)
    for party in was.agreed:
        batch.shift(in_washington(party), -2, cause)


def _plain_act(batch: Batch, action: Act, cause: Cause, worn: int) -> None:
    verb = batch.game.scenario.verbs[action.verb]
    percent = worn * batch.game.length.acts // 100
    if verb.pledge is not None:
        percent = percent * batch.read(_CREDIBILITY) // PAR
        target = action.party
        if target is not None:
            pledge(batch, verb, target, threat=verb.pledge is PledgeKind.THREAT)
    seen: Seen = EVERYBODY if verb.public or action.party is None else (action.party, US)
    batch.take(verb.effects.get(action.party, ()), cause, percent, seen)


def questions(game: Game, world: World, action: Action) -> tuple[Question, ...]:
    """What the action asks, of every party that it asks; they answer without hearing one another."""
    match action:
        case Act():
            return ()
        case Float(party, clause, option):
            return (Question(party, Ask.FLOAT, (Term(clause, option),), action),)
        case Carry(party, terms):
            return (Question(party, Ask.FLOAT, terms, action),)
        case CallLeader(party, clause, option):
            return (Question(party, Ask.CALL, (Term(clause, option),), action),)
        case Table(clause, option):
            term = Term(clause, option)
            seated = present(game, world, clause)
            asked = tuple(party for party in seated if not has_agreed(world, party, term))
            return tuple(Question(party, Ask.TABLE, (term,), action) for party in asked)
        case TablePackage(terms):
            asked = _present_for(game, world, terms)
            return tuple(Question(party, Ask.PACKAGE, terms, action) for party in asked)
        case CallConference():
            text = whole_text(world)
            return tuple(Question(party, Ask.SIGN, text, action) for party in game.scenario.parties)
        case _:
            return ()


def present(game: Game, world: World, clause: ClauseId) -> tuple[PartyId, ...]:
    """The clause's stakeholders that sit in its group."""
    spec = game.scenario.clauses[clause]
    members = world.groups[spec.group].members
    return tuple(party for party in spec.stakeholders if party in members)


def _present_for(game: Game, world: World, terms: Iterable[Term]) -> tuple[PartyId, ...]:
    seated = [party for term in terms for party in present(game, world, term.clause)]
    return tuple(party for party in game.scenario.parties if party in seated)


def has_agreed(world: World, party: PartyId, term: Term) -> bool:
    state = world.clauses[term.clause]
    return state.option == term.option and party in state.agreed


def whole_text(world: World) -> tuple[Term, ...]:
    return tuple(Term(clause, state.option) for clause, state in world.clauses.items() if state.option is not None)
