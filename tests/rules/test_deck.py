"""Event cards: by salience, in chains, never the same chance for the order of the deck."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from game.contracts.building.lively import effect, make_card, make_choice
from game.contracts.building.moments import changes, found, planning, send
from game.contracts.building.small import small_scenario, small_setup
from game.model.cards import Card, Cost, Outcome, Sequel
from game.model.events import CardDrawn, CardScheduled, ChoiceTaken, FlagChanged
from game.model.expressions import Compare, Name, Number
from game.model.ids import US, CardId, ChoiceId
from game.model.seats import CardDecision, ChooseCard, PlanTurn
from game.play.match import DecisionRefused, Match, start, submit


def dealt(*cards: Card, seed: int = 1, **length: Any) -> Match:
    """The first moment of a game with this deck: one news item and at most one choice a turn."""
    scenario = small_scenario(length={"news": 1, "turns": 12} | length, cards={card.id: card for card in cards})
    return start(scenario, small_setup(seed))


def drawn(match: Match) -> list[CardId]:
    return [event.card for event in found(match.events, CardDrawn)]


def test_news_happens_as_it_is_drawn() -> None:
    match = dealt(make_card("flood", outcome=Outcome((effect("congress", -4),), sets=("wet",))))
    assert drawn(match) == ["flood"]
    assert changes(match.events, "congress") == [-4]
    assert match.world.flags == {"wet": 1}
    assert isinstance(match.waiting[0], PlanTurn)


def test_a_choice_waits_and_then_does_what_it_says_at_its_price() -> None:
    lavish = make_choice("lavish", Outcome((effect("congress", 6),)), Cost(envoys=1))
    match = dealt(make_card("dinner", lavish, make_choice("none")))
    assert match.waiting == (ChooseCard(US, CardId("dinner"), (ChoiceId("lavish"), ChoiceId("none"))),)
    after = submit(match, US, CardDecision(ChoiceId("lavish")))
    assert found(after.events, ChoiceTaken) == [ChoiceTaken(CardId("dinner"), ChoiceId("lavish"), Cost(envoys=1))]
    assert after.mediator().calendar.envoys == 1


def test_a_choice_that_is_not_open_is_not_offered_and_cannot_be_taken() -> None:
    shut = replace(make_choice("shut"), when=Compare(">", Name("congress"), Number(99)))
    match = dealt(make_card("dinner", shut, make_choice("none")))
    assert match.waiting[0].choices == (ChoiceId("none"),)  # type: ignore[union-attr]
    with pytest.raises(DecisionRefused, match="not open"):
        submit(match, US, CardDecision(ChoiceId("shut")))


def test_an_effect_with_a_range_stays_in_it_and_reaches_both_ends() -> None:
    flood = make_card("flood", outcome=Outcome((effect("congress", -3, 2),)))
    amounts = [sum(changes(dealt(flood, seed=seed).events, "congress")) for seed in range(60)]
    assert set(amounts) == {-3, -2, -1, 0, 1, 2}


def test_a_card_whose_condition_does_not_hold_is_never_drawn() -> None:
    late = make_card("late", when=Compare(">=", Name("turn"), Number(3)))
    match = planning(dealt(late))
    seen = []
    for _ in range(4):
        seen.append(drawn(match))
        match = planning(send(match))
    assert seen == [[], [], ["late"], ["late"]]


def test_a_card_that_comes_once_comes_once() -> None:
    match, count = dealt(make_card("once", once=True)), 0
    for _ in range(4):
        count += len(drawn(match))
        match = send(match)
    assert count == 1


@pytest.mark.parametrize("wait", [1, 2])
def test_a_chain_brings_its_card_when_it_is_due_and_not_before(wait: int) -> None:
    sequel = Sequel(CardId("second"), wait, wait)
    first = make_card("first", once=True, outcome=Outcome(sequel=sequel))
    match = dealt(first, make_card("second", chained=True))
    assert found(match.events, CardScheduled) == [CardScheduled(CardId("second"), 1 + wait)]
    for _ in range(wait - 1):
        match = send(match)
        assert drawn(match) == []
    assert drawn(send(match)) == ["second"]
    assert send(match).world.due == {}


def test_a_chained_card_never_comes_by_itself() -> None:
    assert drawn(dealt(make_card("second", chained=True))) == []


def test_cards_come_in_proportion_to_their_weights() -> None:
    """Weights 1, 3 and 6 over 400 games: each count is within four standard errors of its share."""
    deck = [make_card(f"w{weight}", weight=Number(weight)) for weight in (1, 3, 6)]
    counts = Counter(drawn(dealt(*deck, seed=seed))[0] for seed in range(400))
    for weight in (1, 3, 6):
        share = weight / 10
        assert abs(counts[CardId(f"w{weight}")] - 400 * share) < 4 * (400 * share * (1 - share)) ** 0.5


def test_a_card_without_weight_is_not_drawn() -> None:
    assert drawn(dealt(make_card("never", weight=Number(0)))) == []


def test_a_flag_is_cleared_as_well_as_set() -> None:
    wet = make_card("flood", once=True, outcome=Outcome(sets=("wet",)))
    dry = make_card("drought", outcome=Outcome(clears=("wet",)), when=Name("flag.wet"))
    match = send(dealt(wet, dry))
    assert found(match.events, FlagChanged) == [FlagChanged("wet", on=False)]
    assert match.world.flags == {}


def test_a_deck_with_fewer_cards_than_a_turn_asks_for_gives_what_it_has() -> None:
    """Two news items a turn from a deck of one."""
    assert drawn(dealt(make_card("only"), news=2)) == ["only"]
    assert drawn(dealt(make_card("choice", make_choice("a")), second_card=100)) == ["choice"]


def test_a_turn_asks_at_most_two_choices() -> None:
    cards = [make_card(f"c{place}", make_choice("a")) for place in range(4)]
    match = dealt(*cards, second_card=100)
    asked = 0
    while isinstance(match.waiting[0], ChooseCard):
        asked += 1
        match = submit(match, US, CardDecision(ChoiceId("a")))
    assert asked == 2


def test_a_choice_card_with_nothing_open_is_passed_over() -> None:
    dear = make_card("dear", make_choice("pay", cost=Cost(president=2)))
    assert isinstance(dealt(dear).waiting[0], PlanTurn)
