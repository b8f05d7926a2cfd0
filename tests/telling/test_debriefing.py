"""The debrief: what is laid before a player when a game is over, and what must never be missing from it."""

import pytest

from game.play.match import Match
from game.telling.book import briefing_book
from game.telling.booktext import blocks
from game.telling.cables import match_cables
from game.telling.conference import ConferenceWords, Stance, conference_words
from game.telling.debriefing import Section, world_section
from game.telling.hints import hint_turn
from game.telling.names import Names
from tests.telling.games import played


def test_items_stand_close_and_paragraphs_apart() -> None:
    assert Section("", ("# a", "b", "", "- c", "- d", "e")).text == "# a\n\nb\n\n- c\n- d\n\ne"


def test_links_of_a_section_lead_into_the_book() -> None:
    match = played("statecraft", "class", 4, "sealed")
    book = briefing_book(match.game.scenario)
    found = list(blocks(world_section(match).text, book.resolve))
    assert found
    assert not [block for block in found if "[[" in block.plain]


class TestASealedWorld:
    def test_its_mark_is_noted_once_in_play_and_told_in_the_debrief(self) -> None:
        match = played("statecraft", "class", 4, "sealed")
        names, hint = Names(match.game.scenario), match.game.truth.hint
        turns = [
            record.turn
            for record in match.turns
            for cable in match_cables(match, record, names)
            if hint.strip() in cable.text
        ]
        assert turns == [hint_turn(match.game)]
        world = world_section(match)
        assert match.game.truth.label in world.lines[0]
        assert hint.strip() in world.text
        others = [spec for spec in match.game.scenario.worlds.values() if spec.id != match.game.truth.id]
        assert all(spec.hint.strip() in world.text for spec in others)

    def test_in_a_named_world_nothing_is_hinted(self) -> None:
        match = played("statecraft", "class", 4)
        names = Names(match.game.scenario)
        told = [cable.text for record in match.turns for cable in match_cables(match, record, names)]
        assert hint_turn(match.game) is None
        assert not [text for text in told if "A note from our own officials" in text]


class TestConferences:
    @pytest.mark.parametrize("wanted", [True, False])
    def test_every_clause_is_read_and_every_party_signs_or_says_why_not(self, wanted: bool) -> None:
        match, scene = _conference(wanted)
        assert [clause.id for clause in scene.read] == list(match.game.scenario.clauses)
        assert [party.party for party in scene.parties] == list(match.game.scenario.parties)
        assert all(party.reasons for party in scene.parties)
        assert all(party.signs for party in scene.parties) == wanted
        read = [(party, clause.id, stance) for clause in scene.read for party, stance in clause.stances]
        assert {(party, clause) for party, clause, stance in read if stance is Stance.STOPS} == {*scene.stops}

    def test_a_failure_says_what_it_costs(self) -> None:
        _, scene = _conference(signed=False)
        assert scene.costs[0].startswith("Patience −")
        assert "credibility −" in scene.costs[0]
        assert scene.costs[-1] == "Each of the three now holds out for more."

    def test_a_framework_says_that_nothing_is_settled_yet(self) -> None:
        _, scene = _conference(signed=True)
        assert scene.costs[-1] == "The guns fall silent. Nothing is settled until that has held for 12 weeks."


def _conference(signed: bool) -> tuple[Match, ConferenceWords]:
    for seed in range(1, 40):
        match = played("statecraft", "class", seed)
        for record in match.turns:
            scene = conference_words(Names(match.game.scenario), record)
            if scene is not None and scene.signed == signed:
                return match, scene
    raise AssertionError("no such conference in forty games")
