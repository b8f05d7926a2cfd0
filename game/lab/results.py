"""Parts of a study in files, so that machines that do not know of each other can share one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.lab.measures import GameFigures
from game.lab.plan import CellKey, Part, Plan, plan_data, plan_from, seeds_of
from game.lab.study import Study, gathered
from game.lab.trouble import LabProblem
from game.model.ids import PartyId

FORMAT: Final = "backchannel lab part 2"


@dataclass(frozen=True, slots=True)
class PartFile:
    """``digest`` is that of the plan as the version that played it gave it."""

    path: Path
    plan: Plan
    digest: str
    part: Part
    seconds: float
    games: Mapping[CellKey, tuple[GameFigures, ...]]


def part_data(study: Study, part: Part) -> dict[str, object]:
    """A complete part as plain data."""
    return {
        "format": FORMAT,
        "digest": study.plan.digest,
        "part": list(part),
        "seconds": round(study.seconds, 2),
        "plan": plan_data(study.plan),
        "games": [[_game_data(game) for game in cell.games] for cell in study.cells],
    }


def _game_data(game: GameFigures) -> list[object]:
    told = (game.seed, game.ending, game.settled, game.score, game.durability, game.turns)
    by_party = (dict(game.surplus), dict(game.gain), dict(game.waited))
    return [*told, *by_party, list(game.broken), game.twice, {name: [*sums] for name, sums in game.tally.items()}]


def merged(paths: Sequence[Path]) -> Study:
    """The whole study, from all of its parts. Raises :class:`LabProblem` if they do not make one."""
    parts = [read_part(path) for path in paths]
    first = parts[0]
    for other in parts[1:]:
        _check_same(first, other)
    _check_whole(parts)
    played: dict[CellKey, list[GameFigures]] = {}
    for each in parts:
        for key, games in each.games.items():
            played.setdefault(key, []).extend(games)
    return Study(first.plan, gathered(first.plan, played), sum(each.seconds for each in parts))


def _check_same(first: PartFile, other: PartFile) -> None:
    if other.digest == first.digest:
        return
    if other.plan.content != first.plan.content:
        why = "were played on different content"
    elif other.plan.packages != first.plan.packages:
        why = "were played with minds of different packages"
    elif other.plan != first.plan:
        why = "belong to different plans"
    else:
        why = "were played by different versions of the program"
    raise LabProblem(f"'{first.path}' and '{other.path}' {why}, so they cannot be put together.")


def _check_whole(parts: Sequence[PartFile]) -> None:
    of = parts[0].part.of
    seen: dict[int, Path] = {}
    for each in parts:
        if each.part.of != of:
            raise LabProblem(
                f"'{each.path}' is one of {each.part.of} parts and '{parts[0].path}' one of {of}, "
                "so they cannot be put together."
            )
        if each.part.number in seen:
            raise LabProblem(f"'{seen[each.part.number]}' and '{each.path}' are both part {each.part.number} of {of}.")
        seen[each.part.number] = each.path
    missing = [str(number) for number in range(1, of + 1) if number not in seen]
    if missing:
        raise LabProblem(f"Of the {of} parts of this study there is no file for: {', '.join(missing)}.")


def read_part(path: Path) -> PartFile:
    """Raises :class:`LabProblem` if it is no part, or not a whole one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LabProblem(f"There is no file '{path}'.") from None
    except (UnicodeDecodeError, json.JSONDecodeError):
        raise LabProblem(f"'{path}' is no part of a study: it is not JSON.") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise LabProblem(f"'{path}' is no part of a study: 'backchannel lab --shard' writes them.")
    try:
        return _part_from(path, data)
    except (KeyError, TypeError, ValueError, LabProblem):
        raise LabProblem(f"'{path}' is damaged. Play that part again.") from None


def _part_from(path: Path, data: Mapping[str, object]) -> PartFile:
    plan, part = plan_from(data["plan"]), _numbered(data["part"])
    rows = data["games"]
    if not isinstance(rows, list):
        raise TypeError
    games = {key: tuple(map(_game_from, row)) for key, row in zip(plan.cells, rows, strict=True)}
    seeds = [*seeds_of(plan, part)]
    if any([game.seed for game in row] != seeds for row in games.values()):
        raise ValueError
    return PartFile(path, plan, str(data["digest"]), part, float(str(data["seconds"])), games)


def _numbered(data: object) -> Part:
    if not isinstance(data, list) or not all(isinstance(each, int) for each in data):
        raise TypeError
    part = Part(*data)
    if not 1 <= part.number <= part.of:
        raise ValueError
    return part


def _game_from(row: Sequence[object]) -> GameFigures:
    match row:
        case [int(seed), str(ending), bool(settled), int(score), int(durability), int(turns), *rest]:
            surplus, gain, waited, broken, twice, tally = rest
            return GameFigures(
                seed=seed,
                ending=ending,
                settled=settled,
                score=score,
                durability=durability,
                turns=turns,
                surplus=_by_party(surplus),
                gain=_by_party(gain),
                waited=_by_party(waited),
                broken=_names(broken),
                twice=bool(twice),
                tally=_sums(tally),
            )
        case _:
            raise ValueError


def _by_party(data: object) -> Mapping[PartyId, int]:
    if not isinstance(data, dict):
        raise TypeError
    return {PartyId(str(party)): int(value) for party, value in data.items()}


def _sums(data: object) -> Mapping[str, tuple[int, ...]]:
    if not isinstance(data, dict):
        raise TypeError
    return {str(name): tuple(map(int, sums)) for name, sums in data.items()}


def _names(data: object) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise TypeError
    return tuple(map(str, data))
