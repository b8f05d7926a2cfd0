"""What can be cut short, and how."""

import os
import signal

import pytest

from game.cli.waiting import Waiting


def test_the_first_interruption_stops_what_can_be_stopped() -> None:
    with Waiting() as waiting:
        assert waiting.heed("rollouts", 0, 9)
        os.kill(os.getpid(), signal.SIGINT)
        assert not waiting.heed("rollouts", 1, 9)
        assert waiting.stopped


def test_what_cannot_be_stopped_is_interrupted_and_so_is_anything_the_second_time() -> None:
    with Waiting() as waiting:
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            waiting.heed("zone", 0, 9)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_afterwards_interruptions_are_what_they_were() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Waiting():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


def test_nothing_is_said_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with Waiting() as waiting:
        for done in range(1000):
            waiting.heed("zone", done, 1000)
    assert capsys.readouterr() == ("", "")
