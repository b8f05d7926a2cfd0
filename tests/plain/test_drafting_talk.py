"""The living draft, predictions, last turn's plan and a newcomer's acts, as lines."""

from pathlib import Path

from game.play.saves import Shelf
from game.play.wish import Wish
from tests.plain.talks import ONES, talk, wish

LEAVE = ("quit", "leave")
FLOAT = ("float russia line in-place", "1")


def said(*typed: str, seed: int = 4) -> str:
    return " ".join(talk(wish(seed=seed), ["1", "1", *typed, *LEAVE]).said.split())


def test_the_bench_tries_a_wording_plans_it_and_leaves_the_text_alone() -> None:
    told = said("text", "3", "1", "1", "1", "3", "0")
    assert "Tried on the scratch copy: full withdrawal in the line clause." in told
    assert "With the text as it is:" in told
    assert "Planned: Table full withdrawal in the line clause." in told
    assert "Planned 1: Table full withdrawal in the line clause." in told


def test_a_cleared_bench_has_nothing_to_plan() -> None:
    assert "None of this can be put to anybody now." in said("text", "3", "1", "1", "2", "2", "3", "0", "0")


def test_the_draft_is_written_beside_the_save(tmp_path: Path) -> None:
    done = talk(wish(saves=tmp_path), ["1", "1", "text", "4", "0", *LEAVE])
    [written] = tmp_path.glob("*-turn-01.md")
    assert written.read_text(encoding="utf-8").startswith("# Draft agreement")
    assert str(written) in done.said.replace("\n", "").replace("  ", "")


def test_a_prediction_is_noted_and_told_against_what_came() -> None:
    told = said(*FLOAT, "expect", "3", "4", "send", "1", "1")
    assert "What will Moscow answer?" in told
    assert "Type expect to say what you think" in told
    assert "You expect, 80 % sure: Moscow refuses, or gives no answer." in told
    assert "You expected Moscow to refuse or give no answer, 80 % sure," in told


def test_the_reminder_can_be_stopped() -> None:
    told = said("expect off", *FLOAT, "menu")
    assert "You will not be reminded" in told
    assert "Type expect to say what you think" not in told


def test_the_players_record_stands_beside_the_advisers() -> None:
    done = talk(wish(), ["1", "1", *FLOAT, "expect", "3", "4", "send", "1", "1", "advisers", "5", "0", *LEAVE])
    assert "Your predictions: " in done.said


def test_the_plan_of_last_turn_is_one_word() -> None:
    typed = ["reassure moscow", "1", "send", "1", "1", "again", *LEAVE]
    done = talk(wish(), ["1", "1", *typed])
    assert "Planned 1: Reassure: Moscow." in done.said
    assert "There is nothing of last turn's plan" in said("again")


def test_a_newcomer_is_shown_eight_acts_at_first_and_can_have_all(tmp_path: Path) -> None:
    looks = ["act", "1", "0", "7", "0"]
    done = talk(Wish("one-last-effort", "ripe", "class", 4, Shelf(tmp_path)), ["1", "1", *looks, *LEAVE])
    assert "Show all acts, 30 more" in done.said
    assert "Carry a package (costs" not in done.said[: done.said.index("Show all acts")]
    experienced = talk(wish(), ["1", "1", "act", "0", *LEAVE])
    assert "Show all acts" not in experienced.said


def test_who_has_finished_a_game_is_shown_all_acts(tmp_path: Path) -> None:
    talk(wish("quick", saves=tmp_path), ONES)
    done = talk(wish(saves=tmp_path), ["1", "1", "act", "0", *LEAVE])
    assert "Show all acts" not in done.said
