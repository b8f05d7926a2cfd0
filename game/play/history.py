"""A game rebuilt from its records: by folding events, with neither rules nor chance."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from game.model.ids import US
from game.model.world import Game
from game.play.match import Match, TurnRecord
from game.play.predictions import SURENESSES, Foretold, Prediction
from game.play.records import Branch, Decided, Opening, Predicted, Record, Rewound, Stand, Unread
from game.rules.apply import apply


class UnfoldableError(ValueError):
    """A record that cannot follow on those before it. ``number`` counts records from 0."""

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(problem)
        self.number = number


class Point(NamedTuple):
    """A match in which the mediator is asked or the game is over, after record ``number``."""

    number: int
    match: Match


@dataclass(frozen=True, slots=True)
class History:
    """A game so far. ``points`` lead to where it stands now; ``count`` is the number of records, undone ones too.

    ``foretold`` are the predictions that still stand, each under the number of its record. ``branch`` is where it left
    another game, if it did.
    """

    match: Match
    points: tuple[Point, ...]
    count: int
    explored: bool = False
    foretold: tuple[tuple[int, Predicted], ...] = ()
    branch: Branch | None = None


def begun(match: Match, number: int = 0) -> History:
    """The history of a match that stands where record ``number`` has brought it."""
    return History(match, (Point(number, match),), number + 1)


def extended(history: History, match: Match, records: int) -> History:
    """The history after so many more records, the last of which led to ``match``."""
    count = history.count + records
    points = (*history.points, Point(count - 1, match)) if _is_point(match) else history.points
    return replace(history, match=match, points=points, count=count)


def rewound(history: History, to: Point) -> History:
    """The history after going back to one of its points."""
    points = tuple(point for point in history.points if point.number <= to.number)
    foretold = tuple(each for each in history.foretold if each[0] <= to.number)
    count = history.count + 1
    return replace(history, match=to.match, points=points, count=count, explored=True, foretold=foretold)


def noted(history: History, record: Predicted) -> History:
    """The history with one more prediction; a later one on the same answer takes the place of an earlier one."""
    prediction = record.prediction
    _check(history, record.turn, prediction)
    kept = [each for each in history.foretold if not _same_answer(each[1], record)]
    return replace(history, count=history.count + 1, foretold=(*kept, (history.count, record)))


def foretold(history: History) -> tuple[Foretold, ...]:
    """The predictions that still stand, each with its turn."""
    return tuple((each.turn, each.prediction) for _, each in history.foretold)


def _check(history: History, turn: int, prediction: Prediction) -> None:
    if turn != history.match.world.turn or prediction.sure not in SURENESSES:
        raise UnfoldableError(history.count, f"nobody can expect that in turn {turn}")


def _same_answer(one: Predicted, other: Predicted) -> bool:
    return (one.turn, one.prediction.action, one.prediction.party) == (
        other.turn,
        other.prediction.action,
        other.prediction.party,
    )


def went_back(history: History, record: Rewound) -> History:
    """The history after a recorded step back."""
    point = next((point for point in history.points if point.number == record.to), None)
    if point is None:
        raise UnfoldableError(history.count, f"it goes back to line {record.to + 1}, where nothing was asked")
    return rewound(history, point)


def rewind_point(history: History) -> Point | None:
    """Where going back leads: to the start of the running turn if anything was decided in it, else of the last one."""
    here = history.points[-1]
    starts: dict[int, Point] = {}
    for point in history.points:
        starts.setdefault(len(point.match.turns), point)
    start = starts[len(here.match.turns)]
    if start is not here:
        return start
    return starts.get(len(here.match.turns) - 1)


def _is_point(match: Match) -> bool:
    return match.over or any(request.seat == US for request in match.waiting)


def fold(records: Iterable[Record], game: Game, number: int = 0) -> History:
    """The game that the records tell of, the first of which has this number.

    Raises :class:`UnfoldableError` if one does not follow on the others, or does not lead where it led when it was
    written.
    """
    source = iter(records)
    first = next(source, None)
    if not isinstance(first, Opening):
        raise UnfoldableError(number, "a journal begins with the setup of its game")
    history = replace(begun(_opened(first, game), number), branch=first.branch)
    for record in source:
        history = _folded(history, record)
    return history


def _folded(history: History, record: Record) -> History:
    match record:
        case Decided():
            return extended(history, _carried_on(history, record), 1)
        case Rewound():
            return went_back(history, record)
        case Predicted():
            return noted(history, record)
        case Unread():
            return replace(history, count=history.count + 1)
        case Opening():
            raise UnfoldableError(history.count, "a game begins only once")


def _opened(record: Opening, game: Game) -> Match:
    world = apply(record.first, record.events)
    bare = Match(game, world, record.stand.phase, (), (TurnRecord(world.turn, record.first, ()),), record.events)
    return _standing(bare, record.stand)


def _carried_on(history: History, record: Decided) -> Match:
    match = history.match
    if match.world.turn != record.turn or record.seat not in (request.seat for request in match.waiting):
        raise UnfoldableError(history.count, f"nothing was asked of '{record.seat}' in turn {record.turn}")
    world = apply(match.world, record.events)
    match = replace(match, world=world, events=match.events + record.events)
    if record.digest:
        last = match.turns[-1]
        closed = TurnRecord(last.turn, last.first, match.events, record.digest)
        match = replace(match, turns=(*match.turns[:-1], closed))
    if record.next:
        world = apply(match.world, record.next)
        turns = (*match.turns, TurnRecord(world.turn, match.world, ()))
        match = replace(match, world=world, turns=turns, events=record.next)
    if record.world is not None and record.world != match.world:
        raise UnfoldableError(history.count, "what happened does not lead to the state that was noted")
    return _standing(match, record.stand)


def _standing(match: Match, stand: Stand) -> Match:
    return replace(
        match,
        phase=stand.phase,
        waiting=stand.waiting,
        cards=stand.cards,
        plan=stand.plan,
        replies=stand.replies,
        moves=stand.moves,
    )
