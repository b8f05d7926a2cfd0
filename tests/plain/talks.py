"""Conversations with line mode: what is typed goes in, everything that was said comes out."""

from collections.abc import Iterable
from io import StringIO
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple

from game.model.ids import US, WorldId
from game.model.seats import ChooseCard
from game.model.verbs import action_text
from game.model.world import Setup
from game.plain.console import Console
from game.plain.line_mode import play_plain
from game.play.autoplay import advance, party_minds
from game.play.match import start, submit
from game.play.saves import Shelf
from game.play.wish import Wish
from game.rules.options import cost_of
from tests.telling.games import MEDIATORS, scenario

ONES = tuple(["1"] * 400)


class Talk(NamedTuple):
    code: int
    said: str

    @property
    def lines(self) -> list[str]:
        return self.said.splitlines()


class Typist:
    """Types line after line, and may be interrupted at the end instead of falling silent."""

    def __init__(self, typed: Iterable[str], *, interrupted: bool) -> None:
        self._typed = iter(typed)
        self._interrupted = interrupted

    def readline(self) -> str:
        line = next(self._typed, None)
        if line is None and self._interrupted:
            raise KeyboardInterrupt
        return "" if line is None else line + "\n"

    def isatty(self) -> bool:
        return False


def talk(wish: Wish, typed: Iterable[str], *, ascii_only: bool = False, interrupted: bool = False) -> Talk:
    writer = StringIO()
    console = Console(Typist(typed, interrupted=interrupted), writer, ascii_only=ascii_only)
    return Talk(play_plain(wish, console), writer.getvalue())


def wish(
    length: str | None = "class", seed: int | None = 4, world: str | None = "ripe", saves: Path | None = None
) -> Wish:
    return Wish("one-last-effort", world, length, seed, None if saves is None else Shelf(saves))


def as_typed(policy: str, length: str = "class", seed: int = 4, looks: Iterable[str] = ()) -> list[str]:
    """What somebody would type, from the briefing on, who plays the ripe world as the controller does.

    ``looks`` are typed at the first desk before anything else.
    """
    mind, minds = MEDIATORS[policy], party_minds(scenario())
    match = advance(start(scenario(), Setup("one-last-effort", WorldId("ripe"), length, seed)), minds)
    typed, first = ["1"], list(looks)
    while not match.over:
        request, view = match.waiting[0], match.mediator()
        if isinstance(request, ChooseCard):
            choice = mind.choose(view, request)
            typed.append(str(request.choices.index(choice.choice) + 1))
            match = submit(match, US, choice)
        else:
            plan = mind.plan(view)
            typed += first
            first = []
            typed += chain.from_iterable(zip(map(action_text, plan.actions), repeat("1")))
            full = cost_of(scenario(), plan.actions) == view.calendar
            typed += ["1"] if plan.actions and full else ["1", "1"]
            match = submit(match, US, plan)
        match = advance(match, minds)
    return typed
