"""Predictions are scored by Brier's rule and kept with the plan that they are about."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.model.actions import CallConference, Float, SoundOut
from game.model.events import PartyAnswered, Verdict
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.seats import PlanDecision, PlanTurn
from game.model.views import MediatorView
from game.play.history import UnfoldableError, fold
from game.play.journal import DamagedError, read
from game.play.pencil import Pencilled, note_down, recall
from game.play.predictions import (
    SURENESSES,
    Expected,
    Outcome,
    Prediction,
    answers_open,
    brier,
    came_out,
    open_questions,
    tally,
)
from game.play.records import Predicted
from game.play.replay import bare_lines, verify
from game.play.session import Session
from game.telling.names import Names
from game.telling.predictions import outcome_cables, say_outcome, say_prediction, say_tally
from tests.play.games import journal_of, play, recorded, scenario, setup, shelf

RU = PartyId("russia")
ASKED = Float(RU, ClauseId("line"), OptionId("in-place"))
GUESS = Prediction(ASKED, RU, Expected.DECLINES, 70)


def planning(folder: Path) -> Session:
    session = Session.begin(scenario(), setup("class"), shelf(folder))
    while not isinstance(session.request, PlanTurn):
        play(session, 1)
    return session


def view(session: Session) -> MediatorView:
    return session.view


@pytest.mark.parametrize(
    ("sure", "hit", "score"), [(90, True, 100), (90, False, 8100), (50, True, 2500), (50, False, 2500)]
)
def test_the_score_is_the_square_of_what_was_wanting(sure: int, hit: bool, score: int) -> None:
    """Brier (1950): mean squared difference between the probability given and what came, 1 or 0."""
    assert brier(sure, hit=hit) == score


def test_honest_judgement_scores_best_in_the_long_run() -> None:
    """The rule is proper: of all chances one can state, the true one has the least expected score."""
    for true in SURENESSES:
        expected = {each: true * brier(each, hit=True) + (100 - true) * brier(each, hit=False) for each in SURENESSES}
        assert min(expected, key=lambda each: expected[each]) == true


def test_a_tally_counts_and_averages() -> None:
    found = tally([(100, True), (8100, False)])
    assert (found.count, found.hits, found.mean) == (2, 1, 4100)
    assert tally([]).mean is None


def test_a_prediction_is_kept_with_its_plan_and_comes_out_in_the_turn(tmp_path: Path) -> None:
    with planning(tmp_path) as session:
        turn = session.view.turn
        session.submit(PlanDecision((ASKED,)), (GUESS,))
        [outcome] = session.outcomes()
        answers = [e for e in session.match.turns[turn - 1].events if isinstance(e, PartyAnswered)]
        assert outcome.verdict is answers[0].answer.verdict
        assert session.own_tally().count == 1
        path = session.path
    assert path is not None
    opened = shelf(tmp_path).open(path)
    assert [each for _, each in opened.history.foretold] == [Predicted(turn, GUESS)]
    assert any("expects Prediction" in line or "expected=declines" in line for line in bare_lines(opened.journal))
    assert verify(opened).first_difference is None
    with Session.resume(opened) as again:
        assert again.outcomes() == (outcome,)


def test_what_is_not_in_the_plan_is_not_kept(tmp_path: Path) -> None:
    with planning(tmp_path) as session:
        session.submit(PlanDecision((SoundOut(RU, ClauseId("line")),)), (GUESS,))
        assert session.outcomes() == ()


def test_a_turn_that_is_taken_back_takes_its_prediction_with_it(tmp_path: Path) -> None:
    with planning(tmp_path) as session:
        session.submit(PlanDecision((ASKED,)), (GUESS,))
        session.rewind()
        assert session.outcomes() == ()
        path = session.path
    assert path is not None
    opened = shelf(tmp_path).open(path)
    assert opened.history.foretold == ()
    assert verify(opened).first_difference is None


def test_a_later_prediction_on_the_same_answer_replaces_the_earlier() -> None:
    """As after a machine stopped between writing the prediction and the plan."""
    records, matches = recorded("statecraft", setup("class"))
    planned = next(n for n, match in enumerate(matches) if match.waiting and isinstance(match.waiting[0], PlanTurn))
    turn, surer = matches[planned].world.turn, replace(GUESS, sure=90)
    history = fold((*records[: planned + 1], Predicted(turn, GUESS), Predicted(turn, surer)), matches[0].game)
    assert [each.prediction for _, each in history.foretold] == [surer]


def test_a_prediction_that_nobody_could_have_made_is_refused_with_its_line() -> None:
    records, matches = recorded("statecraft", setup("class"))
    for odd in (Predicted(9, GUESS), Predicted(1, replace(GUESS, sure=400))):
        with pytest.raises(UnfoldableError) as caught:
            fold((records[0], odd), matches[0].game)
        assert caught.value.number == 1


def test_a_journal_without_predictions_reads_as_before() -> None:
    records, matches = recorded("statecraft", setup())
    journal = read(journal_of(records))
    assert fold(journal.records, matches[0].game).foretold == ()
    with pytest.raises(DamagedError):
        read(journal_of(records).replace(b'"is":"Decided"', b'"is":"Divined"', 1))


def test_the_pencil_keeps_predictions_beside_the_plan(tmp_path: Path) -> None:
    with planning(tmp_path) as session:
        save, seen = session.path, session.view
        note_down(save, seen.turn, Pencilled((ASKED,), (GUESS,)))
        assert recall(save, seen) == Pencilled((ASKED,), (GUESS,))
        assert save is not None
        pencil = save.with_suffix(".plan")
        pencil.write_text(pencil.read_text(encoding="utf-8").replace("70", "71"), encoding="utf-8")
        assert recall(save, seen) == Pencilled((ASKED,))


def test_the_most_uncertain_answer_is_asked_about_first(tmp_path: Path) -> None:
    with planning(tmp_path) as session:
        plan = (ASKED, Float(PartyId("europe"), ClauseId("guarantees"), OptionId("monitored-snapback")))
        doubts = [abs(each.chance.low + each.chance.high - 100) for each in open_questions(session.view, plan)]
        assert doubts == sorted(doubts)
        assert len(doubts) == 2
        assert open_questions(session.view, (SoundOut(RU, ClauseId("line")),)) == ()


def test_a_signature_knows_no_condition() -> None:
    assert answers_open(CallConference()) == (Expected.TAKES, Expected.DECLINES)
    assert answers_open(ASKED) == tuple(Expected)


def test_an_act_that_came_to_nothing_is_not_counted() -> None:
    _, matches = recorded("passive", setup("class"))
    closed = next(record for record in matches[-1].turns if record.digest)
    assert came_out(closed.turn, GUESS, closed) is None


def test_predictions_and_their_outcomes_are_told_in_one_line_each() -> None:
    names = Names(scenario())
    assert say_prediction(names, GUESS) == "You expect, 70 % sure: Moscow refuses, or gives no answer."
    outcome = Outcome(3, GUESS, Verdict.ACCEPT, False)
    assert say_outcome(names, outcome) == "You expected Moscow to refuse or give no answer, 70 % sure, but it took it."
    [cable] = outcome_cables(names, 3, (outcome, replace(outcome, turn=4)))
    assert "It scores 0.49" in cable.why[1]
    signs = replace(GUESS, action=CallConference(), expected=Expected.TAKES)
    assert say_outcome(names, Outcome(3, signs, Verdict.ACCEPT, True)).endswith("to sign, 70 % sure, and it signed.")


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([], "Yours: none has come to an answer yet."),
        ([(100, True)], "Yours: 1 of 1 came true, score 0.01, too few to judge by."),
        ([(100, True)] * 5, "Yours: 5 of 5 came true, score 0.01, sharp."),
        ([(2500, True)] * 5, "Yours: 5 of 5 came true, score 0.25, no better than a coin."),
        ([(8100, False)] * 5, "Yours: 0 of 5 came true, score 0.81, worse than a coin."),
    ],
)
def test_a_tally_is_told_with_a_word_for_it(scores: list[tuple[int, bool]], words: str) -> None:
    assert say_tally("Yours", tally(scores)) == words
