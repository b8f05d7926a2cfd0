"""Settlement progress: the headline during play, built only from what the mediator can know."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.model.clauses import LOCKED, Clause
from game.model.ids import ClauseId
from game.model.scenario import Stage
from game.model.views import MediatorView

_TEXT_SHARE = 75
_STAGES: Mapping[Stage, int] = {Stage.ELEMENTS: 5, Stage.FRAMEWORK: 15, Stage.FINAL: 5}
_POINT = 100_000_000
_HEADLINE = 30
"""Percent of a clause's share that a bare principle is worth; the rest is detail."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``total`` is 0 to 100 and exactly the sum of ``parts``, keyed ``clause:<id>`` and ``stage:<name>``."""

    total: int
    parts: Mapping[str, int]


def progress(view: MediatorView) -> Progress:
    parts = _rounded({f"clause:{clause.id}": _clause_part(view, clause) for clause in view.scenario.clauses.values()})
    parts |= {f"stage:{stage.name.lower()}": points if view.stage >= stage else 0 for stage, points in _STAGES.items()}
    return Progress(sum(parts.values()), parts)


def _clause_part(view: MediatorView, clause: Clause) -> int:
    """Importance x agreement x detail x estimated buy-in, in units of 1 in ``_POINT``."""
    state = view.text[clause.id]
    if state.option is None:
        return 0
    agreed = sum(party in state.agreed for party in clause.stakeholders) * 100 // len(clause.stakeholders)
    worked = _HEADLINE + (100 - _HEADLINE) * state.detail // LOCKED
    return clause.importance * _TEXT_SHARE * agreed * worked * buy_in(view, clause.id)


def _rounded(parts: Mapping[str, int]) -> dict[str, int]:
    """The parts in whole points, rounded along the way so that they sum to the rounded sum."""
    points: dict[str, int] = {}
    total = given = 0
    for name, part in parts.items():
        total += part
        points[name] = (total + _POINT // 2) // _POINT - given
        given += points[name]
    return points


def buy_in(view: MediatorView, clause: ClauseId) -> int:
    """How well the least satisfied stakeholder is believed to do by the clause, from 60 to 100."""
    spec, option = view.scenario.clauses[clause], view.text[clause].option
    if option is None:
        return 60
    place = list(spec.options).index(option)
    least = min(view.beliefs[party, clause].values[place] for party in spec.stakeholders)
    return 60 + min(40, least * 2 // 3)
