"""Actions in words: what they are called and what they cost."""

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    Recess,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.cards import Cost
from game.model.clauses import Term
from game.model.groups import Format
from game.telling.names import Names
from game.telling.prose import listing


def say_cost(cost: Cost) -> str:
    """``1 Envoy, 1 Staff``; ``nothing`` for what is free."""
    parts = [
        f"{cost.president} President" if cost.president else "",
        f"{cost.envoys} Envoy{'s' if cost.envoys > 1 else ''}" if cost.envoys else "",
        f"{cost.staff} Staff" if cost.staff else "",
    ]
    return ", ".join(filter(None, parts)) or "nothing"


def say_format(form: Format) -> str:
    return "in one room" if form is Format.UNIFIED else "in parallel rooms"


def say_action(names: Names, action: Action) -> str:
    """The action as an order, without a full stop: ``Sound out Moscow on the line clause``."""
    match action:
        case SoundOut() | Float() | Carry() | CallLeader():
            return _say_errand(names, action)
        case Table() | TablePackage() | TakeBack() | CallConference():
            return _say_drafting(names, action)
        case Convene() | TaskGroup() | Unite() | Recess():
            return _say_group_action(names, action)
        case Promise() | Link() | Deliver() | Suspend():
            return _say_track_action(names, action)
        case Act(verb, party):
            return names.verb(verb) if party is None else f"{names.verb(verb)}: {names.party(party)}"


def _say_errand(names: Names, action: SoundOut | Float | Carry | CallLeader) -> str:
    match action:
        case SoundOut(party, clause):
            return f"Sound out {names.party(party)} on the {names.short(clause)} clause"
        case Float(party, clause, option):
            return f"Float to {names.party(party)}: {names.term(Term(clause, option))}"
        case Carry(party, terms):
            return f"Carry a package to {names.party(party)}: {names.terms(terms)}"
        case CallLeader(party, clause, option):
            return f"Call {names.formal(party)} on the principle: {names.term(Term(clause, option))}"


def _say_drafting(names: Names, action: Table | TablePackage | TakeBack | CallConference) -> str:
    match action:
        case Table(clause, option):
            return f"Table {names.term(Term(clause, option))}"
        case TablePackage(terms):
            return f"Table a package: {names.terms(terms)}"
        case TakeBack(clause):
            return f"Take back the wording of the {names.short(clause)} clause"
        case CallConference():
            return "Call the signing conference"


def _say_group_action(names: Names, action: Convene | TaskGroup | Unite | Recess) -> str:
    group = names.group_in_prose(action.group)
    match action:
        case Convene(_, form, members):
            return f"Convene {group} {say_format(form)}: {names.members(members)}"
        case TaskGroup(_, tasks):
            return f"Task {group} with {listing([names.topic(task) for task in tasks])}"
        case Unite():
            return f"Unite {group} in one room"
        case Recess():
            return f"Send {group} home"


def _say_track_action(names: Names, action: Promise | Link | Deliver | Suspend) -> str:
    track = names.track_in_prose(action.track)
    match action:
        case Promise():
            return f"Promise a step: {track}"
        case Link(_, clause):
            return f"Link {track} to the {names.short(clause)} clause"
        case Deliver():
            return f"Deliver a step now: {track}"
        case Suspend():
            return f"Suspend {track}"
