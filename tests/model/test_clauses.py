"""Where a clause stands follows from principle and detail: open, floated, agreed, detailed, locked."""

import pytest

from game.contracts.building.moments import state
from game.contracts.building.parties import ALLY, BORDER, EAST, TRUCE, WEST
from game.contracts.building.small import small_scenario
from game.model.clauses import ClauseState, Standing, Term, jammed, principle_agreed, standing_of
from game.model.ids import ClauseId, OptionId

CLAUSES = small_scenario().clauses
BOTH = (EAST, WEST)


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        (ClauseState(), Standing.OPEN),
        (ClauseState(detail=100), Standing.OPEN),
        (state("freeze"), Standing.FLOATED),
        (state("freeze", EAST, detail=300), Standing.FLOATED),
        (state("freeze", *BOTH), Standing.AGREED),
        (state("freeze", *BOTH, detail=199), Standing.AGREED),
        (state("freeze", *BOTH, detail=200), Standing.DETAILED),
        (state("freeze", *BOTH, detail=299), Standing.DETAILED),
        (state("freeze", *BOTH, detail=300), Standing.LOCKED),
        (state("freeze", EAST, over=(WEST,), detail=300), Standing.LOCKED),
    ],
)
def test_a_clause_stands_where_principle_and_detail_put_it(at: ClauseState, standing: Standing) -> None:
    assert standing_of(CLAUSES[BORDER], at) is standing


@pytest.mark.parametrize(
    ("at", "agreed"),
    [
        (state("freeze", *BOTH), True),
        (state("freeze", EAST, over=(WEST,)), True),
        (state("freeze", over=BOTH), True),
        (state("freeze", EAST), False),
        (state("freeze", EAST, ALLY), False),
        (ClauseState(agreed=BOTH), False),
    ],
)
def test_a_principle_takes_every_stakeholder_agreed_or_settled_over(at: ClauseState, agreed: bool) -> None:
    assert principle_agreed(CLAUSES[BORDER], at) is agreed


def test_only_an_agreed_political_clause_without_the_leaders_word_jams_and_only_from_one_point_of_detail() -> None:
    assert jammed(CLAUSES[BORDER], state("freeze", *BOTH, detail=100))
    assert not jammed(CLAUSES[BORDER], state("freeze", *BOTH, detail=99))
    assert not jammed(CLAUSES[BORDER], state("freeze", EAST, detail=100))
    assert not jammed(CLAUSES[BORDER], state("freeze", *BOTH, detail=100, blessed=True))
    assert not jammed(CLAUSES[TRUCE], state("watched", *BOTH, detail=100))


def test_standings_are_in_the_order_of_a_negotiation() -> None:
    assert sorted(Standing) == [Standing.OPEN, Standing.FLOATED, Standing.AGREED, Standing.DETAILED, Standing.LOCKED]


def test_a_term_reads_as_its_clause_and_option() -> None:
    assert str(Term(ClauseId("line"), OptionId("in-place"))) == "line=in-place"
