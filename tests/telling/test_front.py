"""The page on the war: exact on what moved, and without a count of the dead."""

import re
from dataclasses import replace

from game.contracts.building.shipped import played, shipped, shipped_setup
from game.model.ids import Quantity
from game.play.past import past_of
from game.telling.courses import charts, course_lines, say_course, war_charts
from game.telling.front import front_lines, front_words
from game.telling.names import Names

NAMES = Names(shipped())
MATCH = played("statecraft", shipped_setup())


def test_the_line_is_told_for_whoever_gained() -> None:
    view = MATCH.mediator()
    for moved, said in ((18, "Moscow's forces have taken 0.18 %"), (-18, "Kyiv's forces have taken back 0.18 %")):
        shown = replace(view, known={**view.known, Quantity("front"): moved}, truce=None)
        assert said in front_words(shown, NAMES, None).line[0]
    still = replace(view, known={**view.known, Quantity("front"): 0})
    assert front_words(still, NAMES, None).line == ("The line is where it was when the talks began.",)


def test_in_a_cease_fire_no_fighting_is_told() -> None:
    view = replace(MATCH.mediator(), truce=6)
    told = front_words(view, NAMES, None)
    assert told.fighting[0] == "The cease-fire has held for six weeks."
    assert not any("Assaults" in line for line in told.fighting)
    assert "The cease-fire has begun." in front_words(replace(view, truce=0), NAMES, None).fighting


def test_losses_are_told_in_words_and_never_counted() -> None:
    for amount in range(0, 101, 5):
        view = MATCH.mediator()
        known = {each: amount if "manpower" in each else value for each, value in view.known.items()}
        losses = " ".join(front_words(replace(view, known=known), NAMES, None).losses)
        assert re.findall(r"\d+", losses) == [str(amount)] * 2, "the only numbers are the strain's"


def test_every_line_is_a_sentence() -> None:
    assert all(line[0].isupper() and line[-1] == "." for line in front_lines(MATCH.mediator(), NAMES, None))


def test_a_course_in_words_ends_with_what_changed() -> None:
    past = past_of(MATCH)
    for chart in (*charts(past, NAMES), *war_charts(past, NAMES)):
        for course in chart.courses:
            assert len(course.values) == len(past.views)
            assert chart.low <= min(course.values) <= max(course.values) <= chart.high
            assert say_course(course).startswith(course.level)
            change = course.values[-1] - course.values[0]
            assert f"{'up' if change > 0 else 'down' if change else 'unchanged'}" in say_course(course)


def test_every_party_is_compared_and_nothing_hidden_is_shown() -> None:
    told = dict(course_lines(charts(past_of(MATCH), NAMES)))
    assert [line.partition(":")[0] for line in told["Trust in Washington"]] == ["Moscow", "Kyiv", "Europe"]
    assert "entrenchment" not in str(told).lower()
    assert "resentment" not in str(told).lower()


def test_in_the_first_turn_there_is_nothing_to_compare() -> None:
    first = past_of(played("passive", shipped_setup()))
    course = charts(replace(first, views=first.views[:1]), NAMES)[1].courses[0]
    assert say_course(course) == course.level
