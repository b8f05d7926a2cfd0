"""What is to be played: cells of one policy in one world with some numbers of the model changed, times seeds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from hashlib import sha256
from typing import Final, NamedTuple

from game import __version__
from game.lab.trouble import LabProblem
from game.model.ids import PartyId
from game.play.roster import Kind as Seat
from game.play.roster import offer

Change = tuple[str, int]
"""The name of a number of the model (see :mod:`game.lab.parameters`) and the value that it has instead."""


class Kind(Enum):
    """What the games are played for; it decides how they are told."""

    STUDY = "study"
    CLAIMS = "claims"
    SWEEP = "sweep"
    SENSITIVITY = "sensitivity"
    CALIBRATION = "calibration"
    EXPLANATIONS = "explanations"
    ACTS = "acts"
    STYLES = "styles"


@dataclass(frozen=True, slots=True)
class CellKey:
    """``twist`` is how the policy is made to differ from itself, in the words of the study that asks for it."""

    policy: str
    world: str
    changes: tuple[Change, ...] = ()
    twist: str = ""


Seats = tuple[tuple[PartyId, str], ...]
"""As in a setup: who plays a party's seat, where it is not the built-in mind."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``games`` are seeds ``seed`` to ``seed + games - 1`` of each cell. ``content`` is the scenario's digest.

    ``minds`` play the parties in all cells, ``packages`` are those that any mind in the plan comes from, with versions.
    ``information`` is the mediator's level of it, as in a setup.
    """

    kind: Kind
    scenario: str
    content: str
    length: str
    games: int
    seed: int
    cells: tuple[CellKey, ...]
    minds: Seats = ()
    packages: tuple[str, ...] = ()
    information: str = ""

    @property
    def digest(self) -> str:
        """Names the plan, its content and the version that plays it: only what shares it can be put together."""
        told = json.dumps({**plan_data(self), "version": __version__}, sort_keys=True)
        return sha256(told.encode()).hexdigest()[:32]


class Part(NamedTuple):
    """The ``number``-th of ``of`` parts of a plan, counted from 1: a run of seeds of every cell."""

    number: int
    of: int


WHOLE: Final = Part(1, 1)


def seeds_of(plan: Plan, part: Part) -> range:
    return range(
        plan.seed + plan.games * (part.number - 1) // part.of,
        plan.seed + plan.games * part.number // part.of,
    )


def plan_data(plan: Plan) -> dict[str, object]:
    told = {**asdict(plan), "kind": plan.kind.value, "cells": [_cell_data(key) for key in plan.cells]}
    others = {
        "minds": [list(each) for each in plan.minds],
        "packages": [*plan.packages],
        "information": plan.information,
    }
    return {name: held for name, held in (told | others).items() if held or name not in others}


def _cell_data(key: CellKey) -> list[object]:
    return [key.policy, key.world, [list(change) for change in key.changes], key.twist]


def plan_from(data: object) -> Plan:
    """The reverse of :func:`plan_data`. Raises :class:`LabProblem` if it is not one."""
    try:
        if not isinstance(data, Mapping):
            raise TypeError
        return Plan(
            kind=Kind(data["kind"]),
            scenario=str(data["scenario"]),
            content=str(data["content"]),
            length=str(data["length"]),
            games=int(data["games"]),
            seed=int(data["seed"]),
            cells=tuple(_cell_from(cell) for cell in data["cells"]),
            minds=tuple((PartyId(str(seat)), str(name)) for seat, name in data.get("minds", ())),
            packages=tuple(map(str, data.get("packages", ()))),
            information=str(data.get("information", "")),
        )
    except (KeyError, TypeError, ValueError):
        raise LabProblem("it holds no plan that this version can read") from None


def _cell_from(data: Iterable[object]) -> CellKey:
    policy, world, changes, twist = data
    if not isinstance(changes, list):
        raise TypeError
    changed = tuple((str(name), int(value)) for name, value in changes)
    return CellKey(str(policy), str(world), changed, str(twist))


def packages_of(cells: Iterable[CellKey], minds: Seats) -> tuple[str, ...]:
    """The packages that minds in these cells and seats come from, each with its version, but for our own.

    Raises :class:`MindProblem` for a mind that is not installed.
    """
    offers = [
        *(offer(Seat.MEDIATOR, policy) for policy in dict.fromkeys(key.policy for key in cells)),
        *(offer(Seat.PARTY, name) for _, name in minds),
    ]
    return tuple(sorted({each.release for each in offers if not each.built_in}))
