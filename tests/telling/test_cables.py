"""What happened is told in reading order, from what the mediator can know, with what stands behind it."""

from game.model.events import MoveMade, PartyAnswered
from game.model.ids import US
from game.telling.cables import Cable, turn_cables
from game.telling.transcript import whole_game
from tests.telling.games import names, played, played_games, scenario


def all_cables(policy: str, length: str = "class", seed: int = 1, world: str = "ripe") -> list[Cable]:
    match = played(policy, length, seed, world)
    return [cable for record in match.turns if record.digest for cable in turn_cables(match.game, record, names())]


def test_every_cable_says_something_and_names_its_turn() -> None:
    for match in played_games():
        for record in match.turns:
            for cable in turn_cables(match.game, record, names()):
                assert cable.text
                assert cable.turn == record.turn
                assert "{" not in cable.text
                assert all("{" not in why and why for why in cable.why)


def test_no_cable_is_one_of_last_resort() -> None:
    for match in played_games():
        for record in match.turns:
            assert "Other changes." not in [cable.text for cable in turn_cables(match.game, record, names())]


def test_the_same_game_always_reads_the_same() -> None:
    match = played("statecraft", "class", 4)
    assert whole_game(match) == whole_game(match)


def test_every_answer_and_every_move_of_a_turn_is_told() -> None:
    match = played("statecraft", "class", 4)
    for record in match.turns:
        if record.digest:
            cables = turn_cables(match.game, record, names())
            moves = [event for event in record.events if isinstance(event, MoveMade)]
            answers = [event for event in record.events if isinstance(event, PartyAnswered)]
            told = "\n".join(f"{cable.text}\n{' '.join(cable.why)}" for cable in cables)
            for move in moves:
                spec = names().move(move.party, move.move)
                assert spec is not None
                assert spec.text.strip() in told
            assert all(names().party(answer.question.party) in told for answer in answers)


def test_a_partys_margin_is_nowhere_in_its_answer() -> None:
    """Beside quoted wordings an answer holds no digits at all, so no private number can slip through."""
    for match in played_games():
        for record in match.turns:
            for cable in turn_cables(match.game, record, names()):
                if cable.kind == "answer":
                    assert not any(letter.isdigit() for letter in cable.text)


def test_a_refusal_is_told_with_its_reason_and_what_would_help() -> None:
    refused = [cable for cable in all_cables("busy", "full", 2) if "refuses it" in cable.text]
    assert refused
    assert all(len(cable.why) >= 3 for cable in refused)


def test_groups_that_get_nothing_done_are_told_why() -> None:
    idle = [cable for cable in all_cables("passive") if cable.text.startswith("No progress in")]
    assert "The line clause waits for a wording in the text." in idle[0].why


def test_news_comes_first_and_the_ending_last() -> None:
    match = played("passive")
    first = turn_cables(match.game, match.turns[0], names())
    last = turn_cables(match.game, match.turns[-1], names())
    assert first[0].kind == "card"
    assert last[-1].text == "The game ends: talks frozen, something kept."


def test_acts_without_an_answer_share_one_cable() -> None:
    carried = [cable for cable in all_cables("statecraft", "class", 4) if cable.text.startswith("Carried out:")]
    turns = [cable.turn for cable in carried]
    assert len(turns) == len(set(turns))


def test_what_only_a_party_can_see_is_not_told() -> None:
    match = played("statecraft", "class", 4)
    for record in match.turns:
        told = " ".join(f"{each.text} {' '.join(each.why)}" for each in turn_cables(match.game, record, names()))
        assert "Resentment" not in told
        assert "Entrenchment" not in told


def test_tags_are_those_of_seats_or_of_a_source() -> None:
    tags = {names().tag(party) for party in (*scenario().parties, US)} | {"WAR", "PRESS"}
    assert {cable.tag for cable in all_cables("busy", "full", 2)} <= tags
