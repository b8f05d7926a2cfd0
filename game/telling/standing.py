"""Settlement progress in words: what each clause and each stage has contributed."""

from typing import Final

from game.model.ids import ClauseId
from game.model.scenario import Stage
from game.model.views import MediatorView
from game.rules.score import progress
from game.telling.names import Names
from game.telling.prose import sentence

SIGNED: Final = {Stage.FRAMEWORK: "the framework agreement and a cease-fire", Stage.FINAL: "the final settlement"}
"""What is signed when a stage is reached."""

_STAGES: Final = {
    Stage.OPENING.name.lower(): "the opening of the talks",
    Stage.ELEMENTS.name.lower(): "two principles agreed",
    **{stage.name.lower(): f"{what} signed" for stage, what in SIGNED.items()},
}


def progress_lines(view: MediatorView) -> tuple[str, ...]:
    """The total, then its parts, which sum to it; parts that are worth nothing yet come last in one line."""
    made = progress(view)
    earned = [sentence(f"{part_label(view, part)}: {points}") for part, points in made.parts.items() if points]
    nothing = [part_label(view, part) for part, points in made.parts.items() if not points]
    rest = (f"Nothing yet for: {', '.join(nothing)}.",) if nothing else ()
    return (f"Progress {made.total} of 100.", *earned, *rest)


def part_label(view: MediatorView, part: str) -> str:
    kind, _, name = part.partition(":")
    return Names(view.scenario).clause(ClauseId(name)) if kind == "clause" else _STAGES.get(name, name)
