"""What was expected, and what came: forecasts that the player was shown, the player's own predictions, the advisers.

A forecast is computed anew from what the mediator knew as the turn was planned, so it is the one that was shown.
Errors are the mean of squared differences, in percent: 0 is a perfect prophet, 25 one who always says 50.
"""

from collections.abc import Callable, Iterable
from typing import Final

from game.debrief.course import Planned, Reply, planned_turns, replies
from game.model.actions import Action
from game.model.events import Verdict
from game.model.ids import PartyId
from game.model.record import record
from game.play.advisers import Slant, advise, went_as_said
from game.play.forecast import forecast
from game.play.match import Match
from game.rules.sight import mediator_view

BANDS: Final = (0, 20, 40, 60, 80)
"""Where the groups of a calibration begin, in percent."""


@record
class Shown:
    """A chance that the plan showed, in percent from ``low`` to ``high``, and whether the party then accepted."""

    turn: int
    action: Action
    party: PartyId
    low: int
    high: int
    accepted: bool

    @property
    def middle(self) -> int:
        return (self.low + self.high) // 2


@record
class Band:
    """Expectations from ``least`` percent up to the next band: how many, their mean, and how many came true."""

    least: int
    number: int
    mean: int
    came: int


@record
class Calibration:
    """``error``: see above. ``number`` expectations of which ``came`` came true, and ``expected`` would have."""

    number: int
    came: int
    expected: int
    error: int
    bands: tuple[Band, ...]


@record
class Followed:
    """An adviser's record: advice that was taken, and how often it went as said. ``given``: how often it had any."""

    slant: Slant
    given: int
    taken: int
    right: int


def shown(match: Match) -> tuple[Shown, ...]:
    """Every chance of an answer in a plan that was then asked for, in order."""
    answers = replies(match)
    return tuple(each for turn in planned_turns(match) for each in _shown(match, turn, answers))


def _shown(match: Match, turn: Planned, answers: Iterable[Reply]) -> Iterable[Shown]:
    view = mediator_view(match.game, turn.world)
    came = {
        (reply.question.action, reply.question.party): reply.answer.verdict is Verdict.ACCEPT
        for reply in answers
        if reply.turn == turn.turn
    }
    for action in dict.fromkeys(turn.plan):
        for chance in forecast(view, action).chances:
            accepted = came.get((action, chance.party))
            if accepted is not None:
                yield Shown(turn.turn, action, chance.party, chance.low, chance.high, accepted)


def calibration(pairs: Iterable[tuple[int, bool]]) -> Calibration:
    """How expectations in percent fared; each with whether it came true."""
    found = tuple(pairs)
    squares = sum((percent - 100 * came) ** 2 for percent, came in found)
    return Calibration(
        number=len(found),
        came=sum(came for _, came in found),
        expected=(sum(percent for percent, _ in found) + 50) // 100,
        error=_rounded(squares, 100 * len(found)),
        bands=tuple(_band(place, found) for place in range(len(BANDS))),
    )


def _band(place: int, found: tuple[tuple[int, bool], ...]) -> Band:
    least, beyond = BANDS[place], (*BANDS, 101)[place + 1]
    inside = [(percent, came) for percent, came in found if least <= percent < beyond]
    mean = _rounded(sum(percent for percent, _ in inside), len(inside))
    return Band(least, len(inside), mean, sum(came for _, came in inside))


def _rounded(total: int, number: int) -> int:
    """The mean, halves up; 0 of nothing."""
    return (2 * total + number) // (2 * number) if number else 0


def advisers(match: Match, heed: Callable[[int, int], bool]) -> tuple[Followed, ...]:
    """What the advisers said in every turn and how it went where it was done; a tenth of a second a turn.

    ``heed`` hears how many turns of how many are done, and stops the search by answering False.
    """
    turns, counts = planned_turns(match), {slant: [0, 0, 0] for slant in Slant}
    for place, turn in enumerate(turns):
        if not heed(place, len(turns)):
            break
        before, after = mediator_view(match.game, turn.world), mediator_view(match.game, turn.after)
        for said in advise(before):
            tally = counts[said.slant]
            tally[0] += 1
            if said.action in turn.after.acted:
                tally[1] += 1
                tally[2] += went_as_said(said, before, after)
    return tuple(Followed(slant, *tally) for slant, tally in counts.items())
