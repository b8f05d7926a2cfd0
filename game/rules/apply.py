"""The one door to change: a batch of events folded into one new world. It needs neither rules nor chance."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from game.model.cards import FREE
from game.model.events import (
    ActionTaken,
    Ask,
    BeliefRevised,
    CardDrawn,
    CardScheduled,
    ChoiceTaken,
    ClauseMoved,
    ConferenceHeld,
    Event,
    FlagChanged,
    GameEnded,
    GroupChanged,
    MoveMade,
    PartyAnswered,
    PledgeEnded,
    PledgeMade,
    QuantityChanged,
    StageReached,
    TrackChanged,
    TruceChanged,
    TurnBegan,
    Verdict,
)
from game.model.ids import Quantity
from game.model.verbs import act_key
from game.model.world import Heard, World

K = TypeVar("K", bound=str)


class _Draft:
    """A world taken apart. What a batch leaves alone is shared with the world before it; all else is replaced."""

    __slots__ = (
        "acted",
        "acts",
        "barred_until",
        "beliefs",
        "clauses",
        "due",
        "ending",
        "flags",
        "groups",
        "heard",
        "moves",
        "pledges",
        "quantities",
        "refusals",
        "season",
        "seen",
        "signed",
        "spent",
        "stage",
        "tracks",
        "truce",
        "turn",
        "turns",
    )

    def __init__(self, world: World) -> None:
        self.turn, self.turns, self.season, self.stage = world.turn, world.turns, world.season, world.stage
        self.quantities = world.quantities
        self.clauses = world.clauses
        self.groups = world.groups
        self.tracks = world.tracks
        self.beliefs = world.beliefs
        self.heard = world.heard
        self.acts = world.acts
        self.moves = world.moves
        self.seen = world.seen
        self.due = world.due
        self.flags = world.flags
        self.refusals = world.refusals
        self.acted, self.spent = world.acted, world.spent
        self.pledges, self.signed = world.pledges, world.signed
        self.barred_until, self.truce, self.ending = world.barred_until, world.truce, world.ending

    def world(self) -> World:
        return World(
            turn=self.turn,
            turns=self.turns,
            season=self.season,
            stage=self.stage,
            quantities=self.quantities,
            clauses=self.clauses,
            groups=self.groups,
            tracks=self.tracks,
            beliefs=self.beliefs,
            heard=self.heard,
            acts=self.acts,
            moves=self.moves,
            seen=self.seen,
            due=self.due,
            flags=self.flags,
            refusals=self.refusals,
            acted=self.acted,
            spent=self.spent,
            pledges=self.pledges,
            signed=self.signed,
            barred_until=self.barred_until,
            truce=self.truce,
            ending=self.ending,
        )


def _turn_began(draft: _Draft, event: TurnBegan) -> None:
    draft.turn, draft.season, draft.acted, draft.spent = event.turn, event.season, (), FREE


def _clause_moved(draft: _Draft, event: ClauseMoved) -> None:
    draft.clauses = {**draft.clauses, event.clause: event.now}


def _group_changed(draft: _Draft, event: GroupChanged) -> None:
    draft.groups = {**draft.groups, event.group: event.now}


def _track_changed(draft: _Draft, event: TrackChanged) -> None:
    draft.tracks = {**draft.tracks, event.track: event.now}


def _belief_revised(draft: _Draft, event: BeliefRevised) -> None:
    draft.beliefs = {**draft.beliefs, (event.party, event.clause): event.now}


def _action_taken(draft: _Draft, event: ActionTaken) -> None:
    draft.acts = {**draft.acts, act_key(event.action): draft.turn}
    draft.acted = (*draft.acted, event.action)


def _party_answered(draft: _Draft, event: PartyAnswered) -> None:
    question, answer = event.question, event.answer
    party, verdict = question.party, answer.verdict
    for term in () if question.ask is Ask.SIGN else question.terms:
        said = Heard(draft.turn, term.option, verdict.value, answer.instead)
        draft.heard = {**draft.heard, (party, term.clause): said}
    if verdict in (Verdict.REFUSE, Verdict.WALK_OUT):
        draft.refusals = {**draft.refusals, party: draft.refusals.get(party, 0) + 1}


def _move_made(draft: _Draft, event: MoveMade) -> None:
    draft.moves = {**draft.moves, event.move: draft.turn}


def _without(memory: Mapping[K, int], key: K) -> Mapping[K, int]:
    return {each: value for each, value in memory.items() if each != key} if key in memory else memory


def _card_drawn(draft: _Draft, event: CardDrawn) -> None:
    draft.seen = {**draft.seen, event.card: draft.seen.get(event.card, 0) + 1}
    draft.due = _without(draft.due, event.card)


def _card_scheduled(draft: _Draft, event: CardScheduled) -> None:
    draft.due = {**draft.due, event.card: event.turn}


def _choice_taken(draft: _Draft, event: ChoiceTaken) -> None:
    draft.spent = draft.spent.plus(event.cost)


def _flag_changed(draft: _Draft, event: FlagChanged) -> None:
    flags = draft.flags
    draft.flags = {**flags, event.flag: draft.turn} if event.on else _without(flags, event.flag)


def _pledge_made(draft: _Draft, event: PledgeMade) -> None:
    draft.pledges = (*draft.pledges, event.pledge)


def _pledge_ended(draft: _Draft, event: PledgeEnded) -> None:
    draft.pledges = tuple(pledge for pledge in draft.pledges if pledge != event.pledge)


def _stage_reached(draft: _Draft, event: StageReached) -> None:
    draft.stage = event.stage


def _conference_held(draft: _Draft, event: ConferenceHeld) -> None:
    draft.barred_until = event.barred_until
    if event.signature is not None:
        draft.signed = (*draft.signed, event.signature)


def _truce_changed(draft: _Draft, event: TruceChanged) -> None:
    draft.truce = event.weeks


def _game_ended(draft: _Draft, event: GameEnded) -> None:
    draft.ending = event.ending


_FOLDS: Mapping[type, Callable[..., None]] = {
    TurnBegan: _turn_began,
    ClauseMoved: _clause_moved,
    GroupChanged: _group_changed,
    TrackChanged: _track_changed,
    BeliefRevised: _belief_revised,
    ActionTaken: _action_taken,
    PartyAnswered: _party_answered,
    MoveMade: _move_made,
    CardDrawn: _card_drawn,
    CardScheduled: _card_scheduled,
    ChoiceTaken: _choice_taken,
    FlagChanged: _flag_changed,
    PledgeMade: _pledge_made,
    PledgeEnded: _pledge_ended,
    StageReached: _stage_reached,
    ConferenceHeld: _conference_held,
    TruceChanged: _truce_changed,
    GameEnded: _game_ended,
}


def apply(world: World, events: Iterable[Event]) -> World:
    """The world after ``events``, in order. ``world`` itself is left as it was."""
    draft = _Draft(world)
    levels: dict[Quantity, int] = {}
    for event in events:
        if isinstance(event, QuantityChanged):
            levels[event.quantity] = event.now
        elif (fold := _FOLDS.get(type(event))) is not None:
            fold(draft, event)
    if levels:
        draft.quantities = {**world.quantities, **levels}
    return draft.world()
