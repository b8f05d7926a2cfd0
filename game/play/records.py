"""What a journal records: how a game began, every decision in it with what followed, what was expected of answers,
and every step back.
"""

from dataclasses import dataclass
from typing import Final

from game import __version__
from game.model.actions import Action
from game.model.events import Answer, Event, Question
from game.model.ids import CardId, MoveId, PartyId
from game.model.seats import AnswerQuestion, ChooseCard, ChooseMove, Decision, PlanTurn, Request
from game.model.verbs import action_text
from game.model.world import Setup, World
from game.play.edition import rules_edition
from game.play.match import Match, Phase
from game.play.predictions import Prediction

FORMAT: Final = 1
"""The version of the records' shape. It is raised when a program that does not know a change would go on wrongly."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a match stands beside its world: what it waits for and what the running turn still has to do."""

    phase: Phase
    waiting: tuple[Request, ...] = ()
    cards: tuple[CardId, ...] = ()
    plan: tuple[Action, ...] = ()
    replies: tuple[tuple[Question, Answer], ...] = ()
    moves: tuple[tuple[PartyId, MoveId, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """Another game went this way up to the start of ``turn``: ``of`` is its save's name then, ``after`` the checksum
    of its last line that both share.
    """

    of: str
    turn: int
    after: str


@dataclass(frozen=True, slots=True)
class Opening:
    """How the game began. ``turns`` is its length in turns, ``first`` the world before the first of them; ``rules``
    the edition of the rules it was dealt by.
    """

    format: int
    program: str
    content: str
    setup: Setup
    turns: int
    first: World
    events: tuple[Event, ...]
    stand: Stand
    rules: str = ""
    branch: Branch | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision and what followed: ``events`` in the running turn; if that closed it, the chain's ``digest`` at
    its end, what the ``next`` turn began with, and the ``world`` after all this. ``ending`` repeats that of the
    world, for lists of saves.
    """

    turn: int
    seat: PartyId
    asked: str
    decision: Decision
    events: tuple[Event, ...]
    stand: Stand
    digest: str = ""
    next: tuple[Event, ...] = ()
    ending: str | None = None
    world: World | None = None


@dataclass(frozen=True, slots=True)
class Rewound:
    """The mediator went back to where the game stood after record ``to``, in turn ``turn``."""

    turn: int
    to: int


@dataclass(frozen=True, slots=True)
class Predicted:
    """What the mediator expected of an answer, written before the plan of ``turn`` that asks for it."""

    turn: int
    prediction: Prediction


@dataclass(frozen=True, slots=True)
class Unread:
    """A record of a kind that only a later version knows: left alone, and kept as it was written."""

    kind: str
    form: str


Known = Opening | Decided | Rewound | Predicted
Record = Known | Unread


def stand_of(match: Match) -> Stand:
    return Stand(
        phase=match.phase,
        waiting=match.waiting,
        cards=match.cards,
        plan=match.plan,
        replies=match.replies,
        moves=match.moves,
    )


def asked(request: Request) -> str:
    """What is asked, in a few words of the program's own."""
    match request:
        case ChooseCard(card=card):
            return f"card {card}"
        case PlanTurn():
            return "plan"
        case AnswerQuestion(question=question):
            return f"answer {action_text(question.action)}"
        case ChooseMove():
            return "move"


def opening(match: Match) -> Opening:
    """The record of a match that has just been started."""
    return Opening(
        format=FORMAT,
        program=__version__,
        content=match.game.scenario.digest,
        setup=match.game.setup,
        turns=match.game.length.turns,
        first=match.turns[0].first,
        events=match.events,
        stand=stand_of(match),
        rules=rules_edition(),
    )


def decided(before: Match, after: Match, seat: PartyId, decision: Decision) -> Decided:
    """The record of the one decision that led from ``before`` to ``after``."""
    request = next(each for each in before.waiting if each.seat == seat)
    closed = after.turns[len(before.turns) - 1]
    began = len(after.turns) > len(before.turns)
    events = closed.events if closed.digest else after.events
    return Decided(
        turn=before.world.turn,
        seat=seat,
        asked=asked(request),
        decision=decision,
        events=events[len(before.events) :],
        stand=stand_of(after),
        digest=closed.digest,
        next=after.events if began else (),
        ending=after.world.ending,
        world=after.world if closed.digest else None,
    )
