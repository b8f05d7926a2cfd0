"""Made-up games and cells, and small plans that are played in earnest."""

from collections.abc import Mapping

from game.contracts.building.shipped import shipped
from game.lab.judging import Bench, NothingToJudge
from game.lab.measures import GameFigures
from game.lab.plan import CellKey, Kind, Plan
from game.lab.study import Cell, Study
from game.model.ids import PartyId

MOSCOW, KYIV, EUROPE = PartyId("russia"), PartyId("ukraine"), PartyId("europe")
RIPE = CellKey("statecraft", "ripe")


def game(seed: int, settled: bool = False, score: int = 20, durability: int = 60, **changes: object) -> GameFigures:
    """A game that signed what it settled. ``gain`` and ``moved`` are hundredths, by party; ``tally`` its sums."""
    gain = {MOSCOW: 600, KYIV: 600, EUROPE: 600} | _by_party(changes.get("gain"))
    waited = {MOSCOW: -100, KYIV: -100, EUROPE: 0} | _by_party(changes.get("moved"))
    broken, tally = changes.get("broken", ()), changes.get("tally", {})
    return GameFigures(
        seed=seed,
        ending="framework" if settled else "frozen",
        settled=settled,
        score=score,
        durability=durability if settled else 0,
        turns=24,
        surplus=gain if settled else {},
        gain=gain if settled else {},
        waited=waited,
        broken=broken if isinstance(broken, tuple) else (),
        twice=seed == 1,
        tally=dict(tally) if isinstance(tally, Mapping) else {},
    )


def _by_party(found: object) -> dict[PartyId, int]:
    return dict(found) if isinstance(found, Mapping) else {}


def cell(key: CellKey, rate: float, games: int = 1000, **figures: object) -> Cell:
    """``rate`` of the games are settled, the first of them; scores and durabilities vary by a point."""
    score, durability = int(str(figures.pop("score", 20))), int(str(figures.pop("durability", 60)))
    return Cell(
        key,
        tuple(
            game(seed, seed <= round(rate * games), score + seed % 2, durability + seed % 2, **figures)
            for seed in range(1, games + 1)
        ),
    )


def bench(cells: Mapping[CellKey, Cell]) -> Bench:
    def find(key: CellKey) -> Cell:
        if key not in cells:
            raise NothingToJudge("not played")
        return cells[key]

    return find


def small_plan(*cells: CellKey, games: int = 4, kind: Kind = Kind.STUDY, seed: int = 1) -> Plan:
    """Quick games of the shipped scenario."""
    return Plan(kind, shipped().id, shipped().digest, "quick", games, seed, cells or (RIPE,))


def made_up(plan: Plan, *cells: Cell) -> Study:
    return Study(plan, cells, 1.0)


def no_bar(_: int) -> None:
    """For whoever has no progress to show."""
