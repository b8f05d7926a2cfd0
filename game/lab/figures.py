"""A cell as figures, and a study as plain data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import fmean

from game.lab.intervals import Estimate, mean_estimate, rate_estimate
from game.lab.measures import GameFigures
from game.lab.study import Cell, Study
from game.model.ids import PartyId


def settlement(cell: Cell) -> Estimate:
    return rate_estimate(cell.hits, len(cell.games))


def mean_score(cell: Cell) -> Estimate:
    return mean_estimate([game.score for game in cell.games])


def mean_durability(cell: Cell) -> Estimate:
    return mean_estimate([game.durability for game in cell.games])


def figures(study: Study) -> dict[str, object]:
    """The study as plain data: rates from 0 to 1, intervals at 95 % beside each figure."""
    return {
        "games_per_second": round(study.games_per_second, 1),
        "seconds": round(study.seconds, 2),
        "scenario": study.plan.scenario,
        "length": study.plan.length,
        "seed": study.plan.seed,
        "content": study.plan.content,
        "plan": study.plan.digest,
        "complete": study.complete,
        **({"information": study.plan.information} if study.plan.information else {}),
        **({"minds": dict(study.plan.minds)} if study.plan.minds else {}),
        **({"packages": [*study.plan.packages]} if study.plan.packages else {}),
        "cells": [cell_figures(cell) for cell in study.cells if cell.games],
    }


def cell_figures(cell: Cell) -> dict[str, object]:
    found: dict[str, object] = {"policy": cell.key.policy, "world": cell.key.world, "games": len(cell.games)}
    if cell.key.changes:
        found["changes"] = dict(cell.key.changes)
    for name, estimate in (
        ("settlement_rate", settlement(cell)),
        ("mean_score", mean_score(cell)),
        ("mean_durability", mean_durability(cell)),
    ):
        found |= {name: estimate.value, f"{name}_ci": [estimate.low, estimate.high]}
    return found | {
        "mean_surplus_at_signing": _means(game.surplus for game in cell.games if game.surplus),
        "mean_gain_at_signing": _means(game.gain for game in cell.games if game.gain),
        "mean_change_of_no_deal": _means(game.waited for game in cell.games),
        "endings": endings(cell.games),
    }


def _means(found: Iterable[Mapping[PartyId, int]]) -> dict[PartyId, float]:
    """Each party's mean, in points of value; empty if there is nothing to go by."""
    rows = list(found)
    parties = dict.fromkeys(party for row in rows for party in row)
    return {party: fmean(row[party] for row in rows) / 100 for party in parties}


def endings(games: Iterable[GameFigures]) -> dict[str, int]:
    return dict(sorted(Counter(game.ending for game in games).items()))
