"""An ending tells what happened, never scolds, adds up its score, and says what was never on the table."""

from dataclasses import replace

import pytest

from game.model.events import ConferenceHeld, StageReached, TruceChanged
from game.model.ids import PartyId
from game.model.scenario import Stage
from game.play.match import Match
from game.rules.outcome import outcome, score_under
from game.telling.conference import conference_words
from game.telling.dispatches import say_conference, say_stage, say_truce
from game.telling.ending import epilogue, measure_words, outlook_of
from game.telling.transcript import WIDTH, ending_lines, turn_text, whole_game
from tests.telling.games import EU, RU, UA, names, played, played_games, scenario


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


def with_details(match: Match, *details: int) -> Match:
    """The match with its clauses worked out so far, in the order of the text; the last one goes for the rest."""
    clauses = {
        key: replace(state, detail=details[min(place, len(details) - 1)])
        for place, (key, state) in enumerate(match.world.clauses.items())
    }
    return replace(match, world=replace(match.world, clauses=clauses))


def test_what_is_said_of_the_detail_is_what_stands_in_the_text() -> None:
    """Never that matters stand as principles, and that officials have worked out the text."""
    said = scenario().words.epilogue
    signed = next(match for seed in range(1, 12) if (match := played("statecraft", "quick", seed)).world.signed)
    match = replace(signed, world=replace(signed.world, stage=Stage.FRAMEWORK, ending="framework"))
    cases = {(300,): "detail-full", (150, 300): "detail-part", (0, 0, 0, 0, 300): "detail-thin", (200,): ""}
    for details, line in cases.items():
        words = told(with_details(match, *details))
        assert [key for key in said if key.startswith("detail-") and said[key].strip() in words] == [line] * bool(line)
    assert "detail" not in scenario().endings["framework"].text


@pytest.mark.parametrize("ending", ["frozen", "white-house-leaves", "collapse", "ceasefire-broken"])
def test_without_a_text_in_force_the_outlook_goes_by_what_is_kept_in_hand(ending: str) -> None:
    """The measure and the sentence about it never contradict each other."""
    match = played("passive")
    result = replace(outcome(match.game, match.world), ending=ending)
    for kept, alliance, word in (
        (100, 60, "high"),
        (100, 30, "fair"),
        (55, 60, "fair"),
        (30, 60, "low"),
        (0, 60, "poor"),
    ):
        assert outlook_of(replace(result, measures={**result.measures, "managed": kept, "alliance": alliance})) == word
    assert outlook_of(replace(result, ending="framework", outlook="fair")) == "fair"


def test_exchanges_that_were_agreed_and_not_worked_out_are_said_to_be_that() -> None:
    said = scenario().words.epilogue
    signed = next(match for seed in range(1, 12) if (match := played("statecraft", "quick", seed)).world.signed)
    for detail, line in ((300, "exchange-done"), (100, "exchange-part")):
        words = told(with_details(signed, detail))
        assert [key for key in said if key.startswith("exchange-") and said[key].strip() in words] == [line]


def told(match: Match) -> str:
    return " ".join(epilogue(match).paragraphs)


def after_conference(match: Match, stage: Stage, *declined: PartyId) -> Match:
    """The match as if a conference for the stage had failed in its last turn."""
    *earlier, last = match.turns
    held = ConferenceHeld(stage, declined, last.turn + 3, None)
    return replace(match, turns=(*earlier, replace(last, events=(*last.events, held))))


def test_a_conference_that_failed_is_remembered_with_those_who_did_not_sign() -> None:
    match = played("passive")
    assert "To stop here, and to keep what could be kept, is also a result." in told(match)
    failed = told(after_conference(match, Stage.FRAMEWORK, RU, UA))
    assert "A signing conference was called, and it failed: Moscow and Kyiv did not sign." in failed
    assert "is also a result" not in failed


def test_a_final_conference_that_failed_is_remembered_beside_the_framework() -> None:
    signed = next(match for seed in range(1, 12) if (match := played("statecraft", "quick", seed)).world.signed)
    match = replace(signed, world=replace(signed.world, stage=Stage.FRAMEWORK, ending="framework"))
    assert "did not sign" not in told(after_conference(match, Stage.FRAMEWORK, RU))
    failed = told(after_conference(match, Stage.FINAL, EU))
    assert "The conference on the final text failed: Europe did not sign, and the framework is what remains." in failed


def test_nobody_stands_by_a_result_that_nobody_signed() -> None:
    for match in played_games():
        stands = "can ask their parliaments to stand by the result" in told(match)
        assert not stands or match.world.signed


def test_what_became_of_progress_is_said_with_the_score() -> None:
    match = played("statecraft", "class", 4)
    result = outcome(match.game, match.world)
    said = f"Progress stood at {result.progress}, and settlement counts {result.measures['settlement']}:"
    assert any(flag.startswith(said) for flag in epilogue(match).flags)


def test_no_other_conference_is_announced_beyond_the_last_turn() -> None:
    held = ConferenceHeld(Stage.FRAMEWORK, (RU,), 11, None)
    assert say_conference(names(), held, 8).endswith("Moscow did not sign. There is no time left for another.")
    assert say_conference(names(), held, 24).endswith("The next can be called from turn 11.")


def test_a_cease_fire_that_is_followed_past_the_last_turn_says_so() -> None:
    assert say_truce(TruceChanged(10), 10) == "The cease-fire has held for 10 weeks in all."
    assert say_truce(TruceChanged(13), 5) == "The cease-fire holds on after the game's last turn: 13 weeks in all."


def test_the_principles_of_the_elements_are_counted() -> None:
    assert say_stage(StageReached(Stage.ELEMENTS), 3).endswith("three principles are agreed.")


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
