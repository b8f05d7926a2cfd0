"""The claims suite: what has to come out if the model argues as its source does, each claim with the cells it needs.

A row of the table that says two things is two claims here. C1 to C24 are the numbered claims of the source.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.lab.invariants import LAWS
from game.lab.judging import (
    Judge,
    first_by_score,
    gains_below,
    lasts_below,
    never,
    rate_at_most,
    rate_within,
    settles_above,
    settles_at_most_above,
    settles_below,
    unbroken,
    waiting_hurts_more,
)
from game.lab.plan import CellKey
from game.model.ids import PartyId

LENGTH: Final = "full"
"""The claims are about full games."""

SEED: Final = 1
"""The first seed, unless another is asked for: whoever plays as many games, gets the same table."""

_RIPE, _SCEPTIC, _LONG, _LEVERAGE, _TIRED, _FRAGILE = (
    "ripe",
    "sceptic",
    "long-war",
    "leverage-works",
    "tired-moscow",
    "fragile-home",
)
_MOSCOW, _KYIV = PartyId("russia"), PartyId("ukraine")
_WHOLE, _PRESSURE, _PASSIVE = "statecraft", "pressure-only", "passive"

VARIANTS: Final = frozenset(
    (
        "late-start",
        "squeeze-kyiv",
        "groups-only",
        "no-europe",
        "megaphone",
        "give-first",
        "words-only",
        "erratic",
        "link-everything",
        "conference-spam",
    )
)
"""Statecraft with one thing changed. Where that thing hardly matters they score alike, so a point's lead is a tie."""

_TIE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Claim:
    """``policy`` and ``world`` say what the claim is about; ``needs`` are the cells that its judge asks for."""

    id: str
    policy: str
    world: str
    must: str
    needs: tuple[CellKey, ...]
    judge: Judge


def claims(policies: Sequence[str], worlds: Sequence[str]) -> tuple[Claim, ...]:
    """The whole table. Claims about every policy or every world are about these."""
    table = (
        *_statecraft(policies),
        *_other_worlds(),
        *_late_start(),
        *_single_ideas(),
        *_against_statecraft(),
        *(_passive(world) for world in worlds),
    )
    return (*table, *_invariants(cells_of(table)))


def cells_of(table: Iterable[Claim]) -> tuple[CellKey, ...]:
    """Every cell that some claim needs, once."""
    return tuple(dict.fromkeys(key for claim in table for key in claim.needs))


def _claim(name: str, must: str, needs: tuple[CellKey, ...], judge: Judge) -> Claim:
    """A claim about its first cell."""
    return Claim(name, needs[0].policy, needs[0].world, must, needs, judge)


def _statecraft(policies: Sequence[str]) -> Iterator[Claim]:
    ripe, sceptic = CellKey(_WHOLE, _RIPE), CellKey(_WHOLE, _SCEPTIC)
    rivals = tuple(CellKey(policy, _SCEPTIC) for policy in policies if policy != _WHOLE)
    yield _claim("statecraft-ripe", "settles 55–80 %", (ripe,), rate_within(ripe, 0.55, 0.80))
    yield _claim("statecraft-sceptic", "settles ≤ 15 %", (sceptic,), rate_at_most(sceptic, 0.15))
    must = "first by mean score; its own variants with one change may lead by a point"
    yield _claim("sceptic-first", must, (sceptic, *rivals), first_by_score(sceptic, rivals, _allowance))


def _allowance(policy: str) -> float:
    return _TIE if policy in VARIANTS else 0.0


def _other_worlds() -> Iterator[Claim]:
    ripe = CellKey(_WHOLE, _RIPE)
    war, idle = CellKey(_WHOLE, _LONG), CellKey(_PASSIVE, _LONG)
    tired, fragile = CellKey(_WHOLE, _TIRED), CellKey(_WHOLE, _FRAGILE)
    press, press_ripe, whole = CellKey(_PRESSURE, _LEVERAGE), CellKey(_PRESSURE, _RIPE), CellKey(_WHOLE, _LEVERAGE)
    yield _claim("long-war", "settles less often than in ripe", (war, ripe), settles_below(war, ripe))
    must = "waiting hurts Kyiv more than Moscow"
    yield _claim("long-war-waiting", must, (idle,), waiting_hurts_more(idle, _KYIV, _MOSCOW))
    yield _claim("leverage-works", "settles ≥ 40 %", (press,), rate_within(press, 0.40, 1.0))
    must = "at least 25 points above its rate in ripe"
    yield _claim("leverage-over-ripe", must, (press, press_ripe), settles_above(press, press_ripe, 0.25))
    must = "at most 10 points above pressure-only there"
    yield _claim("leverage-statecraft", must, (whole, press), settles_at_most_above(whole, press, 0.10))
    yield _claim("tired-moscow", "settles more often than in ripe", (tired, ripe), settles_above(tired, ripe))
    must = "settles clearly less often than in ripe"
    yield _claim("fragile-home", must, (fragile, ripe), settles_below(fragile, ripe, clearly=True))


def _late_start() -> Iterator[Claim]:
    late, ripe = CellKey("late-start", _RIPE), CellKey(_WHOLE, _RIPE)
    must = "after eight idle turns settles less often than statecraft (C1)"
    yield _claim("late-start", must, (late, ripe), settles_below(late, ripe))
    must = "both belligerents gain less by what is signed than under statecraft (C1)"
    yield _claim("late-start-gain", must, (late, ripe), gains_below(late, ripe, (_MOSCOW, _KYIV)))


_CEILINGS: Final = (
    ("pressure-only", 15, "sanctions and arms at full, no normalisation (C10)"),
    ("squeeze-kyiv", 15, "assistance and intelligence as the club (C9, C13, C23)"),
    ("leaders-only", 10, "presidents' deals, no groups (C13, C14)"),
    ("groups-only", 15, "groups, the leaders' channel never used (C18)"),
    ("no-europe", 20, "everything but Europe's seat (C15, C16)"),
    ("megaphone", 15, "everything in public (C7)"),
    ("give-first", 25, "normalisation delivered without a link (C12)"),
    ("hint-follower", 35, "grants whatever a reply says would help"),
    ("forecast-greedy", 40, "always the action with the best forecast"),
    ("link-everything", 40, "links all that can be linked"),
    ("conference-spam", 10, "calls a conference whenever it may"),
    ("random", 3, "any legal action"),
)
"""Ways that must not win in the ripe world, and the most that each may settle, in percent."""


def _single_ideas() -> Iterator[Claim]:
    for policy, most, idea in _CEILINGS:
        key = CellKey(policy, _RIPE)
        yield _claim(policy, f"settles ≤ {most} %: {idea}", (key,), rate_at_most(key, most / 100))


def _against_statecraft() -> Iterator[Claim]:
    ripe = CellKey(_WHOLE, _RIPE)
    squeeze, words, erratic = (CellKey(policy, _RIPE) for policy in ("squeeze-kyiv", "words-only", "erratic"))
    must = "what is signed has less than half the durability of statecraft's (C23)"
    yield _claim("squeeze-kyiv-durability", must, (squeeze, ripe), lasts_below(squeeze, ripe, 0.5))
    must = "settles clearly less often than statecraft: normalisation promised, never a step (C12)"
    yield _claim("words-only", must, (words, ripe), settles_below(words, ripe, clearly=True))
    must = "settles less than half as often as statecraft: one move in three is contrary (C19)"
    yield _claim("erratic", must, (erratic, ripe), settles_below(erratic, ripe, 0.5))


def _passive(world: str) -> Claim:
    key = CellKey(_PASSIVE, world)
    return _claim(f"passive-{world}", "settles 0 %", (key,), never(key))


def _invariants(keys: tuple[CellKey, ...]) -> Iterator[Claim]:
    for law, about in LAWS.items():
        yield Claim(f"law-{law}", "all", "all", f"{about}", keys, unbroken(keys, law))
