"""A world has a text form: one fact a line; what differs in the world differs in its lines."""

from copy import deepcopy
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.lively import lively_scenario
from game.contracts.building.moments import moved, opened
from game.contracts.building.parties import BORDER, EAST, LANDING, PARTIES, WEST
from game.contracts.building.small import BORDERS, SPACE, small_setup
from game.model.actions import CallConference
from game.model.cards import Cost
from game.model.clauses import ClauseState, Term
from game.model.groups import Format, GroupState, Step, TrackState
from game.model.ids import OptionId, VerbId
from game.model.scenario import Stage
from game.model.world import Estimate, Heard, Pledge, Signature, World, world_lines
from tests.strategies import moments, quickly

MATCH = opened(lively_scenario(), small_setup())
WORLD = MATCH.world
TERM = Term(BORDER, OptionId("cede"))
OTHERWISE: dict[str, Any] = {
    "turn": 5,
    "turns": 7,
    "season": "autumn",
    "stage": Stage.FINAL,
    "quantities": {"patience": 1},
    "clauses": {BORDER: ClauseState(OptionId("cede"), (EAST,), (WEST,), 120, True, 2, True, (EAST,))},
    "groups": {BORDERS: GroupState(True, (EAST,), Format.UNIFIED, (BORDER,), 3)},
    "tracks": {SPACE: TrackState(Step.LINKED, BORDER, 2, 30)},
    "beliefs": {(EAST, BORDER): Estimate((1, 2, 3), 9, 2)},
    "heard": {(EAST, BORDER): Heard(2, OptionId("cede"), "accept", TERM)},
    "acts": {"warn east": 3},
    "moves": {"advance": 2},
    "seen": {"offer": 2},
    "due": {"answer": 4},
    "flags": {"heard": 1},
    "refusals": {EAST: 3},
    "acted": (CallConference(),),
    "spent": Cost(0, 1, 0),
    "pledges": (Pledge(VerbId("warn"), EAST, True, 1, 4),),
    "signed": (Signature(3, Stage.FRAMEWORK, LANDING, dict.fromkeys(PARTIES, 300), (WEST,)),),
    "barred_until": 6,
    "truce": 4,
    "ending": "frozen",
}


def test_every_field_of_the_world_is_tried_here() -> None:
    assert set(OTHERWISE) == {field.name for field in fields(World)}


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_world_that_differs_in_one_field_has_other_lines(name: str) -> None:
    assert world_lines(moved(WORLD, **{name: OTHERWISE[name]})) != world_lines(WORLD)


@pytest.mark.parametrize(
    ("thing", "changes"),
    [
        (
            OTHERWISE["clauses"][BORDER],
            {
                "option": None,
                "agreed": (),
                "over": (),
                "detail": 0,
                "blessed": False,
                "tries": 0,
                "tabled": False,
                "private": (),
            },
        ),
        (
            OTHERWISE["groups"][BORDERS],
            {"convened": False, "members": (), "format": Format.PARALLEL, "tasks": (), "resumes": 0},
        ),
        (OTHERWISE["tracks"][SPACE], {"step": Step.NONE, "clause": None, "since": 0, "work": 0}),
        (OTHERWISE["beliefs"][EAST, BORDER], {"values": (1, 2, 4), "band": 8, "turn": 3}),
        (OTHERWISE["heard"][EAST, BORDER], {"turn": 1, "option": "freeze", "verdict": "refuse", "instead": None}),
        (OTHERWISE["pledges"][0], {"verb": "promise", "party": WEST, "threat": False, "made": 0, "due": 5}),
        (OTHERWISE["signed"][0], {"turn": 2, "stage": Stage.FINAL, "terms": (), "surplus": {}, "imposed": ()}),
    ],
    ids=["clause", "group", "track", "belief", "heard", "pledge", "signature"],
)
def test_a_part_of_the_world_that_differs_in_anything_has_other_lines(thing: Any, changes: dict[str, Any]) -> None:
    """Or a fingerprint would not notice that a game went another way."""
    place = next(
        name
        for name, value in OTHERWISE.items()
        if thing in (value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ())
    )

    def lines(part: Any) -> list[str]:
        whole = OTHERWISE[place]
        put = {next(iter(whole)): part} if isinstance(whole, dict) else (part,)
        return world_lines(moved(WORLD, **{place: put}))

    assert set(changes) == {field.name for field in fields(thing)}
    for name, value in changes.items():
        assert lines(replace(thing, **{name: value})) != lines(thing), name


@given(st.data())
@quickly(20)
def test_equal_worlds_have_equal_lines(data: st.DataObject) -> None:
    world = data.draw(moments(MATCH.game))
    assert world_lines(deepcopy(world)) == world_lines(world)


def test_equal_worlds_have_equal_lines_however_they_came_about() -> None:
    """Mappings are equal whatever their order; so should be the text and the digest of two equal worlds."""
    one = moved(WORLD, flags={"a": 1, "b": 2})
    other = moved(WORLD, flags={"b": 2, "a": 1})
    assert one == other
    assert world_lines(one) == world_lines(other)


def test_a_line_is_one_fact_that_a_person_can_read() -> None:
    lines = world_lines(moved(WORLD, clauses=OTHERWISE["clauses"], tracks=OTHERWISE["tracks"], truce=4))
    assert "clause border cede agreed east over west detail 120 blessed 1 tries 2 tabled 1 private east" in lines
    assert "track space linked border since 2 work 30" in lines
    assert "truce 4" in lines
    assert not any("\n" in line for line in lines)
