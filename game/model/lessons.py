"""What content adds to a debrief: what speaks for or against a claim, what to discuss, where theory says more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.model.expressions import Expr
from game.model.ids import VerbId

FACTS: Final[Mapping[str, str]] = {
    "settled": "1 if a text was signed freely and its cease-fire held",
    "signed": "how many texts were signed",
    "imposed": "1 if a text was signed below a party's limit or over its red line",
    "failed": "signing conferences that failed",
    "weeks-ended": "weeks without fighting, against the same war left to itself",
    "progress": "settlement progress at the end, 0 to 100",
    "durability": "how lasting the signed text is, 0 to 100",
    "principles": "clauses agreed in principle at the end",
    "headlines": "core clauses in the text that are not detailed at the end",
    "accepted": "answers that were acceptances",
    "refused": "answers that were not",
    "turned": "refused offers that a single change would have turned",
    "leaks": "confidential acts that came out",
    "reopened": "times a clause lost consent that had been given",
    "rushed": "groups brought into one room with less trust than that takes",
    "walkouts": "times a party left a group",
    "threats-kept": "threats that were carried out",
    "threats-idle": "threats that nothing followed",
    "promises-kept": "promises that were kept",
    "promises-broken": "promises that were broken or wore off",
    "links": "steps of normalisation linked to a clause",
    "gifts": "steps of normalisation delivered without a link",
    "public-acts": "acts of ours that everybody learnt of at once",
    "quiet-acts": "acts of ours that not everybody saw",
    "idle-turns": "turns in which we did nothing",
    "zone-first": "texts that all would have signed as the first turn was planned",
    "zone-last": "the same for the last turn that was played",
    "zone-most": "the most there were in any turn",
    "best-first": "the largest smallest surplus over the limits in the first turn, in hundredths of a point",
    "best-last": "the same in the last turn",
    "forecast-error": "the mean squared error of the forecasts shown, 0 to 100; 25 is a coin",
}
"""What a condition of a debrief may ask beside the names that any condition may ask, which speak of the last moment."""

FACT_FAMILIES: Final[Mapping[str, str]] = {
    "did": "how often we did the act of this id",
    "over": "clauses settled over this party's head, at the end",
    "declined": "signing conferences at which this party did not sign",
    "no-deal": "what no deal was worth to this party in the last turn, less what it was in the first, in hundredths",
    "world": "1 if this world held",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """When ``when`` holds of a game, it ``speaks`` "for" or "against" the claim; ``limit`` says what it cannot show."""

    claim: str
    when: Expr
    speaks: str
    because: str
    limit: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question for discussion. ``text`` may name ``{refuser}``, ``{offer}`` and ``{act}`` of the game."""

    id: str
    when: Expr
    text: str
    theory: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where theory says more, and when a game illustrates it."""

    id: str
    title: str
    when: Expr
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Lessons:
    """``styles``: the acts of each way of mediating, by its name."""

    styles: Mapping[str, tuple[VerbId, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[Prompt, ...] = ()
    theory: tuple[Pointer, ...] = ()
