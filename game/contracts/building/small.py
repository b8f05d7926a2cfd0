"""A whole scenario in one page: East and West at war, an ally of West's, four clauses, round numbers and no chance.

The values are chosen for arithmetic by hand. In hundredths of a point the landing text (``freeze``, ``shield``,
``watched``, ``shared``) is worth, at trust 100, synergies left out:

=====  ==================================  =====
east   4000x50 + 3000x60 + 1000x60 + 2000x60  5600
west   3000x60 + 4000x70 + 2000x80 + 1000x70  6900
ally   2000x65 + 4000x80 + 1000x90 + 3000x80  7800
=====  ==================================  =====
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from game.contracts.building.parties import EAST, LANDING, PACT, PARTIES, TRUCE, VALUES, WEST, small_party
from game.contracts.building.quantities import small_quantities
from game.contracts.building.verbs import small_verbs
from game.model.clauses import Clause, Option, Term
from game.model.expressions import Compare, Name, Number
from game.model.groups import Group, Track
from game.model.ids import ClauseId, GroupId, LengthId, LensId, OptionId, PartyId, TrackId, WorldId
from game.model.rates import Rates
from game.model.scenario import Ending, Length, Lens, Scenario, Words, WorldSpec
from game.model.world import Setup

SPACE: Final = TrackId("space")
BORDERS: Final = GroupId("borders")
SECURITY: Final = GroupId("security")
LULL: Final = GroupId("lull")
ECONOMY: Final = GroupId("economy")
_STAKES: Final = {"border": (EAST, WEST), "pact": PARTIES, "truce": (EAST, WEST), "aid": PARTIES}
_GROUPS: Final = {"border": "borders", "pact": "security", "truce": "lull", "aid": "economy"}


def small_scenario(
    rates: Mapping[str, int] | None = None,
    length: Mapping[str, Any] | None = None,
    parties: Mapping[PartyId, Mapping[str, Any]] | None = None,
    **changes: Any,
) -> Scenario:
    """The scenario, with some rates, fields of its one length and of its parties, or fields of its own changed.

    >>> small_scenario(rates={"noise": 60}, length={"turns": 2}, collapse=Number(1)).rates.noise
    60
    """
    chosen = {party: replace(small_party(party), **(parties or {}).get(party, {})) for party in PARTIES}
    scenario = Scenario(
        id="small",
        title="A small war",
        summary="Three parties and four clauses.",
        digest="small",
        as_of=date(2025, 12, 3),
        parties=chosen,
        clauses={ClauseId(clause): _clause(clause) for clause in VALUES},
        groups={group.id: group for group in _groups()},
        tracks={SPACE: Track(SPACE, "Space", "Satellites.", EAST, 200)},
        verbs={verb.id: verb for verb in small_verbs()},
        cards={},
        quantities={spec.id: spec for spec in small_quantities()},
        lengths={LengthId("short"): small_length(**(length or {}))},
        worlds={WorldId("plain"): plain_world()},
        lenses={LensId("even"): Lens(LensId("even"), "Even", "All alike.", {"settlement": 50, "durability": 50})},
        endings={name: Ending(name, name, name, {}) for name in ENDINGS},
        rates=small_rates(**(rates or {})),
        landing=LANDING,
        promised={PACT: (OptionId("treaty"), OptionId("shield"))},
        monitored=(Term(TRUCE, OptionId("watched")),),
        collapse=Compare(">=", Name("strain.west.cohesion"), Number(95)),
        words=Words({}, {}, {}, {}, {}, {}),
    )
    return replace(scenario, **changes)


ENDINGS: Final = (
    "final-settlement",
    "framework",
    "ceasefire-broken",
    "imposed",
    "frozen",
    "white-house-leaves",
    "collapse",
)
"""Every ending that the design names."""


def small_setup(seed: int = 1, world: str = "plain") -> Setup:
    return Setup("small", WorldId(world), "short", seed)


def plain_world(**changes: Any) -> WorldSpec:
    """A world that leaves the priors as they are."""
    spec = WorldSpec(WorldId("plain"), "Plain", "As it is said.", "None.", ("C1",), {}, {}, {}, {}, {}, {})
    return replace(spec, **changes)


_RATES: Final = {
    "trust_floor": 80,
    "leader_bonus": 150,
    "package_bonus": 20,
    "near": 350,
    "sign_floor": 200,
    "headline": 0,
    "duress": 60,
    "sell_per_room": 50,
    "over_resentment": 10,
    "refusal_trust": 1,
    "hope_floor": 200,
    "hope_ceiling": 1400,
    "hope_talks": 20,
    "hope_principle": 25,
    "hope_leaders": 40,
    "hope_strain": 10,
    "hope_trust": 5,
    "hope_stalled": 10,
    "hope_leak": 50,
    "hope_public": 30,
    "hope_outlook": 5,
    "hope_gift": 90,
    "hope_linked": 45,
    "hope_yield": 60,
    "hope_squeeze": 30,
    "hope_failed": 100,
    "entrench_idle": 35,
    "entrench_working": 10,
    "front_shock": 1000,
    "ceasefire_break": 10,
    "ceasefire_detail": 10,
    "ceasefire_unmonitored": 30,
    "ceasefire_over": 40,
    "ceasefire_imposed": 60,
    "guest_slows": 80,
    "over_capacity": 50,
    "track_work": 40,
    "patience_principle": 3,
    "patience_stage": 6,
    "patience_leak": 4,
    "patience_failed": 8,
    "patience_congress": 1,
    "trust_leak": 5,
    "trust_over": 8,
    "trust_over_ally": 4,
    "trust_warming": 2,
    "trust_promise_kept": 3,
    "trust_promise_broken": 6,
    "credibility_kept": 3,
    "credibility_idle": 7,
    "credibility_failed": 5,
    "between_detail": 3,
    "standing_step": 6,
    "standing_call": 4,
    "repeated": 60,
    "promise_share": 50,
    "belief_prior_band": 22,
    "belief_sounding_band": 4,
    "belief_hearsay_band": 12,
    "belief_ageing": 5,
    "posture": 40,
}


def small_rates(**changes: int) -> Rates:
    """Rates without chance: no jitter, no noise, no war that moves. A rate not named here is 0."""
    known = {field.name: _RATES.get(field.name, 0) for field in fields(Rates)}
    return Rates(**(known | changes))


def small_length(**changes: Any) -> Length:
    """Six turns of two weeks at the stated pace; nothing leaks, a jam clears by a call and never by itself."""
    usual: dict[str, Any] = dict.fromkeys((field.name for field in fields(Length)), 0)
    usual |= {
        "id": LengthId("short"),
        "label": "Short",
        "turns": 6,
        "weeks": 2,
        "first_day": date(2026, 3, 2),
        "about": "Six turns.",
        "patience": 70,
        "patience_loss": 2,
        "served": 50,
        "unserved": 20,
        "unified": 80,
        "capacity": 400,
        "capacity_most": 400,
        "known_lists": 12,
        "sounding_lists": 2,
        "call_clears": 100,
        "unite_between": 25,
        "unite_trust": 40,
        "between": 30,
        "pace": 100,
        "acts": 100,
        "convened": (),
        "detail": {},
        "start": {},
    }
    return Length(**(usual | changes))


def _clause(name: str) -> Clause:
    clause = ClauseId(name)
    return Clause(
        id=clause,
        title=name.capitalize(),
        short=name,
        group=GroupId(_GROUPS[name]),
        political=name in ("border", "pact"),
        core=name != "aid",
        importance=25,
        stakeholders=_STAKES[name],
        about=name,
        options={OptionId(each): Option(OptionId(each), each, each, each, each) for each in VALUES[name]},
    )


def _groups() -> Iterable[Group]:
    for clause, group in _GROUPS.items():
        yield Group(GroupId(group), group.capitalize(), group, _STAKES[clause], None)
    yield Group(GroupId("space"), "Space", "Satellites.", (EAST,), SPACE)
