"""Laws that hold in every game: over whole games of random legal plans, in the small scenario and the shipped one."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.lively import effect, lively_scenario, make_card
from game.contracts.building.moments import found, opened, planning, send
from game.contracts.building.shipped import played, shipped, shipped_setup
from game.contracts.building.small import small_setup
from game.model.events import Ask, ClauseMoved, Event, PartyAnswered, QuantityChanged, Verdict
from game.model.ids import US, ClauseId, Quantity
from game.model.ledger import Source, visible_to
from game.model.scenario import Scenario
from game.model.world import World
from game.play.match import Match
from game.rules.apply import apply
from game.rules.deal import deal, first_world
from game.rules.negotiate import Scales, signing_case
from game.rules.sight import party_view
from tests.strategies import Journey, journeys, quickly

LIVELY = lively_scenario(turns=10)
SETUP = small_setup()
small_games = journeys(LIVELY)
shipped_games = journeys(shipped(), ("quick", "class"))
some_games = st.one_of(small_games, small_games, small_games, shipped_games)


def moments_of(match: Match) -> Iterator[tuple[World, Event]]:
    """Every event of the game with the world just before it."""
    world = first_world(match.game)
    for record in match.turns:
        for event in record.events:
            yield world, event
            world = apply(world, (event,))


@given(some_games)
@quickly(14)
def test_events_alone_rebuild_the_world(game: Journey) -> None:
    world = first_world(game.match.game)
    for record in game.match.turns:
        assert record.first == world
        world = apply(world, record.events)
    assert world == game.match.world


@given(some_games)
@quickly(10)
def test_events_folded_one_by_one_or_all_at_once_give_the_same_world(game: Journey) -> None:
    """Batches are a matter of cost only."""
    world = first_world(game.match.game)
    for event in game.events:
        world = apply(world, (event,))
    assert world == game.match.world


@given(small_games)
@quickly(10)
def test_applying_events_leaves_the_world_they_are_applied_to_as_it_was(game: Journey) -> None:
    for record in game.match.turns:
        before = deepcopy(record.first)
        apply(record.first, record.events)
        assert record.first == before


@given(some_games)
@quickly(14)
def test_the_ledger_of_every_quantity_is_without_gaps_and_sums_exactly(game: Journey) -> None:
    """Rule 1 of the house: a change of a quantity is a list of entries that sums exactly to the change."""
    first = first_world(game.match.game)
    levels = dict(first.quantities)
    sums = dict.fromkeys(levels, 0)
    for event in game.events:
        if isinstance(event, QuantityChanged):
            assert event.was == levels[event.quantity], event
            assert event.now != event.was, "an entry of the ledger changes something"
            levels[event.quantity] = event.now
            sums[event.quantity] += event.now - event.was
    assert levels == game.match.world.quantities
    assert {name: first.quantities[name] + sums[name] for name in sums} == levels


@given(some_games)
@quickly(14)
def test_the_record_of_every_clause_is_without_gaps(game: Journey) -> None:
    states = dict(first_world(game.match.game).clauses)
    for event in game.events:
        if isinstance(event, ClauseMoved):
            assert event.was == states[event.clause], event
            states[event.clause] = event.now
    assert states == game.match.world.clauses


@given(some_games)
@quickly(14)
def test_no_quantity_and_no_detail_ever_leaves_its_bounds(game: Journey) -> None:
    specs = game.match.game.scenario.quantities
    for event in game.events:
        if isinstance(event, QuantityChanged):
            assert specs[event.quantity].low <= event.now <= specs[event.quantity].high, event
        if isinstance(event, ClauseMoved):
            assert 0 <= event.now.detail <= 300, event
    assert all(0 <= track.work <= 100 for track in game.match.world.tracks.values())


@given(some_games)
@quickly(14)
def test_a_clause_lists_a_party_once_and_never_both_as_agreed_and_as_settled_over(game: Journey) -> None:
    order = list(game.match.game.scenario.parties)
    for event in game.events:
        if isinstance(event, ClauseMoved):
            agreed, over = event.now.agreed, event.now.over
            assert sorted(agreed, key=order.index) == list(agreed)
            assert len({*agreed, *over}) == len(agreed) + len(over), event
            assert event.now.option is not None or not (agreed or over or event.now.blessed), event


@given(some_games)
@quickly(14)
def test_no_party_signs_below_its_limit_or_over_a_red_line_unless_the_text_is_flagged_as_imposed(game: Journey) -> None:
    """Without a squeeze. What a squeeze may do is in ``tests/minds``."""
    for world, event in moments_of(game.match):
        if isinstance(event, PartyAnswered) and signs(event) and not event.answer.imposed:
            scales = Scales(party_view(game.match.game, world, event.question.party))
            case = signing_case(scales, event.question.terms)
            assert scales.view.squeeze or case.surplus >= max(game.match.game.rates.sign_floor, scales.hope // 2)
            assert scales.view.squeeze or (case.crossed is None and case.unsold == 0)


def signs(event: PartyAnswered) -> bool:
    return event.question.ask is Ask.SIGN and event.answer.verdict is Verdict.ACCEPT


def test_the_games_that_these_laws_are_tried_on_come_as_far_as_a_signature() -> None:
    """A law about signatures that never saw one would say little."""
    matches = [Journey(replace(SETUP, seed=seed), (), "statecraft", LIVELY).match for seed in range(8)]
    signed = [event for match in matches for _, event in moments_of(match) if isinstance(event, PartyAnswered)]
    assert sum(map(signs, signed)) >= 6


@given(some_games)
@quickly(14)
def test_every_turn_is_closed_with_a_digest_and_only_the_last_with_an_ending(game: Journey) -> None:
    assert [record.turn for record in game.match.turns] == list(range(1, len(game.match.turns) + 1))
    assert all(len(record.digest) == 32 for record in game.match.turns)
    assert [record.first.ending for record in game.match.turns] == [None] * len(game.match.turns)
    assert game.match.world.ending in game.match.game.scenario.endings
    assert len(game.match.turns) <= game.match.game.length.turns


@given(shipped_games)
@quickly(6)
def test_the_scenario_has_words_for_whatever_a_rule_changed(game: Journey) -> None:
    """Every entry of the ledger can be said: the causes that rules name are in the scenario's book of reasons."""
    entries = found(game.events, QuantityChanged)
    keys = {entry.cause.key for entry in entries if entry.cause.source is Source.RULE}
    assert keys <= set(game.match.game.scenario.words.reasons)


def test_an_entry_of_the_ledger_is_shown_to_nobody_who_cannot_see_the_quantity() -> None:
    """Rule 12 of the house: hidden entries are merged, so no entry may show a hidden level."""
    matches = [played(policy, shipped_setup("class")) for policy in ("statecraft", "random")]
    specs = shipped().quantities
    entries = found((event for match in matches for record in match.turns for event in record.events), QuantityChanged)
    shown = {
        (seat, entry.quantity, str(entry.cause))
        for entry in entries
        for seat in (US, *shipped().parties)
        if visible_to(entry.seen, seat) and not visible_to(specs[entry.quantity].seen, seat)
    }
    assert shown == set()


@given(st.integers(0, 2**63), st.integers(1, 4))
@quickly(10)
def test_a_card_that_draws_its_effect_shifts_no_other_chance(seed: int, turns: int) -> None:
    """Streams are independent: the same war and the same strains, whether or not a card draws as well."""
    quiet, loud = lively_scenario(second_card=0), lively_scenario(second_card=0)
    news = make_card("rumour", outcome=replace(loud.cards["press"].outcome, effects=(effect("congress", -9, 9),)))
    cards = {name: card for name, card in loud.cards.items() if name not in ("press", "storm", "lull")}
    quiet = replace(quiet, cards=cards)
    loud = replace(loud, cards=cards | {news.id: news})
    histories = []
    for scenario in (quiet, loud):
        match = opened(scenario, replace(SETUP, seed=seed))
        for _ in range(turns):
            match = planning(send(match))
        histories.append([change(match, name) for name in ("front", "strain.east.manpower", "outlook.west")])
    assert histories[0] == histories[1]


def change(match: Match, quantity: str) -> list[tuple[int, int]]:
    events = found((event for record in match.turns for event in record.events), QuantityChanged)
    return [(event.was, event.now) for event in events if event.quantity == Quantity(quantity)]


@pytest.mark.parametrize("world", ["ripe", "sceptic"])
def test_a_scenario_is_the_same_after_a_game_as_before_it(world: str) -> None:
    before = deepcopy([(party.prior, party.moves) for party in shipped().parties.values()])
    match = played("statecraft", shipped_setup("quick", 3, world))
    assert [(party.prior, party.moves) for party in shipped().parties.values()] == before
    assert deal(shipped(), match.game.setup).profiles == match.game.profiles
    assert isinstance(match.game.scenario, Scenario)
    assert ClauseId("line") in match.world.clauses
