"""The single negotiating text: its clauses, their options, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from game.model.ids import ClauseId, GroupId, OptionId, PartyId
from game.model.record import record

DETAIL_POINT: Final = 100
"""Detail is kept in hundredths of a point, 0 to 300."""

PREPARED: Final = 100
DETAILED: Final = 200
LOCKED: Final = 300


@dataclass(frozen=True, slots=True)
class Option:
    """One wording that a clause can take; ``bracket`` is its fragment in a disputed draft."""

    id: OptionId
    label: str
    text: str
    bracket: str
    note: str


@dataclass(frozen=True, slots=True)
class Clause:
    """``importance`` is the clause's share of the settlement in percent; those of a scenario sum to 100.

    A *political* clause jams at one point of detail until the leaders' channel has settled its principle.
    A *core* clause must be detailed before a framework can be signed. A *separable* clause can be had by itself: a
    party grants it for what it brings, whatever it thinks of the rest.
    """

    id: ClauseId
    title: str
    short: str
    group: GroupId
    political: bool
    core: bool
    importance: int
    stakeholders: tuple[PartyId, ...]
    about: str
    options: Mapping[OptionId, Option]
    separable: bool = False


@record
class Term:
    """One clause put at one option."""

    clause: ClauseId
    option: OptionId

    def __str__(self) -> str:
        return f"{self.clause}={self.option}"


class Standing(IntEnum):
    """How far a clause has come; derived from principle and detail, never stored."""

    OPEN = 0
    FLOATED = 1
    AGREED = 2
    DETAILED = 3
    LOCKED = 4


@record
class ClauseState:
    """Where one clause stands.

    ``agreed`` lists, in the scenario's order, the parties that took ``option`` ad referendum; ``over`` the
    stakeholders over whose head it was settled. ``blessed``: the leaders' channel has settled the principle.
    ``tries`` counts leaders' calls that did not clear the jam. ``detail`` is in hundredths, 0 to 300. An option
    that is not ``tabled`` is known only to the mediator and to those who agreed to it. ``private`` are those of
    ``agreed`` whose consent only they and the mediator know.
    """

    option: OptionId | None = None
    agreed: tuple[PartyId, ...] = ()
    over: tuple[PartyId, ...] = ()
    detail: int = 0
    blessed: bool = False
    tries: int = 0
    tabled: bool = False
    private: tuple[PartyId, ...] = ()


OPEN_CLAUSE: Final = ClauseState()


def principle_agreed(clause: Clause, state: ClauseState) -> bool:
    """Every stakeholder has agreed, and all know it, or was settled over."""
    if state.option is None or state.private:
        return False
    agreed, over = state.agreed, state.over
    missing = [party for party in clause.stakeholders if party not in agreed and party not in over]
    return not missing


def jammed(clause: Clause, state: ClauseState) -> bool:
    """Officials can go no further until the leaders speak."""
    return clause.political and not state.blessed and state.detail >= PREPARED and principle_agreed(clause, state)


def standing_of(clause: Clause, state: ClauseState) -> Standing:
    if state.option is None:
        return Standing.OPEN
    if not principle_agreed(clause, state):
        return Standing.FLOATED
    if state.detail >= LOCKED:
        return Standing.LOCKED
    return Standing.DETAILED if state.detail >= DETAILED else Standing.AGREED
