"""The real thing in a pseudo-terminal: it starts, resizes, leaves the terminal as it found it, and heeds signals."""

import os
import re
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte

from benchmarks.played import saved_game

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 40
"""The longest wait for a condition on a busy machine."""

RUN_APP = """
from game.tui.app import run_app
from game.tui.start import StartOptions
raise SystemExit(run_app(StartOptions()))
"""

BROKEN = """
import sys
import game.tui.library
from game.cli import main
def broken(start):
    raise ZeroDivisionError("a fault")
game.tui.library.read_library = broken
raise SystemExit(main(["play", "--saves", sys.argv[1]]))
"""

STARTED_BY_ANOTHER = """
import signal, subprocess, sys
signal.signal(signal.SIGHUP, lambda *_: None)
raise SystemExit(subprocess.call([sys.executable, "-m", "game", "play", "--saves", sys.argv[1]]))
"""
"""As under ``make``: the terminal tells its first program that it closes, and nobody else."""

_LEAVES_SCREEN, _SHOWS_CURSOR, _MOUSE_ON, _MOUSE_OFF = "\x1b[?1049l", "\x1b[?25h", "\x1b[?1000h", "\x1b[?1000l"


class Terminal:
    """A child process with a terminal of its own, and what that shows."""

    def __init__(self, saves: Path, size: tuple[int, int], *arguments: str, **variables: str) -> None:
        columns, lines = size
        env = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
        env |= {"XDG_CONFIG_HOME": str(saves / ".config"), **variables}
        env.pop("COLUMNS", None), env.pop("LINES", None)
        command = ["-m", "game", "play", "--saves", str(saves), *arguments]
        self.child: Any = pexpect.spawn(
            sys.executable,
            command,
            cwd=str(ROOT),
            env=env,
            dimensions=(lines, columns),
            encoding="utf-8",
            timeout=SECONDS,
        )
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.Stream(self.screen)
        self.sent = ""

    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, condition: Callable[[], bool]) -> None:
        """Read what comes until the condition holds."""
        while not condition():
            try:
                chunk = self.child.read_nonblocking(65536, timeout=SECONDS)
            except (pexpect.EOF, pexpect.TIMEOUT):
                raise AssertionError(f"waited in vain on:\n{self.text()}") from None
            self.sent += chunk
            self.stream.feed(chunk)

    def shows(self, words: str) -> None:
        self.until(lambda: words in self.text())

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def ended(self) -> int:
        """Read to the end; the exit code."""
        while True:
            try:
                self.sent += self.child.read_nonblocking(65536, timeout=SECONDS)
            except pexpect.EOF:
                break
        self.child.wait()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def settings(self) -> list[Any]:
        return termios.tcgetattr(self.child.child_fd)


@contextmanager
def terminal(saves: Path, size: tuple[int, int] = (120, 40), *arguments: str, **variables: str) -> Iterator[Terminal]:
    opened = Terminal(saves, size, *arguments, **variables)
    try:
        yield opened
    finally:
        opened.child.close(force=True)


def left_clean(term: Terminal, before: list[Any]) -> bool:
    """The alternate screen is left, the cursor back, the mouse free, and the line discipline as it was."""
    last = term.sent[-2000:]
    return all(each in last for each in (_LEAVES_SCREEN, _SHOWS_CURSOR, _MOUSE_OFF)) and term.settings() == before


def test_it_starts_resizes_and_leaves_the_terminal_as_it_found_it_when_that_is_closed(tmp_path: Path) -> None:
    with terminal(tmp_path) as term:
        before = term.settings()
        term.shows("New game")
        term.shows("no unfinished game")
        term.resize(80, 24)
        term.until(lambda: "New game" in term.text() and "? Help" in term.screen.display[23])
        term.resize(60, 20)
        term.shows("and nothing is")
        term.resize(120, 40)
        term.until(lambda: "New game" in term.text() and "nothing is" not in term.text())
        assert _MOUSE_ON in term.sent
        term.child.kill(signal.SIGHUP)
        assert term.ended() == 129
        assert left_clean(term, before)


def test_it_ends_when_the_terminal_is_gone_though_nobody_tells_it(tmp_path: Path) -> None:
    env = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    child: Any = pexpect.spawn(
        sys.executable, ["-c", STARTED_BY_ANOTHER, str(tmp_path)], cwd=str(ROOT), env=env, timeout=SECONDS
    )
    child.expect("no unfinished game")
    os.close(child.child_fd)
    _, status = os.waitpid(child.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 129
    child.closed = child.terminated = True


def test_a_game_survives_a_signal_in_the_middle_of_a_turn(tmp_path: Path) -> None:
    with terminal(tmp_path, (80, 24), "--length", "quick", "--world", "ripe", "--seed", "5") as term:
        before = term.settings()
        term.shows("New game")
        term.child.send("nb")
        term.shows("Page 1 of 2")
        term.child.kill(signal.SIGTERM)
        assert term.ended() == 143
        assert left_clean(term, before)
    with terminal(tmp_path, (80, 24), "--no-mouse") as term:
        before = term.settings()
        term.shows("turn 1 of 5")
        term.child.send("c")
        term.until(lambda: "Turn 1 of 5" in term.text())
        term.child.send("\x11")
        assert term.ended() == 0
        assert _LEAVES_SCREEN in term.sent
        assert _MOUSE_ON not in term.sent
        assert term.settings() == before


def test_a_terminal_that_cannot_show_it_gets_one_sentence() -> None:
    unfit = ({"TERM": "dumb"}, {"LC_ALL": "C", "PYTHONUTF8": "0"})
    children: list[Any] = [
        pexpect.spawn(
            sys.executable, ["-c", RUN_APP], cwd=str(ROOT), env=os.environ | {"TERM": "xterm"} | env, encoding="utf-8"
        )
        for env in unfit
    ]
    for child in children:
        child.expect(pexpect.EOF, timeout=SECONDS)
        child.wait()
        assert "--plain" in child.before
        assert len(child.before.strip().splitlines()) == 1
        assert child.exitstatus == 2


def test_a_fault_of_the_program_leaves_a_clean_terminal_and_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The command line writes the log; the app must hand the fault on, without printing what the game held."""
    env = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    child: Any = pexpect.spawn(
        sys.executable, ["-c", BROKEN, str(tmp_path)], cwd=str(ROOT), env=env, encoding="utf-8", dimensions=(24, 80)
    )
    child.expect(pexpect.EOF, timeout=SECONDS)
    child.wait()
    assert child.exitstatus == 70
    said = child.before[child.before.rindex(_LEAVES_SCREEN) :]
    assert "Saved games are as the last decision left them" in said
    assert "Traceback" not in said


def test_without_a_terminal_it_says_so_and_does_not_hang() -> None:
    command = [sys.executable, "-c", RUN_APP]
    done = subprocess.run(command, cwd=ROOT, input="", capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert done.stdout == ""


def test_the_title_needs_neither_yaml_nor_pydantic_nor_the_game() -> None:
    ask = "import game.tui.app, sys; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {
        "yaml",
        "pydantic",
        "game.model.scenario",
        "game.rules",
        "game.play.session",
        "game.telling.names",
    }


def test_a_terminal_of_sixteen_colours_gets_no_others_and_goes_on_with_a_game(tmp_path: Path) -> None:
    """The Linux console: ``--continue`` leads into the room at once, ``m`` from there to the title."""
    saved_game(tmp_path)
    with terminal(tmp_path, (80, 24), "--continue", TERM="linux") as term:
        term.shows("m Menu")
        term.child.send("f")
        term.shows("Donetsk")
        term.child.send("\x1b[12~")
        term.shows("sixteen colours; there is one theme for it")
        term.child.send("q")
        assert "38;2;" not in term.sent
        assert "38;5;" not in term.sent
        term.child.send("\x1b")
        term.until(lambda: "m Menu" in term.text())
        term.child.send("m")
        term.shows("Continue")
        term.shows("turn 4 of 8")
        term.child.send("\x11")
        assert term.ended() == 0


def test_without_colour_parties_are_told_apart_by_sign_and_tag(tmp_path: Path) -> None:
    saved_game(tmp_path)
    with terminal(tmp_path, (120, 40), "--continue", TERM="xterm-256color", NO_COLOR="1", COLORTERM="") as term:
        term.shows("? Help")
        term.until(lambda: all(mark in term.text() for mark in ("▲ RU", "● UA", "■ EU")))
        term.child.send("\x11")
        assert term.ended() == 0
    assert all(is_grey(int(number)) for number in re.findall(r"[34]8;5;(\d+)", term.sent))
    assert re.search(r"[34]8;2;", term.sent) is None


def is_grey(number: int) -> bool:
    """Of the 256 colours: black, white, the greys of the cube and the ramp."""
    return number in (0, 7, 8, 15, 16, 59, 102, 145, 188, 231) or number >= 232
