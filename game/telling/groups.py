"""What the working groups got done, and why one that got nothing done is stuck."""

from collections.abc import Iterable, Sequence
from typing import Final

from game.model.actions import Recess
from game.model.clauses import LOCKED, PREPARED, ClauseState, Term, principle_agreed
from game.model.events import ClauseMoved, TrackChanged
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, Quantity
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.model.world import World
from game.rules.groups import most_detail
from game.telling.names import Names
from game.telling.prose import counted, exact, in_prose, listing, sentence

CAPACITY: Final = Quantity("capacity")
HALF: Final = 50


def work_words(names: Names, worked: Iterable[ClauseMoved]) -> str:
    """``Officials bring line to detail 1.6 of 3 (+0.6) and forces to 1 (+0.5).``

    On clauses without a wording they only prepare the ground.
    """
    first: dict[ClauseId, int] = {}
    last: dict[ClauseId, ClauseState] = {}
    for event in worked:
        first.setdefault(event.clause, event.was.detail)
        last[event.clause] = event.now
    worded = [clause for clause, state in last.items() if state.option is not None]
    bare = [clause for clause, state in last.items() if state.option is None]
    told = [_progress(names, clause, last[clause].detail, first[clause]) for clause in worded]
    ground = [_progress(names, clause, last[clause].detail, first[clause]) for clause in bare]
    parts = [f"Officials bring {_of_three(told)}."] if told else []
    if ground:
        who = "They" if told else "Officials"
        limit = f"before a wording stands there they can go no further than {exact(PREPARED)}"
        parts.append(f"{who} prepare the ground and bring {_of_three(ground)}; {limit}.")
    return " ".join(parts)


def _progress(names: Names, clause: ClauseId, detail: int, before: int) -> str:
    return f"{names.topic(clause)} to {exact(detail)} (+{exact(detail - before)})"


def _of_three(parts: Sequence[str]) -> str:
    """The first says what is counted and of how many."""
    before, _, after = parts[0].partition(" to ")
    number, _, gain = after.partition(" ")
    return listing([f"{before} to detail {number} of 3 {gain}", *parts[1:]])


def track_words(names: Names, event: TrackChanged) -> str:
    track = names.scenario.tracks[event.track]
    return f"{track.title}: the groundwork with {names.party(track.party)} stands at {event.now.work} of 100."


def idle_words(names: Names, world: World, groups: Sequence[GroupId]) -> tuple[str, tuple[str, ...]]:
    """The groups that sit and got nothing done in the turn that led to ``world``, and what each clause waits for.

    One reason alone is told at once; more stand behind the cable. Groups that have finished are left out.
    """
    groups = [group for group in groups if not _finished(names, world, group)]
    if not groups:
        return "", ()
    reasons = [
        reason
        for clause in names.scenario.clauses.values()
        if clause.group in groups and (reason := waits_for(names, clause.id, world.clauses[clause.id]))
    ]
    told = listing([in_prose(names.group(group)) for group in groups])
    if len(reasons) == 1:
        return f"No progress in {told}: {reasons[0]}.", ()
    return f"No progress in {told}.", tuple(map(sentence, reasons))


def _finished(names: Names, world: World, group: GroupId) -> bool:
    clauses = names.scenario.clauses.values()
    return all(world.clauses[clause.id].detail >= LOCKED for clause in clauses if clause.group == group)


def waits_for(names: Names, clause: ClauseId, state: ClauseState) -> str:
    """What keeps officials from working further on a clause; nothing if they can, or if it is complete."""
    spec = names.scenario.clauses[clause]
    if state.detail < most_detail(spec, state) or state.detail >= LOCKED:
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
        return f"{spec.title}: {_away(view, names, group)}"
    form = "united" if state.format is Format.UNIFIED else "parallel"
    who = names.members(state.members)
    if spec.track is not None:
        return f"{spec.title}: {who} and us; groundwork {view.tracks[spec.track].work} of 100"
    return f"{spec.title}: {form}, {who}; {_agenda(view, names, group)}"


def _away(view: MediatorView, names: Names, group: GroupId) -> str:
    """Why a group does not sit, and what it has done if it sat before."""
    resumes = view.groups[group].resumes
    wait = f" (from turn {resumes})" if resumes > view.turn else ""
    if act_key(Recess(group)) not in view.acts:
        return f"not convened{wait}"
    track = names.scenario.groups[group].track
    done = _details(view, names, group) if track is None else f"groundwork {view.tracks[track].work} of 100"
    return f"sent home{wait}; {done}"


def _details(view: MediatorView, names: Names, group: GroupId) -> str:
    mine = [clause for clause in names.scenario.clauses.values() if clause.group == group]
    return ", ".join(f"{clause.short} {exact(view.text[clause.id].detail)} of 3" for clause in mine)


def _agenda(view: MediatorView, names: Names, group: GroupId) -> str:
    tasks = view.groups[group].tasks
    tasked = f", told to work on {listing([names.topic(task) for task in tasks])}" if tasks else ""
    return f"detail: {_details(view, names, group)}{tasked}"


def capacity_words(view: MediatorView) -> str:
    """``Capacity: 5 groups sit, staff for 3.5; 2 of them work at half rate``."""
    sitting, staffed = sum(state.convened for state in view.groups.values()), view.known[CAPACITY]
    over = max(0, sitting - staffed // 100)
    share = view.scenario.rates.over_capacity
    rate = "half rate" if share == HALF else f"{share} % of the rate"
    slow = f"; {over} of them {'works' if over == 1 else 'work'} at {rate}" if over else ""
    seats = f"{counted(sitting, 'group')} {'sits' if sitting == 1 else 'sit'}" if sitting else "no group sits"
    return f"Capacity: {seats}, staff for {exact(staffed)}{slow}"
