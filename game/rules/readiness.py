"""How far a text must be worked out before a conference: core clauses detailed, the others prepared (C14, C17)."""

from collections.abc import Mapping

from game.model.clauses import DETAILED, LOCKED, PREPARED, Clause, ClauseState
from game.model.ids import ClauseId
from game.model.scenario import Stage


def needed_detail(clause: Clause, stage: Stage) -> int:
    """What the next conference asks of the clause; for the final settlement it is a point more."""
    if stage >= Stage.FRAMEWORK:
        return LOCKED if clause.core else DETAILED
    return DETAILED if clause.core else PREPARED


def missing_detail(
    clauses: Mapping[ClauseId, Clause], text: Mapping[ClauseId, ClauseState], stage: Stage
) -> dict[ClauseId, int]:
    """The clauses that are short of it, and by how many hundredths of a point."""
    short = {key: needed_detail(clause, stage) - text[key].detail for key, clause in clauses.items()}
    return {key: by for key, by in short.items() if by > 0}
