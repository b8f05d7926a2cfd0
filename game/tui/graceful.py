"""An app that ends politely: after a signal, when its terminal is gone, and after a fault of its own."""

import asyncio
import os
import signal
import sys
from contextlib import suppress

from textual.worker import WorkerFailed

from game.tui.paced import PacedApp

_HUNG_UP = 129
_SIGNALS = (("SIGTERM", 143), ("SIGHUP", _HUNG_UP))
"""What ends the program from outside, and the exit code that says so."""

_LOOKS_AFTER_TERMINAL = 1.0
"""Seconds between two looks whether the terminal is there."""


class GracefulApp(PacedApp):
    """``crash`` is what went wrong; whoever ran the app raises it, once the terminal is as it was found."""

    def __init__(self) -> None:
        super().__init__()
        self.crash: BaseException | None = None

    def heed_signals(self) -> None:
        """End politely, so that the terminal is left as it was found. Only a main thread on Unix can."""
        loop = asyncio.get_running_loop()
        for name, code in _SIGNALS:
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(getattr(signal, name), self._end, code)

        if _on_terminal():
            self.set_interval(_LOOKS_AFTER_TERMINAL, self._end_without_terminal)

    def _end_without_terminal(self) -> None:
        """A terminal that closes tells its first program only: one started by another, such as make, has to look."""
        if not _on_terminal():
            self._end(_HUNG_UP)

    def _end(self, code: int) -> None:
        self.exit(return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """Instead of the framework's traceback with everybody's values: end, and let whoever ran the app raise it."""
        self.crash = self.crash or (error.error if isinstance(error, WorkerFailed) else error)
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def _on_terminal() -> bool:
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except ValueError:
        return False
