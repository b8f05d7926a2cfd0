"""Commands as tests give them."""

import os
import subprocess
import sys

import pytest

from game.cli import main

AUTO = ["auto", "--policy", "statecraft", "--world", "ripe", "--length", "quick", "--seed", "5"]


def run(*words: str, env: dict[str, str] | None = None, given: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "game", *words]
    surroundings = os.environ | (env or {})
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, env=surroundings)


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command says on standard error as it leaves with 2, and nothing on standard output."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("backchannel: ")
    assert err.endswith((".\n", "?\n"))
    assert err.count("\n") == 1
    return err
