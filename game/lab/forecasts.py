"""Every forecast that the player of a game would have been shown, beside what came of it."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from game.lab.measures import GameFigures
from game.lab.plan import CellKey
from game.lab.watching import Heard, Tally, counted, watched
from game.model.actions import Action
from game.model.events import Verdict
from game.model.ids import PartyId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.forecast import Chance, forecast
from game.play.seating import mediator

WHOLE: Final = 200
"""A chance as it is kept: the sum of the ends of its band, each in percent, so that its middle is a whole number."""

TENTH: Final = 20


class Forecast(NamedTuple):
    """The band that was shown, in percent, and whether the party granted it. ``ask`` is the kind of question."""

    ask: str
    low: int
    high: int
    came: bool

    @property
    def said(self) -> int:
        """The middle, in half percents."""
        return self.low + self.high

    @property
    def tenth(self) -> int:
        return min(9, self.said // TENTH)


def forecasts_trial(scenario: Scenario, setup: Setup, key: CellKey) -> GameFigures:
    match, heard = watched(scenario, setup, mediator(scenario, key.policy))
    return counted(match, tallied(forecasts_of(heard)))


def forecasts_of(heard: Iterable[Heard]) -> list[Forecast]:
    """What was shown as the turn was planned, of every party that then was asked.

    Nothing was shown of a party that only another act of the same plan brought to the table.
    """
    shown: dict[tuple[int, Action], Mapping[PartyId, Chance]] = {}
    found = []
    for each in heard:
        act = (id(each.planned), each.question.action)
        if act not in shown:
            shown[act] = {chance.party: chance for chance in forecast(each.planned, act[1]).chances}
        chance = shown[act].get(each.question.party)
        if chance is not None:
            came = each.answer.verdict is Verdict.ACCEPT
            found.append(Forecast(each.question.ask.value, chance.low, chance.high, came))
    return found


def tallied(found: Iterable[Forecast]) -> Tally:
    """By kind of question and tenth (``table.6``): how many forecasts, the sum of what they said, how many came true,
    and the sum of the squares of what they were off, all chances in half percents."""
    sums: dict[str, tuple[int, ...]] = {}
    for each in found:
        off = each.said - WHOLE * each.came
        row = (1, each.said, int(each.came), off * off)
        name = f"{each.ask}.{each.tenth}"
        before = sums.get(name, (0,) * len(row))
        sums[name] = tuple(was + now for was, now in zip(before, row, strict=True))
    return sums
