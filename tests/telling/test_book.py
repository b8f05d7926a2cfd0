"""The briefing book: every link leads somewhere, every article is found by its name, and a search shows why."""

import re
from datetime import date

import pytest

from game.contracts.building.shipped import shipped
from game.telling.articles import Article
from game.telling.book import Book, briefing_book, search
from game.telling.booktext import Span, blocks, spans

WORDS = (
    *("clause", "bracket", "sounding", "ad referendum", "reservation value", "ZOPA", "BATNA", "ripeness"),
    *("mutually hurting stalemate", "two-level game", "audience cost", "commitment problem", "spoiler"),
    *("single negotiating text", "log-rolling", "shuttle", "proximity talks", "confidence-building measure"),
    *("monitoring", "snap-back", "backstop", "separation zone", "line of contact", "normalisation", "linkage"),
)
"""Standard terms of the field, which a reader will look for."""


@pytest.fixture(scope="module")
def book() -> Book:
    return briefing_book(shipped())


@pytest.mark.parametrize("word", WORDS)
def test_the_terms_of_the_field_are_found_by_their_names(book: Book, word: str) -> None:
    key = book.resolve(word)
    assert key.startswith("term:")
    assert search(book, word)[0].article.key == key
    assert "In this game:" in book.words(key)


def test_every_link_of_every_article_leads_to_an_article(book: Book) -> None:
    for key, article in book.by_key.items():
        assert "[[" not in book.words(key), key
        assert set(book.links(key)) <= set(book.by_key)
        assert article.text.count("[[") >= len(book.links(key))


def test_everything_that_has_a_name_in_the_game_has_an_article(book: Book) -> None:
    scenario = shipped()
    kinds = {
        "party": scenario.parties,
        "clause": scenario.clauses,
        "group": scenario.groups,
        "act": scenario.verbs,
        "track": scenario.tracks,
        "meter": scenario.quantities,
        "world": scenario.worlds,
        "lens": scenario.lenses,
        "claim": scenario.words.claims,
    }
    wanted = {f"{kind}:{name}" for kind, names in kinds.items() for name in names}
    assert wanted - set(book.by_key) == set()


def test_a_link_is_followed_whatever_its_capitals_and_hyphens(book: Book) -> None:
    assert book.resolve("Snap back") == book.resolve("snap-back") == "term:snap-back"
    assert book.resolve("C7") == "claim:C7"
    assert book.resolve("nothing of the kind") == ""


def test_a_search_wants_every_word_and_shows_where_it_stands(book: Book) -> None:
    hits = search(book, "vienna convention")
    assert [hit.article.key for hit in hits] == ["term:duress"]
    assert "Vienna" in hits[0].match
    assert hits[0].before.startswith("…")
    assert search(book, "vienna convention zebra") == ()


def test_titles_come_before_passages(book: Book) -> None:
    keys = [hit.article.key for hit in search(book, "monitoring")]
    assert keys[0] == "term:monitoring"
    assert len(keys) > 1


def test_an_empty_search_lists_everything_in_order(book: Book) -> None:
    assert [hit.article.key for hit in search(book, "  ")] == list(book.by_key)


def test_a_face_can_add_articles_of_its_own() -> None:
    here = Article("here", "Here", "Where you are", "See [[ripeness]].")
    added = briefing_book(shipped(), (here,))
    assert next(iter(added.by_key)) == "here"
    assert added.links("here") == ("term:ripeness",)
    assert list(briefing_book(None, (here,)).by_key) == ["here"]


def test_claims_say_what_they_became_and_what_tests_them(book: Book) -> None:
    for claim in shipped().words.claims:
        assert "In the game." in book.words(f"claim:{claim}")
        assert "How it is tested." in book.words(f"claim:{claim}")


def test_no_article_speaks_of_anything_after_the_date_of_divergence(book: Book) -> None:
    """The third of December 2025."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    for key in book.by_key:
        for day, month, year in re.findall(rf"(\d{{1,2}})? ?({months}) (20\d\d)", book.words(key)):
            number = months.split("|").index(month) + 1
            assert date(int(year), number, int(day or 1)) <= shipped().as_of, key


class TestText:
    def test_marks_and_links_become_spans(self) -> None:
        assert spans("a **b** *c* [[d|e]] [f]", lambda target: f"term:{target}") == (
            Span("a "),
            Span("b", bold=True),
            Span(" "),
            Span("c", italic=True),
            Span(" "),
            Span("e", link="term:d"),
            Span(" [f]"),
        )

    def test_a_link_can_stand_in_bold_words(self) -> None:
        assert spans("**[[justice]].**", str) == (Span("justice", bold=True, link="justice"), Span(".", bold=True))

    def test_a_link_that_leads_nowhere_is_plain_words(self) -> None:
        assert spans("[[party:russia]]") == (Span("russia"),)

    def test_lists_and_headings_are_blocks(self) -> None:
        found = blocks("# One\n\ntwo\nthree\n\n- four\n  five\n- six\n")
        assert [(block.kind, block.plain) for block in found] == [
            ("heading", "One"),
            ("text", "two three"),
            ("item", "four five"),
            ("item", "six"),
        ]

    @pytest.mark.parametrize("text", ["", "\n\n", "*", "**", "[[", "]]", "[RU: a]", "2 * 3 * 4", "`", "#"])
    def test_odd_texts_are_shown_and_break_nothing(self, text: str) -> None:
        shown = "".join(block.plain for block in blocks(text))
        assert shown == text.strip().lstrip("# ")
