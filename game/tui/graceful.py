"""An app that ends politely: after a signal, and after a fault of its own."""

import asyncio
import signal
from contextlib import suppress

from textual.worker import WorkerFailed

from game.tui.paced import PacedApp

_SIGNALS = (("SIGTERM", 143), ("SIGHUP", 129))
"""What ends the program from outside, and the exit code that says so."""


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
