"""Judges on made-up figures: each passes, fails and hesitates where it should."""

import pytest

from game.lab.judging import (
    Judge,
    Verdict,
    first_by_score,
    gains_below,
    judged,
    lasts_below,
    never,
    rate_at_most,
    rate_within,
    settles_above,
    settles_at_most_above,
    settles_below,
    unbroken,
    waiting_hurts_more,
)
from game.lab.plan import CellKey
from game.lab.study import Cell
from tests.lab.cells import KYIV, MOSCOW, RIPE, bench, cell

OTHER = CellKey("other", "ripe")
THIRD = CellKey("third", "ripe")


def ruling(judge: Judge, *cells: Cell) -> tuple[str, bool]:
    found = judged(judge, bench({each.key: each for each in cells}))
    return found.verdict.value, found.sure


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (0.65, ("pass", True)),
        (0.79, ("pass", False)),
        (0.56, ("pass", False)),
        (0.81, ("fail", False)),
        (0.90, ("fail", True)),
        (0.53, ("fail", False)),
        (0.10, ("fail", True)),
    ],
)
def test_a_rate_is_held_against_both_bounds_with_its_interval(rate: float, expected: tuple[str, bool]) -> None:
    assert ruling(rate_within(RIPE, 0.55, 0.80), cell(RIPE, rate)) == expected


@pytest.mark.parametrize(("rate", "expected"), [(0.15, "pass"), (0.151, "fail")])
def test_a_ceiling_includes_itself(rate: float, expected: str) -> None:
    assert ruling(rate_at_most(RIPE, 0.15), cell(RIPE, rate))[0] == expected


@pytest.mark.parametrize(
    ("settled", "games", "expected"),
    [(0, 1000, ("pass", True)), (0, 20, ("pass", False)), (1, 1000, ("fail", True))],
)
def test_never_needs_many_games_to_be_sure_and_one_to_be_wrong(
    settled: int, games: int, expected: tuple[str, bool]
) -> None:
    assert ruling(never(RIPE), cell(RIPE, settled / games, games)) == expected


@pytest.mark.parametrize(
    ("rate", "games", "plain", "clearly"),
    [
        (0.40, 1000, ("pass", True), ("pass", True)),
        (0.59, 1000, ("pass", False), ("undecided", False)),
        (0.60, 1000, ("fail", False), ("fail", False)),
        (0.80, 1000, ("fail", True), ("fail", True)),
        (0.40, 10, ("pass", False), ("undecided", False)),
    ],
)
def test_clearly_less_asks_for_the_whole_interval(
    rate: float, games: int, plain: tuple[str, bool], clearly: tuple[str, bool]
) -> None:
    cells = (cell(RIPE, rate, games), cell(OTHER, 0.60, games))
    assert ruling(settles_below(RIPE, OTHER), *cells) == plain
    assert ruling(settles_below(RIPE, OTHER, clearly=True), *cells) == clearly


@pytest.mark.parametrize(("rate", "expected"), [(0.29, "pass"), (0.30, "fail"), (0.31, "fail")])
def test_less_than_half_is_less_than_half(rate: float, expected: str) -> None:
    assert ruling(settles_below(RIPE, OTHER, 0.5), cell(RIPE, rate), cell(OTHER, 0.60))[0] == expected


def test_half_of_nothing_is_not_undercut() -> None:
    assert ruling(settles_below(RIPE, OTHER, 0.5), cell(RIPE, 0), cell(OTHER, 0))[0] == "fail"


@pytest.mark.parametrize(("rate", "least", "expected"), [(0.45, 0.25, "pass"), (0.30, 0.25, "fail"), (0.20, 0, "pass")])
def test_a_lead_is_at_least_what_it_has_to_be(rate: float, least: float, expected: str) -> None:
    assert ruling(settles_above(RIPE, OTHER, least), cell(RIPE, rate), cell(OTHER, 0.15))[0] == expected


def test_a_lead_of_nothing_is_none() -> None:
    assert ruling(settles_above(RIPE, OTHER), cell(RIPE, 0.15), cell(OTHER, 0.15))[0] == "fail"


@pytest.mark.parametrize(("rate", "expected"), [(0.40, "pass"), (0.58, "pass"), (0.70, "fail")])
def test_a_lead_can_be_too_large(rate: float, expected: str) -> None:
    assert ruling(settles_at_most_above(RIPE, OTHER, 0.10), cell(RIPE, rate), cell(OTHER, 0.50))[0] == expected


@pytest.mark.parametrize(("durability", "expected"), [(20, ("pass", True)), (29, ("pass", True)), (35, ("fail", True))])
def test_what_is_signed_is_compared_by_how_long_it_lasts(durability: int, expected: tuple[str, bool]) -> None:
    cells = (cell(RIPE, 0.1, durability=durability), cell(OTHER, 0.6, durability=60))
    assert ruling(lasts_below(RIPE, OTHER, 0.5), *cells) == expected


@pytest.mark.parametrize("judge", [lasts_below(RIPE, OTHER, 0.5), gains_below(RIPE, OTHER, (MOSCOW,))])
@pytest.mark.parametrize("signed", [0, 1])
def test_what_hardly_anything_was_signed_for_is_undecided(judge: Judge, signed: int) -> None:
    cells = (cell(RIPE, signed / 1000), cell(OTHER, 0.6))
    assert ruling(judge, *cells) == ("undecided", False)


def test_what_was_not_played_is_undecided() -> None:
    assert ruling(never(RIPE)) == ("undecided", False)
    assert ruling(settles_below(RIPE, OTHER), cell(RIPE, 0.1)) == ("undecided", False)


@pytest.mark.parametrize(
    ("moscow", "kyiv", "expected"), [(500, 500, "pass"), (500, 700, "fail"), (700, 500, "fail"), (600, 500, "fail")]
)
def test_every_party_named_has_to_gain_less(moscow: int, kyiv: int, expected: str) -> None:
    mine = cell(RIPE, 0.5, gain={MOSCOW: moscow, KYIV: kyiv})
    assert ruling(gains_below(RIPE, OTHER, (MOSCOW, KYIV)), mine, cell(OTHER, 0.5))[0] == expected


@pytest.mark.parametrize(("kyiv", "expected"), [(-200, "pass"), (-100, "fail"), (-50, "fail")])
def test_waiting_hurts_whoever_loses_more_by_it(kyiv: int, expected: str) -> None:
    waited = cell(RIPE, 0, moved={MOSCOW: -100, KYIV: kyiv})
    assert ruling(waiting_hurts_more(RIPE, KYIV, MOSCOW), waited)[0] == expected


@pytest.mark.parametrize(
    ("other", "third", "expected"),
    [
        (20, 10, ("pass", True)),
        (30, 10, ("pass", True)),
        (31, 10, ("pass", False)),
        (32, 10, ("fail", True)),
        (20, 31, ("fail", True)),
    ],
)
def test_only_those_who_are_allowed_to_may_lead_by_a_point(other: int, third: int, expected: tuple[str, bool]) -> None:
    judge = first_by_score(RIPE, (OTHER, THIRD), lambda policy: 1.0 if policy == "other" else 0.0)
    cells = (cell(RIPE, 0, score=30), cell(OTHER, 0, score=other), cell(THIRD, 0, score=third))
    assert ruling(judge, *cells) == expected


def test_one_broken_law_in_one_game_is_a_failure() -> None:
    whole, broken = cell(RIPE, 0.5), cell(OTHER, 0.5, games=1, broken=("range",))
    assert ruling(unbroken((RIPE,), "range"), whole) == ("pass", True)
    assert ruling(unbroken((RIPE, OTHER), "range"), whole, broken) == ("fail", True)
    assert ruling(unbroken((RIPE, OTHER), "limit"), whole, broken)[0] == "pass"


def test_the_law_of_replay_counts_only_games_that_were_played_twice() -> None:
    found = judged(unbroken((RIPE,), "replay"), bench({RIPE: cell(RIPE, 0.5)}))
    assert found.found == "broken in 0 of 1 games played twice"
    assert (found.verdict, found.sure) == (Verdict.PASS, False)
