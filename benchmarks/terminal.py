"""A program in a pseudo-terminal, watched from outside."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

import psutil
import pyte

COLUMNS, ROWS = 120, 40
_CHUNK = 65_536
_SILENCE = 0.08
"""Seconds without output after which a program is taken to have finished drawing."""

_LIMIT = 30.0
_KEYS: Mapping[str, bytes] = {"down": b"\x1b[B", "up": b"\x1b[A", "enter": b"\r", "tab": b"\t", "escape": b"\x1b"}


@dataclass(frozen=True, slots=True)
class Pressed:
    """``seconds`` from the key to the last byte that it brought; ``sent`` bytes in all."""

    seconds: float
    sent: int


class Watched:
    """A running program and what its terminal shows."""

    def __init__(self, child: int, terminal: int) -> None:
        self._child, self._terminal = child, terminal
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.began = time.perf_counter()

    @classmethod
    def start(cls, command: Sequence[str], environment: Mapping[str, str]) -> Self:
        child, terminal = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))
        return cls(child, terminal)

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    def seconds_until(self, text: str, limit: float = _LIMIT) -> float:
        """Seconds from the start until ``text`` stands on the screen."""
        while (now := time.perf_counter() - self.began) < limit:
            if self._read(0.01) and text in self.text:
                return time.perf_counter() - self.began
        raise TimeoutError(f"'{text}' did not appear within {now:.0f} s; there is:\n{self.text}")

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while self._read(0.5):
            pass

    def press(self, key: str) -> Pressed:
        """Press a key and wait until what it brought has been drawn."""
        began = last = time.perf_counter()
        os.write(self._terminal, _KEYS.get(key) or key.encode())
        sent = 0
        while (read := self._read(_SILENCE if sent else 1.0)) > 0:
            last, sent = time.perf_counter(), sent + read
        return Pressed(last - began, sent)

    def memory(self) -> float:
        """Mebibytes that the process and its children hold."""
        process = psutil.Process(self._child)
        return sum(each.memory_info().rss for each in (process, *process.children(recursive=True))) / 2**20

    def end(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def _read(self, patience: float) -> int:
        """Take in what has been written; how many bytes."""
        if not select.select([self._terminal], [], [], patience)[0]:
            return 0
        try:
            chunk = os.read(self._terminal, _CHUNK)
        except OSError:
            return 0
        self._stream.feed(chunk)
        return len(chunk)


@contextmanager
def watched(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Watched]:
    program = Watched.start(command, environment)
    try:
        yield program
    finally:
        program.end()


def seconds_until(command: Sequence[str], text: str, environment: Mapping[str, str], limit: float = _LIMIT) -> float:
    """Seconds from starting ``command`` until ``text`` stands on its screen. The program is then ended."""
    with watched(command, environment) as program:
        return program.seconds_until(text, limit)
