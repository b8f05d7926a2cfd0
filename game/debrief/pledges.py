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


class End(Enum):
    """What became of a link."""

    PAID = "paid"
    MOVED = "moved"
    GIVEN = "given"
    TAKEN_BACK = "taken-back"
    OPEN = "open"


@record
class Tie:
    """A step of normalisation linked to a clause, to be paid once a text is signed, and its end: paid, moved to
    another clause, given without any text, or taken back. ``ended`` is the turn of it; None while it stood.
    """

    made: int
    track: TrackId
    clause: ClauseId
    end: End
    ended: int | None


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
    """Every change of a track's step, or of the clause that it is linked to; work in a bilateral group is none."""
    steps: dict[TrackId, tuple[Step, ClauseId | None]] = {}
    found = []
    for turn in turns_of(match):
        for event in turn.events:
            if not isinstance(event, TrackChanged):
                continue
            now = event.now.step, event.now.clause
            if now != steps.get(event.track, (Step.NONE, None)):
                paid = event.now.step is Step.DELIVERED and event.now.clause is not None
                found.append(Used(turn.turn, event.track, event.now.step, event.now.clause, paid))
                steps[event.track] = now
    return tuple(found)


def links_made(used: tuple[Used, ...]) -> tuple[Tie, ...]:
    """Every link in the order in which they were made."""
    return tuple(
        _tied(each, each.clause, used[place + 1 :])
        for place, each in enumerate(used)
        if each.step is Step.LINKED and each.clause is not None
    )


def _tied(link: Used, clause: ClauseId, later: tuple[Used, ...]) -> Tie:
    after = next((each for each in later if each.track == link.track), None)
    if after is None:
        return Tie(link.turn, link.track, clause, End.OPEN, None)
    ends = {Step.DELIVERED: End.PAID if after.paid else End.GIVEN, Step.LINKED: End.MOVED}
    return Tie(link.turn, link.track, clause, ends.get(after.step, End.TAKEN_BACK), after.turn)
