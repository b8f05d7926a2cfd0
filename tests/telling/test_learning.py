"""A newcomer is shown eight acts in the first turn and all by the fourth."""

from dataclasses import replace

from game.model.ids import VerbId
from game.telling.learning import ALL_BY, kept_for_later, shown_to_newcomers
from tests.telling.games import fresh, scenario


def test_eight_acts_at_first_and_all_by_the_fourth_turn() -> None:
    view = fresh().mediator()
    shown = [len(scenario().verbs) - kept_for_later(replace(view, turn=turn)) for turn in range(1, ALL_BY + 1)]
    assert shown[0] == 8
    assert shown == sorted(set(shown))
    assert shown[-1] == len(scenario().verbs)


def test_an_act_that_nobody_has_placed_is_shown_from_the_first_turn_on() -> None:
    assert shown_to_newcomers(fresh().mediator(), VerbId("ask-the-oracle"))
