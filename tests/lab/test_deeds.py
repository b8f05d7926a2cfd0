"""Mediators made to do one act once more, never, or nothing else."""

from functools import cache
from itertools import product

import pytest

from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.lab.deeds import INSERTED, MORE, NEVER, ONLY, OnceMore, deeds, deeds_trial, does, doings, twist, twisted
from game.lab.objects import promise
from game.lab.plan import CellKey
from game.minds.policies.statecraft import Statecraft
from game.minds.reading import Reading
from game.model.actions import Action, CallLeader, Carry, Link, Table, TablePackage
from game.model.events import ActionTaken
from game.model.views import MediatorView
from game.play.forecast import forecast
from game.play.match import Match, Phase
from game.play.seating import play_out
from game.rules.candidates import candidates
from game.rules.options import plan_refusals, refusal

KNOWN = deeds(shipped())
SETUP = shipped_setup("class", 5)


@cache
def plain() -> Match:
    return play_out(shipped(), SETUP, Statecraft(), fingerprints=False)


@cache
def views() -> tuple[MediatorView, ...]:
    """The plans of every second turn."""
    asked = [match for match in stages("statecraft", SETUP) if match.phase is Phase.PLAN]
    return tuple(match.mediator() for match in asked[1::2])


def taken(match: Match) -> list[Action]:
    return [event.action for turn in match.turns for event in turn.events if isinstance(event, ActionTaken)]


def test_every_act_is_of_one_kind_and_every_verb_has_one() -> None:
    for view in views():
        for action in candidates(view):
            assert sum(does(deed, action) for deed in KNOWN) == 1, action
    assert {deed.split()[0] for deed in KNOWN} == set(shipped().verbs)
    assert len(set(KNOWN)) == len(KNOWN)


def test_where_it_matters_to_whom_or_on_what_the_kinds_are_told_apart() -> None:
    assert {f"{Link.verb} {track}" for track in shipped().tracks} <= set(KNOWN)
    assert {f"{CallLeader.verb} {party}" for party in shipped().parties} <= set(KNOWN)


def test_what_could_be_done_is_to_be_had_and_the_most_promising_comes_first() -> None:
    for view, deed in product(views(), KNOWN):
        found = doings(view, deed)
        ranks = [promise(Reading(view), action) for action in found]
        assert ranks == sorted(ranks, reverse=True)
        assert all(does(deed, action) and refusal(view, action) is None for action in found)


def test_packages_are_made_for_those_who_would_carry_or_table_them() -> None:
    late = views()[1]
    assert all(isinstance(action, TablePackage) for action in doings(late, TablePackage.verb))
    assert all(isinstance(action, Carry) for action in doings(late, Carry.verb))
    assert doings(late, Carry.verb)


def test_of_wordings_the_likeliest_on_a_heavy_open_clause_comes_first() -> None:
    view = views()[0]
    best = doings(view, Table.verb)[0]
    assert isinstance(best, Table)
    others = [other for other in doings(view, Table.verb) if isinstance(other, Table) and other.clause == best.clause]
    chances = [min(each.low + each.high for each in forecast(view, other).chances) for other in others]
    assert chances[0] == max(chances)


@pytest.mark.parametrize("deed", ["reassure europe", "offer-backstop", "sound-out"])
def test_one_act_more_is_one_act_more_in_a_game_that_is_the_same_until_then(deed: str) -> None:
    mediator = OnceMore(Statecraft(), deed)
    match = play_out(shipped(), SETUP, mediator, fingerprints=False)
    assert mediator.done
    same = 0
    for mine, theirs in zip(plain().turns, match.turns, strict=False):
        if mine.events != theirs.events:
            extra = [e.action for e in theirs.events if isinstance(e, ActionTaken) and does(deed, e.action)]
            usual = [e.action for e in mine.events if isinstance(e, ActionTaken)]
            assert any(action not in usual for action in extra)
            break
        same += 1
    assert same < len(match.turns)


def test_an_act_that_cannot_be_had_is_not_done_and_leaves_the_game_as_it_was() -> None:
    mediator = OnceMore(Statecraft(), "restore-support")
    assert play_out(shipped(), SETUP, mediator, fingerprints=False).turns == plain().turns
    assert not mediator.done


@pytest.mark.parametrize("deed", ["assure-leader ukraine", "table", "link nuclear"])
def test_what_is_forbidden_is_never_done(deed: str) -> None:
    assert any(does(deed, action) for action in taken(plain()))
    match = play_out(shipped(), SETUP, twisted(Statecraft(), twist(NEVER, deed)), fingerprints=False)
    assert not any(does(deed, action) for action in taken(match))


@pytest.mark.parametrize("deed", ["float", "convene", "recess", "call russia"])
def test_whoever_does_one_thing_only_does_nothing_else_and_nothing_that_is_refused(deed: str) -> None:
    mediator = twisted(Statecraft(), twist(ONLY, deed))
    assert all(not plan_refusals(view, mediator.plan(view).actions) for view in views())
    acts = taken(play_out(shipped(), SETUP, mediator, fingerprints=False))
    assert all(does(deed, action) for action in acts)
    assert acts or deed == "recess"


def test_a_game_counts_what_was_done_and_whether_more_was() -> None:
    base, more, never = (
        deeds_trial(shipped(), SETUP, CellKey("statecraft", "ripe", twist=name))
        for name in ("", twist(MORE, "reassure europe"), twist(NEVER, "reassure europe"))
    )
    assert sum(count for (count,) in base.tally.values()) == len(taken(plain()))
    assert more.tally == {INSERTED: (1,)}
    assert never.tally == {}
