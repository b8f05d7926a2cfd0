"""A program in a pseudo-terminal, watched from outside."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

import pyte

COLUMNS, ROWS = 120, 40


def seconds_until(command: Sequence[str], text: str, environment: Mapping[str, str], limit: float = 30.0) -> float:
    """Seconds from starting ``command`` until ``text`` stands on its screen. The program is then ended."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvpe(command[0], list(command), dict(environment))
    try:
        while time.perf_counter() - began < limit:
            if select.select([terminal], [], [], 0.01)[0]:
                stream.feed(os.read(terminal, 65536))
                arrived = time.perf_counter()
                if text in "\n".join(screen.display):
                    return arrived - began
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    raise TimeoutError(f"'{text}' did not appear within {limit:.0f} s")
