"""Forecasts are calibrated: of those that say so many percent, about so many come true."""

from collections.abc import Iterator
from functools import cache

import pytest

from game.contracts.building.shipped import shipped, shipped_setup
from game.lab.calibration import ASKING, brier, calibration_cells, calibration_report, constant, groups, judged, ratio
from game.lab.forecasts import Forecast, forecasts_of, forecasts_trial, tallied
from game.lab.measures import setup_of
from game.lab.plan import Kind
from game.lab.study import Cell, Study
from game.lab.tallies import added
from game.lab.watching import Heard, watched
from game.minds.policies import POLICIES
from game.model.actions import Table
from game.model.events import Verdict
from game.play.forecast import forecast
from tests.lab.cells import game, made_up, small_plan

GAMES = 6


@cache
def played() -> Study:
    """Games of the class length with everybody who asks."""
    keys = calibration_cells(("ripe", "sceptic", "sealed"))
    cells = [
        Cell(key, tuple(forecasts_trial(shipped(), setup_of(shipped(), key, "class", seed), key) for seed in seeds()))
        for key in keys
    ]
    return made_up(small_plan(*keys, games=GAMES, kind=Kind.CALIBRATION), *cells)


def seeds() -> range:
    return range(1, GAMES + 1)


@pytest.mark.slow
def test_forecasts_are_better_than_a_constant_one_by_a_third() -> None:
    """Brier's score: the mean square of what the middle of the band was off."""
    sums = groups(played())["all"][0].sums
    assert brier(sums) <= constant(sums) * 2 / 3


@pytest.mark.slow
def test_what_is_said_to_be_likely_comes_true_more_often_than_not_and_by_about_as_much() -> None:
    """A tenth with a hundred forecasts has a sampling error of some five points; twenty would be another forecast."""
    for tenth in groups(played())["all"][0].tenths:
        if tenth.number >= 50:
            assert abs(tenth.came.value - tenth.said) < 0.2, (tenth.band, tenth.number, tenth.said, tenth.came)


def test_the_scores_are_those_of_the_textbook() -> None:
    """Forecasts of 75 and 25 percent, one come true: each is off by a quarter, a constant one by a half."""
    found = [Forecast("table", 70, 80, came=True), Forecast("table", 20, 30, came=False)]
    sums = added(tallied(found).values())
    assert brier(sums) == pytest.approx(1 / 16)
    assert constant(sums) == pytest.approx(1 / 4)
    assert ratio(sums) == pytest.approx(1 / 4)


def test_nobody_is_better_than_who_knows_that_all_comes_true() -> None:
    assert ratio(added(tallied([Forecast("call", 90, 98, came=True)]).values())) == 1.0


@cache
def asked() -> tuple[Heard, ...]:
    return watched(shipped(), shipped_setup("class", 3), POLICIES["statecraft"])[1]


def test_a_forecast_is_the_one_that_was_shown_as_the_turn_was_planned() -> None:
    """Not one that knows what earlier acts of the plan have brought."""
    for heard in asked():
        shown = {chance.party: chance for chance in forecast(heard.planned, heard.question.action).chances}
        assert heard.planned.turn == heard.view.turn
        if heard.question.party in shown:
            low, high = shown[heard.question.party].low, shown[heard.question.party].high
            (found,) = forecasts_of([heard])
            assert found == (heard.question.ask.value, low, high, heard.answer.verdict is Verdict.ACCEPT)


def test_every_party_that_is_asked_at_a_table_that_sat_has_its_forecast() -> None:
    seated = [
        heard
        for heard in asked()
        if isinstance(heard.question.action, Table)
        and heard.question.party in heard.planned.groups[shipped().clauses[heard.question.action.clause].group].members
    ]
    assert seated
    assert len(forecasts_of(seated)) == len(seated)


def made(*found: Forecast, games: int = 20) -> Study:
    """Games that all hold the same forecasts."""
    keys = calibration_cells(("ripe", "sealed"))
    plan = small_plan(*keys, games=games, kind=Kind.CALIBRATION)
    cells = (Cell(key, tuple(game(seed, tally=tallied(found)) for seed in range(1, games + 1))) for key in keys)
    return made_up(plan, *cells)


def said(percent: int, of_ten: int) -> Iterator[Forecast]:
    """Ten forecasts of so many percent, of which so many come true."""
    yield from (Forecast("table", percent, percent, came=place < of_ten) for place in range(10))


GOOD = made(*said(95, 9), *said(65, 6), *said(8, 1), *said(0, 0))
BAD = made(*said(95, 9), *said(95, 10), *said(65, 5), *said(8, 1), *said(0, 0))


def test_a_tenth_is_right_if_as_much_came_true_as_it_says_and_off_if_surely_not() -> None:
    assert [tenth.verdict for tenth in groups(GOOD)["all"][0].tenths] == ["yes", "yes", "yes"]
    assert [tenth.verdict for tenth in groups(BAD)["all"][0].tenths] == ["yes", "no", "yes"]


def test_a_tenth_is_not_off_while_its_interval_reaches_into_it() -> None:
    few = made(*said(65, 5), games=1)
    assert [tenth.verdict for tenth in groups(few)["all"][0].tenths] == ["within the interval"]


def test_a_tenth_that_is_off_fails() -> None:
    assert [good for good, _ in judged(groups(GOOD)["all"][0])] == [True, True]
    assert [good for good, _ in judged(groups(BAD)["all"][0])] == [True, False]
    assert (calibration_report(GOOD).failed, calibration_report(BAD).failed) == (False, True)


def test_forecasts_no_better_than_a_constant_fail() -> None:
    whole = groups(made(*said(55, 5), *said(45, 5)))["all"][0]
    assert next(judged(whole))[0] is False


def test_the_page_says_how_it_was_made_and_covers_sealed_worlds_and_every_mediator() -> None:
    page = calibration_report(GOOD).page
    assert page is not None
    command = "python -m game lab --calibration --games 20 --seed 1 --length quick --markdown docs/calibration.md"
    assert command in page
    assert GOOD.plan.content in page
    assert "| sealed |" in page
    assert all(f"| {policy} |" in page for policy in ASKING)
    assert "a second" not in page


def test_an_interrupted_study_makes_no_page() -> None:
    short = Study(GOOD.plan, GOOD.cells[:1], 1.0, complete=False)
    assert calibration_report(short).page is None
    nothing = Study(GOOD.plan, (), 1.0, complete=False)
    assert calibration_report(nothing).page is None
