"""Every act is planned with at most four keys from the situation room; a letter that narrows a list is one of them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import ascii_lowercase

import pytest

from game.contracts.building.shipped import shipped_setup, stages
from game.model.actions import Action
from game.model.ids import VerbId
from game.model.seats import PlanTurn
from game.model.verbs import action_text
from game.model.views import MediatorView
from game.rules.candidates import candidates
from game.tui.choosing import AT_ONCE, NINE, Chooser
from tests.tui.stage import at, desk, on_stage, press, session, sit_down, staged

MOST_KEYS = 4
WALKED = (*AT_ONCE.values(), "reassure", "promise", "public-address")


@cache
def view_at(turn: int) -> MediatorView:
    found = stages("statecraft", shipped_setup("class", 7))
    match = next(each for each in found if each.world.turn == turn and isinstance(each.waiting[0], PlanTurn))
    return match.mediator()


class Lists:
    """The lists that a player comes to in one turn, each made once."""

    def __init__(self, view: MediatorView) -> None:
        self.view = view
        self._made: dict[tuple[VerbId | None, tuple[str, ...]], dict[str, tuple[str, ...]]] = {}

    def keys(self, verb: VerbId | None, words: tuple[str, ...], word: str) -> tuple[str, ...] | None:
        """The keys that take this entry of a list: its digit, or one letter first; None if it takes more."""
        if (verb, words) not in self._made:
            chooser = Chooser(self.view, verb=verb)
            for each in words:
                chooser.choose(each)
            self._made[verb, words] = shortest_keys(chooser)
        return self._made[verb, words].get(word)


def shortest_keys(chooser: Chooser) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for typed in ("", *ascii_lowercase):
        for place, entry in enumerate(chooser.matching(typed)[:NINE], 1):
            found.setdefault(entry.key, (*typed, str(place)))
    return found


def ways(lists: Lists, action: Action) -> Iterator[tuple[str, ...]]:
    """Keys that plan the act: through the list of all acts, and through the key that begins it at once."""
    verb, *words = action_text(action).split(" ")
    listed = lists.keys(None, (), verb)
    starts = [] if listed is None else [("a", *listed)]
    starts += [(key,) for key, at_once in AT_ONCE.items() if at_once == verb]
    steps = [lists.keys(VerbId(verb), tuple(words[:place]), word) for place, word in enumerate(words)]
    if None not in steps:
        yield from ((*start, *(key for step in steps if step for key in step)) for start in starts)


@pytest.mark.parametrize("turn", [1, 4, 8])
def test_every_act_that_is_to_be_had_takes_at_most_four_keys(turn: int) -> None:
    lists = Lists(view_at(turn))
    shortest = {action: min(map(len, ways(lists, action)), default=99) for action in candidates(lists.view)}
    assert {action_text(action): keys for action, keys in shortest.items() if keys > MOST_KEYS} == {}
    assert len(shortest) > 100


@staged
async def test_the_keys_that_were_counted_plan_the_act(tmp_path: Path) -> None:
    """An act of each verb that has a key of its own, and a few others, by the keys that the count says are enough."""
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=4, seed=7))
        desk(pilot).everything = True
        lists = Lists(desk(pilot).planning_view)
        last = {action.verb: action for action in candidates(lists.view) if action.verb in WALKED}
        for action in last.values():
            await press(pilot, *min(ways(lists, action), key=len))
            assert at(pilot) == "RoomScreen"
            assert desk(pilot).plan == (action,)
            await press(pilot, "u")
