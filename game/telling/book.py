"""The briefing book: every article that there is, how links find them, and what is found when one searches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.cards.links import folded
from game.model.scenario import Scenario
from game.telling.articles import Article, articles
from game.telling.booktext import Block, blocks, nowhere

MOST_HITS: Final = 60
_BEFORE: Final = 24
_AROUND: Final = 90
"""Characters of context: before what was found, and in all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. ``before``, ``match`` and ``after`` are a passage; empty if the title says all."""

    article: Article
    before: str = ""
    match: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """``by_key`` in the order in which the articles are listed; ``names`` are headwords and their other forms."""

    by_key: Mapping[str, Article]
    names: Mapping[str, str]
    plain: dict[str, str] = field(default_factory=dict)

    def resolve(self, target: str) -> str:
        """The key of the article that a link leads to; nothing if there is none."""
        if target in self.by_key:
            return target
        return next((key for key in (self.names.get(folded(target), ""), f"claim:{target}") if key in self.by_key), "")

    def body(self, key: str) -> tuple[Block, ...]:
        """The article as blocks whose links lead to articles."""
        return blocks(self.by_key[key].text, self.resolve)

    def links(self, key: str) -> tuple[str, ...]:
        """Where the article leads, each once, in its order."""
        return tuple(dict.fromkeys(span.link for block in self.body(key) for span in block.spans if span.link))

    def words(self, key: str) -> str:
        """The article's text without marks."""
        if key not in self.plain:
            self.plain[key] = " ".join(block.plain for block in blocks(self.by_key[key].text, nowhere))
        return self.plain[key]


def briefing_book(scenario: Scenario | None, first: Iterable[Article] = (), last: Iterable[Article] = ()) -> Book:
    """The book of a scenario, if it could be read; a face adds articles before all others, and after them."""
    own = () if scenario is None else articles(scenario)
    found = {article.key: article for article in (*first, *own, *last)}
    names: dict[str, str] = {}
    for article in found.values():
        for name in (article.title, *article.also) if article.key.startswith("term:") else ():
            names.setdefault(folded(name), article.key)
    return Book(found, names)


def search(book: Book, typed: str) -> tuple[Hit, ...]:
    """Articles that hold every word typed: first where the title begins so, then titles, then texts."""
    wanted = folded(typed).split()
    if not wanted:
        return tuple(Hit(article) for article in book.by_key.values())
    ranked = sorted(_ranked(book, wanted), key=lambda pair: pair[0])
    return tuple(hit for _, hit in ranked[:MOST_HITS])


def _ranked(book: Book, wanted: list[str]) -> Iterator[tuple[int, Hit]]:
    for key, article in book.by_key.items():
        names = [folded(name) for name in (article.title, *article.also)]
        if any(name.startswith(" ".join(wanted)) for name in names):
            yield 0, Hit(article)
        elif any(all(word in name for word in wanted) for name in names):
            yield 1, Hit(article)
        else:
            text = book.words(key)
            folds = text.replace("-", " ").lower()
            if all(word in folds for word in wanted):
                yield 2, _passage(article, text, folds.find(wanted[0]), len(wanted[0]))


def _passage(article: Article, text: str, at: int, width: int) -> Hit:
    start = max(0, at - _BEFORE)
    start = text.find(" ", start, at) + 1 if start else 0
    end = min(len(text), start + _AROUND)
    after = text[at + width : max(end, at + width)]
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    return Hit(article, head + text[start:at], text[at : at + width], after.rstrip() + tail)
