"""What the names in content's conditions stand for at a moment of a game."""

from game.model.clauses import principle_agreed
from game.model.groups import Format
from game.model.ids import CardId, ClauseId, GroupId, PartyId, Quantity, TrackId
from game.model.scenario import Scenario
from game.model.world import Game, Test, World

_SEASONS = ("winter", "spring", "summer", "autumn")


class Facts(dict[str, int]):
    """What the names in content's conditions stand for at one moment, each read when it is first asked for."""

    __slots__ = ("_readers", "world")

    def __init__(self, game: Game, world: World) -> None:
        super().__init__(world.quantities.items())
        self._readers, self.world = game.book.readers, world

    def __missing__(self, name: str) -> int:
        value = self[name] = self._readers[name](self.world)
        return value


def reader_of(scenario: Scenario, name: str) -> Test:
    """A function from a moment to what ``name`` stands for there. Names are checked when content is read."""
    if name in scenario.quantities:
        quantity = Quantity(name)
        return lambda world: world.quantities[quantity]
    if name in _SEASONS:
        return lambda world: int(world.season == name)
    head, _, rest = name.partition(".")
    reader = _simple(name) or _of_text(scenario, head, rest) or _of_table(head, rest) or _of_memory(head, rest)
    return reader or _seat(scenario, name)


def _simple(name: str) -> Test | None:
    readers: dict[str, Test] = {
        "turn": lambda world: world.turn,
        "turns": lambda world: world.turns,
        "left": lambda world: world.turns - world.turn,
        "stage": lambda world: int(world.stage),
        "fighting": lambda world: int(world.truce is None),
    }
    return readers.get(name)


def _of_text(scenario: Scenario, head: str, rest: str) -> Test | None:
    clause = ClauseId(rest)
    if head == "detail":
        return lambda world: world.clauses[clause].detail
    if head == "agreed":
        spec = scenario.clauses[clause]
        return lambda world: int(principle_agreed(spec, world.clauses[clause]))
    if head == "text":
        named, _, option = rest.partition(".")
        where = ClauseId(named)
        return lambda world: int(world.clauses[where].option == option)
    return None


def _of_table(head: str, rest: str) -> Test | None:
    group, track = GroupId(rest), TrackId(rest)
    if head == "group":
        return lambda world: int(world.groups[group].convened)
    if head == "unified":
        return lambda world: int(world.groups[group].convened and world.groups[group].format is Format.UNIFIED)
    if head == "track":
        return lambda world: int(world.tracks[track].step)
    return None


def _of_memory(head: str, rest: str) -> Test | None:
    card, party = CardId(rest), PartyId(rest)
    if head == "flag":
        return lambda world: int(rest in world.flags)
    if head == "seen":
        return lambda world: world.seen.get(card, 0)
    if head == "refusals":
        return lambda world: world.refusals[party]
    return None


def _seat(scenario: Scenario, name: str) -> Test:
    """``europe-in``: whether the party sits in some group that works on the treaty."""
    party = PartyId(name.removesuffix("-in"))
    treaty = [group.id for group in scenario.groups.values() if group.track is None]
    return lambda world: int(any(party in world.groups[group].members for group in treaty))
