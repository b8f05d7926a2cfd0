"""The advisers think in a thread of their own, so that no key waits for them; a newer question ends an older one."""

from collections.abc import Callable
from functools import partial
from typing import Final

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from game.model.views import MediatorView
from game.play.advisers import Advice, deliberate

_PAUSE: Final = 0.15
"""Seconds without a change before they begin: who is still planning needs no advice yet."""

Moments = tuple[tuple[int, MediatorView], ...]


class Thought(Message):
    """What the advisers say of the moment of this number."""

    def __init__(self, number: int, said: tuple[Advice, ...]) -> None:
        super().__init__()
        self.number, self.said = number, said


class Thinking:
    """The screen is told with a :class:`Thought` for each moment; ``wanted`` lists those of which none has come."""

    def __init__(self, screen: Screen[None], wanted: Callable[[], Moments]) -> None:
        self._screen, self._wanted = screen, wanted
        self._of: tuple[int, ...] = ()
        self._timer: Timer | None = None

    def wake(self) -> None:
        """Think of what is wanted now, unless that is being done."""
        numbers = tuple(number for number, _ in self._wanted())
        if numbers[:1] == self._of[:1]:
            return
        self._of = numbers
        if self._timer is not None:
            self._timer.stop()
        self._screen.workers.cancel_group(self._screen, "advisers")
        self._timer = self._screen.set_timer(_PAUSE, self._begin) if numbers else None

    def _begin(self) -> None:
        moments = self._wanted()
        self._screen.run_worker(partial(self._think, moments), group="advisers", thread=True, exclusive=True)

    def _think(self, moments: Moments) -> None:
        """In the thread. It looks up between two looks ahead, to see whether anybody still wants to know."""
        worker = get_current_worker()
        for number, view in moments:
            said: list[Advice] = []
            for step in deliberate(view):
                if worker.is_cancelled:
                    return
                said += [] if step is None else [step]
            self._screen.post_message(Thought(number, tuple(said)))
