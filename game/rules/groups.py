"""Working groups between meetings of principals: detail is worked out here and nowhere else (C14)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from game.model.clauses import DETAIL_POINT, DETAILED, LOCKED, PREPARED, Clause, ClauseState, principle_agreed
from game.model.events import ClauseTurn, GroupChanged, GroupTurn, TrackChanged
from game.model.groups import Format, Group, GroupState, TrackState
from game.model.ids import US, ClauseId, GroupId, PartyId, Quantity, TrackId
from game.model.scenario import Scenario
from game.model.world import World
from game.rules.calendar import calendar_of
from game.rules.dice import per_mille
from game.rules.effects import Batch, rule
from game.rules.options import MOST_TASKS, cost_of
from game.rules.trust import belligerents, between, in_washington, room_gap

_CAPACITY = Quantity("capacity")
_WORKED = rule("detail-worked")
_TABLED_MOST = PREPARED + DETAIL_POINT // 2
"""Officials can work half a point ahead on a wording that is tabled but not agreed."""


def most_detail(clause: Clause, state: ClauseState) -> int:
    """How far officials can go as the clause stands."""
    agreed = principle_agreed(clause, state)
    if clause.political and not (state.blessed and agreed):
        return PREPARED
    if agreed:
        return LOCKED
    return PREPARED if state.option is None else _TABLED_MOST


@lru_cache(maxsize=8)
def clauses_of_groups(scenario: Scenario) -> Mapping[GroupId, tuple[Clause, ...]]:
    """The clauses that every group works on."""
    clauses = scenario.clauses.values()
    return {group: tuple(clause for clause in clauses if clause.group == group) for group in scenario.groups}


def workable(batch: Batch, group: GroupId) -> tuple[ClauseId, ...]:
    """The clauses that the group will work on: its tasks, or those that need work most."""
    state = batch.world.groups[group]
    open_ = [
        clause
        for clause in clauses_of_groups(batch.game.scenario)[group]
        if (stands := batch.clause(clause.id)).detail < most_detail(clause, stands)
    ]
    tasked = [clause.id for clause in open_ if clause.id in state.tasks]
    if tasked:
        return tuple(tasked)
    open_.sort(key=lambda clause: (not clause.core, batch.clause(clause.id).detail))
    return tuple([clause.id for clause in open_[:MOST_TASKS]])


def work_groups(batch: Batch) -> tuple[PartyId, ...]:
    """All groups meet; returns the parties that sat in one that got somewhere."""
    busy: list[PartyId] = []
    rates = dict(group_rates(batch))
    for group, rate in rates.items():
        state, spec = batch.world.groups[group], batch.game.scenario.groups[group]
        if state.format is Format.UNIFIED and _walks_out(batch, group, state):
            continue
        moved = _work_track(batch, spec.track, rate) if spec.track else _work_clauses(batch, group, rate)
        if moved:
            busy.extend(state.members)
        _clear_jams(batch, group)
    return tuple(party for party in batch.game.scenario.parties if party in busy)


def group_rates(batch: Batch) -> Iterator[tuple[GroupId, int]]:
    """What each sitting group gets done in the turn, in hundredths of a point of detail."""
    world, game = batch.world, batch.game
    places = batch.read(_CAPACITY) // 100
    shuttles = 2 * _free_envoys(batch, world)
    sitting = [(group, state) for group, state in world.groups.items() if state.convened]
    for place, (group, state) in enumerate(sitting):
        spec = game.scenario.groups[group]
        rate = game.length.unified
        if spec.track is not None:
            rate = game.length.served
        elif state.format is Format.PARALLEL:
            served = shuttles > 0 and bool(workable(batch, group))
            shuttles -= 1 if served else 0
            rate = game.length.served if served else game.length.unserved
        yield group, _slowed(batch, spec, state, rate, over=place >= places)


def _free_envoys(batch: Batch, world: World) -> int:
    """Envoys left unspent go on serving groups."""
    return max(0, calendar_of(world).envoys - cost_of(batch.game.scenario, world.acted).envoys)


def _slowed(batch: Batch, spec: Group, state: GroupState, rate: int, over: bool) -> int:
    rates = batch.game.rates
    if [member for member in state.members if member not in spec.stakeholders]:
        rate = rate * rates.guest_slows // 100
    return rate * rates.over_capacity // 100 if over else rate


def _work_clauses(batch: Batch, group: GroupId, rate: int) -> bool:
    """Split the turn's work over at most two clauses; what one cannot take the other gets."""
    tasks, clauses = workable(batch, group), batch.game.scenario.clauses
    room = {task: most_detail(clauses[task], state := batch.clause(task)) - state.detail for task in tasks}
    shares = {task: min(rate // len(tasks), most) for task, most in room.items()}
    left = rate - sum(shares.values())
    for task in tasks:
        extra = min(left, room[task] - shares[task])
        shares[task] += extra
        left -= extra
    for task, done in shares.items():
        before = batch.clause(task).detail
        batch.work(task, done, _WORKED)
        if before < DETAILED <= before + done:
            _trust_grows(batch, group)
    return any(shares.values())


def _trust_grows(batch: Batch, group: GroupId) -> None:
    """Work carried to detail makes the belligerents in the room trust each other a little more."""
    members = batch.world.groups[group].members
    fighting = [party for party in belligerents(batch.game.scenario) if party in members]
    if len(fighting) == 2:
        trust = between(batch.game.scenario, fighting[0], fighting[1])
        batch.shift(trust, batch.game.rates.between_detail, rule("detail-worked"))


def _work_track(batch: Batch, track: TrackId, rate: int) -> bool:
    state, spec = batch.world.tracks[track], batch.game.scenario.tracks[track]
    work = min(100, state.work + rate * batch.game.rates.track_work // 100)
    if work == state.work:
        return False
    now = TrackState(state.step, state.clause, state.since, work)
    batch.add(TrackChanged(track, now, rule("detail-worked"), (spec.party, US)))
    return True


def _clear_jams(batch: Batch, group: GroupId) -> None:
    """Now and then a jam clears without the leaders."""
    game, turn = batch.game, batch.world.turn
    for clause in clauses_of_groups(game.scenario)[group]:
        state = batch.clause(clause.id)
        if not clause.political or state.blessed or not principle_agreed(clause, state):
            continue
        if per_mille(game.length.jam_clears * 10, game.seed, "self-clear", turn, clause.id):
            batch.move(clause.id, ClauseTurn.BLESSED, replace(state, blessed=True), rule("jam-cleared"))


def _walks_out(batch: Batch, group: GroupId, state: GroupState) -> bool:
    """A group in one room without the trust for it may break up; the least trusting member leaves."""
    game = batch.game
    gap = room_gap(game.scenario, game.length, batch.world.quantities, state.members)
    chance = gap * game.length.walk_out_per_mille
    if not chance or not per_mille(chance, game.seed, "walk-out", batch.world.turn, group):
        return False
    leaver = min(state.members, key=lambda party: batch.read(in_washington(party)))
    walk_out(batch, group, leaver)
    return True


def walk_out(batch: Batch, group: GroupId, party: PartyId) -> None:
    """The group goes home and cannot sit again next turn."""
    if not batch.group(group).convened:
        return
    now = GroupState(resumes=batch.world.turn + 2)
    batch.add(GroupChanged(group, GroupTurn.WALKED_OUT, now, rule("group-walks-out"), party))
    batch.shift(Quantity("patience"), -2, rule("group-walks-out"))
