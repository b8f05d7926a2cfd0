"""Working groups of officials, and the bilateral tracks that only Washington and Moscow sit in."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from game.model.ids import ClauseId, GroupId, PartyId, TrackId
from game.model.record import record


class Format(Enum):
    """Parallel groups meet apart and need a shuttle; a unified group is faster, needs trust, and can walk out."""

    PARALLEL = "parallel"
    UNIFIED = "unified"


@dataclass(frozen=True, slots=True)
class Group:
    """``stakeholders`` have a say; anybody else at the table is a guest and slows the work.

    ``track``: a bilateral group, which works on normalisation and on no clause.
    """

    id: GroupId
    title: str
    about: str
    stakeholders: tuple[PartyId, ...]
    track: TrackId | None


@record
class GroupState:
    """``members`` excludes the mediator, who chairs. A group that is not convened has no members.

    ``tasks``: at most two clauses; empty means the clauses of the group that need work most.
    """

    convened: bool = False
    members: tuple[PartyId, ...] = ()
    format: Format = Format.PARALLEL
    tasks: tuple[ClauseId, ...] = ()
    resumes: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """A field of normalisation with ``party``, worked on by the bilateral group of the same name.

    ``worth`` to that party once paid at signing, in hundredths, with the group's work done.
    """

    id: TrackId
    title: str
    about: str
    party: PartyId
    worth: int


class Step(IntEnum):
    """How far a track has been used as leverage; the number stands for it in a condition (``track.arctic >= 2``)."""

    SUSPENDED = -1
    NONE = 0
    PROMISED = 1
    LINKED = 2
    DELIVERED = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@record
class TrackState:
    """``clause`` is the clause that a linked step depends on; ``since`` the turn of the last change.

    ``work`` is how far the bilateral group has come, 0 to 100: an agenda, first meetings, papers.
    """

    step: Step = Step.NONE
    clause: ClauseId | None = None
    since: int = 0
    work: int = 0
