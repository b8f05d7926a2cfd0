"""What an act may cost or set off beside its price, in sentences, before it is queued."""

from collections.abc import Iterator
from dataclasses import replace

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Float,
    Link,
    Recess,
    SoundOut,
    Table,
    TablePackage,
    TaskGroup,
    Unite,
)
from game.model.clauses import DETAILED, Term, principle_agreed
from game.model.groups import Format, GroupState, Step, TrackState
from game.model.ids import ClauseId, PartyId, Quantity
from game.model.scenario import Stage
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.rules.readiness import missing_detail

Plan = tuple[Action, ...]
"""The acts that are carried out before the one that is looked at."""


def as_planned(view: MediatorView, plan: Plan) -> MediatorView:
    """The moment once the plan's groups sit and its steps are linked; what others must agree to stays as it is."""
    groups, tracks = dict(view.groups), dict(view.tracks)
    for action in plan:
        match action:
            case Convene(group, form, members):
                groups[group] = GroupState(convened=True, members=members, format=form, tasks=groups[group].tasks)
            case TaskGroup(group, tasks):
                groups[group] = replace(groups[group], tasks=tasks)
            case Unite(group):
                groups[group] = replace(groups[group], format=Format.UNIFIED)
            case Recess(group):
                groups[group] = GroupState()
            case Link(track, clause):
                tracks[track] = TrackState(Step.LINKED, clause, view.turn, tracks[track].work)
            case _:
                pass
    return replace(view, groups=groups, tracks=tracks) if plan else view


def worn(view: MediatorView, action: Action) -> int:
    """The percentage of its effect that the act still has; the same act within three turns has worn out."""
    last = view.acts.get(act_key(action))
    return 100 if last is None or view.turn - last >= 3 else view.scenario.rates.repeated


def seated(view: MediatorView, clause: ClauseId) -> tuple[PartyId, ...]:
    """The clause's stakeholders that sit in its group."""
    spec = view.scenario.clauses[clause]
    members = view.groups[spec.group].members
    return tuple(party for party in spec.stakeholders if party in members)


def cautions(view: MediatorView, action: Action, plan: Plan = ()) -> tuple[str, ...]:
    """``view`` is the moment as the ``plan`` leaves it; what only answers to the plan could change is said to be so."""
    return (*_worn_out(view, action), *_of_kind(view, action, plan))


def _worn_out(view: MediatorView, action: Action) -> Iterator[str]:
    left = worn(view, action)
    if left == 100:
        return
    if isinstance(action, Act):
        yield "Done within the last three turns: it has lost part of its effect."
    if isinstance(action, CallLeader) and view.scenario.parties[action.party].leaders_channel:
        name = view.scenario.parties[action.party].name
        yield (
            f"Called within the last three turns: what the call itself adds to {name}'s standing is {left} % of the "
            "usual; the chance that it agrees is not touched."
        )


def _of_kind(view: MediatorView, action: Action, plan: Plan) -> Iterator[str]:
    match action:
        case CallLeader(party, clause, _):
            yield from _over_heads(view, party, clause, plan)
        case Table() | TablePackage():
            yield from _of_text(view, action)
        case CallConference():
            yield from _headlines(view)
        case Convene(group) if not view.groups[group].convened and _crowded(view):
            yield "We have no staff for another group: one of those that sit will work at half rate."
        case Link():
            yield from _taken_from(view, action)
        case SoundOut() | Float() | Carry():
            yield from _of_errand(view, action)
        case _:
            pass


def _of_errand(view: MediatorView, action: SoundOut | Float | Carry) -> Iterator[str]:
    if isinstance(action, SoundOut):
        band = view.beliefs[action.party, action.clause].band
        if band <= view.insight.sounding_band:
            yield f"We know this already, give or take {band}: a sounding would tell little more."
    if view.known[Quantity("discipline")] < 45:
        yield "Discipline is loose: a confidential errand may end up in the papers."


def _of_text(view: MediatorView, action: Table | TablePackage) -> Iterator[str]:
    """Who is missing, and what is lost when a clause is given another wording."""
    if isinstance(action, Table):
        here = seated(view, action.clause)
        absent = [party for party in view.scenario.clauses[action.clause].stakeholders if party not in here]
        for party in absent:
            yield f"{view.scenario.parties[party].name} is not in the room and will not ratify."
    terms = (Term(action.clause, action.option),) if isinstance(action, Table) else action.terms
    for term in terms:
        yield from _lapsing(view, term)


def _lapsing(view: MediatorView, term: Term) -> Iterator[str]:
    state = view.text[term.clause]
    if state.option is not None and state.option != term.option:
        label = view.scenario.option(Term(term.clause, state.option)).label
        names = " and ".join(view.scenario.parties[party].name for party in state.agreed)
        yield f"It replaces '{label}'" + (f", and the consent of {names} to that lapses." if names else ".")


def _headlines(view: MediatorView) -> Iterator[str]:
    """What officials have not worked out far enough for a conference."""
    short = missing_detail(view.scenario.clauses, view.text, view.stage)
    titles = ", ".join(view.scenario.clauses[clause].title for clause in short)
    if short:
        yield f"Not worked out as far as a signature asks: {titles}. A text of headlines is signed by few."


def _crowded(view: MediatorView) -> bool:
    sitting = sum(state.convened for state in view.groups.values())
    return sitting >= view.known[Quantity("capacity")] // 100


def _over_heads(view: MediatorView, party: PartyId, clause: ClauseId, plan: Plan) -> Iterator[str]:
    """A principle settled with Moscow alone is settled over the others' heads (C13)."""
    if not view.scenario.parties[party].leaders_channel:
        return
    agreed = view.text[clause].agreed
    left = [p for p in view.scenario.clauses[clause].stakeholders if p not in agreed and p != party]
    if left:
        names, heads = " and ".join(view.scenario.parties[p].name for p in left), "heads" if len(left) > 1 else "head"
        before = "As things stand, before the plan: without" if _touched(plan, clause) else "Without"
        yield f"{before} the consent of {names} this settles the clause over {'their' if left[1:] else 'its'} {heads}."


def _touched(plan: Plan, clause: ClauseId) -> bool:
    """Whether the plan asks for anybody's consent on the clause."""
    return any(clause in _put_to_somebody(each) for each in plan)


def _put_to_somebody(action: Action) -> tuple[ClauseId, ...]:
    match action:
        case Float(_, clause) | CallLeader(_, clause) | Table(clause):
            return (clause,)
        case Carry(_, terms) | TablePackage(terms):
            return tuple(term.clause for term in terms)
        case _:
            return ()


def _taken_from(view: MediatorView, action: Link) -> Iterator[str]:
    """A step that is linked to a clause already is taken from it; if the clause is settled, it is owed for it (C12)."""
    was = view.tracks[action.track]
    if was.step is not Step.LINKED or was.clause is None or was.clause == action.clause:
        return
    clause, state, rates = view.scenario.clauses[was.clause], view.text[was.clause], view.scenario.rates
    if not principle_agreed(clause, state):
        yield f"It is taken from the {clause.short} clause, which then has nothing to wait for."
        return
    name = view.scenario.parties[view.scenario.tracks[action.track].party].name
    lost = "; the clause loses a point of detail, and the consents to it lapse"
    reopened = view.stage < Stage.FRAMEWORK and state.detail < DETAILED
    yield (
        f"It is owed for the {clause.short} clause, which is settled, and is taken from it: {name}'s trust "
        f"−{rates.trust_promise_broken}, credibility −{rates.credibility_idle}{lost if reopened else ''}."
    )
