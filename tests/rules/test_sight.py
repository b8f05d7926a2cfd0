"""What a seat may know: its own private things, whatever is public, and what it was told; nothing else."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import changes, found, last_turn, moment, moved, opened, send, sitting, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, LANDING, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.seats import NO, YES, packages
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.contracts.building.small import BORDERS, SPACE, small_scenario
from game.model.actions import Act, Action, Carry, Deliver, Float, SoundOut, Table, TablePackage
from game.model.clauses import OPEN_CLAUSE, ClauseState, Term
from game.model.events import Leaked, QuantityChanged
from game.model.groups import GroupState, Step, TrackState
from game.model.ids import SEALED, US, ClauseId, OptionId, PartyId, Quantity, VerbId
from game.model.ledger import visible_to
from game.model.verbs import action_text
from game.model.world import World
from game.play.match import Match
from game.rules.acting import act, audience
from game.rules.answers import conclude
from game.rules.apply import apply
from game.rules.candidates import candidates
from game.rules.deal import deal
from game.rules.negotiate import Scales
from game.rules.sight import mediator_view, party_view, suppose
from tests.strategies import moments, quickly


def busy() -> Match:
    """A game of the shipped scenario with every kind of act to be had: groups sit, clauses are in all conditions."""
    match = opened(shipped(), shipped_setup("class"))
    scenario = shipped()
    return moment(
        match,
        turn=4,
        groups={g.id: GroupState(True, g.stakeholders) for g in scenario.groups.values() if g.id != "economy"},
        clauses={
            "line": state("in-place", PartyId("ukraine"), detail=100),
            "forces": state("defence-ceiling", PartyId("russia"), tabled=False),
            "guarantees": state("monitored-snapback", detail=50),
        },
        tracks={"arctic": TrackState(Step.LINKED, ClauseId("assets"), 3, 10)},
    )


BUSY = busy()


def confidential(match: Match) -> Iterator[Action]:
    """Every act to be had that is not public, and some packages."""
    view = match.mediator()
    yield from (each for each in candidates(view) if audience(match.game, match.world, each) is not None)
    yield from packages(view, 1)
    pairs = (("line", "special-zone"), ("ceasefire", "monitored"))
    yield TablePackage(tuple(Term(ClauseId(clause), OptionId(option)) for clause, option in pairs))


def agreed_by_all(match: Match, action: Action) -> World:
    """The world after the act and a yes from everybody who is asked."""
    events, questions = act(match.game, match.world, action)
    world = apply(match.world, events)
    replies = tuple((question, YES) for question in questions)
    return apply(world, conclude(match.game, world, action, replies)) if questions else world


def differences(match: Match, action: Action) -> list[str]:
    """What parties outside the room see differently after the act."""
    told = audience(match.game, match.world, action) or ()
    after = agreed_by_all(match, action)
    return [
        f"{action_text(action)}: {party} {field.name}"
        for party in match.game.scenario.parties
        if party not in told
        for before, now in [(match.party(party), party_view(match.game, after, party))]
        for field in fields(before)
        if getattr(before, field.name) != getattr(now, field.name)
    ]


CONFIDENTIAL: dict[str, list[Action]] = {}
for _each in confidential(BUSY):
    CONFIDENTIAL.setdefault(_each.verb, []).append(_each)


@pytest.mark.parametrize("verb", CONFIDENTIAL)
def test_a_confidential_act_changes_nothing_that_a_party_outside_the_room_can_see(verb: str) -> None:
    """Rule 4 of the house: a confidential act changes nobody outside the room until it leaks."""
    assert [line for action in CONFIDENTIAL[verb] for line in differences(BUSY, action)] == []


def test_nearly_every_confidential_verb_is_tried_here() -> None:
    public = {verb.id for verb in shipped().verbs.values() if verb.public}
    missing = set(shipped().verbs) - public - set(CONFIDENTIAL)
    assert missing <= {"unite", "conference"}


def test_a_public_act_is_known_to_everybody_at_once() -> None:
    action = Act(VerbId("public-address"))
    assert audience(BUSY.game, BUSY.world, action) is None


# A floated option is a secret between the mediator and whoever agreed to it.


def test_an_option_floated_in_private_is_open_to_everybody_but_the_party_that_took_it() -> None:
    match = send(opened(), Float(EAST, BORDER, "freeze"))
    assert match.world.clauses[BORDER] == ClauseState("freeze", (EAST,), private=(EAST,))
    assert match.party(EAST).text[BORDER].option == "freeze"
    assert match.party(WEST).text[BORDER] == OPEN_CLAUSE
    assert match.mediator().text[BORDER].option == "freeze"


def test_a_refused_float_leaves_nothing_behind_that_anybody_else_could_see() -> None:
    before = opened()
    after = send(before, Float(EAST, BORDER, "freeze"), minds=None)
    refused = send(before, Float(EAST, BORDER, "freeze"), minds={party: _Refusing() for party in PARTIES})
    assert refused.world.clauses[BORDER].option is None
    assert after.party(WEST).text == refused.party(WEST).text


class _Refusing:
    def answer(self, view: Any, question: Any) -> Any:
        return NO

    def move(self, view: Any, request: Any) -> Any:
        raise AssertionError("nobody has moves here")


# Leaks.


def leaking(**length: Any) -> Match:
    """A house without any discipline, where one confidential act of the turn always gets out."""
    match = opened(leak=100, **length)
    return moment(match, quantities={"discipline": 0}, groups=sitting(BORDERS, EAST, WEST))


@pytest.mark.parametrize(
    ("action", "exposed"),
    [
        (SoundOut(WEST, BORDER), (WEST,)),
        (Float(EAST, BORDER, "freeze"), (EAST,)),
        (Carry(WEST, LANDING[:2]), (WEST,)),
        (Table(BORDER, "freeze"), (EAST, WEST)),
    ],
    ids=lambda each: each.verb if hasattr(each, "verb") else "",
)
def test_a_leak_hardens_those_whose_position_is_in_the_papers_and_nobody_else(
    action: Action, exposed: tuple[PartyId, ...]
) -> None:
    """Trust falls by 5, and a party of even pride hardens by the stated 50."""
    match = moment(leaking(), turn=2)
    events = last_turn(send(match, action))
    assert found(events, Leaked) == [Leaked(action)]
    for party in PARTIES:
        assert changes(events, f"trust.{party}", "leak") == ([-5] if party in exposed else [])
        assert changes(events, f"aspiration.{party}", "leaked-position") == ([50] if party in exposed else [])
    assert changes(events, "patience", "leak") == [-4]


def test_pride_decides_how_much_a_leak_hardens() -> None:
    def hardened(pride: int) -> list[int]:
        east = small_scenario().parties[EAST].personality
        scenario = small_scenario(length={"leak": 100}, parties={EAST: {"personality": replace(east, pride=pride)}})
        match = moment(opened(scenario), quantities={"discipline": 0})
        return changes(last_turn(send(match, SoundOut(EAST, BORDER))), "aspiration.east", "leaked-position")

    assert (hardened(0), hardened(50), hardened(100)) == ([25], [50], [75])


def test_what_is_public_cannot_leak() -> None:
    match = leaking()
    assert found(last_turn(send(match, Act(VerbId("public-address")))), Leaked) == []


def test_at_most_one_act_of_a_turn_leaks() -> None:
    match = send(leaking(), SoundOut(EAST, BORDER), SoundOut(WEST, PACT))
    assert len(found(last_turn(match), Leaked)) == 1


def test_perfect_discipline_leaks_nothing() -> None:
    match = moment(leaking(), quantities={"discipline": 100})
    assert found(last_turn(send(match, SoundOut(EAST, BORDER))), Leaked) == []


# What a view holds.


@given(st.data())
@quickly(20)
def test_a_partys_view_holds_no_quantity_that_it_cannot_see(data: st.DataObject) -> None:
    world = data.draw(moments(BUSY.game))
    for party in shipped().parties:
        known = party_view(BUSY.game, world, party).known
        assert known == {
            name: world.quantities[name] for name, spec in shipped().quantities.items() if visible_to(spec.seen, party)
        }


@pytest.mark.parametrize("hidden", ["aspiration", "resentment"])
def test_what_a_party_holds_out_for_and_resents_is_in_nobody_elses_view(hidden: str) -> None:
    quantity = Quantity(f"{hidden}.russia")
    assert quantity in BUSY.party(PartyId("russia")).known
    assert quantity not in BUSY.mediator().known
    assert quantity not in BUSY.party(PartyId("ukraine")).known


@given(st.data())
@quickly(15)
def test_a_party_is_told_nothing_by_what_is_private_to_another(data: st.DataObject) -> None:
    """Two worlds that differ only in Moscow's private quantities and profile look the same to Kyiv."""
    world = data.draw(moments(BUSY.game))
    private = {
        name: data.draw(st.integers(spec.low, spec.high))
        for name, spec in shipped().quantities.items()
        if spec.seen in (("russia",), ("us", "russia"), ("us",))
    }
    dealt = deal(shipped(), shipped_setup("class", seed=99)).profiles
    other = replace(BUSY.game, profiles=BUSY.game.profiles | {"russia": dealt[PartyId("russia")]})
    kyiv = PartyId("ukraine")
    unlike = moved(world, quantities={name: v for name, v in private.items() if name not in _FELT})
    assert party_view(BUSY.game, world, kyiv) == party_view(other, unlike, kyiv)


_FELT = {"credibility"}
"""Of the mediator's own meters, how far its word is believed is felt by all: promises count by it."""


@given(st.data())
@quickly(15)
def test_the_mediator_sees_no_difference_between_games_that_differ_only_in_what_is_private(data: st.DataObject) -> None:
    world = data.draw(moments(BUSY.game))
    hidden = {
        name: data.draw(st.integers(spec.low, spec.high))
        for name, spec in shipped().quantities.items()
        if not visible_to(spec.seen, US)
    }
    other = replace(BUSY.game, profiles=deal(shipped(), shipped_setup("class", seed=77)).profiles)
    assert mediator_view(BUSY.game, world) == mediator_view(other, moved(world, quantities=hidden))


def test_a_sealed_game_does_not_tell_the_mediator_its_world() -> None:
    sealed = opened(shipped(), shipped_setup(world=SEALED))
    assert sealed.mediator().assumed is None
    assert opened(shipped(), shipped_setup(world="sceptic")).mediator().assumed == "sceptic"


def test_what_the_mediator_supposes_of_a_party_in_a_sealed_game_is_the_scenarios_prior_whatever_is_true() -> None:
    """The same beliefs in two worlds give the same supposition; the true world's base and slopes stay out of it."""
    games = [deal(shipped(), replace(shipped_setup("class", world=SEALED), seed=seed)) for seed in range(20)]
    sceptic = next(game for game in games if game.truth.id == "sceptic")
    ripe = next(game for game in games if game.truth.id == "ripe")
    for party in shipped().parties:
        one, other = (suppose(mediator_view(game, BUSY.world), party) for game in (sceptic, ripe))
        assert (one.profile, one.slopes, one.rates) == (other.profile, other.slopes, other.rates)


def test_belief_without_error_supposes_what_the_party_knows_but_for_what_is_hidden_by_design() -> None:
    """With estimates, guess and reading exact, and nothing resented or entrenched, both weigh a text alike."""
    match = opened()
    for party in PARTIES:
        truth, belief = Scales(match.party(party)), Scales(suppose(match.mediator(), party))
        assert truth.no_deal == belief.no_deal
        assert truth.hope == belief.hope
        assert truth.view.side == belief.view.side
        assert truth.view.links == belief.view.links


def test_a_promised_step_is_felt_by_its_party_alone() -> None:
    before = opened()
    after = moment(before, tracks={SPACE: TrackState(Step.PROMISED, None, 1, 0)})
    assert after.party(EAST).side > before.party(EAST).side
    assert after.party(WEST) == before.party(WEST)


def test_a_linked_step_pays_its_party_on_its_clause_and_is_no_longer_to_be_had() -> None:
    linked = moment(opened(), tracks={SPACE: TrackState(Step.LINKED, BORDER, 1, 100)})
    assert linked.party(EAST).links == {BORDER: 200}
    assert linked.party(EAST).payable == {}
    assert linked.party(WEST).links == {}
    assert opened().party(EAST).payable == {SPACE: 100}, "half of a step is the work behind it"


def test_entries_that_a_party_does_not_see_are_in_games_of_every_kind() -> None:
    """The rules above would say little if everything were visible."""
    match = stages("statecraft", shipped_setup("class"))[-1]
    events = [event for record in match.turns for event in record.events]
    hidden = [event for event in found(events, QuantityChanged) if not visible_to(event.seen, US)]
    assert hidden


def test_a_delivered_step_is_known_to_its_party_as_it_is_given() -> None:
    match = opened()
    assert audience(match.game, match.world, Deliver(SPACE)) == (EAST, US)


def test_a_package_on_the_table_is_known_to_all_who_sit_in_one_of_its_groups() -> None:
    match = moment(opened(), groups=sitting(BORDERS, EAST, WEST) | sitting("economy", ALLY))
    package = TablePackage((Term(BORDER, "freeze"), Term(AID, "shared")))
    assert audience(match.game, match.world, package) == (EAST, WEST, ALLY, US)
    assert TRUCE in match.world.clauses
