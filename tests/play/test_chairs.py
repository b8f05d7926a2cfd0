"""From a chair one sees what its seat could see: nothing that was hidden from it, and everything that was not."""

from dataclasses import fields
from typing import get_args

import pytest

from game.model.events import Event, PartyAnswered, QuantityChanged
from game.model.ids import US, PartyId
from game.model.ledger import visible_to
from game.play.chairs import HIDDEN, chairs, seen_from, sight_from, turns_of
from game.rules.sight import party_view
from game.telling.chairs import chair_text
from game.telling.transcript import turn_text
from tests.play.games import recorded, scenario, setup

PARTIES = tuple(scenario().parties)
MATCH = recorded("statecraft", setup("class", 3, "ripe"))[1][-1]


def test_from_above_everything_is_seen_and_the_mediator_s_chair_reads_as_its_cables() -> None:
    for record in MATCH.turns:
        assert sight_from(None, MATCH, record).events == record.events
        assert chair_text(MATCH, record, US) == turn_text(MATCH, record)


@pytest.mark.parametrize("chair", [US, *PARTIES])
def test_no_event_that_is_marked_as_seen_by_others_is_seen_from_a_chair(chair: PartyId) -> None:
    for record in MATCH.turns:
        for event in record.events:
            seen = seen_from(chair, scenario(), event)
            marked = getattr(event, "seen", None)
            if seen is not None and not isinstance(event, QuantityChanged):
                assert visible_to(marked, chair)
            elif seen is None and any(part.name == "seen" for part in fields(event)):
                assert not visible_to(marked, chair) or isinstance(event, QuantityChanged)


@pytest.mark.parametrize("chair", [US, *PARTIES])
def test_a_quantity_moves_for_whoever_can_read_it_without_causes_that_were_hidden(chair: PartyId) -> None:
    for record in MATCH.turns:
        for event in record.events:
            if isinstance(event, QuantityChanged):
                seen = seen_from(chair, scenario(), event)
                assert (seen is not None) == visible_to(scenario().quantities[event.quantity].seen, chair)
                if isinstance(seen, QuantityChanged):
                    assert (seen.cause == HIDDEN) == (not visible_to(event.seen, chair))


def test_how_far_a_party_was_from_its_limit_is_known_to_itself_alone() -> None:
    answers = [event for record in MATCH.turns for event in record.events if isinstance(event, PartyAnswered)]
    assert any(event.answer.margin for event in answers)
    for event in answers:
        for chair in (US, *PARTIES):
            seen = seen_from(chair, scenario(), event)
            if isinstance(seen, PartyAnswered):
                assert seen.answer.margin == (event.answer.margin if chair == event.question.party else 0)


def test_a_party_s_own_view_is_the_one_that_its_controller_had_as_the_turn_began() -> None:
    for party in PARTIES:
        for record in MATCH.turns[1:]:
            (view,) = sight_from(party, MATCH, record).views
            before = party_view(MATCH.game, record.first, party)
            assert (view.known, view.profile, view.turn) == (before.known, before.profile, record.turn)
    assert [view.party.id for view in sight_from(None, MATCH, MATCH.turns[0]).views] == list(PARTIES)


def test_the_running_turn_is_told_as_far_as_it_has_gone() -> None:
    matches = recorded("statecraft", setup("class", 3, "ripe"))[1]
    for match in matches[::7]:
        *closed, last = turns_of(match)
        assert tuple(closed) == match.turns[:-1]
        assert last.events == (match.turns[-1].events if match.over else match.events)


def test_every_kind_of_event_can_be_told_from_every_chair() -> None:
    told = {
        chair: "\n".join(chair_text(MATCH, record, chair) for record in MATCH.turns) for chair in chairs(scenario())
    }
    assert "seen from Moscow" in told[PARTIES[0]]
    assert "its limit" in told[PARTIES[0]]
    assert "The world that holds" in told[None]
    assert "The world that holds" not in "".join(text for chair, text in told.items() if chair is not None)
    assert {type(event) for record in MATCH.turns for event in record.events} <= set(get_args(Event))
