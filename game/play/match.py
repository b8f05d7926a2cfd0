"""One game as a state machine: :attr:`Match.waiting` says who must decide what, :func:`submit` takes it.

There is no loop, clock, thread or file here. The app, line mode, the lab, replay and tests share it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from game.model.actions import Action
from game.model.events import ActionDropped, Answer, Event, Question
from game.model.ids import US, CardId, ChoiceId, MoveId, PartyId
from game.model.scenario import Scenario
from game.model.seats import (
    AnswerDecision,
    AnswerQuestion,
    CardDecision,
    ChooseCard,
    ChooseMove,
    Decision,
    MoveDecision,
    PlanDecision,
    PlanTurn,
    Request,
)
from game.model.views import MediatorView, PartyView
from game.model.world import Game, Setup, World
from game.play.digest import START, chained
from game.rules.acting import act
from game.rules.answers import conclude
from game.rules.apply import apply
from game.rules.calendar import calendar_of
from game.rules.deal import deal, first_world
from game.rules.deck import open_choices, take_choice
from game.rules.options import plan_refusals, refusal
from game.rules.sight import mediator_view, party_view
from game.rules.turn import begin_turn, close_turn, make_moves, offers

_UNKEPT = "-"
"""The digest of a turn of a match that keeps none."""


class DecisionRefused(ValueError):  # noqa: N818 - it is an answer, not a fault
    """A decision that is not to be had; ``reasons`` are sentences, and the match is as it was."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Phase(Enum):
    CARDS = "cards"
    PLAN = "plan"
    ANSWERS = "answers"
    MOVES = "moves"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """What happened in a turn, in order. ``first`` is the world as the turn began; ``digest`` closes the turn."""

    turn: int
    first: World
    events: tuple[Event, ...]
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A game and where it stands. Immutable: :func:`submit` returns the next one, so any can be kept."""

    game: Game
    world: World
    phase: Phase
    waiting: tuple[Request, ...]
    turns: tuple[TurnRecord, ...]
    events: tuple[Event, ...] = ()
    cards: tuple[CardId, ...] = ()
    plan: tuple[Action, ...] = ()
    replies: tuple[tuple[Question, Answer], ...] = ()
    moves: tuple[tuple[PartyId, MoveId, int], ...] = ()
    fingerprints: bool = True

    @property
    def over(self) -> bool:
        return self.phase is Phase.OVER

    @property
    def digest(self) -> str:
        """The chain over the digests of the worlds at the end of every turn so far."""
        closed = [record.digest for record in self.turns if record.digest]
        return closed[-1] if closed else START

    def but(self, **changes: object) -> "Match":
        """The same match with some fields changed; what ``dataclasses.replace`` does, at a tenth of its cost."""
        after = object.__new__(Match)
        for name in Match.__slots__:
            object.__setattr__(after, name, changes[name] if name in changes else getattr(self, name))
        return after

    def mediator(self) -> MediatorView:
        return mediator_view(self.game, self.world)

    def party(self, party: PartyId) -> PartyView:
        return party_view(self.game, self.world, party)


def start(scenario: Scenario, setup: Setup, fingerprints: bool = True) -> Match:
    """A new game at its first decision. Without ``fingerprints`` it keeps no digests, which nobody reads in the lab."""
    game = deal(scenario, setup)
    world = first_world(game)
    return _begin(Match(game, world, Phase.CARDS, (), (), fingerprints=fingerprints))


def submit(match: Match, seat: PartyId, decision: Decision) -> Match:
    """Take one seat's decision. Raises :class:`DecisionRefused` if it is not its turn or not allowed."""
    request = next((each for each in match.waiting if each.seat == seat), None)
    match (request, decision):
        case (ChooseCard(card=card, choices=choices), CardDecision(choice)):
            return _choose(match, card, choices, choice)
        case (PlanTurn(), PlanDecision(actions)):
            return _plan(match, actions)
        case (AnswerQuestion(question=question), AnswerDecision(answer)):
            return _answer(match, seat, question, answer)
        case (ChooseMove(offers=offered), MoveDecision(move, appeal)):
            return _move(match, seat, {offer.move for offer in offered}, (move, appeal))
        case (None, _):
            raise DecisionRefused("Nothing is asked of that seat now.")
        case _:
            raise DecisionRefused("That does not answer what is asked.")


def _begin(match: Match) -> Match:
    world, events, cards = begin_turn(match.game, match.world)
    record = TurnRecord(world.turn, match.world, ())
    fresh = match.but(world=world, turns=(*match.turns, record), events=events, cards=cards)
    return _next_card(fresh)


def _next_card(match: Match) -> Match:
    for index, card in enumerate(match.cards):
        choices = open_choices(match.game, match.world, card)
        if choices:
            rest = match.cards[index + 1 :]
            return match.but(phase=Phase.CARDS, cards=rest, waiting=(ChooseCard(US, card, choices),))
    waiting = (PlanTurn(US, calendar_of(match.world)),)
    return match.but(phase=Phase.PLAN, cards=(), waiting=waiting)


def _with(match: Match, events: tuple[Event, ...]) -> Match:
    return match.but(world=apply(match.world, events), events=match.events + events)


def _choose(match: Match, card: CardId, choices: tuple[ChoiceId, ...], choice: ChoiceId) -> Match:
    if choice not in choices:
        raise DecisionRefused("That choice is not open now.")
    return _next_card(_with(match, take_choice(match.game, match.world, card, choice)))


def _plan(match: Match, actions: tuple[Action, ...]) -> Match:
    reasons = plan_refusals(match.mediator(), actions) if actions else ()
    if reasons:
        raise DecisionRefused(*reasons)
    return _carry_on(match.but(plan=actions, waiting=()))


def _carry_on(match: Match) -> Match:
    """Carry out the plan until it asks a party something, then let the parties move."""
    while match.plan and not match.world.ending:
        action = match.plan[0]
        reason = refusal(match.mediator(), action)
        if reason is not None:
            match = _with(match, (ActionDropped(action, reason),)).but(plan=match.plan[1:])
            continue
        events, questions = act(match.game, match.world, action)
        match = _with(match, events)
        if questions:
            waiting = tuple(AnswerQuestion(question.party, question) for question in questions)
            return match.but(phase=Phase.ANSWERS, waiting=waiting, replies=())
        match = _with(match, conclude(match.game, match.world, action, ())).but(plan=match.plan[1:])
    return _let_parties_move(match)


def _answer(match: Match, seat: PartyId, question: Question, answer: Answer) -> Match:
    waiting = tuple(request for request in match.waiting if request.seat != seat)
    replies = (*match.replies, (question, answer))
    if waiting:
        return match.but(waiting=waiting, replies=replies)
    order = list(match.game.scenario.parties)
    settled = tuple(sorted(replies, key=lambda reply: order.index(reply[0].party)))
    after = _with(match, conclude(match.game, match.world, match.plan[0], settled))
    return _carry_on(after.but(plan=match.plan[1:], replies=(), waiting=()))


def _let_parties_move(match: Match) -> Match:
    waiting = tuple(ChooseMove(party, offered) for party, offered in offers(match.game, match.world) if offered)
    if not waiting:
        return _close(match)
    return match.but(phase=Phase.MOVES, waiting=waiting, moves=())


def _move(match: Match, seat: PartyId, offered: set[MoveId], chosen: tuple[MoveId | None, int]) -> Match:
    move, appeal = chosen
    if move is not None and move not in offered:
        raise DecisionRefused("That move is not open to this party now.")
    waiting = tuple(request for request in match.waiting if request.seat != seat)
    moves = match.moves if move is None else (*match.moves, (seat, move, appeal))
    match = match.but(waiting=waiting, moves=moves)
    if waiting:
        return match
    order: Mapping[PartyId, int] = {party: place for place, party in enumerate(match.game.scenario.parties)}
    made = tuple(sorted(moves, key=lambda each: order[each[0]]))
    return _close(_with(match, make_moves(match.game, match.world, made)) if made else match)


def _close(match: Match) -> Match:
    closed = _with(match, close_turn(match.game, match.world))
    record = match.turns[-1]
    digest = chained(match.digest, closed.world) if match.fingerprints else _UNKEPT
    turns = (*match.turns[:-1], TurnRecord(record.turn, record.first, closed.events, digest))
    closed = closed.but(turns=turns, waiting=(), moves=(), plan=())
    if closed.world.ending is not None:
        return closed.but(phase=Phase.OVER)
    return _begin(closed)
