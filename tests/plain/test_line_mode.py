"""The whole game as lines: it can be played through a pipe to an ending, and nothing that is typed breaks it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.plain.setting_up import Beginning
from game.play.saves import Shelf
from game.play.wish import Wish
from tests.campaigns import sized
from tests.plain.talks import ONES, as_typed, talk, wish
from tests.telling.games import played, scenario

WORDS = ("1", "2", "3", "0", "act", "why 1", "undo", "rewind", "send arms", "reassure moscow", "plan")
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("length", ["quick", "class", "seminar"])
@pytest.mark.parametrize("world", ["ripe", "sceptic", "sealed"])
def test_always_answering_1_reaches_an_ending(length: str, world: str) -> None:
    done = talk(wish(length, 3, world), ONES)
    assert done.code == 0
    assert (
        done.lines[-1] == f"Ending: {played('passive', length, 3, world).world.ending}" or "Ending: " in done.lines[-1]
    )


def test_always_answering_1_from_the_set_up_menu_on_reaches_an_ending(tmp_path: Path) -> None:
    done = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), ONES)
    assert done.code == 0
    assert done.lines[-1].startswith("Ending: ")
    assert "World: Sealed." in done.said
    assert "Length: Full." in done.said


def test_a_game_typed_as_a_controller_plays_it_ends_as_the_controllers_does() -> None:
    match = played("statecraft", "class", 4)
    done = talk(wish(), as_typed("statecraft"))
    assert done.lines[-1] == f"Ending: {match.world.ending}"


def test_the_same_input_always_reads_the_same() -> None:
    typed = as_typed("statecraft")
    assert talk(wish(), typed) == talk(wish(), typed)


def test_when_the_input_ends_the_game_is_kept_and_the_exit_code_says_so(tmp_path: Path) -> None:
    done = talk(wish(saves=tmp_path), ["1", "1", "1", "1"])
    assert done.code == 3
    saved = next(tmp_path.glob("*.jsonl"))
    assert f"The input ended before the game did. It is kept in {saved}." in " ".join(done.said.split())
    again = talk(Wish("one-last-effort", opened=Shelf(tmp_path).open(saved)), ONES)
    assert again.code == 0
    assert "Turn 2 of 8" in again.said
    assert "Turn 1 of 8" not in again.said


def test_a_game_that_is_not_saved_says_so_at_the_end_of_the_input() -> None:
    done = talk(wish(), ["1"])
    assert done.code == 3
    assert done.lines[-1] == "The input ended before the game did. It is not saved anywhere."


def test_before_a_game_has_begun_the_end_of_the_input_says_that() -> None:
    assert talk(wish(), []).lines[-1] == "The input ended before the game did. No game has begun."


def test_the_usual_information_is_not_spoken_of() -> None:
    assert "Information" not in talk(wish(), ["1"]).said
    informed = replace(wish(), information="ample")
    assert "Information: well informed. You know twice as many priority lists" in talk(informed, ["1"]).said


def test_a_saved_game_is_offered_first(tmp_path: Path) -> None:
    talk(wish(saves=tmp_path), ["1", "1", "1", "1"])
    done = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), ["1", *ONES])
    assert "1  Go on with one-last-effort-class-4-1: class, world ripe, turn 2 of 8" in done.said
    assert done.code == 0
    assert "Your task" not in done.said


def test_another_saved_game_can_be_chosen_or_a_new_one_begun(tmp_path: Path) -> None:
    for seed in (4, 5):
        talk(wish(seed=seed, saves=tmp_path), ["1", "1"])
    done = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), ["3", "0", "3", "2", *ONES])
    assert done.code == 0
    fresh = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), ["2", "2", "2", "3", "2", "77", "1", *ONES])
    assert "World: Ripe." in fresh.said
    assert "Information: poorly informed." in fresh.said
    assert "Length: Quick." in fresh.said
    assert "Seed: 77." in fresh.said


@pytest.mark.parametrize("typed", ["7", "0", "-1", "1.5", "x", "", "1" * 5000, "１", "²"])
def test_a_wrong_number_asks_again_and_says_what_is_allowed(typed: str) -> None:
    done = talk(wish(), ["1", typed, *ONES])
    assert done.code == 0
    assert "Please type a number from 1 to" in " ".join(done.said.split())


def test_leaving_takes_a_second_word_and_keeps_the_game(tmp_path: Path) -> None:
    done = talk(wish(saves=tmp_path), ["1", "quit", "no", "1", "quit", "leave"])
    assert done.code == 0
    assert "You stay." in done.said
    assert "You have left the game. It is kept in" in " ".join(done.said.split())
    assert Shelf(tmp_path).newest_unfinished() is not None


def test_an_interruption_keeps_the_game_too(tmp_path: Path) -> None:
    done = talk(wish(saves=tmp_path), ["1", "1"], interrupted=True)
    assert done.code == 130
    assert "Interrupted. It is kept in" in " ".join(done.said.split())


def test_help_is_at_hand_everywhere() -> None:
    done = talk(wish(), ["?", "1", "?", "1", "?", "2", "?", "quit", "leave"])
    assert done.said.count("Type the number of a choice and press Enter.") == 4
    assert "An act can also be typed in words" in done.said


def test_why_opens_the_causes_of_a_cable_or_a_meter() -> None:
    done = talk(
        wish("class", 3), ["1", "why 1", "1", "why 1", "why", "why 99", "1", "1", "why patience", "why progress"]
    )
    assert "There is no cable 99 here" in done.said
    assert "Type why and the number of a cable" in done.said
    assert "−5 the White House tires as weeks pass" in " ".join(done.said.split())
    assert "Progress 0 of 100." in done.said


def test_an_act_can_be_typed_forecast_planned_undone_and_reordered() -> None:
    typed = [
        "1",
        "1",
        "sound out moscow line",
        "1",
        "undo",
        "undo",
        "float kyiv line in place",
        "1",
        "convene economy",
        "1",
    ]
    done = talk(wish(), [*typed, "plan", "4", "1", "send", "1", "quit", "leave"])
    assert "Taken out: Sound out Moscow on the line clause." in done.said
    assert "The plan is empty; there is nothing to undo." in done.said
    assert "Would Kyiv agree? Our estimate:" in done.said
    review = done.said.rpartition("The plan, in the order in which it will be carried out")[2]
    assert review.index("Convene") < review.index("Float to Kyiv")
    assert "What came of turn 1" in done.said


def test_an_act_of_the_plan_is_moved_by_its_number(tmp_path: Path) -> None:
    acts = ["sound out moscow line", "1", "convene economy", "1", "reassure kyiv", "1"]
    slips = ["move", "move 4 1", "move 0 1", "move 1", "move 1 2 3", "move one two", "move ² 1"]
    left = talk(wish(saves=tmp_path), ["1", "1", "move 1 2", *acts, *slips, "move 3 1", "quit", "leave"])
    said = " ".join(left.said.split())
    assert said.count("There are no two acts in the plan to put into another order.") == 1
    assert said.count("each from 1 to 3: move 3 1.") == len(slips)
    order = "Planned 1: Reassure: Kyiv. Planned 2: Sound out Moscow on the line clause. Planned 3: Convene"
    assert order in said
    saved = next(tmp_path.glob("*.jsonl"))
    again = talk(Wish("one-last-effort", opened=Shelf(tmp_path).open(saved)), ["quit", "leave"])
    assert order in " ".join(again.said.split()), "the order is kept"


def test_what_cannot_be_planned_says_why() -> None:
    typed = ["1", "1", "offer a backstop", "1", "call moscow line in place", "table sanctions stay", "pause", "2", "1"]
    said = " ".join(talk(wish(), typed).said.split())
    assert "The plan asks for more than this turn's calendar holds." in said
    assert "No group sits on this: convene sanctions and reconstruction first." in said
    assert "1 pause assistance 2 pause intelligence 0 Back" in said
    assert "Pause intelligence" in said.rpartition("0 Back")[2]


def test_an_act_can_be_chosen_step_by_step_with_steps_back() -> None:
    typed = ["1", "1", "2", "1", "2", "1", "1", "0", "1", "2", "1", "quit", "leave"]
    done = talk(wish(), typed)
    assert "Float to Moscow: a standstill without recognition in the line clause." in done.said


def test_the_turn_before_can_be_taken_back_and_the_game_says_so() -> None:
    done = talk(wish("quick", 3), ["1", "1", "rewind", "rewind", *ONES])
    assert "The game is now marked as explored." in done.said
    assert "Turns of this game were taken back: it is marked as explored." in done.said


def test_a_turn_can_be_taken_back_at_its_card_and_at_its_start() -> None:
    """From the desk back to the card of the turn, from there to the turn before, from the first turn nowhere."""
    typed = ["1", "rewind", "1", "1", "1", "1", "rewind", "rewind", "rewind"]
    said = " ".join(talk(wish(), typed).said.split())
    assert said.count("The game is at its start; there is nothing to take back.") == 2
    assert said.index("You are back in turn 2.") < said.index("You are back in turn 1.")
    assert "not one of the choices" not in said


def test_the_debrief_judges_what_the_player_expected(tmp_path: Path) -> None:
    expecting = ["float moscow line in place", "1", "expect", "1", "2"]
    turns = ["read the debrief", "9", "0", "0", "1"] * 40
    done = talk(wish("quick", 3, saves=tmp_path), ["1", "1", *expecting, *turns])
    assert "You expect, 60 % sure: Moscow takes it." in done.said
    from_the_shelf = Beginning.DEBRIEF.value.lower()
    again = talk(Wish("one-last-effort", shelf=Shelf(tmp_path)), [from_the_shelf, "1", "9", "0", "0"])
    for said in (done.said, again.said):
        assert "Turn 1: float to Moscow: a standstill without recognition" in " ".join(said.split())


def test_an_empty_turn_passes_only_when_that_is_meant() -> None:
    done = talk(wish(), ["1", "1", "send", "2", "1", "1"])
    assert done.said.count("Nothing is planned. Unused in the calendar: 1 President, 2 Envoys, 3 Staff.") == 2
    assert done.said.count("What came of turn 1") == 1


def test_the_plan_is_kept_when_the_game_is_left(tmp_path: Path) -> None:
    planned = ["sound out moscow line", "1", "reassure kyiv", "1"]
    left = talk(wish(saves=tmp_path), ["1", "1", *planned, "quit", "leave"])
    assert ", with what is planned." in " ".join(left.said.split())
    saved = next(tmp_path.glob("*.jsonl"))
    again = talk(Wish("one-last-effort", opened=Shelf(tmp_path).open(saved)), ["undo", "quit", "leave"])
    assert "Planned 1: Sound out Moscow on the line clause." in again.said
    assert "Taken out: Reassure: Kyiv." in again.said
    once_more = talk(Wish("one-last-effort", opened=Shelf(tmp_path).open(saved)), ["1", "1", "quit", "leave"])
    assert "Reassure: Kyiv." not in once_more.said
    assert "Turn 2 of 8" in once_more.said
    assert not saved.with_suffix(".plan").exists()


def test_a_turn_that_is_taken_back_takes_its_pencilled_plan_with_it(tmp_path: Path) -> None:
    done = talk(wish(saves=tmp_path), ["1", "1", "reassure kyiv", "1", "rewind", "1", "plan"])
    assert "The plan is empty." in done.said


def test_a_turn_that_cannot_be_taken_back_on_the_disk_is_asked_about(tmp_path: Path) -> None:
    def typing() -> Iterator[str]:
        yield from ("1", "1")
        for save in tmp_path.glob("*.jsonl"):
            save.unlink()
        yield from ("rewind", "2", "rewind", "1", *ONES)

    done = talk(wish("class", 4, saves=tmp_path), typing())
    assert done.code == 0
    assert done.said.count("Leave all as it is") == 2
    assert "Turns of this game were taken back" in done.said


def test_what_a_signing_conference_still_needs_is_listed() -> None:
    said = " ".join(talk(wish(), ["1", "1", "missing", "quit", "leave"]).said.split())
    assert "Next to be signed: the framework agreement and a cease-fire; the final settlement takes a second" in said
    assert "Line of contact: no wording yet." in said


def test_a_choice_that_is_shut_says_why_also_when_more_is_typed_than_its_number() -> None:
    typed = ["1", "1", "2", "1", "3 please", "carry", "0", "0", "carry", "1"]
    said = " ".join(talk(wish(), typed).said.split())
    why = "Packages come once the parties have heard single options, from turn 2."
    assert f"'3 please' is not one of the choices. 3 is not open now: {why} Please type a number" in said
    assert f"That is not open now: {why}" in said
    assert f"Carry a package is not to be had now: {why[0].lower()}{why[1:]}" in said


def test_a_choice_can_be_typed_by_the_beginning_of_its_label() -> None:
    assert "Sound out (costs 1 Envoy)" in talk(wish(), ["begin", "1", "act", "shuttle", "quit", "leave"]).said


def test_everything_on_the_desk_can_be_looked_at() -> None:
    looks = ["parties", "1", "0", "text", "0", "groups", "leverage", "cables", "1", "0", "9"]
    looks += ["book", "ripeness", "0", "0", "menu", "11"]
    done = talk(wish(), ["1", "1", *looks, "quit", "leave"])
    signing = "What a signing conference still needs"
    for heading in ("Moscow (the Kremlin)", "The text", "Working groups", "Leverage", "Ripeness", signing):
        assert f"\n{heading}\n---" in done.said
    assert "[RU: once territory is handed over and recognised]" in done.said


def test_no_line_is_wider_than_a_small_terminal() -> None:
    done = talk(wish(), as_typed("statecraft"))
    assert max(len(line) for line in done.lines if " > " not in line) <= 79


def test_without_unicode_everything_is_ascii() -> None:
    done = talk(
        wish(), ["1", "1", "parties", "1", "0", "text", "1", "1", "0", *as_typed("statecraft")[2:]], ascii_only=True
    )
    assert done.said.isascii()
    assert '"' in done.said


def test_saves_that_cannot_be_written_do_not_stop_the_game(tmp_path: Path) -> None:
    """1 plays on without saving."""
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way", encoding="utf-8")
    done = talk(wish("quick", 3, saves=blocked / "saves"), ONES)
    assert done.code == 0
    assert "Play on without saving" in done.said
    assert "It is not saved anywhere." in done.said


def test_a_save_that_goes_away_in_play_can_be_tried_again_or_done_without(tmp_path: Path) -> None:
    def typing() -> Iterator[str]:
        yield from ("1", "1", "1")
        for save in tmp_path.glob("*.jsonl"):
            save.unlink()
        yield from ("1", "2", *ONES)

    done = talk(wish("quick", 3, saves=tmp_path), typing())
    assert done.code == 0
    assert done.said.count("Try to save it again") == 2
    assert "It is not saved anywhere." in done.said


def test_a_scenario_that_is_not_there_is_a_sentence() -> None:
    done = talk(Wish("gone", "ripe", "class", 1), ONES)
    assert done.code == 2
    assert "The scenario 'gone' cannot be played." in done.said


@pytest.mark.campaign
@settings(max_examples=sized(15, ci=60, full=400))
@given(
    st.lists(
        st.one_of(st.text(max_size=12), st.sampled_from(["1", "2", "3", "0", "act", "why 1", "undo"])), max_size=40
    )
)
def test_nothing_that_can_be_typed_stops_the_game(typed: list[str]) -> None:
    lines = [line.replace("\n", " ").replace("\r", " ") for line in typed if line.lower() not in ("quit", "exit")]
    assert talk(wish("quick", 3), ["1", *lines]).code in (0, 3)


def test_it_works_through_a_real_pipe(tmp_path: Path) -> None:
    words = ["play", "--plain", "--length", "quick", "--seed", "3", "--world", "ripe", "--saves", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "game", *words], input="1\n" * 60, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("Ending: ")
    assert scenario().title in done.stdout


def test_places_that_are_left_are_asked_about_once_before_the_turn_ends() -> None:
    done = talk(wish(), ["1", "1", "reassure kyiv", "1", "send", "2", "send", "1"])
    said = " ".join(done.said.split())
    assert said.count("Unused in the calendar: 1 President, 1 Envoy, 3 Staff. End the turn?") == 2
    assert said.count("What came of turn 1") == 1


def test_an_act_that_is_not_clear_is_asked_for_until_it_is_or_is_let_be() -> None:
    """A 1 typed after it belongs to the act, and does not send the turn."""
    done = talk(wish(), ["1", "1", "float kyiv sanctions phased relief", "1", "1", "plan"])
    said = " ".join(done.said.split())
    assert "could be more than one wording" in said
    assert "Planned: 1 act so far." in said
    assert "What came of turn 1" not in said


def test_chapters_of_the_debrief_go_by_their_numbers_wherever_one_is(tmp_path: Path) -> None:
    done = talk(wish("quick", 3, saves=tmp_path), ["1", *["1"] * 60][:61])
    assert "Ending: " in done.said
    opened = Wish("one-last-effort", shelf=Shelf(tmp_path))
    start = talk(opened, [])
    number = next(line.split()[0] for line in start.lines if Beginning.DEBRIEF.value in line)
    read = talk(opened, [number, "1", "2", "3", "1", "99", "0"])
    headings = [line for line in read.lines if line.strip()]
    assert "they go from 0 to 0" not in read.said
    chapters = [line.split(maxsplit=1)[1] for line in read.lines if line[:3].strip() in ("1", "2", "3")][-3:]
    for chapter in chapters:
        assert chapter in headings
