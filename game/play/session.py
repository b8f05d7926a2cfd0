"""A game as a face plays it from the mediator's seat: every decision is on the disk before it is acknowledged."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from game.minds.mind import PartyMind
from game.model.ids import US, PartyId
from game.model.scenario import Scenario
from game.model.seats import ChooseCard, Decision, PlanDecision, PlanTurn
from game.model.views import MediatorView
from game.model.world import Setup
from game.play.advisers import Advice
from game.play.autoplay import decide
from game.play.council import Council, Standing
from game.play.history import History, begun, extended, foretold, noted, rewind_point, rewound
from game.play.match import DecisionRefused, Match, TurnRecord, start, submit
from game.play.predictions import Foretold, Outcome, Prediction, Tally, forecast_scores, outcomes, tally
from game.play.records import Branch, Predicted, Record, Rewound, decided, opening
from game.play.savefile import Pen, make, take
from game.play.saves import Opened, Shelf
from game.play.seating import seated_minds
from game.play.trouble import MindProblem, kept_at

Minds = Mapping[PartyId, PartyMind]


class Session:
    """One game with controllers in the parties' seats, as its setup names them. Without a pen nothing is saved.

    A controller of somebody else's can fail in the midst of it: then a decision raises :class:`MindProblem`, and
    everything is as it was.
    """

    def __init__(self, history: History, pen: Pen | None, minds: Minds, notices: tuple[str, ...] = ()) -> None:
        self.notices = notices
        self._history = history
        self._pen = pen
        self._minds = minds
        self._view: MediatorView | None = None
        self._council = Council()
        self._forecasts: tuple[Match, Tally] | None = None

    @classmethod
    def begin(cls, scenario: Scenario, setup: Setup, shelf: Shelf | None) -> Self:
        """A new game, with a new journal on the shelf if there is one.

        Raises :class:`SaveProblem`, or :class:`MindProblem` if a controller cannot be had.
        """
        minds, match = seated_minds(scenario, setup), start(scenario, setup)
        return cls(begun(match), shelf.make(opening(match)) if shelf is not None else None, minds)

    @classmethod
    def recorded(cls, match: Match, path: Path) -> Self:
        """A match that has just been started, with its journal in a new file. Raises as :meth:`begin` does."""
        minds = seated_minds(match.game.scenario, match.game.setup)
        return cls(begun(match), make((path,), (opening(match),)), minds)

    @classmethod
    def resume(cls, opened: Opened, *, saved: bool = True) -> Self:
        """The game at the request at which it was left. Raises :class:`SaveProblem`, never if it is not ``saved``.

        What the parties had not yet decided, or not yet written down, they decide now as they would have then. Raises
        :class:`MindProblem` if the controllers that have played it cannot be had; it can still be replayed then.
        """
        minds = seated_again(opened)
        session = cls(opened.history, take(opened.path, opened.journal) if saved else None, minds, opened.notices)
        try:
            session._take(opened.match, ())
        except BaseException:
            session.close()
            raise
        return session

    @property
    def match(self) -> Match:
        return self._history.match

    @property
    def view(self) -> MediatorView:
        if self._view is None:
            self._view = self.match.mediator()
        return self._view

    @property
    def request(self) -> ChooseCard | PlanTurn | None:
        """What the mediator is asked now; None when the game is over."""
        asked = next(iter(self.match.waiting), None)
        return asked if isinstance(asked, ChooseCard | PlanTurn) else None

    @property
    def explored(self) -> bool:
        """Whether turns were ever taken back."""
        return self._history.explored

    @property
    def branch(self) -> Branch | None:
        """Where the game left another, if it did."""
        return self._history.branch

    @property
    def path(self) -> Path | None:
        """Where the game is saved, if it is."""
        return None if self._pen is None else self._pen.path

    @property
    def can_rewind(self) -> bool:
        return rewind_point(self._history) is not None

    def last_turn(self) -> TurnRecord | None:
        """The last turn that was closed."""
        return next((record for record in reversed(self.match.turns) if record.digest), None)

    def advice(self) -> tuple[Advice, ...]:
        """What the advisers would do now; nothing unless a turn is being planned."""
        return self._council.advice(self._history)

    def standings(self) -> tuple[Standing, ...]:
        """How often each adviser was right when it was followed. Longer to work out in a game just opened."""
        return self._council.standings(self._history)

    def advice_at_hand(self) -> tuple[Advice, ...] | None:
        """The advice, if nobody has to think for it any more."""
        return self._council.advice_at_hand(self._history)

    def standings_at_hand(self) -> tuple[Standing, ...]:
        """The advisers' records as far as they can be told without thinking."""
        return self._council.standings_at_hand(self._history)

    def unthought(self) -> tuple[tuple[int, MediatorView], ...]:
        """The moments for which advice is still to be thought of, each by its number; see :meth:`heed`."""
        return self._council.unthought(self._history)

    def heed(self, number: int, said: tuple[Advice, ...]) -> None:
        """Take the advice for the moment of this number, thought out elsewhere."""
        self._council.keep(number, said)

    @property
    def foretold(self) -> tuple[Foretold, ...]:
        """The player's predictions that still stand, each with its turn."""
        return foretold(self._history)

    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of the predictions, in their order; those that no answer came to are left out."""
        return outcomes(self.match, self.foretold)

    def own_tally(self) -> Tally:
        """How the player's predictions did."""
        return tally((each.score, each.hit) for each in self.outcomes())

    def forecast_tally(self) -> Tally:
        """How the forecasts did that the player saw, on all answers so far; worked out once for each turn."""
        if self._forecasts is None or self._forecasts[0] is not self.match:
            closed = {record.turn: record for record in self.match.turns if record.digest}
            plans = {point.match.world.turn: point.match for point in self._history.points}
            seen = ((match, closed[turn]) for turn, match in plans.items() if turn in closed)
            made = tally(score for match, record in seen for score in forecast_scores(match, record))
            self._forecasts = (self.match, made)
        return self._forecasts[1]

    def submit(self, decision: Decision, predictions: tuple[Prediction, ...] = ()) -> None:
        """Take the mediator's decision, then let the parties decide until the mediator is asked again.

        ``predictions`` on answers that the decision asks for are kept with it. Raises :class:`DecisionRefused` or
        :class:`SaveProblem`; everything is then as it was.
        """
        before = self.match
        after = submit(before, US, decision)
        acts = decision.actions if isinstance(decision, PlanDecision) else ()
        foretold = tuple(Predicted(before.world.turn, each) for each in predictions if each.action in acts)
        self._take(after, (decided(before, after, US, decision),), foretold)

    def rewind(self) -> None:
        """Back to the start of the running turn if anything was decided in it, else of the turn before.

        Raises :class:`DecisionRefused` at the start of the game, or :class:`SaveProblem`.
        """
        point = rewind_point(self._history)
        if point is None:
            raise DecisionRefused("The game is at its start; there is nothing to take back.")
        self._write((Rewound(point.match.world.turn, point.number),))
        self._history = rewound(self._history, point)
        self._view = None

    def play_unsaved(self) -> None:
        """Go on without writing; what is on the disk stays there."""
        self.close()
        self._pen = None

    def close(self) -> None:
        """Give the save free for others."""
        if self._pen is not None:
            self._pen.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, match: Match, records: tuple[Record, ...], foretold: tuple[Predicted, ...] = ()) -> None:
        """Add what the parties decide next to the records; only what is written counts."""
        try:
            match, answers = settled(match, self._minds)
        except MindProblem as problem:
            raise problem.keeping(kept_at(self.path)) from problem.__cause__
        records = (*records, *answers)
        if not records:
            return
        history = self._history
        for each in foretold:
            history = noted(history, each)
        self._write((*foretold, *records))
        self._history = extended(history, match, len(records))
        self._view = None

    def _write(self, records: tuple[Record, ...]) -> None:
        if self._pen is not None:
            self._pen.append(records)


def seated_again(opened: Opened) -> Minds:
    """The minds that have played the save. Raises :class:`MindProblem`."""
    game = opened.match.game
    try:
        return seated_minds(game.scenario, game.setup)
    except MindProblem as problem:
        kept = f"The save {opened.path} was left as it is; 'backchannel replay' shows it."
        raise problem.keeping(kept) from problem.__cause__


def settled(match: Match, minds: Minds) -> tuple[Match, tuple[Record, ...]]:
    """The match after the parties have decided until a seat without a mind must, and the records of that."""
    records: list[Record] = []
    while match.waiting and match.waiting[0].seat in minds:
        request = match.waiting[0]
        decision = decide(match, request, minds)
        if decision is None:
            break
        after = submit(match, request.seat, decision)
        records.append(decided(match, after, request.seat, decision))
        match = after
    return match, tuple(records)
