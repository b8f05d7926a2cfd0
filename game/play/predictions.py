"""What the player expects of a party's answer and how sure it is of that, and how far such expectations came true.

They are scored by Brier's rule: the square of what was wanting to certainty, from 0 for a sure hit to 1 for a sure
miss; who always says 50 % scores 0.25. Scores are kept in ten-thousandths.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, NamedTuple

from game.model.actions import Action, CallConference
from game.model.events import ActionTaken, Ask, PartyAnswered, Verdict
from game.model.ids import US, PartyId
from game.model.ledger import visible_to
from game.model.record import record
from game.model.seats import PlanTurn
from game.model.views import MediatorView
from game.play.forecast import Chance, forecast
from game.play.match import Match, TurnRecord

SURENESSES: Final = (50, 60, 70, 80, 90)
"""How sure one can say to be, in percent."""

_WHOLE: Final = 100


class Expected(Enum):
    """The kinds of answer that can be told apart beforehand."""

    TAKES = "takes"
    CONDITION = "condition"
    DECLINES = "declines"


_KINDS: Final = {
    Verdict.ACCEPT: Expected.TAKES,
    Verdict.ACCEPT_IF: Expected.CONDITION,
    Verdict.COUNTER: Expected.CONDITION,
    Verdict.REFUSE: Expected.DECLINES,
    Verdict.STALL: Expected.DECLINES,
    Verdict.WALK_OUT: Expected.DECLINES,
}


@record
class Prediction:
    """That ``party`` will answer ``action`` in this way; ``sure`` in percent, one of :data:`SURENESSES`."""

    action: Action
    party: PartyId
    expected: Expected
    sure: int


@record
class Outcome:
    """What became of a prediction made in ``turn``."""

    turn: int
    prediction: Prediction
    verdict: Verdict
    hit: bool

    @property
    def score(self) -> int:
        return brier(self.prediction.sure, hit=self.hit)


@record
class Tally:
    """``count`` statements, of which ``hits`` came true; ``total`` is the sum of their scores."""

    count: int
    hits: int
    total: int

    @property
    def mean(self) -> int | None:
        """The mean score in ten-thousandths, rounded; None without a statement."""
        return (self.total + self.count // 2) // self.count if self.count else None


def brier(chance: int, *, hit: bool) -> int:
    """The score of a chance in percent, in ten-thousandths: 0 is best."""
    return (_WHOLE - chance) ** 2 if hit else chance**2


def tally(scores: Iterable[tuple[int, bool]]) -> Tally:
    """Of (score, whether it came true)."""
    found = tuple(scores)
    return Tally(len(found), sum(hit for _, hit in found), sum(score for score, _ in found))


def answers_open(action: Action) -> tuple[Expected, ...]:
    """What can be expected of an answer to this act; a signature knows no condition."""
    return (Expected.TAKES, Expected.DECLINES) if isinstance(action, CallConference) else tuple(Expected)


class OpenQuestion(NamedTuple):
    """A party that an act asks something, with the chance that it grants it."""

    action: Action
    chance: Chance


def open_questions(view: MediatorView, plan: Iterable[Action]) -> tuple[OpenQuestion, ...]:
    """Everything that the plan asks anybody, the most uncertain answer first."""
    found = [OpenQuestion(action, chance) for action in plan for chance in forecast(view, action).chances]
    return tuple(sorted(found, key=lambda each: abs(each.chance.low + each.chance.high - _WHOLE)))


def came_out(turn: int, prediction: Prediction, closed: TurnRecord) -> Outcome | None:
    """What became of it in the turn that was closed; None if the party was never asked."""
    asked = (prediction.party, prediction.action)
    answered = (event for event in closed.events if isinstance(event, PartyAnswered))
    found = next((event for event in answered if (event.question.party, event.question.action) == asked), None)
    if found is None:
        return None
    return Outcome(turn, prediction, found.answer.verdict, _kind(found) is prediction.expected)


Foretold = tuple[int, Prediction]
"""A prediction, and the turn for which it was made."""


def outcomes(match: Match, made: Iterable[Foretold]) -> tuple[Outcome, ...]:
    """What became of predictions, in their order; those that no answer came to are left out."""
    closed = {record.turn: record for record in match.turns if record.digest}
    found = (came_out(turn, each, closed[turn]) for turn, each in made if turn in closed)
    return tuple(each for each in found if each is not None)


def _kind(event: PartyAnswered) -> Expected:
    kind = _KINDS[event.answer.verdict]
    return Expected.DECLINES if event.question.ask is Ask.SIGN and kind is Expected.CONDITION else kind


def forecast_scores(before: Match, closed: TurnRecord) -> Iterator[tuple[int, bool]]:
    """How the forecasts on the day of the plan did, taken at the middle of their bands; one for every answer."""
    view = before.mediator()
    planned = any(isinstance(request, PlanTurn) for request in before.waiting)
    acts = {event.action for event in closed.events if isinstance(event, ActionTaken)} if planned else set()
    for event in closed.events:
        if isinstance(event, PartyAnswered) and visible_to(event.seen, US) and event.question.action in acts:
            chances = {each.party: each for each in forecast(view, event.question.action).chances}
            chance = chances.get(event.question.party)
            if chance is not None:
                hit = event.answer.verdict is Verdict.ACCEPT
                yield brier((chance.low + chance.high) // 2, hit=hit), hit
