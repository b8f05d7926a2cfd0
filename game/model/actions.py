"""What the mediator can do, as imperatives. What a verb costs and does is content: see :mod:`game.model.verbs`."""

from collections.abc import Mapping
from typing import ClassVar

from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, TrackId, VerbId
from game.model.record import record


@record
class SoundOut:
    """Ask a party, in confidence, what a clause is worth to it."""

    verb: ClassVar[VerbId] = VerbId("sound-out")
    party: PartyId
    clause: ClauseId


@record
class Float:
    """Try an option on one party, deniably."""

    verb: ClassVar[VerbId] = VerbId("float")
    party: PartyId
    clause: ClauseId
    option: OptionId


@record
class Carry:
    """Carry a package of two or three clauses to one party."""

    verb: ClassVar[VerbId] = VerbId("carry")
    party: PartyId
    terms: tuple[Term, ...]


@record
class CallLeader:
    """Put the principle of a political clause to a leader."""

    verb: ClassVar[VerbId] = VerbId("call")
    party: PartyId
    clause: ClauseId
    option: OptionId


@record
class Convene:
    """Convene a working group, or change its members or format."""

    verb: ClassVar[VerbId] = VerbId("convene")
    group: GroupId
    format: Format
    members: tuple[PartyId, ...]


@record
class TaskGroup:
    """Tell a group which one or two clauses to work on."""

    verb: ClassVar[VerbId] = VerbId("task")
    group: GroupId
    tasks: tuple[ClauseId, ...]


@record
class Unite:
    """Bring the parallel halves of a group into one room."""

    verb: ClassVar[VerbId] = VerbId("unite")
    group: GroupId


@record
class Recess:
    """Send a group home."""

    verb: ClassVar[VerbId] = VerbId("recess")
    group: GroupId


@record
class Table:
    """Put an option into the text; the clause's group answers, stakeholder by stakeholder."""

    verb: ClassVar[VerbId] = VerbId("table")
    clause: ClauseId
    option: OptionId


@record
class TablePackage:
    """Put two or three clauses into the text as one package."""

    verb: ClassVar[VerbId] = VerbId("package")
    terms: tuple[Term, ...]


@record
class TakeBack:
    """Take an option out of the text."""

    verb: ClassVar[VerbId] = VerbId("take-back")
    clause: ClauseId


@record
class CallConference:
    """Ask the parties to sign the text as it stands."""

    verb: ClassVar[VerbId] = VerbId("conference")


@record
class Promise:
    """Promise a step of normalisation."""

    verb: ClassVar[VerbId] = VerbId("promise")
    track: TrackId


@record
class Link:
    """Prepare a step that is paid at signing, if the clause is settled."""

    verb: ClassVar[VerbId] = VerbId("link")
    track: TrackId
    clause: ClauseId


@record
class Deliver:
    """Give the step now, for nothing."""

    verb: ClassVar[VerbId] = VerbId("deliver")
    track: TrackId


@record
class Suspend:
    """Take a step back or break off its talks."""

    verb: ClassVar[VerbId] = VerbId("suspend")
    track: TrackId


@record
class Act:
    """Anything whose effects are written in content alone; ``verb`` names it, ``party`` whom it is done to."""

    verb: VerbId
    party: PartyId | None = None


Action = (
    SoundOut
    | Float
    | Carry
    | CallLeader
    | Convene
    | TaskGroup
    | Unite
    | Recess
    | Table
    | TablePackage
    | TakeBack
    | CallConference
    | Promise
    | Link
    | Deliver
    | Suspend
    | Act
)

FORMS: Mapping[VerbId, type[Action]] = {
    form.verb: form
    for form in (
        SoundOut,
        Float,
        Carry,
        CallLeader,
        Convene,
        TaskGroup,
        Unite,
        Recess,
        Table,
        TablePackage,
        TakeBack,
        CallConference,
        Promise,
        Link,
        Deliver,
        Suspend,
    )
}
"""The verbs that need a rule of their own; every other verb is an :class:`Act`."""
