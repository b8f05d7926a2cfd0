"""What the working groups got done, and why one that got nothing done is stuck."""

from collections.abc import Iterable, Sequence

from game.model.clauses import ClauseState, Term, principle_agreed
from game.model.events import ClauseMoved, TrackChanged
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, Quantity
from game.model.views import MediatorView
from game.model.world import World
from game.rules.groups import most_detail
from game.telling.names import Names
from game.telling.prose import exact, in_prose, listing, sentence


def work_words(names: Names, worked: Iterable[ClauseMoved]) -> str:
    """``Officials bring line to detail 1.6 of 3 (+0.6) and forces to 1 (+0.5).``"""
    first: dict[ClauseId, int] = {}
    last: dict[ClauseId, int] = {}
    for event in worked:
        first.setdefault(event.clause, event.was.detail)
        last[event.clause] = event.now.detail
    parts = [
        f"{names.short(clause)} to {'' if place else 'detail '}{exact(detail)}{'' if place else ' of 3'} "
        f"(+{exact(detail - first[clause])})"
        for place, (clause, detail) in enumerate(last.items())
    ]
    return f"Officials bring {listing(parts)}." if parts else ""


def track_words(names: Names, event: TrackChanged) -> str:
    track = names.scenario.tracks[event.track]
    return f"{track.title}: the groundwork with {names.party(track.party)} stands at {event.now.work} of 100."


def idle_words(names: Names, world: World, groups: Sequence[GroupId]) -> tuple[str, tuple[str, ...]]:
    """The groups that sit and got nothing done in the turn that led to ``world``, and what each clause waits for.

    One reason alone is told at once; more stand behind the cable.
    """
    if not groups:
        return "", ()
    reasons = [
        reason
        for clause in names.scenario.clauses.values()
        if clause.group in groups and (reason := waits_for(names, clause.id, world.clauses[clause.id]))
    ]
    told = "; ".join(in_prose(names.group(group)) for group in groups)
    if len(reasons) == 1:
        return f"No progress in {told}: {reasons[0]}.", ()
    return f"No progress in {told}.", tuple(map(sentence, reasons)) or ("Nothing is left to do.",)


def waits_for(names: Names, clause: ClauseId, state: ClauseState) -> str:
    """What keeps officials from working further on a clause; nothing if they can, or if it is complete."""
    spec = names.scenario.clauses[clause]
    if state.detail < most_detail(spec, state) or state.detail >= 300:
        return ""
    if state.option is None:
        return f"the {spec.short} clause waits for a wording in the text"
    if not principle_agreed(spec, state):
        missing = [party for party in spec.stakeholders if party not in state.agreed and party not in state.over]
        wording = names.option_in_prose(Term(clause, state.option))
        have = "has" if len(missing) == 1 else "have"
        return f"on the {spec.short} clause {names.members(missing)} {have} yet to agree to {wording}"
    return f"the {spec.short} clause is jammed until the leaders' channel settles its principle"


def at_work(world: World) -> tuple[GroupId, ...]:
    return tuple(group for group, state in world.groups.items() if state.convened)


def group_line(view: MediatorView, names: Names, group: GroupId) -> str:
    """``Territory: parallel, Moscow and Kyiv; works on line (1 of 3)``, or that it does not sit."""
    spec, state = names.scenario.groups[group], view.groups[group]
    if not state.convened:
        wait = f" (from turn {state.resumes})" if state.resumes > view.turn else ""
        return f"{spec.title}: not convened{wait}"
    form = "united" if state.format is Format.UNIFIED else "parallel"
    who = names.members(state.members)
    if spec.track is not None:
        return f"{spec.title}: {who} and us; groundwork {view.tracks[spec.track].work} of 100"
    return f"{spec.title}: {form}, {who}; {_agenda(view, names, group)}"


def _agenda(view: MediatorView, names: Names, group: GroupId) -> str:
    tasks = view.groups[group].tasks
    mine = [clause for clause in names.scenario.clauses.values() if clause.group == group]
    parts = [f"{clause.short} {exact(view.text[clause.id].detail)} of 3" for clause in mine]
    tasked = f", told to work on {listing([names.short(task) for task in tasks])}" if tasks else ""
    return f"detail: {', '.join(parts)}{tasked}"


def capacity_words(view: MediatorView) -> str:
    """``Capacity 2 of 3 groups``: how many sit, of how many can be staffed at full rate."""
    sitting = sum(state.convened for state in view.groups.values())
    return f"Capacity {sitting} of {exact(view.known[Quantity('capacity')])} groups"
