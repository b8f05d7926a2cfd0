"""Parts of a study in files: together they are the whole, and what does not go together is refused."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.contracts.building.shipped import shipped
from game.lab.crew import local_crew
from game.lab.plan import CellKey, Part, Plan
from game.lab.results import merged, part_data
from game.lab.study import run_study
from game.lab.trouble import LabProblem
from game.model.ids import PartyId
from tests.lab.cells import RIPE, cell, made_up, no_bar, small_plan

PLAN = small_plan(RIPE, CellKey("random", "ripe", (("rate.noise", 50),)), games=5)


def write(folder: Path, name: str, made: Plan, number: int, of: int, **changes: Any) -> Path:
    """A made-up part of a plan, with some of its fields as they should not be."""
    part = Part(number, of)
    whole = made_up(made, *(cell(key, 0.4, made.games) for key in made.cells))
    first, last = made.games * (number - 1) // of, made.games * number // of
    cut = replace(whole, cells=tuple(replace(each, games=each.games[first:last]) for each in whole.cells))
    path = folder / name
    path.write_text(json.dumps({**part_data(cut, part), **changes}), encoding="utf-8")
    return path


@pytest.mark.slow
def test_parts_that_were_played_apart_are_the_whole_that_is_played_at_once(tmp_path: Path) -> None:
    paths = []
    for number in (2, 3, 1):
        study = run_study(PLAN, local_crew(shipped(), 1), no_bar, Part(number, 3))
        paths.append(tmp_path / f"{number}.json")
        paths[-1].write_text(json.dumps(part_data(study, Part(number, 3))), encoding="utf-8")
    whole = run_study(PLAN, local_crew(shipped(), 1), no_bar)
    assert merged(paths).cells == whole.cells
    assert merged(paths).plan == PLAN


def refusal(*paths: Path) -> str:
    with pytest.raises(LabProblem) as refused:
        merged(paths)
    return str(refused.value)


def test_a_part_may_stand_alone_if_it_is_the_only_one(tmp_path: Path) -> None:
    assert merged([write(tmp_path, "a.json", PLAN, 1, 1)]).played == 10


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (replace(PLAN, content="of another day"), "were played on different content"),
        (replace(PLAN, packages=("stubborn-mind 0.2",)), "were played with minds of different packages"),
        (replace(PLAN, minds=((PartyId("russia"), "stubborn"),)), "belong to different plans"),
        (replace(PLAN, games=6), "belong to different plans"),
        (replace(PLAN, cells=PLAN.cells[:1]), "belong to different plans"),
        (replace(PLAN, length="class"), "belong to different plans"),
    ],
)
def test_parts_of_different_studies_are_refused(tmp_path: Path, other: Plan, why: str) -> None:
    first, second = write(tmp_path, "a.json", PLAN, 1, 2), write(tmp_path, "b.json", other, 2, 2)
    assert refusal(first, second) == f"'{first}' and '{second}' {why}, so they cannot be put together."


def test_parts_of_different_versions_are_refused(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.json", PLAN, 1, 2), write(tmp_path, "b.json", PLAN, 2, 2, digest="another")
    assert "were played by different versions of the program" in refusal(first, second)


def test_parts_that_are_missing_double_or_cut_otherwise_are_refused(tmp_path: Path) -> None:
    one, again = (write(tmp_path, name, PLAN, 1, 4) for name in ("a.json", "b.json"))
    assert refusal(one) == "Of the 4 parts of this study there is no file for: 2, 3, 4."
    assert refusal(one, again) == f"'{one}' and '{again}' are both part 1 of 4."
    assert "one of 5 parts and" in refusal(one, write(tmp_path, "c.json", PLAN, 2, 5))


def test_what_is_no_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    assert refusal(path) == f"There is no file '{path}'."
    for raw in (b"", b"not JSON", b"\xff\xfe", b"[]", b'{"format": "another"}'):
        path.write_bytes(raw)
        assert refusal(path).startswith(f"'{path}' is no part of a study")


@pytest.mark.parametrize(
    "changes",
    [
        {"plan": None},
        {"plan": {"kind": "study"}},
        {"part": [0, 1]},
        {"part": [3, 2]},
        {"part": ["1", "1"]},
        {"part": [1]},
        {"games": []},
        {"games": [[], []]},
        {"games": [[[1, "frozen"]], []]},
        {"games": None},
        {"seconds": "long"},
    ],
    ids=repr,
)
def test_a_damaged_part_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    path = write(tmp_path, "a.json", PLAN, 1, 1, **changes)
    assert refusal(path) == f"'{path}' is damaged. Play that part again."


def test_a_plan_is_named_by_all_that_it_says() -> None:
    others = [
        replace(PLAN, **{name: value})
        for name, value in (("games", 6), ("seed", 2), ("length", "class"), ("content", "x"), ("cells", PLAN.cells[:1]))
    ]
    assert len({plan.digest for plan in (PLAN, *others)}) == 6
    assert PLAN.digest == replace(PLAN).digest
