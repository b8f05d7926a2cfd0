"""A session takes the mediator's decisions one by one, remembers the way back, and resumes where it was left."""

from pathlib import Path

import pytest

from game.minds.policies import POLICIES
from game.model.actions import CallConference
from game.model.ids import US, ChoiceId
from game.model.seats import CardDecision, ChooseCard, PlanDecision, PlanTurn
from game.play.match import DecisionRefused
from game.play.records import Decided, Rewound
from game.play.saves import read_journal
from game.play.seating import play_out
from game.play.session import Session
from tests.play.games import journal_of, mediators, play, recorded, scenario, setup, shelf


def unsaved() -> Session:
    return Session.begin(scenario(), setup(), None)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_session_plays_the_same_game_as_autoplay(policy: str) -> None:
    session = unsaved()
    play(session, 99, policy)
    assert session.match == play_out(scenario(), setup(), POLICIES[policy])
    assert session.request is None
    assert session.path is None


def test_the_mediator_is_asked_until_the_game_is_over() -> None:
    session = unsaved()
    while session.request is not None:
        assert isinstance(session.request, ChooseCard | PlanTurn)
        assert session.request.seat == US
        assert session.view.turn == session.match.world.turn
        play(session, 1)
    assert session.match.over


def test_a_refused_decision_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        assert session.path is not None
        before, raw = session.match, session.path.read_bytes()
        for decision in (PlanDecision((CallConference(),)), CardDecision(ChoiceId("nonsense"))):
            with pytest.raises(DecisionRefused) as caught:
                session.submit(decision)
            assert all(reason.endswith(".") for reason in caught.value.reasons)
        assert session.match is before
        assert session.path.read_bytes() == raw


def test_the_last_turn_is_the_last_one_that_was_closed() -> None:
    session = unsaved()
    assert session.last_turn() is None
    while session.match.world.turn == 1:
        play(session, 1)
    last = session.last_turn()
    assert last is not None
    assert last.turn == 1
    play(session, 99)
    assert session.last_turn() == session.match.turns[-1]


def test_every_decision_is_in_the_file_when_it_is_acknowledged(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        assert session.path is not None
        while session.request is not None:
            play(session, 1)
            assert shelf(tmp_path).open(session.path).match == session.match
        assert read_journal(session.path).records == records


def test_a_save_resumes_at_the_same_request_wherever_it_stops(tmp_path: Path) -> None:
    records, matches = recorded("statecraft", setup())
    asked = mediators(matches)
    path = tmp_path / "game.jsonl"
    for place in range(0, len(records), 3):
        path.write_bytes(journal_of(records[: place + 1]))
        with Session.resume(shelf(tmp_path).open(path)) as session:
            due = next((each for each in asked if each >= place), len(matches) - 1)
            assert session.match == matches[due]
            assert read_journal(path).records == records[: due + 1], "what the parties decide again is written down"


def test_taking_back_leads_to_the_start_of_the_turn_then_of_the_turn_before() -> None:
    session = unsaved()
    starts = [session.match]
    while session.match.world.turn < 4:
        play(session, 1)
        if len(session.match.turns) > len(starts):
            starts.append(session.match)
    if isinstance(session.request, ChooseCard):
        play(session, 1)
        session.rewind()
        assert session.match is starts[3]
    for start in (starts[2], starts[1], starts[0]):
        session.rewind()
        assert session.match is start
        assert session.view.turn == start.world.turn
    assert not session.can_rewind
    with pytest.raises(DecisionRefused, match="nothing to take back"):
        session.rewind()


def test_the_end_can_be_taken_back() -> None:
    session = unsaved()
    play(session, 99)
    last = session.match.world.turn
    session.rewind()
    assert session.match.world.turn == last
    assert session.request is not None


def test_a_game_with_a_turn_taken_back_is_explored_for_good(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 5)
        assert not session.explored
        session.rewind()
        stood = session.match
        assert session.explored
        assert session.path is not None
    with Session.resume(shelf(tmp_path).open(session.path)) as again:
        assert again.match == stood
        assert again.explored
        play(again, 3)
        again.rewind()
        play(again, 99)
    opened = shelf(tmp_path).open(session.path)
    assert opened.history.explored
    assert opened.match == again.match
    kinds = [type(record) for record in read_journal(session.path).records]
    assert kinds.count(Rewound) == 2


def test_other_decisions_after_taking_back_make_another_game() -> None:
    session, straight = unsaved(), unsaved()
    play(session, 3)
    session.rewind()
    play(session, 99, "passive")
    play(straight, 99)
    assert session.match.digest != straight.match.digest


def test_a_game_can_be_resumed_without_writing(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 2)
        assert session.path is not None
        raw = session.path.read_bytes()
        opened = shelf(tmp_path).open(session.path)
        other = Session.resume(opened, saved=False)
        play(other, 3)
        assert other.path is None
        assert session.path.read_bytes() == raw


def test_a_match_can_be_recorded_in_a_file_of_any_name_but_replaces_none(tmp_path: Path) -> None:
    match = unsaved().match
    path = tmp_path / "deep" / "my game"
    with Session.recorded(match, path) as session:
        play(session, 1)
    raw = path.read_bytes()
    with pytest.raises(Exception, match="in the way"):
        Session.recorded(match, path)
    assert path.read_bytes() == raw


def test_each_line_names_who_was_asked_what(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    asked = [(record.seat, record.asked.split()[0]) for record in records if isinstance(record, Decided)]
    assert {seat for seat, _ in asked} == {"us", "russia", "ukraine", "europe"}
    assert {kind for seat, kind in asked if seat == US} == {"card", "plan"}
    assert {kind for seat, kind in asked if seat != US} == {"answer", "move"}
