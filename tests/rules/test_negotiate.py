"""How a party weighs a text, worked out by hand on the small scenario. All values in hundredths of a point.

Deal value D, no-deal value N, surplus S = D - N, aspiration A. At trust 50 a promised option counts at 90 percent.
"""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import agreed_text, changes, last_turn, moment, opened, send, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, LANDING, PACT, TRUCE, WEST
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.small import SPACE, small_scenario
from game.model.actions import Deliver
from game.model.clauses import Term
from game.model.groups import Step, TrackState
from game.model.ids import OptionId, PartyId, Quantity
from game.model.parties import Slope
from game.rules.negotiate import Scales, signing_case
from game.rules.sight import party_view
from game.rules.slopes import slope_value
from tests.strategies import moments, packages, quickly, terms

MATCH = opened()
SHIPPED = opened(shipped(), shipped_setup()).game


def scales(party: PartyId, **changes: Any) -> Scales:
    return Scales(moment(MATCH, **changes).party(party))


def levels(**named: int) -> dict[str, dict[str, int]]:
    """Quantities by names with a ``_`` for the dot."""
    return {"quantities": {name.replace("_", "."): level for name, level in named.items()}}


# No deal.


@pytest.mark.parametrize(("level", "worth"), [(40, 0), (60, -60), (20, 60), (0, 100), (100, -180), (41, -3), (39, 3)])
def test_a_slope_is_a_hundredth_of_its_rate_for_each_point_off_zero_and_keeps_within_its_ends(
    level: int, worth: int
) -> None:
    assert slope_value(Slope(Quantity("sanctions"), -300, 40, -200, 100, ""), level) == worth


def test_a_slope_rounds_towards_zero_on_both_sides() -> None:
    slope = Slope(Quantity("x"), 150, 0, -900, 900, "")
    assert [slope_value(slope, level) for level in (-3, -1, 1, 3)] == [-4, -1, 1, 4]


def test_no_deal_is_the_base_until_something_happens() -> None:
    assert [scales(party).no_deal for party in (EAST, WEST, ALLY)] == [5000, 6000, 6500]


def test_no_deal_moves_with_the_war_pressure_and_support() -> None:
    assert scales(EAST, **levels(sanctions=60)).no_deal == 5000 - 60
    assert scales(EAST, **levels(sanctions=60, outlook_east=80)).no_deal == 5000 - 60 + 210
    assert scales(EAST, **levels(outlook_east=100)).no_deal == 5000 + 300, "the slope ends at 300"
    assert scales(WEST, **levels(assistance=40)).no_deal == 6000 - 300
    assert scales(ALLY, **levels(strain_ally_economy=60)).no_deal == 6500 - 120


# Deal and surplus.


@pytest.mark.parametrize(("trust", "east", "west"), [(100, 5600, 7000), (50, 5420, 6720), (0, 5240, 6440)])
def test_the_landing_text_is_worth_its_options_with_promises_discounted_by_trust_in_who_promises(
    trust: int, east: int, west: int
) -> None:
    """The factor on a promise is 0.80 + 0.20 x trust / 100; West has a synergy of 100 in the landing text."""
    quantities = levels(trust_east=trust, trust_west=trust)
    surpluses = [signing_case(scales(party, **quantities), LANDING).surplus for party in (EAST, WEST)]
    assert surpluses == [east - 5000, west - 6000]


def test_a_synergy_counts_when_all_that_it_needs_stands_and_not_before() -> None:
    west = scales(WEST)
    assert west.synergy({PACT: OptionId("shield"), TRUCE: OptionId("watched")}) == 100
    assert west.synergy({PACT: OptionId("shield")}) == 0
    assert west.synergy({PACT: OptionId("shield"), TRUCE: OptionId("bare")}) == 0


def test_an_undecided_clause_counts_at_what_the_party_expects_of_it() -> None:
    """East expects the landing text, undiscounted: 5600 - 5000."""
    assert scales(EAST).surplus == 600


def test_a_clause_counts_as_decided_for_those_who_agreed_or_were_settled_over_and_for_nobody_else() -> None:
    full = {"clauses": {AID: state("full", WEST, over=(ALLY,))}}
    assert scales(WEST, **full).surplus - scales(WEST).surplus == 1000 * (90 - 70) // 100
    assert scales(ALLY, **full).surplus - scales(ALLY).surplus == 3000 * (90 - 80) // 100
    assert scales(EAST, **full).surplus == scales(EAST).surplus


def test_what_a_signature_brings_beside_the_clauses_is_part_of_the_deal() -> None:
    """Standing at 40 is worth 20 x 300 / 100; entrenchment and resentment are taken off."""
    quantities = levels(standing=40, entrenchment=70, resentment_east=25)
    assert scales(EAST, **quantities).surplus == 600 + 60 - 70 - 25
    assert signing_case(scales(EAST, **quantities), LANDING).surplus == 420 + 60 - 70 - 25


@pytest.mark.parametrize("party", [EAST, WEST])
def test_waiting_lowers_what_a_settlement_is_worth_to_both_belligerents(party: PartyId) -> None:
    """C1: entrenchment of 35 in a turn without working talks."""
    assert scales(party, **levels(entrenchment=35)).surplus == scales(party).surplus - 35


# Answers.


def test_a_term_that_is_as_good_as_expected_passes_while_enough_is_left() -> None:
    """S 600, A 400: nothing gained, 200 left over."""
    assert scales(EAST).weigh((Term(BORDER, "freeze"),)).margin == 200


def test_a_term_has_to_bring_its_clauses_share_of_what_is_missing() -> None:
    """A 1000, S 600: 400 are missing. A clause that brings nothing lacks all of it, whatever its weight."""
    weighing = scales(EAST, **levels(aspiration_east=1000)).weigh((Term(BORDER, "freeze"),))
    assert (weighing.gain, weighing.share, weighing.margin) == (0, 4000, -400)


@pytest.mark.parametrize(("option", "margin"), [("nothing", -400 + 1200 * 10_000 // 3000), ("shield", -400 - 600)])
def test_what_a_clause_brings_counts_as_if_all_were_settled_as_generously(option: str, margin: int) -> None:
    """The pact weighs 30 percent: nothing brings East 1200, and the promised shield is 180 less than expected."""
    assert scales(EAST, **levels(aspiration_east=1000)).weigh((Term(PACT, option),)).margin == margin


def test_a_party_with_something_to_spare_can_put_a_part_of_all_of_it_into_one_move() -> None:
    """S 600, A 100: 500 to spare, of which 40 percent can make good the 180 that the shield lacks."""
    generous = opened(small_scenario(rates={"spare_share": 40}))
    hopes = {"quantities": {"aspiration.east": 100}}
    shield = (Term(PACT, "shield"),)
    assert Scales(moment(generous, **hopes).party(EAST)).weigh(shield).margin == -180 + 200
    assert scales(EAST, **hopes).weigh(shield).margin == max(-600 + 500, -180), (
        "and none of it where none may be spared"
    )


def test_a_package_is_forgiven_a_fifth_of_its_losses() -> None:
    """Aid at nothing costs West 700, the treaty brings 3600 - 2800."""
    west = scales(WEST, **levels(aspiration_west=2000))
    trade = (Term(PACT, "treaty"), Term(AID, "none"))
    assert west.weigh(trade).gain == 800 - 700 + 140
    assert west.weigh(trade[1:]).gain == -700


def test_a_leaders_word_adds_its_bonus_to_the_margin_and_to_nothing_else() -> None:
    term = (Term(BORDER, "freeze"),)
    plain, called = scales(EAST).weigh(term), scales(EAST).weigh(term, 150)
    assert called == replace(plain, margin=plain.margin + 150)


# Payments.


def linked(work: int) -> dict[str, dict[str, TrackState]]:
    return {"tracks": {SPACE: TrackState(Step.LINKED, BORDER, 1, work)}}


def test_a_linked_step_pays_on_its_clause_and_turns_the_answer() -> None:
    """C12: at A 1000, 400 are missing. The step pays 100 bare and 200 with the work done, on 40 percent of the text."""
    hopes = levels(aspiration_east=1000)
    border = (Term(BORDER, "freeze"),)
    assert scales(EAST, **hopes).weigh(border).margin == -400
    assert scales(EAST, **hopes, **linked(0)).weigh(border).margin == -400 + 250
    assert scales(EAST, **hopes, **linked(100)).weigh(border).margin == -400 + 500


def test_a_linked_step_makes_the_other_clauses_no_dearer_and_no_better_paid() -> None:
    pact = (Term(PACT, "shield"),)
    paid, unpaid = (scales(EAST, **levels(aspiration_east=1200), **more) for more in (linked(100), {}))
    assert paid.weigh(pact).paid == 0
    assert paid.weigh(pact).margin - unpaid.weigh(pact).margin == 200, "but so much less is missing"


def test_a_linked_step_counts_in_full_at_signing() -> None:
    assert signing_case(scales(EAST, **linked(50)), LANDING).surplus == 420 + 150


def test_an_unlinked_gift_brings_nothing_to_the_text_and_leaves_hopes_higher() -> None:
    """C12: delivered without a link, the leverage is spent. Only the standing that it confers is left, at 18."""
    assert changes(last_turn(send(MATCH, Deliver(SPACE))), "aspiration.east", "unlinked-gift") == [90]
    given = scales(EAST, tracks={SPACE: TrackState(Step.DELIVERED, None, 1, 100)}, **levels(standing=26))
    assert signing_case(given, LANDING).surplus == 420 + 18
    assert given.view.payable == {}


@pytest.mark.parametrize(("credibility", "worth"), [(100, 50), (65, 32), (0, 0)])
def test_a_promised_step_counts_at_half_as_far_as_washington_is_believed(credibility: int, worth: int) -> None:
    promised = {"tracks": {SPACE: TrackState(Step.PROMISED, None, 1, 0)}}
    assert scales(EAST, **promised, **levels(credibility=credibility)).surplus == 600 + worth


# Red lines and home.


def test_a_red_line_is_crossed_whatever_it_is_worth() -> None:
    weighing = scales(EAST).weigh((Term(PACT, "shield"), Term(BORDER, "withdraw")))
    assert weighing.crossed == Term(BORDER, "withdraw")
    assert scales(ALLY).crossed(LANDING) is None


@pytest.mark.parametrize(("room", "crossed"), [(0, True), (69, True), (70, False), (100, False)])
def test_a_conditional_red_line_opens_at_its_home_room(room: int, crossed: bool) -> None:
    line = scales(WEST, **levels(room_west=room)).red_line(Term(BORDER, "cede"))
    assert (line is not None) is crossed


@pytest.mark.parametrize(("room", "unsold"), [(50, 0), (24, 0), (20, 200), (0, 1200)])
def test_a_text_sells_at_home_if_it_gives_away_no_more_than_concessions_and_room_allow(room: int, unsold: int) -> None:
    """East gives 2000 + 1200 + 200 + 800 away against what it says in public; 3000 + 50 for each point of room sell."""
    east = scales(EAST, **levels(room_east=room))
    assert sum(east.given(term.clause, term.option) for term in LANDING) == 4200
    assert signing_case(east, LANDING).unsold == unsold


# Limits and duress.


@pytest.mark.parametrize(("hope", "limit"), [(100, 200), (400, 200), (401, 200), (402, 201), (1000, 500)])
def test_a_party_signs_at_two_points_or_at_half_of_what_it_holds_out_for(hope: int, limit: int) -> None:
    assert signing_case(scales(EAST, **levels(aspiration_east=hope)), LANDING).limit == limit


def test_a_squeeze_lowers_no_deal_and_writes_sixty_percent_of_the_loss_off_the_limit() -> None:
    """Assistance at 40 costs West 300: S 720 becomes 1020, the limit 200 - 180; without the cut S were 720 still."""
    case = signing_case(scales(WEST, **levels(assistance=40)), LANDING)
    assert (case.surplus, case.limit, case.imposed) == (1020, 20, False)


def test_nothing_squeezes_a_party_that_depends_on_nobody() -> None:
    case = signing_case(scales(EAST, **levels(assistance=0, intelligence=0)), LANDING)
    assert (case.limit, case.imposed) == (200, False)


# Laws.


@given(st.data())
@quickly(60)
def test_the_margin_of_a_single_term_is_the_same_by_the_short_way_and_the_long(data: st.DataObject) -> None:
    world, term = data.draw(moments(SHIPPED)), data.draw(terms(shipped()))
    for party in shipped().parties:
        each = Scales(party_view(SHIPPED, world, party))
        assert each.margin(term) == each.weigh((term,)).margin


@given(st.data())
@quickly(60)
def test_more_trust_never_makes_a_text_worse(data: st.DataObject) -> None:
    world, text = data.draw(moments(SHIPPED)), data.draw(packages(shipped()))
    for party in shipped().parties:
        name = Quantity(f"trust.{party}")
        worse, better = sorted((world.quantities[name], data.draw(st.integers(0, 100))))
        surplus = [
            signing_case(
                Scales(party_view(SHIPPED, replace(world, quantities={**world.quantities, name: level}), party)), text
            ).surplus
            for level in (worse, better)
        ]
        assert surplus[0] <= surplus[1]


@given(st.data())
@quickly(60)
def test_a_party_that_holds_out_for_less_never_gives_less(data: st.DataObject) -> None:
    world, text = data.draw(moments(SHIPPED)), data.draw(packages(shipped()))
    for party in shipped().parties:
        name = Quantity(f"aspiration.{party}")
        more, less = sorted((world.quantities[name], data.draw(st.integers(100, 1500))), reverse=True)
        margin = [
            Scales(party_view(SHIPPED, replace(world, quantities={**world.quantities, name: hope}), party))
            .weigh(text)
            .margin
            for hope in (more, less)
        ]
        assert margin[0] <= margin[1]


def test_signing_the_agreed_text_is_worth_what_the_text_is_counted_at() -> None:
    """Once West has agreed to every clause, S as it stands and S at the conference are one number."""
    west = scales(WEST, clauses=agreed_text(MATCH.game.scenario))
    assert signing_case(west, LANDING).surplus == west.surplus == 720


# What can be had by itself.


def test_a_separable_clause_is_granted_for_what_it_brings_whatever_the_rest_looks_like() -> None:
    """East asks for far more than any text would bring; aid at what it expects is worth taking all the same."""
    hopes = levels(aspiration_east=1400)
    for separable, margins in ((False, -1), (True, 40)):
        scenario = small_scenario(rates={"by_itself": 40})
        clauses = {AID: replace(scenario.clauses[AID], separable=separable)}
        scenario = replace(scenario, clauses={**scenario.clauses, **clauses})
        east = Scales(moment(opened(scenario), **hopes).party(EAST))
        term = Term(AID, OptionId("shared"))
        assert east.margin(term) == east.weigh((term,)).margin
        assert (east.margin(term) == margins) if separable else (east.margin(term) <= margins)


def test_in_a_package_a_separable_clause_is_part_of_the_whole() -> None:
    scenario = small_scenario(rates={"by_itself": 40})
    clauses = {AID: replace(scenario.clauses[AID], separable=True)}
    scenario = replace(scenario, clauses={**scenario.clauses, **clauses})
    east = Scales(moment(opened(scenario), **levels(aspiration_east=1400)).party(EAST))
    assert east.weigh((Term(AID, OptionId("shared")), Term(TRUCE, OptionId("watched")))).margin < 0
