"""How a game ended, in words: what happened, what it is worth under each lens, and what was never on the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.model.ids import LensId
from game.model.scenario import Lens
from game.model.world import Game, World
from game.play.match import Match
from game.rules.outcome import DICTATED_MOST, Outcome, outcome, score_under
from game.telling.epilogue import closing_lines
from game.telling.names import Names
from game.telling.prose import exact

_MEASURES: Final = {
    "settlement": ("Settlement", "how much was settled"),
    "durability": ("Durability", "whether the text would last ten years"),
    "fighting": ("Fighting ended", "weeks without fighting, against the same war left to itself"),
    "managed": ("Kept in hand", "exchanges, a prepared cease-fire, some trust between those who fight"),
    "alliance": ("Alliance", "trust among Washington, Kyiv and the European capitals"),
    "sovereignty": ("Sovereignty", "how much of its own course Ukraine keeps"),
    "demands": ("Demands", "how much of what Moscow asked for it has"),
}
_COUNTED: Final = {
    "final-settlement": "the final signature, which settles the whole",
    "framework": "the framework that was signed",
    "imposed": "a signature that was not freely given",
    "ceasefire-broken": "a signature that did not hold",
}
"""What the measure of settlement goes by at an ending, where a text was signed."""

_LASTING: Final = ("final-settlement", "framework", "imposed")
"""Endings at which a signed text is in force."""

_OUTLOOKS: Final = ((70, "high"), (50, "fair"), (30, "low"), (0, "poor"))
_ALLIES: Final = 30
"""By how much what is kept in hand may be ahead of the alliance in an outlook."""

_WORDS: Final = ((80, "high"), (60, "good"), (40, "fair"), (20, "low"), (1, "slight"), (0, "none"))


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """``value`` 0 to 100, and its word."""

    id: str
    label: str
    about: str
    value: int
    word: str


@dataclass(frozen=True, slots=True)
class LensWords:
    """The score under a lens. ``lines`` are its parts, one a measure; they add up to ``total`` unless it was capped."""

    id: LensId
    label: str
    about: str
    total: int
    lines: tuple[str, ...]
    capped: str


@dataclass(frozen=True, slots=True)
class EndingWords:
    """``lenses``: the first of the scenario's; a debrief has all. ``flags``: what a reader of the score must know.
    ``world``: what was true about the war in this game.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    outlook: str
    measures: tuple[MeasureWords, ...]
    lenses: tuple[LensWords, ...]
    flags: tuple[str, ...]
    world: str
    not_on_the_table: str
    no_proof: str


def epilogue(match: Match) -> EndingWords:
    """The end of a finished match."""
    scenario, result = match.game.scenario, outcome(match.game, match.world)
    ending, lines = scenario.endings[result.ending], scenario.words.epilogue
    told = " ".join(closing_lines(match, result))
    return EndingWords(
        id=result.ending,
        title=ending.title,
        paragraphs=tuple(filter(None, (ending.text.strip(), told))),
        outlook=ending.outlook.get(outlook_of(result), "").strip(),
        measures=tuple(measure_words(measure, value) for measure, value in result.measures.items()),
        lenses=tuple(lens_words(lens, result) for lens in [*scenario.lenses.values()][:1]),
        flags=tuple(_flags(Names(scenario), match.world, result)),
        world=world_words(match.game),
        not_on_the_table=lines.get("not-on-the-table", ""),
        no_proof=lines.get("no-proof", ""),
    )


def outlook_of(result: Outcome) -> str:
    """What the ten-year outlook goes by: how lasting the text is; without one that holds, what is kept in hand, as far
    as the allies are still on terms to keep it.
    """
    if result.ending in _LASTING:
        return result.outlook
    kept = min(result.measures["managed"], result.measures["alliance"] + _ALLIES)
    return next(word for least, word in _OUTLOOKS if kept >= least)


def measure_words(measure: str, value: int) -> MeasureWords:
    label, about = _MEASURES.get(measure, (measure.capitalize(), ""))
    word = next(word for least, word in _WORDS if value >= least)
    return MeasureWords(measure, label, about, value, word)


def lens_words(lens: Lens, result: Outcome) -> LensWords:
    scored = score_under(lens, result)
    lines = tuple(
        f"{measure_words(measure, value).label} {measure_words(measure, value).word}, {value} of 100; "
        f"counts {weight} %: {exact(points)} points"
        for measure, weight, value, points in scored.parts
    )
    whole = sum(points for *_, points in scored.parts)
    if whole % 100:
        lines = (*lines, f"Together {exact(whole)}, rounded to whole points")
    capped = f"Capped at {DICTATED_MOST}: a dictated text gets no more under any lens." if scored.capped else ""
    return LensWords(lens.id, lens.label, lens.about.strip(), scored.total, lines, capped)


def world_words(game: Game) -> str:
    """What was true about the war in this game; in a sealed one the player learns it here."""
    truth = game.truth
    if not game.sealed:
        return f"You played in the world “{truth.label}”. {truth.about.strip()}"
    return f"The sealed world was “{truth.label}”. {truth.about.strip()}"


def _flags(names: Names, world: World, result: Outcome) -> Iterator[str]:
    kept = result.measures["settlement"]
    if kept != result.progress:
        by = _COUNTED.get(result.ending, "the little that lasts of a text not brought to its end")
        yield (
            f"Progress stood at {result.progress}, and settlement counts {kept}: "
            f"progress goes by what stands in the text, settlement by {by}."
        )
    for signature in world.signed:
        if signature.imposed:
            yield f"Dictated: {names.members(signature.imposed)} signed below its limit or over a red line of its own."
    over = dict.fromkeys(party for state in world.clauses.values() for party in state.over)
    if result.settled and over:
        yield f"Settled in part {names.over_heads(over)}."
