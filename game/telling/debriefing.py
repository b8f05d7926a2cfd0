"""What is laid before the player when a game is over: sections of lines in the small Markdown of the briefing book."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.model.ids import SEALED
from game.play.match import Match
from game.telling.ending import world_words
from game.telling.hints import hint_turn

EXPLORED: Final = "Turns were taken back in this game: it is marked as explored."


@dataclass(frozen=True, slots=True)
class Section:
    """``lines`` are paragraphs; one that begins with ``#`` is a heading, with ``-`` an item. They may hold links. An
    empty line says nothing."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Items close together, an empty line between everything else."""
        text, lines = "", [line for line in self.lines if line]
        for before, line in zip(("", *lines), lines, strict=False):
            close = before.startswith("- ") and line.startswith("- ")
            text += ("\n" if close else "\n\n") + line
        return text.strip()


def world_section(match: Match) -> Section:
    """Which world it was, what in play could have told, and what the others would have shown."""
    return Section("The world", tuple(_world(match)))


def _world(match: Match) -> Iterator[str]:
    """What was true, and what in play could have told it."""
    truth = match.game.truth
    yield f"# {truth.label}"
    yield world_words(match.game)
    turn = hint_turn(match.game)
    if truth.hint:
        told = f"In turn {turn} a note from your officials said:" if turn is not None else "Its mark is this:"
        yield f"{told} *{truth.hint.strip()}*"
    if match.game.setup.world == SEALED:
        others = [spec for key, spec in match.game.scenario.worlds.items() if key != truth.id]
        yield "# What the other worlds would have shown"
        yield from (f"- **{spec.label}:** {spec.hint.strip()}" for spec in others)
    yield f"See [[page:worlds|the worlds]], and [[world:{truth.id}|this one]] among them."
