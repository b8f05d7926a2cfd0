"""A thing has one name, and a number never stands without its word."""

import pytest

from game.model.clauses import Term
from game.model.ids import US, CardId, ClauseId, OptionId, PartyId, Quantity
from game.model.ledger import Cause, Source
from game.telling.prose import decimal, exact, in_prose, listing, sentence, signed
from tests.telling.games import EU, RU, UA, names, scenario


def test_parties_are_called_by_their_capitals_and_the_mediator_by_its_own() -> None:
    assert [names().party(party) for party in (RU, UA, EU, US)] == ["Moscow", "Kyiv", "Europe", "Washington"]


def test_members_are_listed_as_in_speech() -> None:
    assert names().members((UA, RU)) == "Kyiv and Moscow"
    assert names().members((RU, UA, EU)) == "Moscow, Kyiv and Europe"
    assert names().members(()) == "nobody"


@pytest.mark.parametrize(
    ("quantity", "value", "words"),
    [
        ("trust.russia", 34, "guarded, 34"),
        ("patience", 0, "gone, 0"),
        ("capacity", 200, "2 groups"),
        ("capacity", 250, "2.5 groups"),
        ("capacity", 100, "1 group"),
        ("guess.russia", 800, "much, 8.0 points of value"),
        ("guess.ukraine", 150, "little, 1.5 points of value"),
        ("reading.russia", -40, "−0.4 points of value"),
        ("front", 0, "no change since the start"),
        ("front", 25, "0.25 % of Ukraine to Moscow since the start"),
        ("front", -130, "1.3 % of Ukraine to Kyiv since the start"),
    ],
)
def test_a_level_is_a_number_with_a_word_in_its_own_unit(quantity: str, value: int, words: str) -> None:
    assert names().level(Quantity(quantity), value) == words


def test_every_level_of_every_meter_has_a_word() -> None:
    for spec in scenario().quantities.values():
        if spec.unit == "meter":
            for value in (spec.low, (spec.low + spec.high) // 2, spec.high):
                assert names().level(spec.id, value) == f"{names().band(spec.id, value)}, {value}"


def test_quantities_of_different_parties_are_told_apart() -> None:
    labels = [names().whole_quantity(quantity) for quantity in scenario().quantities]
    assert len(set(labels)) == len(labels)
    assert names().whole_quantity(Quantity("strain.ukraine.manpower")) == "Strain on Kyiv's manpower"


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("A standstill without recognition", "a standstill without recognition"),
        ("NATO enlargement", "NATO enlargement"),
        ("European force", "European force"),
        ("Arctic cooperation", "Arctic cooperation"),
        ("Europe's trust in Washington", "Europe's trust in Washington"),
        ("Hand-over and recognition", "hand-over and recognition"),
        ("", ""),
    ],
)
def test_within_a_sentence_a_label_is_small_unless_it_is_a_name(label: str, within: str) -> None:
    assert in_prose(label) == within


def test_terms_name_option_and_clause() -> None:
    term = Term(ClauseId("alignment"), OptionId("nato-path"))
    assert names().term(term) == "a path to NATO membership in the alignment clause"


@pytest.mark.parametrize(
    ("clause", "topic"),
    [("line", "line"), ("humanitarian", "humanitarian questions"), ("assets", "assets"), ("alignment", "alignment")],
)
def test_a_short_name_that_stands_alone_is_a_noun(clause: str, topic: str) -> None:
    assert names().topic(ClauseId(clause)) == topic


def test_causes_have_phrases() -> None:
    said = names().reason
    assert said(Cause(Source.RULE, "winter")) == scenario().words.reasons["winter"]
    assert said(Cause(Source.ACTION, "send-arms")) == "send arms to Kyiv"
    assert said(Cause(Source.MOVE, "russia/play-for-time")) == "Moscow plays for time"
    assert said(Cause(Source.CARD, "readout-leaks/hunt")) == "“The readout leaks”: find out who had the copy"


def test_a_cause_that_content_no_longer_has_is_still_told() -> None:
    assert names().reason(Cause(Source.CARD, "gone/choice")) == "gone"
    assert names().reason(Cause(Source.MOVE, "russia/gone")) == "gone"
    assert names().reason(Cause(Source.RULE, "some-new-rule")) == "some new rule"
    assert names().card(CardId("gone")) == "gone"


def test_no_rule_that_a_game_shows_is_without_a_phrase() -> None:
    from tests.telling.games import played_games

    keys = {
        event.cause.key
        for match in played_games()
        for record in match.turns
        for event in record.events
        if hasattr(event, "cause") and event.cause.source is Source.RULE
    } - {"news", "choice"}
    assert keys <= set(scenario().words.reasons)


def test_small_words_of_english() -> None:
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"], "or") == "a, b or c"
    assert (signed(4), signed(-4), signed(0)) == ("+4", "−4", "+0")
    assert (decimal(800), decimal(-45), decimal(-4)) == ("8.0", "−0.5", "0.0")
    assert (exact(16), exact(-40), exact(300), exact(0)) == ("0.16", "−0.4", "3", "0")
    assert (sentence("it is so"), sentence("Is it?"), sentence("")) == ("It is so.", "Is it?", "")


def test_a_party_unknown_to_a_quantity_leaves_its_label_alone() -> None:
    assert names().whole_quantity(Quantity("sanctions")) == "Sanctions in force"
    assert PartyId("sanctions") not in scenario().parties
