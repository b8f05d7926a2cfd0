"""The debrief: what is laid before a player when a game is over, and what must never be missing from it."""

import pytest

from game.play.match import Match
from game.telling.book import briefing_book
from game.telling.booktext import blocks
from game.telling.cables import match_cables
from game.telling.conference import ConferenceWords, Stance, conference_words
from game.telling.debriefing import Section, debrief_sections
from game.telling.hints import hint_turn
from game.telling.names import Names
from tests.telling.games import played

ALWAYS = ("How it ended", "The world", "Timeline", "Turning points", "Measures and lenses", "The claims", "Questions")


def sections(match: Match) -> dict[str, Section]:
    return {section.title: section for section in debrief_sections(match)}


@pytest.mark.parametrize(("policy", "world"), [("statecraft", "ripe"), ("passive", "sceptic"), ("megaphone", "sealed")])
def test_every_debrief_has_its_sections_and_says_what_it_is_not(policy: str, world: str) -> None:
    found = sections(played(policy, "class", 4, world))
    assert [title for title in ALWAYS if title not in found] == []
    last = found["What this was"].text
    assert "You played in a world that we wrote. It is not evidence" in last
    for each in ("justice", "accountability", "children still missing", "life under occupation"):
        assert each in last
    assert "Governments are not single minds" in found["Where the model is wrong"].text


def test_links_of_a_debrief_lead_into_the_book() -> None:
    match = played("statecraft", "class", 4, "sealed")
    book = briefing_book(match.game.scenario)
    for section in debrief_sections(match):
        for block in blocks(section.text, book.resolve):
            assert "[[" not in block.plain


def test_the_timeline_names_every_turn_and_ends_where_the_game_ended() -> None:
    match = played("statecraft", "class", 4)
    lines = sections(match)["Timeline"].lines
    turns = [line for line in lines if line.startswith("# Turn")]
    assert len(turns) == sum(bool(record.digest) for record in match.turns)


def test_a_finding_of_anybody_joins_the_sections() -> None:
    found = Section("The zone of agreement", ("Your text lay in it.",))
    titles = [section.title for section in debrief_sections(played("passive", "class", 4), found)]
    assert titles.index("The zone of agreement") == titles.index("Turning points") + 1


def test_items_stand_close_and_paragraphs_apart() -> None:
    assert Section("", ("# a", "b", "- c", "- d", "e")).text == "# a\n\nb\n\n- c\n- d\n\ne"


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
        world = sections(match)["The world"]
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
