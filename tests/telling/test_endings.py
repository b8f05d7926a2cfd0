"""An ending tells what happened, never scolds, adds up its score, and says what was never on the table."""

import pytest

from game.play.match import Match
from game.rules.outcome import outcome, score_under
from game.telling.conference import conference_words
from game.telling.ending import epilogue, measure_words
from game.telling.transcript import WIDTH, ending_lines, turn_text, whole_game
from tests.telling.games import names, played, played_games, scenario


def conferences() -> list[Match]:
    return [played("statecraft", "class", seed) for seed in (3, 4, 5, 8)]


def test_every_ending_says_what_it_was_and_what_was_not_on_the_table() -> None:
    for match in played_games():
        words = epilogue(match)
        assert words.id == match.world.ending
        assert words.title == scenario().endings[words.id].title
        assert words.outlook
        assert words.not_on_the_table == scenario().words.epilogue["not-on-the-table"]
        assert words.no_proof == scenario().words.epilogue["no-proof"]
        assert "{" not in " ".join(words.paragraphs)


def test_the_score_is_told_part_by_part_and_adds_up() -> None:
    for match in played_games():
        result = outcome(match.game, match.world)
        for lens in epilogue(match).lenses:
            scored = score_under(scenario().lenses[lens.id], result)
            assert lens.total == scored.total
            points = [float(line.rpartition(": ")[2].removesuffix(" points")) for line in lens.lines if ": " in line]
            assert scored.capped or abs(sum(points) - lens.total) <= 0.5


def test_a_world_that_was_chosen_is_named_and_a_sealed_one_is_opened_at_the_end() -> None:
    assert epilogue(played("passive")).world.startswith("You played in the world “Ripe”.")
    assert epilogue(played("passive", "quick", 3, "sealed")).world.startswith("The sealed world was “")


@pytest.mark.parametrize(("value", "word"), [(0, "none"), (1, "slight"), (40, "fair"), (80, "high"), (100, "high")])
def test_a_measure_has_a_word(value: int, word: str) -> None:
    assert measure_words("durability", value).word == word


def test_exchanges_are_said_to_have_happened_only_when_they_were_worked_out() -> None:
    said = scenario().words.epilogue
    assert said["exchange-not"].strip() in " ".join(epilogue(played("passive")).paragraphs)
    assert said["exchange-done"].strip() not in " ".join(epilogue(played("passive")).paragraphs)


def test_a_conference_is_a_scene_in_which_every_party_speaks() -> None:
    scenes = [
        scene
        for match in conferences()
        for record in match.turns
        if (scene := conference_words(names(), record)) is not None
    ]
    assert scenes
    for scene in scenes:
        assert len(scene.clauses) == len(scenario().clauses)
        assert [party.party for party in scene.parties] == list(scenario().parties)
        assert all(party.quote for party in scene.parties)
        assert scene.signed == all(party.signs for party in scene.parties)
        assert scene.outcome.startswith("The signing conference " + ("succeeds" if scene.signed else "fails"))


def test_a_turn_without_a_conference_has_no_scene() -> None:
    assert all(conference_words(names(), record) is None for record in played("passive").turns)


def test_a_transcript_holds_every_turn_and_the_end() -> None:
    match = played("statecraft", "class", 4)
    text = whole_game(match)
    for record in match.turns:
        assert f"== Turn {record.turn} of 8" in text
        assert turn_text(match, record) in text
    assert "\n".join(ending_lines(epilogue(match))) in text
    assert all(len(line) <= WIDTH for line in text.splitlines())
