"""Forecasts read belief only, say what an act costs, does and risks, and come true about as often as they say."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import agreed_text, found, last_turn, moment, opened, send, sitting, state
from game.contracts.building.parties import ALLY, BORDER, EAST, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.contracts.building.small import BORDERS, LULL, SPACE, small_scenario
from game.model.actions import Act, Action, CallConference, CallLeader, Deliver, Float, SoundOut, Table
from game.model.clauses import Term
from game.model.events import PartyAnswered, QuantityChanged, Verdict
from game.model.ids import OptionId, PartyId, Quantity, VerbId
from game.model.ledger import Source, visible_to
from game.model.seats import PlanTurn
from game.model.world import Estimate
from game.play.forecast import Chance, forecast, percent, sign_today
from game.play.match import Match
from game.rules.candidates import candidates
from game.rules.deal import deal
from game.rules.sight import mediator_view
from tests.strategies import actions, moments, quickly

SHIPPED = opened(shipped(), shipped_setup("class")).game
FREEZE = OptionId("freeze")


# Belief, not truth.


@given(st.data())
@quickly(40)
def test_a_forecast_is_the_same_for_two_games_that_differ_only_in_what_is_private(data: st.DataObject) -> None:
    """Rule 12 of the house: other profiles, other hopes, other grudges, the same view and the same forecast."""
    world = data.draw(moments(SHIPPED))
    other = replace(SHIPPED, profiles=deal(shipped(), shipped_setup("class", data.draw(st.integers(2, 99)))).profiles)
    hidden = {
        name: data.draw(st.integers(spec.low, spec.high))
        for name, spec in shipped().quantities.items()
        if not visible_to(spec.seen, PartyId("us"))
    }
    unlike = replace(world, quantities={**world.quantities, **hidden})
    action = data.draw(actions(shipped()))
    views = mediator_view(SHIPPED, world), mediator_view(other, unlike)
    assert forecast(views[0], action) == forecast(views[1], action)
    assert [sign_today(views[0], p) for p in shipped().parties] == [sign_today(views[1], p) for p in shipped().parties]


def test_a_forecast_moves_with_what_is_believed() -> None:
    match = moment(opened(), groups=sitting(BORDERS, EAST, WEST))
    dark = moment(match, beliefs={(EAST, BORDER): Estimate((0, 20, 100), 4, 0)})
    act = Table(BORDER, FREEZE)
    one, other = (forecast(each.mediator(), act).chances[0] for each in (match, dark))
    assert (one.party, other.party) == (EAST, EAST)
    assert other.high < one.low


def test_a_vaguer_estimate_gives_a_wider_band() -> None:
    def width(band: int) -> int:
        match = moment(opened(), beliefs={(EAST, BORDER): Estimate((0, 50, 100), band, 0)})
        chance = forecast(match.mediator(), Float(EAST, BORDER, FREEZE)).chances[0]
        return chance.high - chance.low

    assert width(4) < width(12) < width(22)


# Chances.


@given(st.integers(-3000, 3000), st.integers(1, 800))
@quickly(60)
def test_the_chance_of_a_margin_is_symmetric_and_never_certain(margin: int, deviation: int) -> None:
    assert percent(margin, deviation) + percent(-margin, deviation) in (100, 2 * 50)
    assert 1 <= percent(margin, deviation) <= 99


def test_a_chance_grows_with_its_margin() -> None:
    rising = [percent(margin, 150) for margin in range(-600, 601, 10)]
    assert rising == sorted(rising)
    assert percent(150, 150) == 84, "one standard deviation"
    assert percent(0, 150) == 50


@given(st.data())
@quickly(40)
def test_a_band_of_chances_is_a_band(data: st.DataObject) -> None:
    view = mediator_view(SHIPPED, data.draw(moments(SHIPPED)))
    for chance in forecast(view, data.draw(actions(shipped()))).chances:
        assert 0 <= chance.low <= chance.high <= 100


def test_a_red_line_is_next_to_hopeless() -> None:
    match = opened()
    assert forecast(match.mediator(), Float(EAST, BORDER, OptionId("withdraw"))).chances == (Chance(EAST, 0, 2),)


def test_those_who_will_be_asked_are_those_whose_chances_are_told() -> None:
    match = moment(opened(), groups=sitting(LULL, EAST, ALLY))
    told = [chance.party for chance in forecast(match.mediator(), Table(TRUCE, OptionId("watched"))).chances]
    asked = [
        event.question.party
        for event in found(last_turn(send(match, Table(TRUCE, OptionId("watched")))), PartyAnswered)
    ]
    assert told == asked == [EAST]
    assert [c.party for c in forecast(match.mediator(), CallConference()).chances] == list(PARTIES)
    assert forecast(match.mediator(), SoundOut(EAST, BORDER)).chances == ()


def games() -> Iterator[tuple[Match, PartyAnswered]]:
    """Answers to acts, each with the match in which the plan was made."""
    for policy in ("statecraft", "random"):
        for seed in range(12):
            steps = stages(policy, shipped_setup("class", seed))
            for before, after in pairwise(steps):
                if isinstance(before.waiting[0], PlanTurn):
                    yield from ((before, event) for event in found(last_turn(after), PartyAnswered))


def test_what_is_forecast_as_likely_mostly_comes_true_and_what_is_forecast_as_unlikely_seldom() -> None:
    """Middles of bands over 24 games: of those from 80 up at least 80 percent, of those up to 25 at most 25."""
    likely, unlikely = [], []
    for match, event in games():
        chances = forecast(match.mediator(), event.question.action).chances
        chance = next((each for each in chances if each.party == event.question.party), None)
        if chance is not None:
            middle = (chance.low + chance.high) / 2
            (likely if middle >= 80 else unlikely if middle <= 25 else []).append(
                event.answer.verdict is Verdict.ACCEPT
            )
    assert len(likely) > 30
    assert sum(likely) >= 0.8 * len(likely)
    assert sum(unlikely) <= 0.25 * len(unlikely)


# Would it sign today?


def test_an_agreed_text_above_every_limit_would_be_signed_today() -> None:
    """S of 420, 720 and more, at a limit of 200."""
    match = moment(opened(), clauses=agreed_text(small_scenario()))
    assert all(sign_today(match.mediator(), party).low > 60 for party in PARTIES)


def test_a_whole_text_over_a_red_line_would_not() -> None:
    ceded = agreed_text(small_scenario(), (Term(BORDER, OptionId("cede")), *small_scenario().landing[1:]))
    assert sign_today(moment(opened(), clauses=ceded).mediator(), WEST) == Chance(WEST, 0, 2)


def test_a_text_that_is_not_whole_yet_but_over_a_red_line_would_not_be_signed_either() -> None:
    """The text as it stands: what is tabled counts as tabled, and only open clauses as the party expects them."""
    match = moment(opened(), clauses={BORDER: state("cede", EAST)})
    assert sign_today(match.mediator(), WEST).high <= 2


def test_what_cannot_be_sold_at_home_lowers_the_chance() -> None:
    match = moment(opened(), clauses=agreed_text(small_scenario()))
    tied = moment(match, quantities={"room.east": 0})
    assert sign_today(tied.mediator(), EAST).high < sign_today(match.mediator(), EAST).low


# Cost, effects, warnings.


@pytest.mark.parametrize("place", [1, 5])
def test_a_forecast_can_be_had_for_every_act_on_offer_and_names_its_price(place: int) -> None:
    view = stages("statecraft", shipped_setup("class"))[place].mediator()
    for action in candidates(view):
        assert forecast(view, action).cost == view.scenario.verbs[action.verb].cost


def stated_and_done(match: Match, action: Act) -> tuple[dict[Quantity, int], dict[Quantity, int]]:
    """What the forecast says that an act does to what the mediator sees, and what it then did."""
    stated = dict(forecast(match.mediator(), action).effects)
    entries = found(last_turn(send(match, action)), QuantityChanged)
    own = [e for e in entries if (e.cause.source, e.cause.key) == (Source.ACTION, action.verb)]
    seen = {
        entry.quantity
        for entry in own
        if visible_to(match.game.scenario.quantities[entry.quantity].seen, PartyId("us"))
    }
    done = {
        name: sum(e.now - e.was for e in own if e.quantity == name) for name in seen if not name.startswith("guess.")
    }
    return stated, done


@pytest.mark.parametrize("verb", ["brief-congress", "tighten-sanctions", "confer-standing", "empower", "one-message"])
@pytest.mark.parametrize("last", [0, 2], ids=["fresh", "worn"])
def test_what_a_forecast_states_is_what_the_act_does(verb: str, last: int) -> None:
    """At its size of today: worn if it was done within three turns."""
    match = moment(opened(turns=12), turn=3, acts={verb: last} if last else {}, quantities={"capacity": 200})
    stated, done = stated_and_done(match, Act(VerbId(verb)))
    assert stated == done


@pytest.mark.parametrize("party", PARTIES)
def test_what_a_forecast_states_of_an_act_done_to_a_party_is_what_it_does(party: PartyId) -> None:
    stated, done = stated_and_done(opened(), Act(VerbId("reassure"), party))
    assert stated == done == {f"trust.{party}": 4}


def test_what_a_forecast_states_of_a_threat_is_what_it_does() -> None:
    doubted = moment(opened(), quantities={"credibility": 20})
    stated, done = stated_and_done(doubted, Act(VerbId("warn"), EAST))
    assert stated == done


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (CallLeader(EAST, BORDER, FREEZE), "over its head"),
        (Table(TRUCE, OptionId("watched")), "West is not in the room"),
        (SoundOut(EAST, BORDER), "Discipline is loose"),
    ],
)
def test_a_forecast_warns_of_what_the_act_may_set_off(action: Action, says: str) -> None:
    match = moment(opened(), groups=sitting(LULL, EAST), quantities={"discipline": 40})
    assert any(says in warning for warning in forecast(match.mediator(), action).warnings)


def test_there_is_no_warning_where_there_is_nothing_to_warn_of() -> None:
    match = moment(opened(), clauses={PACT: state("shield", WEST, ALLY)}, quantities={"discipline": 60})
    assert forecast(match.mediator(), CallLeader(EAST, PACT, OptionId("shield"))).warnings == ()
    assert forecast(match.mediator(), Deliver(SPACE)).warnings == ()
