"""A card's choices show what can be foreseen; what cannot be seen is told as one thing."""

import pytest

from game.model.cards import Effect
from game.model.ids import CardId, ChoiceId, Quantity
from game.telling.cards import card_words, say_effects, say_forecast_effects, say_source
from tests.telling.games import names, scenario


def effects(*found: tuple[str, int, int]) -> tuple[Effect, ...]:
    return tuple(Effect(Quantity(quantity), low, high) for quantity, low, high in found)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([("patience", 3, 3)], "Patience +3"),
        ([("patience", -4, -2)], "Patience −4 to −2"),
        ([("trust.ukraine", 2, 2), ("discipline", -1, -1)], "Kyiv's trust in Washington +2, discipline −1"),
        ([("aspiration.russia", 20, 20)], "Moscow hardens a little"),
        ([("aspiration.russia", -20, -20)], "Moscow comes down a little"),
        ([("entrenchment", 5, 5)], "something we cannot see"),
        ([("patience", 1, 1), ("entrenchment", 5, 5)], "Patience +1; something we cannot see"),
        ([("detail.line", 20, 20)], "detail of the line clause +0.2"),
        ([("capacity", -25, -25)], "Capacity −0.25"),
        ([], "nothing at once"),
    ],
)
def test_effects_are_told_in_their_own_units(found: list[tuple[str, int, int]], words: str) -> None:
    assert say_effects(names(), effects(*found)) == words


def test_no_hidden_quantity_is_named_on_any_card() -> None:
    hidden = ("resentment", "entrenchment", "holds out for")
    for card in scenario().cards.values():
        words = card_words(scenario(), card.id, tuple(choice.id for choice in card.choices))
        assert not any(word in choice.effects.lower() for choice in words.choices for word in hidden)
        assert len(words.choices) == len(card.choices)
        assert words.text
        assert words.sources


def test_only_open_choices_are_offered() -> None:
    words = card_words(scenario(), CardId("readout-leaks"), (ChoiceId("hunt"),))
    assert [choice.id for choice in words.choices] == ["hunt"]
    assert words.choices[0].cost == "1 Staff"


def test_sources_are_quoted_or_named() -> None:
    assert say_source(scenario(), "C7").startswith("C7: Concessions of this size")
    assert say_source(scenario(), "public record: exchanges") == "public record: exchanges"


def test_a_forecast_of_nothing_says_nothing() -> None:
    assert say_forecast_effects(names(), ()) == ""
    assert say_forecast_effects(names(), ((Quantity("arms"), 14),)) == "Arms for Kyiv +14"
