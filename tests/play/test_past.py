"""What the mediator saw, turn by turn: the same as it saw then, and nothing more."""

from game.contracts.building.shipped import played, shipped, shipped_setup
from game.minds.policies import POLICIES
from game.model.ids import US, Quantity
from game.model.ledger import visible_to
from game.model.seats import PlanTurn
from game.play.autoplay import mediate
from game.play.past import past_of
from game.play.session import Session
from game.rules.score import progress
from game.rules.sight import mediator_view


def test_every_turn_is_seen_as_it_was_seen_then() -> None:
    game = Session.begin(shipped(), shipped_setup(), None)
    seen = []
    while game.request is not None:
        if isinstance(game.request, PlanTurn) and len(seen) < game.view.turn:
            seen.append(past_of(game.match).now.known)
            assert seen[-1] == game.view.known
        game.submit(mediate(game.match, game.request, POLICIES["statecraft"]))
    past = past_of(game.match)
    assert len(past.views) == len(game.match.turns) + 1
    assert [view.known for view in past.views[1:-1]] == [
        mediator_view(game.match.game, record.first).known for record in game.match.turns[1:]
    ]


def test_what_is_private_to_a_party_has_no_course() -> None:
    past = past_of(played("statecraft", shipped_setup()))
    for quantity, spec in shipped().quantities.items():
        assert bool(past.course(quantity)) == visible_to(spec.seen, US), quantity


def test_the_course_of_progress_ends_where_progress_stands() -> None:
    match = played("statecraft", shipped_setup())
    assert past_of(match).progress()[-1] == progress(match.mediator()).total


def test_a_course_has_a_value_for_every_turn() -> None:
    past = past_of(played("passive", shipped_setup()))
    assert len(past.course(Quantity("patience"))) == len(past.views)
    party = next(iter(shipped().parties))
    assert len(past.chances(party)) == len(past.views)
