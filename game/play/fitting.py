"""Whether a journal can be unfolded on a scenario: every name in it and every place of its world must be there."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from game.model.ids import (
    SEALED,
    US,
    CardId,
    ChoiceId,
    ClauseId,
    GroupId,
    MoveId,
    OptionId,
    PartyId,
    Quantity,
    TrackId,
    VerbId,
    WorldId,
)
from game.model.scenario import Scenario
from game.model.world import Setup, World
from game.play.codec import Met


def strangers(met: Met, scenario: Scenario) -> Iterator[str]:
    """The names in a journal that the scenario does not have."""
    vocabulary = _vocabulary(scenario)
    for kind, names in met.items():
        label, known = vocabulary.get(kind, ("name", names))
        yield from (f"the {label} '{name}'" for name in sorted(names.difference(known)))


def odd_setup(setup: Setup, scenario: Scenario) -> str | None:
    """What of the setup the scenario does not offer."""
    if setup.world != SEALED and setup.world not in scenario.worlds:
        return f"the world '{setup.world}'"
    for seat, _ in setup.minds:
        if seat not in scenario.parties:
            return f"the party '{seat}'"
    return None if setup.length in scenario.lengths else f"the length '{setup.length}'"


def same_places(recorded: World, dealt: World) -> bool:
    """Whether both worlds consist of the same clauses, quantities, groups, tracks, parties and beliefs."""
    return _places(recorded) == _places(dealt)


def _places(world: World) -> tuple[object, ...]:
    return (
        world.quantities.keys(),
        world.clauses.keys(),
        world.groups.keys(),
        world.tracks.keys(),
        world.refusals.keys(),
        {key: len(estimate.values) for key, estimate in world.beliefs.items()},
    )


@lru_cache(maxsize=8)
def _vocabulary(scenario: Scenario) -> Mapping[object, tuple[str, Collection[str]]]:
    return {
        PartyId: ("party", {US, *scenario.parties}),
        ClauseId: ("clause", scenario.clauses),
        OptionId: ("option", {option for clause in scenario.clauses.values() for option in clause.options}),
        GroupId: ("group", scenario.groups),
        TrackId: ("track", scenario.tracks),
        VerbId: ("verb", scenario.verbs),
        CardId: ("card", scenario.cards),
        ChoiceId: ("choice", {choice.id for card in scenario.cards.values() for choice in card.choices}),
        MoveId: ("move", {move.id for party in scenario.parties.values() for move in party.moves}),
        Quantity: ("quantity", scenario.quantities),
        WorldId: ("world", {SEALED, *scenario.worlds}),
    }
