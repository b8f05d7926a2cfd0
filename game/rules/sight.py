"""The one door to sight: what a seat may know, built from what it can see, never by pruning the world."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from game.model.clauses import OPEN_CLAUSE, ClauseState
from game.model.groups import Step, Track, TrackState
from game.model.ids import US, ClauseId, OptionId, PartyId, Quantity, TrackId
from game.model.ledger import visible_to
from game.model.parties import Party, Profile
from game.model.scenario import Scenario, WorldSpec
from game.model.views import MediatorView, PartyView
from game.model.world import Game, World
from game.rules.asking import strains_of
from game.rules.calendar import calendar_of, paced
from game.rules.deal import deal_slopes_in, expected_at, prior_in, slopes_in
from game.rules.dice import draw
from game.rules.slopes import slopes_value

Tracks = Mapping[TrackId, TrackState]

_ENTRENCHMENT = Quantity("entrenchment")
_CREDIBILITY = Quantity("credibility")


def party_view(game: Game, world: World, party: PartyId) -> PartyView:
    """What ``party`` may know, with its own private profile."""
    spec = game.party(party)
    known = _known(game, world, party)
    links, payable = _payments(game.scenario, world.tracks, party, game.truth)
    side = (
        _side(game.scenario, world.tracks, spec, game.truth, world.quantities)
        - world.quantities[_ENTRENCHMENT]
        - world.quantities[_own(party).resentment]
    )
    return PartyView(
        party=spec,
        profile=game.profiles[party],
        rates=game.rates,
        slopes=game.slopes[party],
        clauses=game.scenario.clauses,
        promised=game.scenario.promised,
        closed=closed_to_others(game.scenario, party),
        positions=positions_of_others(game.scenario, party),
        stances=stances_of_others(game.scenario, party),
        turn=world.turn,
        pace=game.length.pace,
        stage=world.stage,
        known=known,
        text=_seen_text(world, party),
        side=side,
        links=links,
        payable=payable,
        squeeze=_squeeze(spec, world.quantities),
        strains=strains_of(game.scenario, party),
        refusals=world.refusals[party],
        temper=temper_of(game.seed, party),
    )


@lru_cache(maxsize=32)
def visible_quantities(scenario: Scenario, seat: PartyId) -> tuple[Quantity, ...]:
    return tuple(spec.id for spec in scenario.quantities.values() if visible_to(spec.seen, seat))


class _Own(NamedTuple):
    """The names of a party's own quantities."""

    hope: Quantity
    guess: Quantity
    reading: Quantity
    resentment: Quantity


@lru_cache(maxsize=32)
def _own(party: PartyId) -> _Own:
    return _Own(*[Quantity(f"{kind}.{party}") for kind in ("aspiration", "guess", "reading", "resentment")])


Reader = Callable[[Mapping[Quantity, int]], tuple[int, ...]]


@lru_cache(maxsize=32)
def _reader(scenario: Scenario, seat: PartyId) -> tuple[tuple[Quantity, ...], Reader]:
    names = visible_quantities(scenario, seat)
    return names, itemgetter(*names)


def _known(game: Game, world: World, seat: PartyId) -> Mapping[Quantity, int]:
    names, read = _reader(game.scenario, seat)
    return dict(zip(names, read(world.quantities), strict=True))


@lru_cache(maxsize=64)
def temper_of(seed: int, seat: PartyId) -> int:
    return draw(seed, "temper", seat)


def _seen_text(world: World, party: PartyId) -> Mapping[ClauseId, ClauseState]:
    """The text as the party knows it: the text itself, unless something in it was settled in private."""
    for state in world.clauses.values():
        if state.private or state.tries:
            return {
                clause: seen_clause(each, party) if each.private or each.tries else each
                for clause, each in world.clauses.items()
            }
    return world.clauses


def _without_tries(state: ClauseState) -> ClauseState:
    """Whether a call has failed to clear a jam only the mediator knows."""
    return ClauseState(state.option, state.agreed, state.over, state.detail, state.blessed, tabled=state.tabled)


def seen_clause(state: ClauseState, party: PartyId) -> ClauseState:
    """Consent given in private is known to whoever gave it, and with it a wording that is not tabled yet."""
    if not state.private:
        return _without_tries(state)
    if not state.tabled and party not in state.agreed:
        return ClauseState(detail=state.detail) if state.detail else OPEN_CLAUSE
    own = (party,) if party in state.private else ()
    agreed = tuple(each for each in state.agreed if each == party or each not in state.private)
    return ClauseState(state.option, agreed, state.over, state.detail, tabled=state.tabled, private=own)


@lru_cache(maxsize=32)
def closed_to_others(scenario: Scenario, party: PartyId) -> Mapping[ClauseId, tuple[OptionId, ...]]:
    """Options that another party is known never to sign. Red lines are public."""
    closed: dict[ClauseId, tuple[OptionId, ...]] = {}
    for other in scenario.parties.values():
        if other.id != party:
            for line in other.red_lines:
                closed[line.clause] = (*closed.get(line.clause, ()), line.option)
    return closed


@lru_cache(maxsize=32)
def positions_of_others(scenario: Scenario, party: PartyId) -> Mapping[PartyId, Mapping[ClauseId, OptionId]]:
    return {other.id: other.public for other in scenario.parties.values() if other.id != party}


@lru_cache(maxsize=32)
def stances_of_others(scenario: Scenario, party: PartyId) -> Mapping[PartyId, tuple[tuple[ClauseId, OptionId], ...]]:
    """Of their public positions, those on clauses in which they have a say."""
    clauses = scenario.clauses
    return {
        other: tuple((clause, option) for clause, option in public.items() if other in clauses[clause].stakeholders)
        for other, public in positions_of_others(scenario, party).items()
    }


def step_worth(scenario: Scenario, tracks: Tracks, track: TrackId, world: WorldSpec | None) -> int:
    """What the step is worth now: half of it is the step, half the bilateral work behind it."""
    percent = 100 if world is None else world.normalisation
    return scenario.tracks[track].worth * (50 + tracks[track].work // 2) * percent // 10_000


@lru_cache(maxsize=32)
def tracks_with(scenario: Scenario, party: PartyId) -> tuple[Track, ...]:
    return tuple(track for track in scenario.tracks.values() if track.party == party)


def _payments(
    scenario: Scenario, tracks: Tracks, party: PartyId, world: WorldSpec | None
) -> tuple[Mapping[ClauseId, int], Mapping[TrackId, int]]:
    links: dict[ClauseId, int] = {}
    payable: dict[TrackId, int] = {}
    for track in tracks_with(scenario, party):
        state = tracks[track.id]
        if state.step is Step.LINKED and state.clause is not None:
            links[state.clause] = links.get(state.clause, 0) + step_worth(scenario, tracks, track.id, world)
        elif state.step in (Step.NONE, Step.PROMISED):
            payable[track.id] = step_worth(scenario, tracks, track.id, world)
    return links, payable


def _side(
    scenario: Scenario, tracks: Tracks, party: Party, world: WorldSpec | None, known: Mapping[Quantity, int]
) -> int:
    """What a signed text brings beside the clauses; promised steps count at a share, by credibility."""
    worth = 0
    for track in tracks_with(scenario, party.id):
        if tracks[track.id].step is Step.PROMISED:
            worth += step_worth(scenario, tracks, track.id, world)
    promised = worth * scenario.rates.promise_share * known[_CREDIBILITY] // 10_000
    return slopes_value(deal_slopes_in(party, world), known) + promised


def _squeeze(party: Party, quantities: Mapping[Quantity, int]) -> int:
    return max([100 - quantities[quantity] for quantity in party.squeezed_by], default=0)


def mediator_view(game: Game, world: World) -> MediatorView:
    """What the mediator may know: everything but what is private to the parties."""
    known = _known(game, world, US)
    return MediatorView(
        scenario=game.scenario,
        length=game.length,
        assumed=None if game.sealed else game.truth.id,
        turn=world.turn,
        stage=world.stage,
        calendar=calendar_of(world),
        known=known,
        text=world.clauses,
        groups=world.groups,
        tracks=world.tracks,
        beliefs=world.beliefs,
        heard=world.heard,
        acts=world.acts,
        pledges=world.pledges,
        signed=world.signed,
        refusals=world.refusals,
        barred_until=world.barred_until,
        truce=world.truce,
        facts={name: read(world) for name, read in game.book.verb_names.items()},
        insight=game.insight,
        temper=temper_of(game.seed, US),
    )


@lru_cache(maxsize=64)
def _believed(
    scenario: Scenario, party: PartyId, world: WorldSpec | None, base: int, worths: tuple[tuple[int, ...], ...]
) -> Profile:
    """The party's profile with what the mediator believes that its options are worth, by clause and option in order."""
    spec = scenario.parties[party]
    prior = prior_in(spec, world)
    values = {
        clause: dict(zip(each.options, believed, strict=True))
        for (clause, each), believed in zip(scenario.clauses.items(), worths, strict=True)
    }
    return Profile(
        weights=prior.weights,
        values=values,
        expects=expected_at(spec, world, values),
        base=base,
        hope=prior.hope,
        concessions=prior.concessions,
    )


def expected_entrenchment(view: MediatorView) -> int:
    """What the war is taken to have hardened by now, as if talks had always worked: nobody sees how far it has."""
    return max(0, view.turn - 1) * paced(view.length, view.scenario.rates.entrench_working)


def suppose(view: MediatorView, party: PartyId) -> PartyView:
    """What the mediator supposes the party's sight to be: the same shape, filled from belief alone.

    Private values are the mediator's estimates, the aspiration its own guess, the no-deal value the prior of the
    world that the player chose (the scenario's own, in a sealed game) as answers so far have corrected it.
    """
    scenario, spec = view.scenario, view.scenario.parties[party]
    world = None if view.assumed is None else scenario.worlds[view.assumed]
    own = _own(party)
    base = prior_in(spec, world).base + view.known[own.reading]
    links, payable = _payments(scenario, view.tracks, party, world)
    beliefs = view.beliefs
    return PartyView(
        party=spec,
        profile=_believed(
            scenario, party, world, base, tuple([beliefs[party, clause].values for clause in scenario.clauses])
        ),
        rates=scenario.rates,
        slopes=spec.no_deal if world is None else slopes_in(spec, world),
        clauses=scenario.clauses,
        promised=scenario.promised,
        closed=closed_to_others(scenario, party),
        positions=positions_of_others(scenario, party),
        stances=stances_of_others(scenario, party),
        turn=view.turn,
        pace=view.length.pace,
        stage=view.stage,
        known={**view.known, own.hope: view.known[own.guess]},
        text=view.text,
        side=_side(scenario, view.tracks, spec, world, view.known) - expected_entrenchment(view),
        links=links,
        payable=payable,
        squeeze=_squeeze(spec, view.known),
        strains=strains_of(scenario, party),
        refusals=view.refusals[party],
        temper=0,
    )
