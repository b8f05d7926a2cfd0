"""Recorded games for tests, and any value of a noun's type."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import US, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.autoplay import decide, mediate, party_minds
from game.play.journal import written
from game.play.lines import UNCHAINED
from game.play.match import Match, start, submit
from game.play.records import Record, decided, opening
from game.play.saves import Shelf
from game.play.session import Session

NAME = "one-last-effort"


@cache
def scenario() -> Scenario:
    loaded = load_scenario(NAME)
    assert loaded.scenario is not None, loaded.faults
    return loaded.scenario


def setup(length: str = "quick", seed: int = 5, world: str = "ripe") -> Setup:
    return Setup(NAME, WorldId(world), length, seed)


@cache
def recorded(policy: str, game: Setup) -> tuple[tuple[Record, ...], tuple[Match, ...]]:
    """The records of a whole game, and the match after each of them."""
    minds = party_minds(scenario())
    match = start(scenario(), game)
    records: list[Record] = [opening(match)]
    matches = [match]
    while match.waiting:
        request = match.waiting[0]
        decision = decide(match, request, minds) or mediate(match, request, POLICIES[policy])
        after = submit(match, request.seat, decision)
        records.append(decided(match, after, request.seat, decision))
        matches.append(after)
        match = after
    return tuple(records), tuple(matches)


def journal_of(records: Iterable[Record]) -> bytes:
    return written(records, 0, UNCHAINED)[0].encode()


def shelf(folder: Path) -> Shelf:
    """A shelf whose games share one scenario object with those of :func:`recorded`."""
    return Shelf(folder, lambda name: scenario() if name == NAME else None)


def play(session: Session, decisions: int, policy: str = "statecraft") -> None:
    """So many decisions of the mediator, or fewer if the game ends."""
    for _ in range(decisions):
        if session.request is not None:
            session.submit(mediate(session.match, session.request, POLICIES[policy]))


def mediators(matches: Iterable[Match]) -> list[int]:
    """The places of the matches in which the mediator is asked."""
    return [place for place, match in enumerate(matches) if match.waiting and match.waiting[0].seat == US]


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=8)
_SIMPLE: Mapping[object, st.SearchStrategy[Any]] = {
    int: st.integers(-(2**64) + 1, 2**64 - 1),
    bool: st.booleans(),
    str: _WORDS,
    NoneType: st.none(),
}


@cache
def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of this type, by its fields and type hints."""
    if isinstance(hint, NewType):
        return any_of(hint.__supertype__)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        parts = {part.name: any_of(hints[part.name]) for part in fields(hint) if part.default is MISSING}
        spared = {part.name: any_of(hints[part.name]) for part in fields(hint) if part.default is not MISSING}
        return st.fixed_dictionaries(parts, optional=spared).map(lambda held: hint(**held))
    origin, kinds = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of(*map(any_of, kinds))
    if origin is tuple:
        several = kinds[1:] == (...,)
        return st.lists(any_of(kinds[0]), max_size=3).map(tuple) if several else st.tuples(*map(any_of, kinds))
    return st.dictionaries(any_of(kinds[0]), any_of(kinds[1]), max_size=3)
