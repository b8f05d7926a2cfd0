"""What a party asks for: its aspiration, what it holds back from those who moved less, and a look ahead, by hand.

On the small scenario East begins at an aspiration of 600 over a floor of 200; pride is even, and all rates here are 0
unless a test gives them.
"""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import agreed_text, moment, opened, state
from game.contracts.building.parties import ALLY, BORDER, EAST, PACT, WEST
from game.contracts.building.small import small_scenario
from game.model.clauses import Term
from game.model.ids import OptionId
from game.rules.asking import coming_down, held_back, least_moved, mean_strain, strains_of
from game.rules.concession import WHOLE
from game.rules.negotiate import Scales
from game.rules.trust import in_washington

PLAIN = opened()
HOPES: Mapping[str, Any] = {"quantities": {"aspiration.east": 300}}


def scales(rates: Mapping[str, int], **changes: Any) -> Scales:
    return Scales(moment(opened(small_scenario(rates=rates)), **changes).party(EAST))


def test_without_foresight_or_reciprocity_it_asks_for_what_it_holds_out_for() -> None:
    plain = Scales(PLAIN.party(EAST))
    assert (plain.asks, plain.held) == (plain.hope, 0)


def test_it_looks_ahead_to_what_it_will_ask_for_when_talks_have_worked_for_another_turn() -> None:
    """All of the coming fall, or the part that its foresight counts on; never beyond the floor."""
    view = PLAIN.party(EAST)
    strain = mean_strain(strains_of(PLAIN.game.scenario, EAST), view.known)
    fall = coming_down(view.party, view.rates, strain, view.known[in_washington(EAST)])
    assert fall > 0
    asked = {percent: scales({"foresight": percent}) for percent in (0, 50, 100)}
    assert [asked[percent].hope - asked[percent].asks for percent in (0, 50, 100)] == [0, fall // 2, fall]
    low = {"quantities": {"aspiration.east": 205}}
    assert scales({"foresight": 100}, **low).asks == 200


def test_it_holds_back_part_of_what_it_is_ahead_of_whoever_has_moved_least() -> None:
    """East has conceded three quarters and nobody else anything: a fifth of that is 15 percent of its span."""
    first = PLAIN.party(EAST).profile.hope
    floor = PLAIN.party(EAST).rates.hope_floor
    hope = first - (first - floor) * 3 // 4
    ahead = scales({"reciprocity": 2000}, quantities={"aspiration.east": hope})
    assert ahead.held == (first - floor) * 15 // 100
    assert ahead.asks == hope + ahead.held


def test_it_holds_nothing_back_within_its_leeway() -> None:
    assert scales({"reciprocity": 2000, "leeway": WHOLE}, **HOPES).held == 0


def test_what_others_agree_to_against_their_own_word_releases_what_was_held_back() -> None:
    """A landing text is nobody's public position on every clause, so that everybody has moved by signing it."""
    rates = {"reciprocity": 5000}
    alone = scales(rates, **HOPES).held
    met = scales(rates, clauses=agreed_text(PLAIN.game.scenario), **HOPES).held
    assert 0 <= met < alone


def test_moving_is_agreeing_to_other_than_what_one_said_where_all_can_see_it() -> None:
    """West said 'withdraw' on the border and agrees to freeze it; the ally has a stake there and said the same."""
    freeze = Term(BORDER, OptionId("freeze"))
    stakes = [clause for clause in PLAIN.game.scenario.clauses.values() if WEST in clause.stakeholders]
    moved = moment(PLAIN, clauses={BORDER: state(freeze.option, WEST, ALLY)}).party(EAST)
    assert least_moved(PLAIN.party(EAST)) == 0
    assert 0 <= least_moved(moved) <= WHOLE // len(stakes)
    private = moment(PLAIN, clauses={PACT: state("shield", WEST, tabled=False)}).party(EAST)
    assert least_moved(private) == 0


@given(st.integers(100, 1400), st.integers(0, WHOLE), st.integers(0, WHOLE))
def test_reciprocity_only_ever_adds(hope: int, reciprocity: int, leeway: int) -> None:
    view = opened(small_scenario(rates={"reciprocity": reciprocity, "leeway": leeway})).party(EAST)
    assert held_back(view, hope) >= 0
