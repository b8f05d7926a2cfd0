"""Whether a journal can be unfolded on a scenario: every name in it and every place of its world must be there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
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
from game.model.world import BeliefKey, Setup, World
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
    if setup.information and setup.information not in scenario.information:
        return f"the information level '{setup.information}'"
    return None if setup.length in scenario.lengths else f"the length '{setup.length}'"


def fitted(recorded: World, dealt: World) -> World | str:
    """The recorded world with everything that the scenario has had since, as it is dealt; or what the scenario lacks.

    What the world remembers of cards and moves is kept as far as the scenario has them: memories alone stop nothing.
    """
    lost = next(_lost(recorded, dealt), None)
    if lost is not None:
        return lost
    beliefs = {
        key: recorded.beliefs[key] if key in recorded.beliefs and _alike(recorded, dealt, key) else estimate
        for key, estimate in dealt.beliefs.items()
    }
    return replace(
        recorded,
        quantities={**dealt.quantities, **recorded.quantities},
        clauses={**dealt.clauses, **recorded.clauses},
        groups={**dealt.groups, **recorded.groups},
        tracks={**dealt.tracks, **recorded.tracks},
        refusals={**dealt.refusals, **recorded.refusals},
        beliefs=beliefs,
    )


def _alike(recorded: World, dealt: World, key: BeliefKey) -> bool:
    return len(recorded.beliefs[key].values) == len(dealt.beliefs[key].values)


def _lost(recorded: World, dealt: World) -> Iterator[str]:
    """The things that the game goes on with and the scenario no longer has."""
    for label, was, now in (
        ("quantity", recorded.quantities, dealt.quantities),
        ("clause", recorded.clauses, dealt.clauses),
        ("group", recorded.groups, dealt.groups),
        ("track", recorded.tracks, dealt.tracks),
        ("party", recorded.refusals, dealt.refusals),
    ):
        yield from (f"the {label} '{name}'" for name in was if name not in now)


def without_strangers(world: World, scenario: Scenario) -> World:
    """The world without quantities, and without memories of cards and moves, that the scenario does not have."""
    moves = {move.id for party in scenario.parties.values() for move in party.moves}
    return replace(
        world,
        quantities={name: value for name, value in world.quantities.items() if name in scenario.quantities},
        moves={move: turn for move, turn in world.moves.items() if move in moves},
        seen={card: times for card, times in world.seen.items() if card in scenario.cards},
        due={card: turn for card, turn in world.due.items() if card in scenario.cards},
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
