"""At which rate the working groups met in a turn, and what decided that: rooms, envoys, guests and staff."""

from collections.abc import Iterable

from game.model.events import ClauseMoved, ClauseTurn, TrackChanged
from game.model.groups import Format, GroupState
from game.model.ids import GroupId
from game.model.ledger import Source
from game.model.world import Game, World
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.rules.effects import Batch
from game.rules.groups import group_rates
from game.telling.groups import CAPACITY, HALF
from game.telling.names import Names
from game.telling.prose import counted, exact, sentence

_WORK = "detail-worked"
_BEFORE_WORK = frozenset(["group-walks-out", "jam-cleared"])


def meeting_notes(game: Game, names: Names, record: TurnRecord, groups: Iterable[GroupId]) -> tuple[str, ...]:
    """A sentence for each of the groups: who met, and how much they could get done in the turn."""
    world = _as_they_met(record)
    rates = dict(group_rates(Batch(game, world)))
    wanted = set(groups)
    return tuple(_note(game, names, world, group, rates[group]) for group in rates if group in wanted)


def _as_they_met(record: TurnRecord) -> World:
    """The world as the groups found it at the end of the turn, before any of them had done anything."""
    events = record.events
    place = next((at for at, event in enumerate(events) if _is_work(event)), len(events))
    while place and _is_part_of_it(events[place - 1]):
        place -= 1
    return apply(record.first, events[:place])


def _is_work(event: object) -> bool:
    worked = isinstance(event, ClauseMoved) and event.turn is ClauseTurn.WORKED
    return (worked or isinstance(event, TrackChanged)) and _caused_by(event, frozenset([_WORK]))


def _is_part_of_it(event: object) -> bool:
    return _caused_by(event, _BEFORE_WORK)


def _caused_by(event: object, keys: frozenset[str]) -> bool:
    cause = getattr(event, "cause", None)
    return cause is not None and cause.source is Source.RULE and cause.key in keys


def _note(game: Game, names: Names, world: World, group: GroupId, rate: int) -> str:
    state, spec = world.groups[group], names.scenario.groups[group]
    over = _over_capacity(world, group)
    if spec.track is not None:
        told = [f"{spec.title}: {names.members(state.members)} and us"]
    else:
        guests = [member for member in state.members if member not in spec.stakeholders]
        full = _slowed(game, game.length.served, guests=bool(guests), over=over)
        told = [f"{spec.title}: {names.members(state.members)} {_room(state, served=rate == full)}"]
        told += [f"slowed by {names.members(guests)}, which has no stake in it" if len(guests) == 1 else ""]
        told += [f"slowed by {names.members(guests)}, who have no stake in it" if len(guests) > 1 else ""]
    told.append(_staff(game, world) if over else "")
    told.append(f"up to {exact(rate)} points of detail a turn" if spec.track is None else "")
    return sentence("; ".join(filter(None, told)))


def _room(state: GroupState, *, served: bool) -> str:
    if len(state.members) == 1:
        shared = state.format is Format.UNIFIED
        return "alone" if shared else f"alone, with {'an' if served else 'no'} envoy to carry papers"
    if state.format is Format.UNIFIED:
        return "in one room"
    shuttle = "an envoy carrying papers between them" if served else "no envoy free to carry papers between them"
    return f"in parallel rooms, with {shuttle}"


def _slowed(game: Game, rate: int, *, guests: bool, over: bool) -> int:
    rate = rate * game.rates.guest_slows // 100 if guests else rate
    return rate * game.rates.over_capacity // 100 if over else rate


def _over_capacity(world: World, group: GroupId) -> bool:
    """Whether there was no staff for the group: staff goes to groups in the scenario's order."""
    sitting = [each for each, state in world.groups.items() if state.convened]
    return sitting.index(group) >= world.quantities[CAPACITY] // 100


def _staff(game: Game, world: World) -> str:
    """``at half rate, as staff for 3 groups had to serve 5``."""
    sitting, share = sum(state.convened for state in world.groups.values()), game.rates.over_capacity
    rate = "half rate" if share == HALF else f"{share} % of the rate"
    return f"at {rate}, as staff for {exact(world.quantities[CAPACITY])} had to serve {counted(sitting, 'group')}"
