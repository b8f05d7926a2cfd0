"""A party's own moves follow what it expects of them for itself, from its own view."""

from dataclasses import replace

from game.contracts.building.lively import effect, make_move
from game.contracts.building.moments import moment, opened
from game.contracts.building.parties import EAST
from game.minds.bargainer import Bargainer
from game.minds.intent import Intent
from game.model.expressions import Number
from game.model.ids import MoveId
from game.model.parties import Move
from game.model.seats import ChooseMove, MoveOffer
from game.model.views import PartyView

MATCH = opened()
GAIN, LOSS = "gain", "loss"


def view_with(*moves: Move, **quantities: int) -> PartyView:
    view = moment(MATCH, quantities={name.replace("_", "."): level for name, level in quantities.items()}).party(EAST)
    return replace(view, party=replace(view.party, moves=moves))


def test_what_improves_its_way_out_is_worth_something_and_most_when_it_expects_no_text() -> None:
    """East's outlook is worth 7 hundredths a point without a text, and nothing with one."""
    move = make_move(EAST, GAIN, effect("outlook.east", 8), appeal=Number(0))
    hopeful = Intent(view_with(move, aspiration_east=200))
    hopeless = Intent(view_with(move, aspiration_east=1400))
    assert hopeful.likely > hopeless.likely
    assert 0 <= hopeful.bonus(MoveId(GAIN)) < hopeless.bonus(MoveId(GAIN))


def test_what_brings_a_text_nearer_is_worth_most_to_whoever_expects_one() -> None:
    move = make_move(EAST, GAIN, effect("patience", 20), appeal=Number(0))
    hopeful, hopeless = Intent(view_with(move, aspiration_east=200)), Intent(view_with(move, aspiration_east=1400))
    assert hopeful.bonus(MoveId(GAIN)) > hopeless.bonus(MoveId(GAIN)) >= 0


def test_expectations_add_or_take_fifteen_points_of_appeal_at_most() -> None:
    moves = (
        make_move(EAST, GAIN, effect("outlook.east", 90), appeal=Number(0)),
        make_move(EAST, LOSS, effect("outlook.east", -90), appeal=Number(0)),
    )
    intent = Intent(view_with(*moves, aspiration_east=1400))
    assert (intent.bonus(MoveId(GAIN)), intent.bonus(MoveId(LOSS))) == (15, -15)


def test_of_two_moves_that_come_as_naturally_it_makes_the_one_that_serves_it() -> None:
    moves = (
        make_move(EAST, LOSS, effect("outlook.east", -90), appeal=Number(0)),
        make_move(EAST, GAIN, effect("outlook.east", 90), appeal=Number(0)),
    )
    view = view_with(*moves, aspiration_east=1400)
    offers = tuple(MoveOffer(move.id, 60) for move in moves)
    assert Bargainer().move(view, ChooseMove(EAST, offers)).move == GAIN
