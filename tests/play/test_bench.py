"""The what-if bench: a scratch copy changes nothing, and weighs a text as signing would, from belief alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import moved
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.model.actions import Float, Table, TablePackage
from game.model.clauses import ClauseState, Term
from game.model.ids import US, ClauseId, OptionId
from game.model.ledger import visible_to
from game.model.seats import PlanTurn
from game.model.views import MediatorView
from game.play.bench import Stand, lay_out, proposals, prospects, tried, with_wording
from game.play.forecast import Chance, sign_today
from game.play.match import Match
from game.rules.options import plan_refusals
from game.rules.readiness import needed_detail
from game.rules.score import progress
from game.telling.bench import say_stand, trial_lines
from game.telling.names import Names
from tests.strategies import quickly

LINE, GUARANTEES = ClauseId("line"), ClauseId("guarantees")


def planned(turn: int) -> Match:
    found = stages("statecraft", shipped_setup("class", 7))
    return next(each for each in found if each.world.turn == turn and isinstance(each.waiting[0], PlanTurn))


def at_turn(turn: int) -> MediatorView:
    return planned(turn).mediator()


def landing() -> dict[ClauseId, OptionId]:
    return {term.clause: term.option for term in shipped().landing}


def test_an_empty_bench_is_the_text_as_it_is() -> None:
    view = at_turn(4)
    trial = lay_out(view, {})
    assert trial.progress == progress(view).total
    assert trial.blanks == sum(state.option is None for state in view.text.values())


def test_a_worked_out_text_signs_on_the_bench_as_it_would_today() -> None:
    """With every clause at what a conference asks, the bench says what the forecast of the conference says."""
    view = at_turn(6)
    text = {
        key: ClauseState(option=option, detail=needed_detail(shipped().clauses[key], view.stage), tabled=True)
        for key, option in landing().items()
    }
    worked_out = replace(view, text=text)
    for stand in lay_out(worked_out, {}).stands:
        assert stand.chance == sign_today(worked_out, stand.party)


def test_what_stands_in_the_text_anyway_is_no_difference() -> None:
    view = at_turn(4)
    option = view.text[LINE].option
    assert option is not None
    other = next(each for each in shipped().clauses[LINE].options if each != option)
    scratch = with_wording(view, {}, LINE, other)
    assert tried(view, scratch, LINE) == other
    assert with_wording(view, scratch, LINE, option) == {}


@given(data=st.data())
@quickly(6)
def test_the_bench_knows_nothing_that_the_mediator_does_not(data: st.DataObject) -> None:
    """Rule 12: two worlds that look alike from the mediator's seat lie alike on the bench."""
    match = planned(3)
    hidden = [spec for spec in shipped().quantities.values() if not visible_to(spec.seen, US)]
    levels = {spec.id: data.draw(st.integers(spec.low, spec.high)) for spec in hidden}
    other = replace(match, world=moved(match.world, quantities=levels))
    assert lay_out(other.mediator(), landing()) == lay_out(match.mediator(), landing())


def test_a_known_red_line_shows_and_leaves_no_chance() -> None:
    view = at_turn(1)
    line = next(line for line in shipped().parties["russia"].red_lines if line.room is None)  # type: ignore[index] # an id
    stand = lay_out(view, {line.clause: line.option}).stands[0]
    assert stand.crossed == Term(line.clause, line.option)
    assert stand.chance.high <= 2
    assert any(each.closed for each in prospects(view, line.clause, line.option))


@pytest.mark.parametrize("turn", [1, 3, 6])
def test_what_the_bench_proposes_can_be_planned_as_it_stands(turn: int) -> None:
    view = at_turn(turn)
    for count in range(1, 5):
        scratch: dict[ClauseId, OptionId] = {}
        for clause, option in list(landing().items())[:count]:
            scratch = dict(with_wording(view, scratch, clause, option))
        acts = proposals(view, (), scratch)
        assert plan_refusals(view, acts) == ()
        assert all(isinstance(each, Table | TablePackage | Float) for each in acts)


def test_two_clauses_with_groups_go_as_one_package_where_there_is_room() -> None:
    view = at_turn(4)
    others = {
        key: next(option for option in shipped().clauses[key].options if option != view.text[key].option)
        for key in (ClauseId("alignment"), ClauseId("forces"))
    }
    [act] = proposals(view, (), others)
    assert act == TablePackage(tuple(Term(key, option) for key, option in others.items()))


def test_a_clause_that_no_group_can_take_goes_to_the_party_most_in_doubt() -> None:
    view = at_turn(4)
    silent = replace(view, groups={key: replace(state, convened=False) for key, state in view.groups.items()})
    option = landing()[GUARANTEES]
    [act] = proposals(silent, (), {GUARANTEES: option})
    chances = {each.party: each.chance.low + each.chance.high for each in prospects(silent, GUARANTEES, option)}
    assert act == Float(min(chances, key=lambda party: chances[party]), GUARANTEES, option)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (140, 590, "over its limit, +1.4 to +5.9"),
        (40, 200, "just over its limit, +0.4 to +2.0"),
        (-450, -10, "short of its limit, −4.5 to −0.1"),
        (-200, -10, "just short of its limit, −2.0 to −0.1"),
        (-30, 480, "more likely over its limit, −0.3 to +4.8"),
        (-710, -210, "short of its limit, −7.1 to −2.1"),
        (-250, 200, "about at its limit, −2.5 to +2.0"),
    ],
)
def test_a_stand_is_told_by_where_it_lies_to_the_limit(low: int, high: int, words: str) -> None:
    party = next(iter(shipped().parties))
    assert say_stand(Names(shipped()), Stand(party, low, high, Chance(party, 1, 2), None, 0)) == words


def test_a_trial_is_told_for_every_party() -> None:
    lines = trial_lines(at_turn(2), landing())
    assert lines[0].startswith("Tried on the scratch copy: a standstill without recognition in the line clause")
    for party in ("Moscow", "Kyiv", "Europe"):
        assert any(line.startswith(f"{party}: ") and "would sign:" in line for line in lines)
