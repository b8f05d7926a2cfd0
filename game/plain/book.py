"""The briefing book in lines: sections, articles, a search, and links that are followed by their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.debrief.findings import Wish, debriefed
from game.debrief.sections import sections as debrief
from game.model.scenario import Scenario
from game.plain.console import Console
from game.plain.prompt import Prompt
from game.play.match import Match
from game.play.predictions import Foretold
from game.telling.articles import Article
from game.telling.book import Book, briefing_book, search
from game.telling.booktext import Block
from game.telling.debriefing import EXPLORED
from game.telling.prose import counted

_HELP: Final = (
    "A number opens what stands beside it, or follows the link that carries it.",
    "Any other words are searched for in all articles. contents shows the sections again.",
)
TYPED: Final = Article(
    "keys",
    "What can be typed",
    "How to play here",
    """At every question: a number chooses, **0** goes one step back where a step back is offered, **?** helps, **quit**
leaves after one more word, **rewind** takes back what was decided last.

At the desk, in any order:

- an act in words: *sound out moscow line*, *table line standstill*, *convene sanctions*, *sign* for the
  signing conference
- *send*, *act*, *plan*, *undo*, *menu*, and *move 3 1* to make the third act of the plan the first
- *parties*, *text*, *missing*, *groups*, *leverage*, *cables*, *advisers*
- *why 3* for what stands behind cable 3, *why patience* for a meter, *why progress*
- *book*, or *book ripeness* to look a word up""",
)
_ASK: Final = "A number, words to search for, or 0 to go back"
_CONTENTS: Final = "contents"
_DEBRIEF: Final = "Debrief"

Page = tuple[str, str]
"""What is open: ``contents``, a ``section``, a ``search`` or an ``article``, and which."""


@dataclass(slots=True)
class Reading:
    """``way`` are the pages that one came through, the open one last; ``offered`` what the numbers open.

    ``chapters`` are opened by the same numbers wherever one is; what a page itself offers is counted on from there.
    """

    prompt: Prompt
    book: Book
    chapters: tuple[Page, ...] = ()
    way: list[Page] = field(default_factory=list)
    offered: tuple[Page, ...] = ()

    @property
    def console(self) -> Console:
        return self.prompt.console

    def show(self) -> None:
        kind, what = self.way[-1]
        if kind == "article":
            self._article(what)
        elif kind == "search":
            self._found(what)
        else:
            self._list(what)

    def _list(self, section: str) -> None:
        """The articles of a section; without one, the sections."""
        articles = self.book.by_key.values()
        self.console.heading(section or "The briefing book")
        if section:
            inside = [each for each in articles if each.section == section]
            self._offer([(each.title, ("article", each.key)) for each in inside])
        else:
            sections = dict.fromkeys(each.section for each in articles)
            counts = {name: sum(each.section == name for each in articles) for name in sections}
            self._offer([(f"{name} ({counts[name]})", ("section", name)) for name in sections])

    def _offer(self, lines: Sequence[tuple[str, Page]]) -> None:
        pages = tuple(page for _, page in lines)
        at_chapters = bool(pages) and pages == self.chapters
        self.offered = pages if at_chapters else (*self.chapters, *pages)
        for number, (label, _) in enumerate(lines, len(self.offered) - len(pages) + 1):
            self.console.numbered(number, label)
        self.console.numbered(0, "Back")
        if self.chapters and not at_chapters:
            self.console.say(f"1 to {len(self.chapters)} open the chapters.", 5)

    def _found(self, typed: str) -> None:
        hits = search(self.book, typed)
        self.console.heading(f"“{typed}”: {counted(len(hits), 'article')}" if hits else f"“{typed}”")
        if not hits:
            self.console.say("No article holds all of these words.")
        lines = []
        for hit in hits:
            passage = f": {hit.before}{hit.match}{hit.after}" if hit.match else ""
            lines.append(
                (f"{hit.article.title} ({hit.article.section.lower()}){passage}", ("article", hit.article.key))
            )
        self._offer(lines)

    def _article(self, key: str) -> None:
        self.console.heading(self.book.by_key[key].title)
        targets = self.book.links(key)
        for text in paragraphs(self.book.body(key), targets, len(self.chapters)):
            self.console.say(text, hang=2 if text.startswith("- ") else 0)
        self._offer([(self.book.by_key[target].title, ("article", target)) for target in targets])

    def take(self, typed: str) -> bool:
        """Do what was typed; whether something else is open now."""
        if typed == "0":
            self.way.pop()
        elif typed.isascii() and typed.isdigit():
            if not 1 <= int(typed[:5]) <= len(self.offered):
                range_ = f"they go from 0 to {len(self.offered)}" if self.offered else "only 0"
                self.console.say(f"There is no number {typed[:5]} here; {range_}.")
                return False
            self.way.append(self.offered[int(typed) - 1])
        elif typed.lower() == _CONTENTS:
            self.way = [("contents", "")]
        elif typed:
            self.way.append(self.sought(typed))
        return bool(typed)

    def sought(self, typed: str) -> Page:
        """The article of this name, or of the only hit; else the hits."""
        named = self.book.resolve(typed)
        hits = search(self.book, typed)
        if named or len(hits) == 1:
            return "article", named or hits[0].article.key
        return "search", typed[:60]


def _numbered(block: Block, targets: Sequence[str], before: int) -> str:
    """The text with a number after each link; ``before`` are the numbers that are taken."""
    return "".join(
        span.text + (f" [{before + targets.index(span.link) + 1}]" if span.link else "") for span in block.spans
    )


def read_book(prompt: Prompt, scenario: Scenario, typed: str = "") -> None:
    """Read until the player steps back out of it; ``typed`` is searched for first."""
    reading = Reading(prompt, briefing_book(scenario, last=(TYPED,)))
    _read(reading, reading.sought(typed) if typed else ("contents", ""))


def read_debrief(prompt: Prompt, match: Match, foretold: tuple[Foretold, ...], *, explored: bool) -> None:
    """The sections of a finished game's debrief, with the briefing book behind their links.

    ``foretold``: what the player expected of answers. ``explored``: turns were taken back.
    """
    prompt.console.say("Working out the debrief …")
    found, notices = debriefed(match, Wish(predictions=foretold)), (EXPLORED,) if explored else ()
    sections = debrief(match, found=found, notices=notices)
    articles = [Article(f"debrief:{place}", each.title, _DEBRIEF, each.text) for place, each in enumerate(sections)]
    chapters = tuple(("article", each.key) for each in articles)
    _read(Reading(prompt, briefing_book(match.game.scenario, articles), chapters), ("section", _DEBRIEF))


def _read(reading: Reading, first: Page) -> None:
    prompt, reading.way = reading.prompt, [first]
    kept, prompt.help = prompt.help, _HELP
    shown = False
    while reading.way:
        if not shown:
            reading.show()
        shown = not reading.take(prompt.ask(_ASK))
    prompt.help = kept


def paragraphs(blocks: Sequence[Block], targets: Sequence[str] = (), taken: int = 0) -> Iterator[str]:
    """Plain paragraphs without marks of emphasis, an empty one between any two; the items of a list stand close."""
    before = ""
    for block in blocks:
        if before and not before == block.kind == "item":
            yield ""
        before = block.kind
        yield ("- " if block.kind == "item" else "") + _numbered(block, targets, taken)
    yield ""
