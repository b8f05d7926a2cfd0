"""A game as a face plays it from the mediator's seat: every decision is on the disk before it is acknowledged."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from game.minds.mind import PartyMind
from game.model.ids import US, PartyId
from game.model.scenario import Scenario
from game.model.seats import ChooseCard, Decision, PlanTurn
from game.model.views import MediatorView
from game.model.world import Setup
from game.play.advisers import Advice
from game.play.autoplay import decide, party_minds
from game.play.council import Council, Standing
from game.play.history import History, begun, extended, rewind_point, rewound
from game.play.match import DecisionRefused, Match, TurnRecord, start, submit
from game.play.records import Branch, Record, Rewound, decided, opening
from game.play.savefile import Pen, make, take
from game.play.saves import Opened, Shelf


class Session:
    """One game with the built-in controllers in the parties' seats. Without a pen nothing is saved."""

    def __init__(self, history: History, pen: Pen | None, notices: tuple[str, ...] = ()) -> None:
        self.notices = notices
        self._history = history
        self._pen = pen
        self._minds = party_minds(history.match.game.scenario)
        self._view: MediatorView | None = None
        self._council = Council()

    @classmethod
    def begin(cls, scenario: Scenario, setup: Setup, shelf: Shelf | None) -> Self:
        """A new game, with a new journal on the shelf if there is one. Raises :class:`SaveProblem`."""
        match = start(scenario, setup)
        return cls(begun(match), shelf.make(opening(match)) if shelf is not None else None)

    @classmethod
    def recorded(cls, match: Match, path: Path) -> Self:
        """A match that has just been started, with its journal in a new file. Raises :class:`SaveProblem`."""
        return cls(begun(match), make((path,), (opening(match),)))

    @classmethod
    def resume(cls, opened: Opened, *, saved: bool = True) -> Self:
        """The game at the request at which it was left. Raises :class:`SaveProblem`, never if it is not ``saved``.

        What the parties had not yet decided, or not yet written down, they decide now as they would have then.
        """
        session = cls(opened.history, take(opened.path, opened.journal) if saved else None, opened.notices)
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

    def submit(self, decision: Decision) -> None:
        """Take the mediator's decision, then let the parties decide until the mediator is asked again.

        Raises :class:`DecisionRefused` or :class:`SaveProblem`; everything is then as it was.
        """
        before = self.match
        after = submit(before, US, decision)
        self._take(after, (decided(before, after, US, decision),))

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

    def _take(self, match: Match, records: tuple[Record, ...]) -> None:
        """Add what the parties decide next to the records; only what is written counts."""
        match, answers = settled(match, self._minds)
        records = (*records, *answers)
        if not records:
            return
        self._write(records)
        self._history = extended(self._history, match, len(records))
        self._view = None

    def _write(self, records: tuple[Record, ...]) -> None:
        if self._pen is not None:
            self._pen.append(records)


def settled(match: Match, minds: Mapping[PartyId, PartyMind]) -> tuple[Match, tuple[Record, ...]]:
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
