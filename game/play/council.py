"""What the advisers say in a game that is being played, and how often they were right when they were followed."""

from collections.abc import Iterator

from game.model.actions import Action
from game.model.events import ActionTaken
from game.model.record import record
from game.model.seats import PlanTurn
from game.model.views import MediatorView
from game.play.advisers import Advice, Slant, advise, went_as_said
from game.play.history import History
from game.play.match import Match


@record
class Standing:
    """An adviser's record in a game: its advice was taken ``taken`` times and went as it had said ``right`` times."""

    slant: Slant
    taken: int
    right: int


class Council:
    """Remembers what was said in each turn, so that nothing is thought twice.

    Thinking can be done elsewhere: :meth:`unthought` says of which moments, :meth:`keep` takes what came of it.
    """

    __slots__ = ("_said",)

    def __init__(self) -> None:
        self._said: dict[int, tuple[Advice, ...]] = {}

    def advice(self, history: History) -> tuple[Advice, ...]:
        """What they would do now; nothing unless the turn is being planned. Takes some tenths of a second at first."""
        here = history.points[-1]
        return self._at(here.number, here.match) if _planning(here.match) else ()

    def advice_at_hand(self, history: History) -> tuple[Advice, ...] | None:
        """The same if it has been thought already."""
        here = history.points[-1]
        return self._said.get(here.number) if _planning(here.match) else ()

    def standings(self, history: History) -> tuple[Standing, ...]:
        """Every adviser's record so far. What was never asked for is worked out now: a tenth of a second a turn."""
        for number, before, _ in _planned_turns(history):
            self._at(number, before)
        return self.standings_at_hand(history)

    def standings_at_hand(self, history: History) -> tuple[Standing, ...]:
        """The same, from the turns for which it has been thought what they would do."""
        taken = dict.fromkeys(Slant, 0)
        right = dict.fromkeys(Slant, 0)
        for number, before, after in _planned_turns(history):
            done = _done(after)
            for said in self._said.get(number, ()):
                if said.action in done:
                    taken[said.slant] += 1
                    right[said.slant] += went_as_said(said, before.mediator(), after.mediator())
        return tuple(Standing(slant, taken[slant], right[slant]) for slant in Slant)

    def unthought(self, history: History) -> tuple[tuple[int, MediatorView], ...]:
        """The moments of which nobody has thought yet, each by its number: now, then those of the turns before."""
        here = history.points[-1]
        now = ((here.number, here.match),) if _planning(here.match) else ()
        moments = (*now, *((number, before) for number, before, _ in _planned_turns(history)))
        return tuple((number, match.mediator()) for number, match in moments if number not in self._said)

    def keep(self, number: int, said: tuple[Advice, ...]) -> None:
        """Remember what was said at the moment of this number."""
        self._said[number] = said

    def _at(self, number: int, match: Match) -> tuple[Advice, ...]:
        if number not in self._said:
            self.keep(number, advise(match.mediator()))
        return self._said[number]


def _planning(match: Match) -> bool:
    return any(isinstance(request, PlanTurn) for request in match.waiting)


def _planned_turns(history: History) -> Iterator[tuple[int, Match, Match]]:
    """Every turn that was planned and is over: the record's number, the match at its plan, and the next one after."""
    for here, following in zip(history.points, history.points[1:], strict=False):
        if _planning(here.match):
            yield here.number, here.match, following.match


def _done(after: Match) -> tuple[Action, ...]:
    """The acts of the turn that was closed last."""
    closed = [each for each in after.turns if each.digest]
    return tuple(event.action for event in closed[-1].events if isinstance(event, ActionTaken)) if closed else ()
