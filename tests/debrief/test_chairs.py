"""What each party wanted, knew and weighed, against sums made by hand from the records."""

from itertools import pairwise

import pytest

from game.debrief.chairs import chairs
from game.debrief.course import planned_turns, replies
from game.debrief.roads import moved, price, weighed_acts, weighed_choices
from game.model.events import ActionDropped, ActionTaken, ChoiceTaken, Event, Leaked, MoveMade, QuantityChanged
from game.model.ids import US, Quantity
from game.play.match import Match, TurnRecord
from game.rules.apply import apply
from tests.debrief.recorded import games


def slow_no_deal(match: Match, place: int, party: str) -> int:
    """Base and slopes, as docs/developers/model.md adds them up."""
    world = planned_turns(match)[place].world
    total = next(profile.base for key, profile in match.game.profiles.items() if key == party)
    for slope in next(slopes for key, slopes in match.game.slopes.items() if key == party):
        product = (world.quantities[slope.quantity] - slope.zero) * slope.per_100
        whole = abs(product) // 100 * (1 if product >= 0 else -1)
        total += min(slope.high, max(slope.low, whole))
    return total


@pytest.mark.campaign
def test_levels_are_what_the_model_adds_up() -> None:
    for match in games():
        turns = planned_turns(match)
        for chair in chairs(match):
            for place, level in enumerate(chair.levels):
                world = turns[place].world
                assert level.no_deal == slow_no_deal(match, place, chair.party)
                assert level.hope == world.quantities[Quantity(f"aspiration.{chair.party}")]
                assert level.limit == max(match.game.rates.sign_floor, level.hope // 2)


@pytest.mark.campaign
def test_every_answer_and_every_move_is_in_one_chair() -> None:
    for match in games():
        found = chairs(match)
        assert sorted(str(reply) for chair in found for reply in chair.answers) == sorted(map(str, replies(match)))
        moves = [e for turn in match.turns for e in turn.events if isinstance(e, MoveMade)]
        assert sum(len(chair.moves) for chair in found) == len(moves)


@pytest.mark.campaign
def test_what_a_party_never_learnt_of_was_neither_shown_to_it_nor_leaked() -> None:
    for match in games():
        events = [event for turn in match.turns for event in turn.events]
        leaked = [event.action for event in events if isinstance(event, Leaked)]
        for chair in chairs(match):
            hidden = [
                event.action
                for event in events
                if isinstance(event, ActionTaken) and event.seen is not None and chair.party not in event.seen
                if event.action not in leaked
            ]
            assert list(chair.hidden) == hidden
            for quantity in chair.alone:
                seen = match.game.scenario.quantities[quantity].seen
                assert seen is not None
                assert chair.party in seen
                assert US not in seen


def acts_of(turn: TurnRecord) -> list[tuple[Event, ...]]:
    """The journal's events from each act to the next, but for the last, which the parties' moves follow."""
    starts = [at for at, event in enumerate(turn.events) if isinstance(event, ActionTaken | ActionDropped)]
    return [turn.events[start:end] for start, end in pairwise(starts)]


@pytest.mark.campaign
def test_acts_weigh_what_the_journal_says_that_they_did() -> None:
    """Folding the recorded events of an act moves the parties as far as working it out again."""
    for match in games():
        forks = list(weighed_acts(match))
        for turn in (each for each in match.turns if each.digest):
            mine = [fork for fork in forks if fork.turn == turn.turn]
            world = next(each.world for each in planned_turns(match) if each.turn == turn.turn)
            place = 0
            for events in acts_of(turn):
                after = apply(world, events)
                if isinstance(events[0], ActionTaken):
                    assert mine[place].action == events[0].action
                    assert mine[place].weight == moved(match.game, world, after)
                    place += 1
                world = after


@pytest.mark.campaign
def test_a_choice_costs_what_the_journal_says() -> None:
    """From the recorded changes with the choice as their cause."""
    for match in games():
        specs = match.game.scenario.quantities
        for fork in weighed_choices(match):
            events = next(turn.events for turn in match.turns if turn.turn == fork.turn)
            own = [
                event
                for event in events
                if (isinstance(event, ChoiceTaken) and event.card == fork.card)
                or (isinstance(event, QuantityChanged) and event.cause.key == f"{fork.card}/{fork.choice}")
            ]
            assert fork.weight == price(match.game.scenario, tuple(own))
            worse = sum(
                max(0, -specs[event.quantity].good * (event.now - event.was))
                for event in own
                if isinstance(event, QuantityChanged) and specs[event.quantity].unit == "meter"
                if specs[event.quantity].seen is None or US in specs[event.quantity].seen
            )
            places = sum(
                event.cost.president + event.cost.envoys + event.cost.staff
                for event in own
                if isinstance(event, ChoiceTaken)
            )
            assert fork.weight == worse + 10 * places
