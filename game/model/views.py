"""What a seat may know. A mind gets one of these and nothing else, so that it cannot look at the world."""

from collections.abc import Mapping

from game.model.cards import Cost
from game.model.clauses import Clause, ClauseState
from game.model.groups import GroupState, TrackState
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, Quantity, TrackId, WorldId
from game.model.information import Insight
from game.model.parties import Party, Profile, Slope
from game.model.rates import Rates
from game.model.record import record
from game.model.scenario import Length, Scenario, Stage
from game.model.world import BeliefKey, Estimate, Heard, Pledge, Signature


@record
class PartyView:
    """One party's sight of the game.

    ``known`` holds the quantities that this party can see. ``slopes`` are its own no-deal slopes as the world that
    holds has them. ``side`` is what a signed text brings it beside the clauses, ``links`` what is paid on top when
    a clause is settled (both in hundredths), ``payable`` the tracks that could still be linked, with their worth.
    ``squeeze`` is how far it is cut off, 0 to 100; ``strains`` are its own kinds. ``closed`` are the options that are
    known to be another party's red line, ``positions`` what every other party says in public, of which ``stances`` are
    on clauses in which it has a say. ``temper`` seeds its own noise and tells nothing about other draws. ``pace`` is
    how much of what is stated for two weeks a turn brings, in percent.
    """

    party: Party
    profile: Profile
    rates: Rates
    slopes: tuple[Slope, ...]
    clauses: Mapping[ClauseId, Clause]
    promised: Mapping[ClauseId, tuple[OptionId, ...]]
    closed: Mapping[ClauseId, tuple[OptionId, ...]]
    positions: Mapping[PartyId, Mapping[ClauseId, OptionId]]
    stances: Mapping[PartyId, tuple[tuple[ClauseId, OptionId], ...]]
    turn: int
    pace: int
    stage: Stage
    known: Mapping[Quantity, int]
    text: Mapping[ClauseId, ClauseState]
    side: int
    links: Mapping[ClauseId, int]
    payable: Mapping[TrackId, int]
    squeeze: int
    strains: tuple[Quantity, ...]
    refusals: int
    temper: int


@record
class MediatorView:
    """The mediator's sight of the game: everything but what is private to the parties.

    ``assumed`` is the world the player chose, or None in a sealed game. ``calendar`` is what is left of this turn.
    ``facts`` answers the names of content's conditions, as far as the mediator can see them. ``insight`` says how vague
    its estimates are.
    """

    scenario: Scenario
    length: Length
    assumed: WorldId | None
    turn: int
    stage: Stage
    calendar: Cost
    known: Mapping[Quantity, int]
    text: Mapping[ClauseId, ClauseState]
    groups: Mapping[GroupId, GroupState]
    tracks: Mapping[TrackId, TrackState]
    beliefs: Mapping[BeliefKey, Estimate]
    heard: Mapping[BeliefKey, Heard]
    acts: Mapping[str, int]
    pledges: tuple[Pledge, ...]
    signed: tuple[Signature, ...]
    refusals: Mapping[PartyId, int]
    barred_until: int
    truce: int | None
    facts: Mapping[str, int]
    insight: Insight
    temper: int
