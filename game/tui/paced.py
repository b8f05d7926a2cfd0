"""An app that takes keys one at a time: what is typed while a screen is on its way is meant for that screen."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen

Result = TypeVar("Result")

_STILL: Final = 3
"""So many looks in a row must find nothing under way: a task that was just begun shows only at the second."""

_MOST: Final = 500
"""After so many looks the next key goes its way: widgets that talk without end must not make the keyboard deaf."""

_WHILE: Final = 1 / 200
"""Seconds until the next look while something takes its time."""

_LEAVES: Final = "ctrl+q"
"""Never waits for anything."""


class PacedApp(App[None]):
    """A key is handed on when all that the key before it set off has been done, or waits for the player."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: asyncio.Queue[events.Key] = asyncio.Queue()
        self._handing_on = False
        self._doing = 0
        self._asked = 0

    @property
    def at_rest(self) -> bool:
        """Whether everything that was typed has been answered, and all else waits for the player."""
        return self._typed.empty() and not self._handing_on and not self._restless()

    @property
    def occupied(self) -> bool:
        """Whether something is being done that may open a screen."""
        return self._asked < self._doing

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Something that may open a screen; keys wait for its end, or for the moment at which it asks the player."""
        self._doing += 1
        try:
            yield
        finally:
            self._doing -= 1

    def do(self, deed: Coroutine[None, None, None]) -> None:
        """Have it done beside everything else; what is typed meanwhile waits for it."""

        async def done() -> None:
            with self.under_way():
                await deed

        self.run_worker(done(), group="deeds")

    async def ask(self, screen: Screen[Result]) -> Result | None:
        """Show the screen, drawn once when it is complete, and wait for what it closes with."""
        closed: asyncio.Future[Result | None] = asyncio.get_running_loop().create_future()

        def close(result: Result | None) -> None:
            self._asked -= 1
            closed.set_result(result)

        with self.batch_update():
            await self.push_screen(screen, close)
        self._asked += 1
        return await closed

    def tell(self, text: str) -> None:
        """A word at the edge of the screen, in the place of the last one."""
        self.clear_notifications()
        self.notify(text, markup=False)

    def on_mount(self) -> None:
        self.run_worker(self._hand_on_keys(), group="keys")

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded and event.key != _LEAVES:
            self._typed.put_nowait(event)
        else:
            await self.take(event)

    async def take(self, event: events.Event) -> None:
        """Do what the event asks for."""
        await super().on_event(event)

    def answered(self) -> None:
        """Called when all that a key set off has been done, or waits for the player."""

    async def _hand_on_keys(self) -> None:
        while True:
            key = await self._typed.get()
            self._handing_on = True
            try:
                await self.take(key)
                await self._quiet()
                self.answered()
            finally:
                self._handing_on = False

    async def _quiet(self) -> None:
        still = looks = 0
        while still < _STILL and looks < _MOST:
            occupied = self.occupied
            await asyncio.sleep(_WHILE if occupied else 0)
            looks += not occupied
            still = 0 if self._restless() else still + 1

    def _restless(self) -> bool:
        """Whether something is being done, or a message is on its way."""
        if not self.screen_stack:
            return False
        widgets = (self, *self.screen_stack, *self.screen.walk_children())
        return self.occupied or any(each.message_queue_size for each in widgets)
