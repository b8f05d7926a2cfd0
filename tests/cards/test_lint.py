"""Warnings come from rules that are registered under their code, and never keep a scenario from being played."""

from pathlib import Path

from game.cards.faults import CODES
from game.cards.library import check_path, load_scenario
from game.cards.lint import RULES
from tests.cards.small import NAME, spoilt, write


def test_every_rule_warns_under_a_documented_code() -> None:
    assert all(code in CODES and code.startswith("W") for code in RULES)


def test_a_warning_is_told_in_a_check_and_not_in_play(tmp_path: Path) -> None:
    write(tmp_path, spoilt("cards/press.yaml", "label: Confirm it", "label: Confirm it\n      cost: {staff: 1}"))
    assert [fault.code for fault in check_path(tmp_path)] == ["W405"]
    loaded = load_scenario(NAME, tmp_path)
    assert loaded.scenario is not None
    assert loaded.faults == ()


def test_a_choice_that_is_free_and_always_open_is_enough(tmp_path: Path) -> None:
    write(tmp_path, spoilt("cards/press.yaml", "label: Find the leak", "label: Find the leak\n      when: turn > 3"))
    assert check_path(tmp_path) == ()


def test_a_flag_read_anywhere_counts_as_read(tmp_path: Path) -> None:
    unread = spoilt("cards/press.yaml", "when: flag.leak-hunt", "when: turn > 3")
    (fault,) = check_path(write(tmp_path, unread))
    assert (fault.code, fault.position.line) == ("W408", 16)
    read = spoilt("moves/russia.yaml", "turn >= 2", "not flag.leak-hunt")
    assert check_path(write(tmp_path, {**unread, **read})) == ()
