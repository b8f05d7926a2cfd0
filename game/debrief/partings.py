"""Where games that began alike part ways: what was decided otherwise, for the first time, in each of them.

Games go together until one decides otherwise: makes another choice on a card, does other acts, or does them in another
order.
"""

from collections.abc import Iterator, Mapping, Sequence

from game.debrief.course import turns_of
from game.debrief.timeline import Milestone, weighed
from game.model.actions import Action
from game.model.events import ActionDropped, ActionTaken, ChoiceTaken, PartyAnswered, TrackChanged, Verdict
from game.model.record import record
from game.play.match import Match, TurnRecord

Decision = Action | ChoiceTaken


@record
class Own:
    """A decision that the games ``without`` it did not take."""

    decision: Decision
    without: tuple[int, ...]


@record
class Parting:
    """Game ``game`` of the list, counted from 0, and those in ``others`` had gone the same way before ``turn``.

    ``own``: what it decided in that turn and not each of the others did as well; empty if it only left out something or
    kept another order. Then came ``answers``, of which ``accepted`` were acceptances; ``after`` is the turn's heaviest
    event that is no decision of ours, by the rule of the timeline.
    """

    game: int
    others: tuple[int, ...]
    turn: int
    own: tuple[Own, ...]
    answers: int
    accepted: int
    after: Milestone | None


def letters(number: int) -> str:
    """``A``, ``B``, …, ``Z``, ``AA``, … for 0, 1, …"""
    first, last = divmod(number, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def partings(matches: Sequence[Match]) -> tuple[Parting, ...]:
    """Every parting of every game, game by game in their order, and turn by turn."""
    courses = [[(turn.turn, _decided(turn)) for turn in turns_of(match)] for match in matches]
    return tuple(parting for place, match in enumerate(matches) for parting in _partings_of(place, match, courses))


_Course = list[tuple[int, tuple[Decision, ...]]]


def _partings_of(place: int, match: Match, courses: Sequence[_Course]) -> Iterator[Parting]:
    """A game that is over, or was broken off, parts from nobody who only went on."""
    together = [other for other in range(len(courses)) if other != place]
    for at, (turn, mine) in enumerate(courses[place]):
        together = [other for other in together if at < len(courses[other])]
        left = tuple(other for other in together if courses[other][at][1] != mine)
        if left:
            theirs = {other: courses[other][at][1] for other in left}
            yield _parting(match, (place, left, turn), tuple(_own(mine, theirs)))
            together = [other for other in together if other not in left]


def _own(mine: tuple[Decision, ...], theirs: Mapping[int, tuple[Decision, ...]]) -> Iterator[Own]:
    """An act that was done twice is there twice, so it is counted as often."""
    for at, each in enumerate(mine):
        often = mine[: at + 1].count(each)
        without = tuple(other for other, decided in theirs.items() if decided.count(each) < often)
        if without:
            yield Own(each, without)


def _parting(match: Match, where: tuple[int, tuple[int, ...], int], own: tuple[Own, ...]) -> Parting:
    place, others, turn = where
    events = next(each.events for each in turns_of(match) if each.turn == turn)
    answers = [event.answer.verdict is Verdict.ACCEPT for event in events if isinstance(event, PartyAnswered)]
    heavy = [
        each for each in weighed(match) if each.turn == turn and not isinstance(each.event, ChoiceTaken | TrackChanged)
    ]
    after = max(heavy, key=lambda each: (each.weight, -each.place), default=None)
    return Parting(place, others, turn, own, len(answers), sum(answers), after)


def _decided(turn: TurnRecord) -> tuple[Decision, ...]:
    """The choices on cards, then the acts as they were planned."""
    chosen = tuple(event for event in turn.events if isinstance(event, ChoiceTaken))
    planned = tuple(event.action for event in turn.events if isinstance(event, ActionTaken | ActionDropped))
    return (*chosen, *planned)
