"""What was promised and threatened, and what became of it."""

from enum import Enum

from game.debrief.course import turns_of
from game.model.events import PledgeEnded, PledgeMade, TrackChanged
from game.model.groups import Step
from game.model.ids import ClauseId, TrackId
from game.model.record import record
from game.model.world import Pledge
from game.play.match import Match


class Fate(Enum):
    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"


@record
class Word:
    """A promise or a threat, and its end. ``ended`` is the turn of it; None while it stood open to the last."""

    pledge: Pledge
    fate: Fate
    ended: int | None


@record
class Used:
    """A step of normalisation that was promised, linked, given or taken back. ``paid``: at a signing, not by an act."""

    turn: int
    track: TrackId
    step: Step
    clause: ClauseId | None
    paid: bool


def words_given(match: Match) -> tuple[Word, ...]:
    """Every promise and threat in the order in which they were made."""
    made: list[Pledge] = []
    ends: dict[Pledge, tuple[Fate, int]] = {}
    for turn in turns_of(match):
        for event in turn.events:
            if isinstance(event, PledgeMade):
                made.append(event.pledge)
            elif isinstance(event, PledgeEnded):
                ends[event.pledge] = (Fate.KEPT if event.kept else Fate.BROKEN, turn.turn)
    return tuple(Word(pledge, *ends.get(pledge, (Fate.OPEN, None))) for pledge in made)


def steps_used(match: Match) -> tuple[Used, ...]:
    """Every change of a track's step; work in a bilateral group is none."""
    steps: dict[TrackId, Step] = {}
    found = []
    for turn in turns_of(match):
        for event in turn.events:
            if isinstance(event, TrackChanged) and event.now.step is not steps.get(event.track, Step.NONE):
                paid = event.now.step is Step.DELIVERED and event.now.clause is not None
                found.append(Used(turn.turn, event.track, event.now.step, event.now.clause, paid))
                steps[event.track] = event.now.step
    return tuple(found)
