"""The app on a stage: a pilot at a given size, games to put on it, and the screen as lines of text."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from threading import Event
from typing import Any, ParamSpec

from textual.events import Key
from textual.pilot import Pilot

from game.contracts.building.shipped import played, shipped, shipped_setup
from game.minds.policies import POLICIES
from game.model.events import ConferenceHeld
from game.model.seats import PlanTurn
from game.play.autoplay import mediate
from game.play.session import Session
from game.tui.app import Backchannel
from game.tui.desk import Desk
from game.tui.sitting import Sitting
from game.tui.start import StartOptions

WIDE = (120, 40)
NARROW = (80, 24)
BROAD = (200, 60)

P = ParamSpec("P")
_LOOKS = 3
"""So many looks in a row must find the app at rest: what was only just set off shows at the second."""

_MOST_LOOKS = 20_000
"""So many without rest mean that the app will not find any."""

_BREATH = 1 / 100
"""Seconds that a thread is left to itself between two looks at what it does."""

_PATIENCE = 400
"""How often a condition is looked at before it is given up; each look lets the app finish what it is doing."""


def staged(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """A test that awaits, as one that can be called."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        async def whole() -> None:
            await test(*args, **kwargs)

        asyncio.run(whole())

    return run


@asynccontextmanager
async def on_stage(
    saves: Path, size: tuple[int, int] = WIDE, *, wait: bool = True, **options: Any
) -> AsyncIterator[Pilot[None]]:
    """The app at its title; the scenario has been read, if that is to be waited for."""
    start: dict[str, Any] = {
        "length": "class",
        "world": "ripe",
        "seed": 7,
        "saves": saves,
        "config": saves / ".config",
    } | options
    app = Backchannel(StartOptions(**start))
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        if wait:
            await until(pilot, lambda: app.library is not None)
        yield pilot


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    for _ in range(_PATIENCE):
        await settle(pilot)
        if condition():
            return
        await pilot.pause()
    raise AssertionError("waited in vain on:\n" + "\n".join(screen_lines(pilot)))


async def settle(pilot: Pilot[None]) -> None:
    """Let every widget deal with what it has been sent, and with what follows from that, until all is drawn.

    The framework's own pause takes a process that gets no time on a busy machine for one that has nothing to do.
    """
    assert isinstance(pilot.app, Backchannel)
    still, seen = 0, ""
    for _ in range(_MOST_LOOKS):
        if pilot.app.crash is not None:
            raise pilot.app.crash
        if still == _LOOKS or pilot.app._exit:
            return
        await pilot._wait_for_screen()
        if still == 0:
            pilot.app.screen._on_timer_update()
        await asyncio.sleep(0)
        still, seen = (still + 1 if at(pilot) == seen and pilot.app.at_rest else 0), at(pilot)
    raise AssertionError(f"{at(pilot)} does not come to rest")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each after the app has dealt with the last one."""
    for key in keys:
        letter = {"space": " ", "question_mark": "?"}.get(key, key if len(key) == 1 else None)
        pilot.app.post_message(Key(key, letter))
        await settle(pilot)


async def types(pilot: Pilot[None], text: str) -> None:
    await press(pilot, *("space" if letter == " " else letter for letter in text))


def at(pilot: Pilot[None]) -> str:
    """The name of the screen that is open."""
    return type(pilot.app.screen).__name__


async def arrive(pilot: Pilot[None], screen: str) -> None:
    await until(pilot, lambda: at(pilot) == screen)


def screen_lines(pilot: Pilot[None]) -> list[str]:
    """What the terminal shows, line by line."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(screen_lines(pilot))


def sitting(pilot: Pilot[None]) -> Sitting:
    assert isinstance(pilot.app, Backchannel)
    found = pilot.app.sitting
    assert found is not None
    return found


def desk(pilot: Pilot[None]) -> Desk:
    return sitting(pilot).desk


async def advised(pilot: Pilot[None]) -> None:
    """Until the advisers, in a thread of their own, have come to a view of all that is wanted of them."""
    for _ in range(_PATIENCE * 10):
        if not desk(pilot).session.unthought():
            break
        await settle(pilot)
        await asyncio.to_thread(Event().wait, _BREATH)
    assert not desk(pilot).session.unthought()
    await settle(pilot)


async def begin(pilot: Pilot[None]) -> None:
    """From the title into the situation room of a new game, past the briefing and the first event."""
    await press(pilot, "n", "b", "escape")
    await until(pilot, lambda: at(pilot) in ("CardScreen", "RoomScreen"))
    while at(pilot) == "CardScreen":
        await press(pilot, "1")
    await arrive(pilot, "RoomScreen")


def session(turn: int = 1, policy: str = "statecraft", seed: int = 3, length: str = "class") -> Session:
    """A game that a built-in policy has played until the plan of this turn is to be made, or to its end."""
    game = Session.begin(shipped(), shipped_setup(length, seed), None)
    while game.request is not None:
        if isinstance(game.request, PlanTurn) and game.match.world.turn >= turn:
            break
        game.submit(mediate(game.match, game.request, POLICIES[policy]))
    return game


def waiting_event(seed: int = 3, length: str = "class") -> Session:
    """A game that has come to its first event card."""
    game = Session.begin(shipped(), shipped_setup(length, seed), None)
    while isinstance(game.request, PlanTurn):
        game.submit(mediate(game.match, game.request, POLICIES["passive"]))
    return game


async def sit_down(pilot: Pilot[None], game: Session) -> None:
    """Open the situation room of a game that is under way."""
    assert isinstance(pilot.app, Backchannel)
    pilot.app.sit_down(game)
    await until(pilot, lambda: at(pilot) in ("RoomScreen", "CardScreen", "EndingScreen"))


def conferences() -> Iterator[tuple[int, int]]:
    """(seed, turn) of games in which the statecraft policy calls a conference."""
    for seed in range(1, 60):
        for record in played("statecraft", shipped_setup(seed=seed)).turns:
            if any(isinstance(event, ConferenceHeld) for event in record.events):
                yield seed, record.turn
