"""A recorded game comes out again as it was; where it does not, the first turn and seat are named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.minds.policies import POLICIES
from game.model.actions import SoundOut
from game.model.events import Verdict as Answered
from game.model.ids import US, ClauseId, PartyId
from game.model.seats import AnswerDecision, CardDecision, ChooseCard, MoveDecision, PlanDecision
from game.play.records import Decided, Record, Rewound
from game.play.replay import Difference, bare_lines, verify
from game.play.saves import SaveProblem, Shelf, read_journal
from game.play.session import Session
from tests.play.games import NAME, journal_of, play, recorded, scenario, setup, shelf


def verdict_on(folder: Path, records: tuple[Record, ...]) -> Difference | None:
    (folder / "game.jsonl").write_bytes(journal_of(records))
    return verify(shelf(folder).open("game")).first_difference


def changed(records: tuple[Record, ...], place: int, **parts: object) -> tuple[Record, ...]:
    return (*records[:place], replace(records[place], **parts), *records[place + 1 :])


def place_of(records: tuple[Record, ...], fits: Callable[[Decided], bool]) -> tuple[int, Decided]:
    return next((place, each) for place, each in enumerate(records) if isinstance(each, Decided) and fits(each))


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("world", ["ripe", "sealed"])
def test_a_recorded_game_comes_out_again(tmp_path: Path, policy: str, world: str) -> None:
    assert verdict_on(tmp_path, recorded(policy, setup("class", 4, world))[0]) is None


def test_an_unfinished_game_comes_out_again_as_far_as_it_went(tmp_path: Path) -> None:
    records, matches = recorded("statecraft", setup())
    (tmp_path / "game.jsonl").write_bytes(journal_of(records[:30]))
    verdict = verify(shelf(tmp_path).open("game"))
    assert (verdict.decisions, verdict.turns) == (29, len(matches[29].turns) - 1)


def test_a_game_with_turns_taken_back_comes_out_again(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 5)
        session.rewind()
        play(session, 1, "random")
        session.rewind()
        play(session, 99)
        assert session.path is not None
    assert verify(shelf(tmp_path).open(session.path)).first_difference is None


def test_a_changed_plan_is_named_by_turn_and_seat(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place, plan = place_of(records, lambda each: each.turn == 3 and each.asked == "plan")
    other = PlanDecision((SoundOut(PartyId("russia"), ClauseId("humanitarian")),))
    found = verdict_on(tmp_path, changed(records, place, decision=other))
    assert found is not None
    assert (found.turn, found.seat, found.line) == (3, US, place + 1)
    assert "not what was recorded" in found.what
    assert plan.decision != other


def test_a_changed_choice_on_a_card_is_named(tmp_path: Path) -> None:
    records, matches = recorded("statecraft", setup())
    place, card = place_of(records, lambda each: isinstance(each.decision, CardDecision))
    asked = matches[place - 1].waiting[0]
    assert isinstance(asked, ChooseCard)
    other = next(CardDecision(choice) for choice in asked.choices if CardDecision(choice) != card.decision)
    found = verdict_on(tmp_path, changed(records, place, decision=other))
    assert found is not None
    assert (found.turn, found.seat) == (card.turn, US)


def test_a_decision_that_was_never_allowed_is_named(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place, plan = place_of(
        records, lambda each: isinstance(each.decision, PlanDecision) and bool(each.decision.actions)
    )
    assert isinstance(plan.decision, PlanDecision)
    twice = PlanDecision(plan.decision.actions * 2)
    found = verdict_on(tmp_path, changed(records, place, decision=twice))
    assert found is not None
    assert "refused" in found.what
    assert found.turn == plan.turn


def test_a_changed_answer_and_a_changed_move_name_their_party(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place, answered = place_of(records, lambda each: isinstance(each.decision, AnswerDecision) and each.turn > 1)
    assert isinstance(answered.decision, AnswerDecision)
    verdict = Answered.STALL if answered.decision.answer.verdict is not Answered.STALL else Answered.REFUSE
    other = AnswerDecision(replace(answered.decision.answer, verdict=verdict))
    found = verdict_on(tmp_path, changed(records, place, decision=other))
    assert found is not None
    assert (found.turn, found.seat) == (answered.turn, answered.seat)
    assert f"the recorded decision was '{verdict.value}'" in found.what
    place, moved = place_of(records, lambda each: isinstance(each.decision, MoveDecision) and bool(each.decision.move))
    found = verdict_on(tmp_path, changed(records, place, decision=MoveDecision(None, 0)))
    assert found is not None
    assert (found.turn, found.seat) == (moved.turn, moved.seat)
    assert "the recorded decision was no move" in found.what


def test_a_changed_digest_names_the_turn_that_it_ends(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place, closing = place_of(records, lambda each: each.turn == 2 and bool(each.digest))
    found = verdict_on(tmp_path, changed(records, place, digest="0" * 32))
    assert found is not None
    assert found.turn == 2
    assert closing.digest in found.what


def test_a_changed_event_and_a_changed_start_are_named(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place, closing = place_of(records, lambda each: each.turn == 2 and bool(each.next))
    found = verdict_on(tmp_path, changed(records, place, events=closing.events[:-1], world=None))
    assert found is not None
    assert "nothing recorded" in found.what
    seeded = verdict_on(tmp_path, changed(records, 0, setup=setup(seed=99)))
    assert seeded is not None
    assert "dealt otherwise" in seeded.what


def test_changed_content_cannot_be_run_again_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "game.jsonl").write_bytes(journal_of(recorded("passive", setup())[0]))
    today = replace(scenario(), digest="another")
    opened = Shelf(tmp_path, lambda _: today).open("game")
    with pytest.raises(SaveProblem, match="content has changed"):
        verify(opened)


def test_a_journal_can_be_read_in_its_own_terms_without_any_content(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    path = tmp_path / "game.jsonl"
    path.write_bytes(journal_of((*records, Rewound(5, 0))))
    lines = list(bare_lines(read_journal(path)))
    assert lines[0].startswith(f"{NAME}, world ripe, length quick, seed 5")
    assert any("QuantityChanged quantity=patience" in line for line in lines)
    assert lines[-1] == "turn 5 us: goes back to line 1"
