"""One whole game in line mode as its player reads it, from the briefing to the ending."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.plain.talks import as_typed, talk, wish
from tests.telling.text_files import TextFile

LOOKS = (
    *("?", "text", "1", "1", "2", "1", "3", "1", "4", "3", "0", "0"),
    *("parties", "2", "0", "advisers", "5", "0", "expect", "groups", "leverage", "front", "curves", "conference"),
)


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextFile)


def test_a_class_game_in_line_mode_reads_as_it_did(golden: SnapshotAssertion) -> None:
    done = talk(wish(), as_typed("statecraft", looks=LOOKS))
    assert done.code == 0
    assert done.said == golden
