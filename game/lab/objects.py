"""Of all the ways to do something, the one that promises most, as far as the mediator can see."""

from collections.abc import Iterable

from game.minds.process import channel_party
from game.minds.reading import Reading
from game.model.actions import (
    Action,
    CallLeader,
    Carry,
    Convene,
    Float,
    Link,
    Recess,
    SoundOut,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId
from game.model.views import MediatorView
from game.play.forecast import forecast
from game.rules.options import trust_gap


def best_first(view: MediatorView, actions: Iterable[Action]) -> list[Action]:
    """By promise; the first of equals first."""
    reading = Reading(view)
    return sorted(actions, key=lambda action: -promise(reading, action))


def promise(reading: Reading, action: Action) -> int:
    """What ranks actions of one verb; figures of different verbs do not compare."""
    match action:
        case Float(_, clause, _) | CallLeader(_, clause, _) | Table(clause, _):
            return _granted(reading, action, (clause,))
        case Carry(_, terms) | TablePackage(terms):
            return _granted(reading, action, tuple(term.clause for term in terms))
        case SoundOut(party, clause):
            view = reading.view
            return view.scenario.parties[party].prior.weights[clause] * view.beliefs[party, clause].band
        case Convene() | TaskGroup() | Unite() | Recess():
            return _for_groups(reading, action)
        case Link(_, clause):
            return -reading.margin(channel_party(reading.view), _aim(reading, clause))
        case TakeBack(clause):
            return -len(reading.view.text[clause].agreed)
        case _:
            return 0


def _granted(reading: Reading, action: Action, clauses: tuple[ClauseId, ...]) -> int:
    """The chance that all who are asked grant it, times what the clauses count that are not agreed yet."""
    least = min((chance.low + chance.high for chance in forecast(reading.view, action).chances), default=0)
    specs = [reading.view.scenario.clauses[clause] for clause in clauses]
    return least * sum(spec.importance for spec in specs if not reading.agreed(spec))


def _aim(reading: Reading, clause: ClauseId) -> Term:
    return reading.aim(reading.view.scenario.clauses[clause])


def _for_groups(reading: Reading, action: Convene | TaskGroup | Unite | Recess) -> int:
    """Groups with all who have a stake and most to do; the tasks that need work; the least distrust; the idle."""
    view = reading.view
    match action:
        case Convene(group, form, members):
            whole = members == view.scenario.groups[group].stakeholders and not view.groups[group].convened
            return 2 * _to_do(reading, group) + (form is Format.PARALLEL) if whole else -1
        case TaskGroup(group, tasks):
            return -abs(len(set(tasks) ^ set(reading.work(group)[:2])))
        case Unite(group):
            return -trust_gap(view, view.groups[group].members)
        case Recess(group):
            return -_to_do(reading, group)


def _to_do(reading: Reading, group: GroupId) -> int:
    return sum(clause.importance for clause in reading.unsettled() if clause.group == group)
