"""What became of it: the measures of a finished game, and how a lens adds them up."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.model.clauses import LOCKED, ClauseState
from game.model.ids import ClauseId, PartyId, Quantity
from game.model.scenario import Lens, Stage
from game.model.world import Game, Signature, World
from game.rules.ending import TRUCE_WEEKS, monitored
from game.rules.score import progress
from game.rules.sight import mediator_view
from game.rules.trust import belligerents, between, in_washington

DICTATED_MOST = 35
"""No lens gives more to a text that was signed below a party's limit or over its red line."""

_SETTLED = ("final-settlement", "framework")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished game. ``measures`` run 0 to 100; ``weeks_ended`` are weeks without fighting against the same
    seed left alone, up to twelve weeks past the last turn. ``outlook`` is the ten-year outlook.
    """

    ending: str
    settled: bool
    dictated: bool
    durability: int
    weeks_ended: int
    progress: int
    outlook: str
    measures: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """``parts``: (measure, percent weight, value, points in hundredths)."""

    total: int
    parts: tuple[tuple[str, int, int, int], ...]
    capped: bool


def outcome(game: Game, world: World) -> Outcome:
    ending = world.ending or "frozen"
    dictated = any(signature.imposed for signature in world.signed)
    lasting = durability(game, world) if world.signed and ending != "ceasefire-broken" else 0
    made = progress(mediator_view(game, world)).total
    weeks, horizon = _weeks_ended(game, world), game.length.turns * game.length.weeks + TRUCE_WEEKS
    measures = {
        "settlement": _settlement(ending, made),
        "durability": lasting,
        "fighting": min(100, weeks * 200 // horizon),
        "managed": _managed(game, world),
        "alliance": _alliance(game, world),
        "sovereignty": _sovereignty(game, world),
        "demands": _demands(game, world),
    }
    return Outcome(
        ending=ending,
        settled=ending in _SETTLED and not dictated,
        dictated=dictated,
        durability=lasting,
        weeks_ended=weeks,
        progress=made,
        outlook=_outlook(lasting),
        measures=measures,
    )


def score_under(lens: Lens, result: Outcome) -> Scored:
    """The integer from 0 to 100 that the lens gives; a dictated text is capped in every lens."""
    parts = tuple(
        (measure, weight, result.measures[measure], weight * result.measures[measure])
        for measure, weight in lens.weights.items()
    )
    total = (sum(points for *_, points in parts) + 50) // 100
    capped = result.dictated and total > DICTATED_MOST
    return Scored(DICTATED_MOST if capped else total, parts, capped)


def _settlement(ending: str, made: int) -> int:
    fixed = {"final-settlement": 100, "framework": 88, "imposed": 45, "ceasefire-broken": 20}
    return fixed.get(ending, min(30, made * 2 // 5) if ending == "frozen" else min(15, made // 5))


def durability(game: Game, world: World) -> int:
    """Whether the text would last ten years: detailed, monitored, wanted, sellable, with everybody in."""
    signature = world.signed[-1]
    core = [key for key, clause in game.scenario.clauses.items() if clause.core]
    detail = sum(world.clauses[clause].detail for clause in core) * 100 // (LOCKED * len(core))
    options = {term.clause: term.option for term in signature.terms}
    watched = 100 if monitored(game, {**options}) else 0
    wanted = min(100, max(0, min(signature.surplus.values(), default=0)) // 8)
    homes = min(world.quantities[Quantity(f"room.{party}")] for party in game.scenario.parties)
    total = (detail * 35 + watched * 20 + wanted * 25 + homes * 20) // 100
    total -= 12 * len(_overruled(world.clauses)) + _grudges(game, world)
    return max(0, total // 3 if signature.imposed else total)


def _grudges(game: Game, world: World) -> int:
    """What is resented is not kept for long: how much the most resentful party takes off, sixty at most."""
    most = max(world.quantities[Quantity(f"resentment.{party}")] for party in game.scenario.parties)
    return min(60, most // 5)


def _overruled(clauses: Mapping[ClauseId, ClauseState]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for state in clauses.values() for party in state.over))


def _weeks_ended(game: Game, world: World) -> int:
    """Weeks without fighting, up to the horizon. A cease-fire that broke counts for what it lasted."""
    framework = next((each for each in world.signed if each.stage is Stage.FRAMEWORK), None)
    if framework is None:
        return 0
    if world.ending in ("ceasefire-broken", "white-house-leaves"):
        return (world.turn - framework.turn) * game.length.weeks
    return (game.length.turns - framework.turn) * game.length.weeks + TRUCE_WEEKS


def _managed(game: Game, world: World) -> int:
    """What holds even without a settlement: exchanges, a prepared cease-fire, trust between the belligerents."""
    first, second = belligerents(game.scenario)
    rapport = world.quantities[between(game.scenario, first, second)]
    points = min(30, rapport)
    for clause in game.scenario.clauses.values():
        state = world.clauses[clause.id]
        if not clause.political and set(clause.stakeholders) == {first, second}:
            agreed = sum(party in state.agreed for party in clause.stakeholders)
            points += agreed * 6 + state.detail * 23 // LOCKED
    return min(100, points)


def _alliance(game: Game, world: World) -> int:
    """Trust among Washington, Kyiv and the European capitals."""
    channel = [party.id for party in game.scenario.parties.values() if not party.leaders_channel]
    trust = [world.quantities[in_washington(party)] for party in channel]
    trust.append(world.quantities[between(game.scenario, channel[0], channel[1])])
    return sum(trust) // len(trust)


def _sovereignty(game: Game, world: World) -> int:
    """How much of its own course the attacked country keeps: by the text if signed, by the war if not."""
    kyiv = next(party for party in game.scenario.parties.values() if party.belligerent and not party.leaders_channel)
    signature: Signature | None = world.signed[-1] if world.signed else None
    if signature is None:
        front = world.quantities[Quantity("front")]
        cut = max((100 - world.quantities[each] for each in kyiv.squeezed_by), default=0)
        return max(0, min(100, 60 - max(0, front) // 6 - cut // 4))
    political = [term for term in signature.terms if game.scenario.clauses[term.clause].core]
    values = [kyiv.prior.values[term.clause][term.option] for term in political]
    return max(0, sum(values) // max(1, len(values)) - (25 if signature.imposed else 0))


def _demands(game: Game, world: World) -> int:
    """How much of what the attacking government asked for it has: by the text if signed, by the war if not."""
    moscow = next(party for party in game.scenario.parties.values() if party.belligerent and party.leaders_channel)
    if not world.signed:
        return max(0, min(100, 30 + world.quantities[Quantity("front")] // 6))
    core = [term for term in world.signed[-1].terms if game.scenario.clauses[term.clause].core]
    return sum(moscow.prior.values[term.clause][term.option] for term in core) // max(1, len(core))


def _outlook(lasting: int) -> str:
    return "high" if lasting >= 70 else "fair" if lasting >= 50 else "low" if lasting >= 30 else "poor"
