"""What a command that takes a while tells meanwhile, and how it can be cut short."""

import signal
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from time import monotonic
from types import FrameType
from typing import Final

_SILENT: Final = 0.3
"""Seconds after which something is said."""

_AGAIN: Final = 0.1
_WORDS: Final[Mapping[str, str]] = {
    "offers": "Looking at what was not accepted",
    "zone": "Counting texts",
    "roads": "Playing roads not taken",
    "advisers": "Asking the advisers again",
    "rollouts": "Playing on from every turn",
}
STOPPABLE: Final = ("advisers", "rollouts")


class Waiting(AbstractContextManager["Waiting"]):
    """Tells on a terminal what is being worked out. The first interruption stops what can be stopped, and no more."""

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.stopped = False
        self._began = self._last = monotonic()
        self._wide = 0
        self._before: object = None

    def __enter__(self) -> "Waiting":
        self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        if callable(self._before) or isinstance(self._before, int):
            signal.signal(signal.SIGINT, self._before)
        if self._wide:
            print("\r" + " " * self._wide + "\r", end="", file=sys.stderr, flush=True)

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True

    def heed(self, what: str, done: int, of: int) -> bool:
        """Said by whoever works; False once it should stop."""
        if self.stopped and what not in STOPPABLE:
            raise KeyboardInterrupt
        now = monotonic()
        if sys.stderr.isatty() and now - self._began > _SILENT and now - self._last > _AGAIN:
            self._last = now
            count = f", {done} of {of}" if of > 1 else ""
            more = " (Ctrl-C: go on without)" if what in STOPPABLE else ""
            text = f"{self.prefix}{_WORDS.get(what, what)}{count}{more}"
            print("\r" + text.ljust(self._wide), end="", file=sys.stderr, flush=True)
            self._wide = max(self._wide, len(text))
        return not self.stopped
