"""The history of a clause: everything that the mediator saw happen to it, with its turn and its cause."""

from game.model.events import ClauseMoved, PartyAnswered, Verdict
from game.model.ids import US, ClauseId
from game.model.ledger import visible_to
from game.telling.clause_history import answers_on, clause_history
from game.telling.document import draft_markdown
from game.telling.wordings import say_before, wordings
from tests.telling.games import names, played, played_games, scenario

LINE = ClauseId("line")


def test_every_move_of_a_clause_that_the_mediator_saw_has_one_line() -> None:
    for match in played_games():
        for clause in scenario().clauses:
            moves = [
                record.turn
                for record in match.turns
                for event in record.events
                if isinstance(event, ClauseMoved) and event.clause == clause and visible_to(event.seen, US)
            ]
            told = clause_history(names(), clause, match.turns)
            assert [each.turn for each in told] == moves
            assert all(each.what.endswith(".") and each.why for each in told)


def test_a_history_reads_as_sentences_with_causes() -> None:
    told = [f"{each.what} ({each.why})" for each in clause_history(names(), LINE, played("statecraft").turns)]
    assert any(each.startswith("A standstill without recognition is tabled") for each in told)
    assert any("officials" in each.lower() and "of 3" in each for each in told)


def test_the_last_answer_to_each_wording_is_remembered_with_its_turn() -> None:
    match = played("statecraft")
    asked = {
        (event.question.party, term.option): (record.turn, event.answer.verdict)
        for record in match.turns
        for event in record.events
        if isinstance(event, PartyAnswered)
        for term in event.question.terms
        if term.clause == LINE
    }
    told = answers_on(LINE, match.turns)
    assert told.keys() == asked.keys()
    for key, (turn, verdict) in asked.items():
        assert f"in turn {turn}" in told[key]
        assert told[key].startswith("took it") == (verdict is Verdict.ACCEPT)


def test_wordings_say_what_each_would_be_to_every_party_with_a_stake() -> None:
    match = played("statecraft")
    found = wordings(match.mediator(), names(), LINE, match.turns)
    assert [each.option for each in found] == list(scenario().clauses[LINE].options)
    assert sum(each.in_text for each in found) <= 1
    for each in found:
        assert [before.party for before in each.before] == list(scenario().clauses[LINE].stakeholders)
    told = say_before(names(), found[0].before[0])
    assert told.startswith("Moscow: unacceptable, ")
    assert "its red line" in told


def test_the_exported_draft_tells_the_history_of_each_article() -> None:
    match = played("statecraft")
    text = draft_markdown(match.mediator(), match.turns)
    moves = sum(len(clause_history(names(), clause, match.turns)) for clause in scenario().clauses)
    assert text.count("\n- Turn ") == moves > 0
    assert "### History" not in draft_markdown(match.mediator())
