"""What is laid before the player when a game is over: sections of lines in the small Markdown of the briefing book."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.cards.links import page_name, plain
from game.model.ids import SEALED
from game.play.match import Match
from game.telling.booktext import items
from game.telling.chronicle import answers_of, timeline, turning_points
from game.telling.ending import EndingWords, epilogue, world_words
from game.telling.hints import hint_turn
from game.telling.names import Names

_WRONG: Final = "where-this-model-is-wrong"
_QUESTIONS: Final = "questions"
_OFF: Final = "not-on-the-table"


@dataclass(frozen=True, slots=True)
class Section:
    """``lines`` are paragraphs; one that begins with ``#`` is a heading, with ``-`` an item. They may hold links."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Items close together, an empty line between everything else."""
        text = ""
        for before, line in zip(("", *self.lines), self.lines, strict=False):
            close = before.startswith("- ") and line.startswith("- ")
            text += ("\n" if close else "\n\n") + line
        return text.strip()


def debrief_sections(match: Match, *found: Section) -> tuple[Section, ...]:
    """All sections of a finished match that have something to say; ``found`` stand after the turning points."""
    told = epilogue(match)
    sections = (
        Section("How it ended", tuple(_ended(told))),
        Section("The world", tuple(_world(match))),
        Section("Timeline", tuple(timeline(match))),
        Section("Turning points", tuple(turning_points(match)) or ("Nothing changed the course of this game.",)),
        *found,
        *_parties(match),
        Section("Measures and lenses", tuple(_lenses(told))),
        Section("The claims", tuple(_claims(match))),
        _page(match, "Questions", _QUESTIONS),
        _page(match, "Where the model is wrong", _WRONG),
        Section("What this was", tuple(_was(match, told))),
    )
    return tuple(section for section in sections if section.lines)


def _ended(told: EndingWords) -> Iterator[str]:
    yield f"# {told.title}"
    yield from told.paragraphs
    if told.outlook:
        yield from ("# Ten years on", told.outlook)
    yield from (f"- {flag}" for flag in told.flags)


def _world(match: Match) -> Iterator[str]:
    """What was true, and what in play could have told it."""
    truth = match.game.truth
    yield f"# {truth.label}"
    yield world_words(match.game)
    turn = hint_turn(match.game)
    if truth.hint:
        told = f"In turn {turn} a note from your officials said:" if turn is not None else "Its mark is this:"
        yield f"{told} *{truth.hint.strip()}*"
    if match.game.setup.world == SEALED:
        others = [spec for key, spec in match.game.scenario.worlds.items() if key != truth.id]
        yield "# What the other worlds would have shown"
        yield from (f"- **{spec.label}:** {spec.hint.strip()}" for spec in others)
    yield f"See [[page:worlds|the worlds]], and [[world:{truth.id}|this one]] among them."


def _parties(match: Match) -> Iterator[Section]:
    names = Names(match.game.scenario)
    for party, spec in match.game.scenario.parties.items():
        lines = tuple(answers_of(match, party))
        wants = f"It wanted {spec.wants}; it feared {spec.fears}. See [[party:{party}|{names.party(party)}]]."
        yield Section(f"What {names.party(party)} answered", (wants, *(lines or ("It was never asked anything.",))))


def _lenses(told: EndingWords) -> Iterator[str]:
    yield "# Measures, each from 0 to 100"
    yield from (f"- **{each.label} {each.value}**, {each.word}: {each.about}." for each in told.measures)
    for lens in told.lenses:
        yield f"# {lens.label} lens: {lens.total} of 100"
        yield lens.about
        yield from (f"- {line}" for line in lens.lines)
        if lens.capped:
            yield lens.capped
    yield "A [[lens]] is one judgement of what the measures are worth. None is the true one."


def _claims(match: Match) -> Iterator[str]:
    words = match.game.scenario.words
    yield "What the source claims, and what each claim became here. One game can illustrate a claim, and test none."
    for claim, note in words.notes.items():
        yield f"- [[{claim}]] {' '.join(note.became.split())}"


def _page(match: Match, title: str, name: str) -> Section:
    """A page of the briefing book without its own title."""
    briefing = match.game.scenario.words.briefing
    text = next((text for key, text in briefing.items() if page_name(key) == name), "")
    _, _, body = text.strip().partition("\n")
    lines = [line for part in body.split("\n\n") for line in _lines(part.strip())]
    return Section(title, tuple(filter(None, lines)))


def _lines(part: str) -> list[str]:
    return [f"- {item}" for item in items(part.splitlines())] if part.startswith("- ") else [plain(part)]


def _was(match: Match, told: EndingWords) -> Iterator[str]:
    yield "**You played in a world that we wrote. It is not evidence that the war was like it.**"
    yield told.no_proof
    yield "# What was not on the table"
    yield told.not_on_the_table
    if any(page_name(key) == _OFF for key in match.game.scenario.words.briefing):
        yield f"More in [[page:{_OFF}|the briefing book]]."
