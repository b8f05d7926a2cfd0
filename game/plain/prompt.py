"""Questions with numbered answers. Help, causes and leaving are at hand at every one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from game.plain.console import Console
from game.telling.prose import sentence

LEAVE: Final = "leave"
_SHORTEST: Final = 3
"""Letters of a label from which on it is understood."""

_HELP: Final = (
    "Type the number of a choice and press Enter.",
    "0 goes one step back where a step back is offered.",
    "? shows this help. quit leaves the game, after one more word.",
)


class TakenBack(Exception):  # noqa: N818 - it is a wish, not a fault
    """What was asked is no longer asked: the game has gone back to an earlier moment."""


class PlayerLeft(Exception):  # noqa: N818 - it is a wish, not a fault
    """The player has left and confirmed it."""


class HandHolder(Protocol):
    """Tells what to do next before a question, and heeds words that are meant for it."""

    def look(self) -> None: ...

    def heed(self, typed: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered answer. ``closed`` says why it cannot be chosen now; None: it can."""

    label: str
    notes: tuple[str, ...] = ()
    closed: str | None = None


@dataclass(slots=True)
class Prompt:
    """``help`` are further lines of help for what can be done here; ``why`` takes what is typed after that word.

    ``rewind`` takes back what was decided last; it ends in :class:`TakenBack` if anything was. ``kept`` tells what
    becomes of the game when the player leaves. ``guide`` takes the player by the hand; it goes by ``place``, where the
    player is, and by ``opened``, what was looked into.
    """

    console: Console
    help: tuple[str, ...] = ()
    why: Callable[[str], None] | None = None
    rewind: Callable[[], None] | None = None
    kept: Callable[[], str] = field(default=lambda: "No game has begun.")
    guide: "HandHolder | None" = None
    place: str = ""
    opened: set[str] = field(default_factory=set)

    def ask(self, prompt: str) -> str:
        """What the player types, once it is no call for help, for causes or for the way out."""
        while True:
            if self.guide is not None:
                self.guide.look()
            typed = self.console.read(prompt)
            if self.guide is not None and self.guide.heed(typed.lower()):
                continue
            word, _, rest = typed.partition(" ")
            if word.lower() in ("?", "help"):
                self.console.lines((*_HELP, *self.help))
            elif word.lower() in ("quit", "exit"):
                self._leave()
            elif word.lower() == "why" and self.why is not None:
                self.why(rest.strip())
            elif typed.lower() == "rewind" and self.rewind is not None:
                self.rewind()
            else:
                return typed

    def choose(self, items: Sequence[Item], prompt: str = "Your choice", *, back: bool = False) -> int | None:
        """The place of the chosen item, from 0; None for one step back. Asks until the answer is allowed."""
        self.show(items, back=back)
        while True:
            chosen = self.taken(self.ask(prompt), items, back=back)
            if chosen is not None:
                return chosen if chosen >= 0 else None

    def show(self, items: Sequence[Item], *, back: bool = False) -> None:
        self.console.say()
        for number, item in enumerate(items, 1):
            closed = f" (not now: {item.closed})" if item.closed else ""
            self.console.numbered(number, item.label + closed)
            for note in item.notes:
                self.console.say(note, 7)
        if back:
            self.console.numbered(0, "Back")

    def taken(self, typed: str, items: Sequence[Item], *, back: bool = False) -> int | None:
        """The place of the item that was typed, -1 for one step back, or None after saying what is allowed."""
        if back and typed == "0":
            return -1
        chosen = _meant(typed, items)
        if chosen is None:
            self.console.say(self._allowed(typed, items, back=back))
            return None
        closed = items[chosen].closed
        if closed:
            self.console.say(f"That is not open now: {closed}")
            return None
        return chosen

    def _allowed(self, typed: str, items: Sequence[Item], *, back: bool) -> str:
        most = len(items)
        numbers = f"a number from 1 to {most}" if most > 1 else "1"
        step = ", 0 to go back" if back else ""
        said = f"'{typed[:40]}' is not one of the choices. " if typed else ""
        named = [int(word) for word in typed.split() if _is_number(word) and 1 <= int(word) <= most]
        reasons = [(number, items[number - 1].closed) for number in named]
        shut = "".join(f"{number} is not open now: {sentence(reason)} " for number, reason in reasons if reason)
        return f"{said}{shut}Please type {numbers}{step}, or ? for help."

    def _leave(self) -> None:
        self.console.say(f"Leave the game? {self.kept()}")
        typed = self.console.read(f"Type {LEAVE} to leave, anything else to stay")
        if typed.lower() == LEAVE:
            raise PlayerLeft
        self.console.say("You stay.")


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 5


def _meant(typed: str, items: Sequence[Item]) -> int | None:
    """The place of the item whose number was typed, or the beginning of whose label, if it is the only one."""
    if _is_number(typed):
        return int(typed) - 1 if 1 <= int(typed) <= len(items) else None
    begins = [place for place, item in enumerate(items) if item.label.lower().startswith(typed.lower())]
    return begins[0] if len(typed) >= _SHORTEST and len(begins) == 1 else None
