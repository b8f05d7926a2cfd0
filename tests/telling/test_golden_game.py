"""One whole game, told. A change of rules, content or words shows here as a difference that can be read."""

import pytest
from syrupy.assertion import SnapshotAssertion

from game.telling.transcript import whole_game
from tests.telling.games import played
from tests.telling.text_files import TextFile


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextFile)


def test_a_class_game_of_statecraft_reads_as_it_did(golden: SnapshotAssertion) -> None:
    assert whole_game(played("statecraft", "class", 4)) == golden
