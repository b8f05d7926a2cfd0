"""What is asked for in return or offered instead costs the others least, as far as one can learn what they want."""

from game.contracts.building.moments import moment, opened, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, PACT, TRUCE, WEST
from game.minds.bargaining.trades import Change, in_order
from game.minds.trading import Trader
from game.model.clauses import Term
from game.model.ids import OptionId
from game.rules.negotiate import Scales

MATCH = opened()


def trader(**changes: object) -> Trader:
    return Trader(Scales(moment(MATCH, **changes).party(EAST)))


def test_of_several_changes_the_one_that_others_like_best_comes_first_and_of_equals_the_least() -> None:
    """Log-rolling: dear to oneself, cheap to the others."""
    dear, liked, little = Change("dear", 300), Change("liked", 300, esteem=5), Change("little", 100)
    assert [each.what for each in in_order([dear, little, liked])] == ["liked", "little", "dear"]


def test_an_option_that_others_stand_for_in_public_is_esteemed_above_one_that_nobody_stands_for() -> None:
    truce, border = trader().esteem[TRUCE], trader().esteem[BORDER]
    assert truce[OptionId("watched")] > truce[OptionId("bare")]
    assert border[OptionId("withdraw")] > border[OptionId("cede")]


def test_an_option_that_somebody_has_agreed_to_is_esteemed_from_then_on() -> None:
    """The frequency model learns from what is said and done, and from nothing else."""
    freeze = OptionId("freeze")
    before = trader().esteem[BORDER][freeze]
    assert trader(clauses={BORDER: state(freeze, WEST)}).esteem[BORDER][freeze] > before
    assert trader(clauses={BORDER: state(freeze, WEST, tabled=False)}).esteem[BORDER][freeze] == before


def test_a_counter_to_a_package_changes_one_clause_of_it_and_would_be_taken() -> None:
    """East would take the shield with full aid, and not the landing of the border under high hopes beside it."""
    terms = (Term(BORDER, OptionId("freeze")), Term(AID, OptionId("full")))
    view = moment(MATCH, quantities={"aspiration.east": 700}).party(EAST)
    scales = Scales(view)
    assert scales.weigh(terms).margin < 0
    other = Trader(scales).counter_offer(terms)
    assert other is not None
    changed = tuple(other if term.clause == other.clause else term for term in terms)
    assert [term.clause for term in changed] == [BORDER, AID]
    assert scales.weigh(changed).margin >= 0


def test_nothing_is_asked_for_that_another_party_never_signs() -> None:
    settled = {PACT: state("shield", EAST, WEST, ALLY)}
    price = trader(clauses=settled, quantities={"aspiration.east": 800}).price_for(
        (Term(BORDER, OptionId("freeze")),), -200
    )
    assert price is None or price.option not in MATCH.party(EAST).closed.get(price.clause, ())
