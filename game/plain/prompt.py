"""Questions with numbered answers. Help, causes and leaving are at hand at every one of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.plain.console import Console

LEAVE: Final = "leave"
_HELP: Final = (
    "Type the number of a choice and press Enter.",
    "0 goes one step back where a step back is offered.",
    "? shows this help. quit leaves the game, after one more word.",
)


class PlayerLeft(Exception):  # noqa: N818 - it is a wish, not a fault
    """The player has left and confirmed it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered answer. ``closed`` says why it cannot be chosen now; None: it can."""

    label: str
    notes: tuple[str, ...] = ()
    closed: str | None = None


@dataclass(slots=True)
class Prompt:
    """``help`` are further lines of help for what can be done here; ``why`` takes what is typed after that word.

    ``kept`` tells what becomes of the game when the player leaves.
    """

    console: Console
    help: tuple[str, ...] = ()
    why: Callable[[str], None] | None = None
    kept: Callable[[], str] = field(default=lambda: "No game has begun.")

    def ask(self, prompt: str) -> str:
        """What the player types, once it is no call for help, for causes or for the way out."""
        while True:
            typed = self.console.read(prompt)
            word, _, rest = typed.partition(" ")
            if word.lower() in ("?", "help"):
                self.console.lines((*_HELP, *self.help))
            elif word.lower() in ("quit", "exit"):
                self._leave()
            elif word.lower() == "why" and self.why is not None:
                self.why(rest.strip())
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
        if not (typed.isascii() and typed.isdigit() and len(typed) < 5 and 1 <= int(typed) <= len(items)):
            self.console.say(self._allowed(typed, len(items), back=back))
            return None
        chosen = int(typed) - 1
        closed = items[chosen].closed
        if closed:
            self.console.say(f"That is not open now: {closed}")
            return None
        return chosen

    def _allowed(self, typed: str, most: int, *, back: bool) -> str:
        numbers = f"a number from 1 to {most}" if most > 1 else "1"
        step = ", 0 to go back" if back else ""
        said = f"'{typed[:40]}' is not one of the choices. " if typed else ""
        return f"{said}Please type {numbers}{step}, or ? for help."

    def _leave(self) -> None:
        self.console.say(f"Leave the game? {self.kept()}")
        typed = self.console.read(f"Type {LEAVE} to leave, anything else to stay")
        if typed.lower() == LEAVE:
            raise PlayerLeft
        self.console.say("You stay.")
