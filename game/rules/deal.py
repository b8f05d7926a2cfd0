"""Dealing a game: from a scenario, a world and a seed to private profiles and the first moment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TypeVar

from game.model.clauses import ClauseState
from game.model.groups import GroupState, TrackState
from game.model.ids import SEALED, ClauseId, OptionId, PartyId, Quantity, WorldId
from game.model.parties import Party, Profile, Slope
from game.model.rates import Rates
from game.model.scenario import Length, QuantitySpec, Scenario, Stage, WorldSpec
from game.model.world import BeliefKey, Estimate, Game, Setup, World
from game.rules.calendar import season_of
from game.rules.conditions import rulebook
from game.rules.dice import bell, bells, below, spread
from game.rules.idling import after_idling
from game.rules.insight import insight_of

N = TypeVar("N", Rates, Length)


def deal(scenario: Scenario, setup: Setup) -> Game:
    """The game that this scenario and setup determine. Ids in ``setup`` must exist in the scenario."""
    truth = scenario.worlds[_true_world(scenario, setup)]
    rates = rates_in(scenario, truth)
    return Game(
        setup=setup,
        scenario=scenario,
        length=_length(scenario, setup, truth),
        truth=truth,
        rates=rates,
        profiles={party.id: _profile(party, truth, rates, setup.seed) for party in scenario.parties.values()},
        slopes={party.id: slopes_in(party, truth) for party in scenario.parties.values()},
        insight=insight_of(rates, scenario.informed(setup.information)),
        book=rulebook(scenario),
    )


def rates_in(scenario: Scenario, world: WorldSpec) -> Rates:
    return _scaled(scenario.rates, world.rates)


def _true_world(scenario: Scenario, setup: Setup) -> WorldId:
    if setup.world != SEALED:
        return setup.world
    worlds = sorted(scenario.worlds)
    return worlds[below(len(worlds), setup.seed, "sealed-world")]


def _length(scenario: Scenario, setup: Setup, truth: WorldSpec) -> Length:
    length = _scaled(next(length for key, length in scenario.lengths.items() if key == setup.length), truth.length)
    length = _scaled(length, {"known_lists": scenario.informed(setup.information).lists})
    return replace(length, first_day=length.first_day + timedelta(weeks=setup.late)) if setup.late else length


def _scaled(numbers: N, percents: Mapping[str, int]) -> N:
    if not percents:
        return numbers
    return replace(numbers, **{name: getattr(numbers, name) * percent // 100 for name, percent in percents.items()})


@lru_cache(maxsize=128)
def slopes_in(party: Party, world: WorldSpec) -> tuple[Slope, ...]:
    """The party's no-deal slopes as ``world`` scales them; what a quantity can do in all is scaled alike."""
    return _steepened(party, party.no_deal, world)


@lru_cache(maxsize=128)
def deal_slopes_in(party: Party, world: WorldSpec | None) -> tuple[Slope, ...]:
    """The same for the slopes that enter the deal."""
    return party.deal if world is None else _steepened(party, party.deal, world)


def _steepened(party: Party, slopes: tuple[Slope, ...], world: WorldSpec) -> tuple[Slope, ...]:
    return tuple(
        slope
        if (percent := world.slopes.get((party.id, slope.quantity), 100)) == 100
        else replace(
            slope,
            per_100=slope.per_100 * percent // 100,
            low=slope.low * percent // 100,
            high=slope.high * percent // 100,
        )
        for slope in slopes
    )


@lru_cache(maxsize=128)
def prior_in(party: Party, world: WorldSpec | None) -> Profile:
    """What the scenario, and ``world`` if it is known, say of the party, before the seed."""
    prior = party.prior
    if world is None:
        return prior
    values = {
        clause: {
            option: _bounded(value + world.values.get((party.id, clause, option), 0))
            for option, value in options.items()
        }
        for clause, options in prior.values.items()
    }
    return replace(
        prior,
        values=values,
        base=prior.base + world.base.get(party.id, 0),
        hope=prior.hope + world.hope.get(party.id, 0),
    )


def _profile(party: Party, world: WorldSpec, rates: Rates, seed: int) -> Profile:
    prior = prior_in(party, world)
    values = {
        clause: _jittered_values(options, rates.jitter_value, seed, (party.id, clause))
        for clause, options in prior.values.items()
    }
    return replace(
        prior,
        weights=_jittered_weights(prior.weights, rates.jitter_weight, seed, party.id),
        values=values,
        expects=expected_at(party, world, values),
        base=prior.base + bell(rates.jitter_base, seed, "base", party.id),
        hope=prior.hope + bell(rates.jitter_hope, seed, "hope", party.id),
    )


def expected_at(
    party: Party, world: WorldSpec | None, values: Mapping[ClauseId, Mapping[OptionId, int]]
) -> Mapping[ClauseId, int]:
    """What the party counts an open clause at: the option that the prior expects, at the value that it has here."""
    return {
        clause: expected if option is None else values[clause][option]
        for clause, option, expected in _expected(party, world)
    }


@lru_cache(maxsize=128)
def _expected(party: Party, world: WorldSpec | None) -> tuple[tuple[ClauseId, OptionId | None, int], ...]:
    """For each clause the option that the prior expects, or None and the bare number."""
    prior = prior_in(party, world)
    return tuple(
        (clause, next((option for option, value in prior.values[clause].items() if value == expected), None), expected)
        for clause, expected in prior.expects.items()
    )


def _jittered_weights(
    weights: Mapping[ClauseId, int], percent: int, seed: int, party: PartyId
) -> Mapping[ClauseId, int]:
    """Weights in basis points that sum to 10,000; the largest takes what rounding leaves."""
    draws = spread(len(weights), 2 * percent + 1, seed, "weight", party)
    raw = {
        clause: weight * (100 - percent + extra) for (clause, weight), extra in zip(weights.items(), draws, strict=True)
    }
    total = sum(raw.values())
    shares = {clause: weight * 10_000 // total for clause, weight in raw.items()}
    heaviest = max(shares, key=lambda clause: shares[clause])
    return shares | {heaviest: shares[heaviest] + 10_000 - sum(shares.values())}


def _jittered_values(
    options: Mapping[OptionId, int], deviation: int, seed: int, key: BeliefKey
) -> Mapping[OptionId, int]:
    """Ends of the scale stay where they are: they are what a party says in public."""
    offs = bells(len(options), deviation, seed, "value", *key)
    return {
        option: value if value in (0, 100) else _bounded(value + off)
        for (option, value), off in zip(options.items(), offs, strict=True)
    }


def _bounded(value: int) -> int:
    return max(0, min(100, value))


def first_world(game: Game) -> World:
    """The moment before the first turn."""
    fresh = _fresh_world(game)
    return after_idling(game, fresh) if game.setup.late else fresh


def _fresh_world(game: Game) -> World:
    scenario, length = game.scenario, game.length
    return World(
        turn=0,
        stage=Stage.OPENING,
        quantities=_first_quantities(game),
        clauses={clause: ClauseState(detail=length.detail.get(clause, 0)) for clause in scenario.clauses},
        groups={
            group.id: GroupState(convened=True, members=group.stakeholders)
            if group.id in length.convened
            else GroupState()
            for group in scenario.groups.values()
        },
        tracks={track: TrackState() for track in scenario.tracks},
        beliefs=_first_beliefs(game),
        heard={},
        turns=length.turns,
        season=season_of(length, 1),
        acts={},
        moves={},
        seen={},
        due={},
        flags={},
        refusals=dict.fromkeys(scenario.parties, 0),
    )


def _first_quantities(game: Game) -> Mapping[Quantity, int]:
    """Every quantity at its start, as the length, the world and the seed have it, within its bounds."""
    length, specs = game.length, game.scenario.quantities
    first, second = (party.id for party in game.scenario.parties.values() if party.belligerent)
    starts = {spec.id: spec.start for spec in specs.values()}
    starts |= {
        Quantity("patience"): length.patience,
        Quantity("capacity"): length.capacity,
        Quantity(f"trust.{first}.{second}"): length.between,
    }
    for party, profile in game.profiles.items():
        starts[Quantity(f"aspiration.{party}")] = profile.hope
        under_way = length.start.get(Quantity(f"aspiration.{party}"), 0)
        starts[Quantity(f"guess.{party}")] = assumed_prior(game, party).hope + under_way
    return {
        name: _within(specs[name], start + game.truth.start.get(name, 0) + length.start.get(name, 0))
        for name, start in starts.items()
    }


def _within(spec: QuantitySpec, value: int) -> int:
    return max(spec.low, min(spec.high, value))


def assumed_prior(game: Game, party: PartyId) -> Profile:
    """What the mediator takes the party to be before it has listened: the chosen world's prior, if one was chosen."""
    spec = game.party(party)
    return spec.prior if game.sealed else prior_in(spec, game.truth)


def _first_beliefs(game: Game) -> Mapping[BeliefKey, Estimate]:
    by_weight = sorted(
        ((party.id, clause) for party in game.scenario.parties.values() for clause in game.scenario.clauses),
        key=lambda key: -game.party(key[0]).prior.weights[key[1]],
    )
    known = set(by_weight[: game.length.known_lists])
    return {key: sounded(game, key, turn=0) if key in known else _rumoured(game, key) for key in sorted(by_weight)}


def _rumoured(game: Game, key: BeliefKey) -> Estimate:
    """Half what a party is taken to want, half what it says in public."""
    party, clause = key
    posture = game.insight.posture
    stated = game.party(party).public[clause]
    values = tuple(
        (value * (100 - posture) + (100 if option == stated else max(0, value - 20)) * posture) // 100
        for option, value in assumed_prior(game, party).values[clause].items()
    )
    return Estimate(values, game.insight.prior_band, 0)


def sounded(game: Game, key: BeliefKey, turn: int) -> Estimate:
    """What a sounding in ``turn`` shows: the truth, give or take half the band."""
    party, clause = key
    band = game.insight.sounding_band
    truth = game.profiles[party].values[clause].values()
    offs = bells(len(truth), band // 2, game.seed, "sounding", party, clause, turn)
    values = tuple(_bounded(value + off) for value, off in zip(truth, offs, strict=True))
    return Estimate(values, band, turn)
