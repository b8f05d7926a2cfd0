"""Turning points: how the chance of a settlement changed from turn to turn, found by playing on from each of them.

From the moment at which a turn began, the game is played on with a controller in the mediator's seat, so many times
with other luck each time. The parties keep the profiles that they had. What is counted is how often a settlement came
of it. Chances are in per mille, with 95 % intervals.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from game.minds.mind import MediatorMind
from game.model.ids import US
from game.model.record import record
from game.model.world import Game, World
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import Match, submit, taken_up
from game.rules.dice import draw
from game.rules.outcome import outcome

LUCKS: Final = 24
LARGEST: Final = 3
"""Turning points that are named."""

_Z: Final = 38_415
"""The square of the normal quantile for 95 %, in ten-thousandths."""


@record
class Interval:
    """Per mille."""

    value: int
    low: int
    high: int


@record
class Odds:
    """As ``turn`` began, ``settled`` of ``played`` games that were played on from there came to a settlement."""

    turn: int
    settled: int
    played: int
    chance: Interval


@record
class Swing:
    """What ``turn`` did to the chance: the difference between its beginning and the next one's, or the real end."""

    turn: int
    before: Odds
    after: Odds
    change: Interval


@record
class Rollouts:
    """``whole``: whether every turn was played on from; else it was stopped. ``swings`` are the largest, by size."""

    odds: tuple[Odds, ...]
    swings: tuple[Swing, ...]
    lucks: int
    whole: bool


def rollouts(match: Match, mediator: MediatorMind, heed: Callable[[int, int], bool], lucks: int = LUCKS) -> Rollouts:
    """``heed`` hears how many games of how many were played, and stops it by answering False."""
    closed = [each for each in match.turns if each.digest]
    odds: list[Odds] = []
    total, whole = len(closed) * lucks, True
    for turn in closed:
        settled = played = 0
        while played < lucks and whole:
            whole = heed(len(odds) * lucks + played, total)
            if whole:
                played += 1
                settled += comes_to_settlement(match.game, turn.first, mediator, played)
        if played < lucks:
            break
        odds.append(odds_of(turn.turn, settled, lucks))
    return Rollouts(tuple(odds), largest(swings_of(match, odds)), lucks, whole)


def comes_to_settlement(game: Game, world: World, mediator: MediatorMind, luck: int) -> bool:
    """Whether the game that is played on from the end of a turn, with this luck, is settled."""
    other = replace(game, setup=replace(game.setup, seed=draw(game.seed, "rollout", world.turn, luck)))
    minds = party_minds(game.scenario)
    match = advance(taken_up(other, world), minds)
    while not match.over:
        match = advance(submit(match, US, mediate(match, match.waiting[0], mediator)), minds)
    return outcome(match.game, match.world).settled


def odds_of(turn: int, settled: int, played: int) -> Odds:
    return Odds(turn, settled, played, wilson(settled, played))


def swings_of(match: Match, odds: list[Odds]) -> tuple[Swing, ...]:
    """What every turn did; the last one is measured against how the game really ended, if it did."""
    following = odds[1:]
    if match.over and len(odds) == sum(bool(each.digest) for each in match.turns):
        came = 1000 if outcome(match.game, match.world).settled else 0
        following = [*following, Odds(match.world.turn + 1, came // 1000, 1, Interval(came, came, came))]
    return tuple(
        Swing(before.turn, before, after, difference(after.chance, before.chance))
        for before, after in zip(odds, following, strict=False)
    )


def largest(swings: tuple[Swing, ...]) -> tuple[Swing, ...]:
    """The three largest in size, the earlier of two alike, that changed anything."""
    moved = [swing for swing in swings if swing.change.value]
    return tuple(sorted(moved, key=lambda each: (-abs(each.change.value), each.turn))[:LARGEST])


def wilson(hits: int, games: int) -> Interval:
    """Wilson's score interval of a rate, ends rounded outwards; everything is possible when nothing was played."""
    if not games:
        return Interval(0, 0, 1000)
    below = 2 * (games * 10_000 + _Z)
    middle = 2 * hits * 10_000 + _Z
    reach = _root(_Z * (_Z + 4 * hits * (games - hits) * 10_000 // games))
    low = 0 if hits == 0 else max(0, (middle - reach) * 1000 // below)
    high = 1000 if hits == games else min(1000, -(-(middle + reach) * 1000 // below))
    return Interval((2000 * hits + games) // (2 * games), low, high)


def difference(first: Interval, second: Interval) -> Interval:
    """Newcombe's interval of the difference of two rates, from the intervals of the two."""
    value = first.value - second.value
    down = _root((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    up = _root((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return Interval(value, max(-1000, value - down), min(1000, value + up))


def _root(square: int) -> int:
    """The whole part of the square root, by Newton's method, plus one unless it is exact."""
    guess = square
    while guess and guess * guess > square:
        guess = (guess + square // guess) // 2
    return guess if guess * guess == square else guess + 1
