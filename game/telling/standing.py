"""Settlement progress in words: what each clause and each stage has contributed."""

from typing import Final

from game.model.ids import ClauseId
from game.model.scenario import Stage
from game.model.views import MediatorView
from game.rules.options import unmet
from game.rules.readiness import needed_detail
from game.rules.score import progress
from game.telling.names import Names
from game.telling.prose import exact, sentence

SIGNED: Final = {Stage.FRAMEWORK: "the framework agreement and a cease-fire", Stage.FINAL: "the final settlement"}
"""What is signed when a stage is reached."""

_STAGES: Final = {
    Stage.OPENING.name.lower(): "the opening of the talks",
    Stage.ELEMENTS.name.lower(): "two principles agreed",
    **{stage.name.lower(): f"{what} signed" for stage, what in SIGNED.items()},
}


def say_next_signature(stage: Stage) -> tuple[str, ...]:
    """What the next conference signs, and what it leaves to another; nothing once all is signed."""
    if stage < Stage.FRAMEWORK:
        further = f"{SIGNED[Stage.FINAL]} takes a second conference"
        return (f"Next to be signed: {SIGNED[Stage.FRAMEWORK]}; {further}.",)
    return (f"Next to be signed: {SIGNED[Stage.FINAL]}.",) if stage < Stage.FINAL else ()


def still_needed(view: MediatorView) -> tuple[str, ...]:
    """What keeps a conference from being ready, with detail to the hundredth; empty when nothing does."""
    detail = {
        clause.title: f"{clause.title}: detail {exact(state.detail)} of {exact(need)}."
        for clause in view.scenario.clauses.values()
        if (state := view.text[clause.id]).option is not None
        and state.detail < (need := needed_detail(clause, view.stage))
    }
    return tuple(detail.get(reason.partition(":")[0], reason) for reason in unmet(view))


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
