"""One game as a state machine: :attr:`Match.waiting` says who must decide what, :func:`submit` takes it.

There is no loop, clock, thread or file here. The app, line mode, the lab, replay and tests share it.
"""

from dataclasses import field
from enum import Enum

from game.model.actions import Action
from game.model.events import ActionDropped, Answer, Event, Question
from game.model.ids import US, CardId, ChoiceId, MoveId, PartyId
from game.model.record import record
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


@record
class TurnRecord:
    """What happened in a turn, in order. ``first`` is the world as the turn began; ``digest`` closes the turn."""

    turn: int
    first: World
    events: tuple[Event, ...]
    digest: str = ""


@record
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
    _mediator: list[MediatorView] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def over(self) -> bool:
        return self.phase is Phase.OVER

    @property
    def digest(self) -> str:
        """The chain over the digests of the worlds at the end of every turn so far."""
        return _last_digest(self.turns)

    def mediator(self) -> MediatorView:
        """The same view whenever it is asked for: a match never changes."""
        if not self._mediator:
            self._mediator.append(mediator_view(self.game, self.world))
        return self._mediator[0]

    def party(self, party: PartyId) -> PartyView:
        return party_view(self.game, self.world, party)


def _last_digest(turns: tuple[TurnRecord, ...]) -> str:
    return next((record.digest for record in reversed(turns) if record.digest), START)


class _Course:
    """A match while one decision runs its course: opened from a match, closed into the next."""

    __slots__ = (
        "cards",
        "events",
        "fingerprints",
        "game",
        "moves",
        "phase",
        "plan",
        "replies",
        "turns",
        "waiting",
        "world",
    )

    def __init__(self, match: Match) -> None:
        self.game, self.world, self.phase = match.game, match.world, match.phase
        self.waiting, self.turns, self.events = match.waiting, match.turns, [*match.events]
        self.cards, self.plan, self.replies, self.moves = match.cards, match.plan, match.replies, match.moves
        self.fingerprints = match.fingerprints

    def happen(self, events: tuple[Event, ...]) -> None:
        if events:
            self.world = apply(self.world, events)
            self.events += events

    def closed(self) -> Match:
        return Match(
            game=self.game,
            world=self.world,
            phase=self.phase,
            waiting=self.waiting,
            turns=self.turns,
            events=tuple(self.events),
            cards=self.cards,
            plan=self.plan,
            replies=self.replies,
            moves=self.moves,
            fingerprints=self.fingerprints,
        )


def start(scenario: Scenario, setup: Setup, fingerprints: bool = True) -> Match:
    """A new game at its first decision. Without ``fingerprints`` it keeps no digests, which nobody reads in the lab."""
    game = deal(scenario, setup)
    course = _Course(Match(game, first_world(game), Phase.CARDS, (), (), fingerprints=fingerprints))
    _begin(course)
    return course.closed()


def taken_up(game: Game, world: World) -> Match:
    """A match at the first decision of the turn that follows on ``world``. It has no earlier turns and no digests."""
    course = _Course(Match(game, world, Phase.CARDS, (), (), fingerprints=False))
    _begin(course)
    return course.closed()


def submit(match: Match, seat: PartyId, decision: Decision) -> Match:
    """Take one seat's decision. Raises :class:`DecisionRefused` if it is not its turn or not allowed."""
    request = next((each for each in match.waiting if each.seat == seat), None)
    course = _Course(match)
    match (request, decision):
        case (ChooseCard(), CardDecision(choice)):
            _choose(course, request, choice)
        case (PlanTurn(), PlanDecision(actions)):
            _plan(course, match.mediator(), actions)
        case (AnswerQuestion(), AnswerDecision(answer)):
            _answer(course, request, answer)
        case (ChooseMove(), MoveDecision(move, appeal)):
            _move(course, request, (move, appeal))
        case (None, _):
            raise DecisionRefused("Nothing is asked of that seat now.")
        case _:
            raise DecisionRefused("That does not answer what is asked.")
    return course.closed()


def _begin(course: _Course) -> None:
    first = course.world
    course.world, events, course.cards = begin_turn(course.game, first)
    course.turns = (*course.turns, TurnRecord(course.world.turn, first, ()))
    course.events = [*events]
    _next_card(course)


def _next_card(course: _Course) -> None:
    for index, card in enumerate(course.cards):
        choices = open_choices(course.game, course.world, card)
        if choices:
            course.cards = course.cards[index + 1 :]
            course.phase, course.waiting = Phase.CARDS, (ChooseCard(US, card, choices),)
            return
    course.cards = ()
    course.phase, course.waiting = Phase.PLAN, (PlanTurn(US, calendar_of(course.world)),)


def _choose(course: _Course, request: ChooseCard, choice: ChoiceId) -> None:
    if choice not in request.choices:
        raise DecisionRefused("That choice is not open now.")
    course.happen(take_choice(course.game, course.world, request.card, choice))
    _next_card(course)


def _plan(course: _Course, view: MediatorView, actions: tuple[Action, ...]) -> None:
    reasons = plan_refusals(view, actions) if actions else ()
    if reasons:
        raise DecisionRefused(*reasons)
    course.plan, course.waiting = actions, ()
    _carry_on(course, checked=course.world)


def _carry_on(course: _Course, checked: World | None = None) -> None:
    """Carry out the plan until it asks a party something, then let the parties move.

    ``checked`` is the moment at which the plan was found to be allowed: what is unchanged since need not be asked.
    """
    game = course.game
    while course.plan and not course.world.ending:
        action = course.plan[0]
        reason = None if course.world is checked else refusal(mediator_view(game, course.world), action)
        if reason is not None:
            course.happen((ActionDropped(action, reason),))
        else:
            events, questions = act(game, course.world, action)
            course.happen(events)
            if questions:
                course.waiting = tuple(AnswerQuestion(question.party, question) for question in questions)
                course.phase, course.replies = Phase.ANSWERS, ()
                return
            course.happen(conclude(game, course.world, action, ()))
        course.plan = course.plan[1:]
    _let_parties_move(course)


def _answer(course: _Course, request: AnswerQuestion, answer: Answer) -> None:
    course.waiting = tuple(each for each in course.waiting if each is not request)
    course.replies = (*course.replies, (request.question, answer))
    if course.waiting:
        return
    order = list(course.game.scenario.parties)
    settled = tuple(sorted(course.replies, key=lambda reply: order.index(reply[0].party)))
    course.happen(conclude(course.game, course.world, course.plan[0], settled))
    course.plan, course.replies = course.plan[1:], ()
    _carry_on(course)


def _let_parties_move(course: _Course) -> None:
    course.waiting = tuple(
        ChooseMove(party, offered) for party, offered in offers(course.game, course.world) if offered
    )
    course.moves = ()
    if course.waiting:
        course.phase = Phase.MOVES
    else:
        _close(course)


def _move(course: _Course, request: ChooseMove, chosen: tuple[MoveId | None, int]) -> None:
    move, appeal = chosen
    if move is not None:
        if all(offer.move != move for offer in request.offers):
            raise DecisionRefused("That move is not open to this party now.")
        course.moves = (*course.moves, (request.seat, move, appeal))
    course.waiting = tuple(each for each in course.waiting if each is not request)
    if course.waiting:
        return
    if course.moves:
        order = list(course.game.scenario.parties)
        made = tuple(sorted(course.moves, key=lambda each: order.index(each[0])))
        course.happen(make_moves(course.game, course.world, made))
    _close(course)


def _close(course: _Course) -> None:
    course.world, events = close_turn(course.game, course.world)
    course.events += events
    *earlier, now = course.turns
    digest = chained(_last_digest(course.turns), course.world) if course.fingerprints else _UNKEPT
    course.turns = (*earlier, TurnRecord(now.turn, now.first, tuple(course.events), digest))
    course.waiting, course.moves, course.plan = (), (), ()
    if course.world.ending is not None:
        course.phase = Phase.OVER
    else:
        _begin(course)
