"""When it is: turns have dates, and the header says turn, dates and stage."""

from dataclasses import replace
from datetime import date

from game.model.ids import LengthId
from game.telling.dates import header, turn_dates
from tests.telling.games import fresh, scenario


def test_a_turn_within_a_month_names_the_month_once() -> None:
    full = replace(scenario().lengths[LengthId("full")], first_day=date(2026, 2, 2))
    assert turn_dates(full, 1) == "2–15 Feb 2026"


def test_a_turn_over_the_end_of_a_month_names_both() -> None:
    assert turn_dates(scenario().lengths[LengthId("class")], 1) == "2 Feb – 8 Mar 2026"


def test_a_turn_over_new_year_names_both_years() -> None:
    late = replace(scenario().lengths[LengthId("full")], first_day=date(2025, 12, 22))
    assert turn_dates(late, 1) == "22 Dec 2025 – 4 Jan 2026"


def test_the_header_tells_turn_dates_and_stage() -> None:
    assert header(fresh().mediator()) == "Turn 1 of 8 · 2 Feb – 8 Mar 2026 · stage: opening"
