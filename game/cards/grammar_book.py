"""Shapes of the briefing book: the glossary, what became of the claims, and the script of the guided first turn."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from game.cards.grammar import (
    ClauseName,
    Count,
    GroupName,
    Id,
    Kind,
    Label,
    Line,
    Names,
    OptionName,
    PartyName,
    Series,
    Shape,
    T,
    Text,
    VerbName,
    refusal,
)

PlaceName = Literal["briefing", "card", "room", "act", "morning", "cables", "text", "parties", "groups", "meters"]
"""Where a player can be, whatever the face."""

ENDS = ("at", "planned", "opened", "turn", "acts")

Sentences = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=320)]


def _some(entries: tuple[T, ...]) -> tuple[T, ...]:
    """A list that must not be empty; said only of one whose entries are sound."""
    if not entries:
        raise refusal("E106", "is empty")
    return entries


class HeadwordShape(Shape):
    id: Id
    word: Label
    also: Series[Label] = ()
    text: Sentences
    here: Sentences
    see: Series[Line] = ()


class ClaimNoteShape(Shape):
    id: Annotated[str, Names(Kind.SOURCE)]
    became: Text
    tested: Text
    tests: Series[Line] = ()


class WantedActShape(Shape):
    verb: VerbName
    party: PartyName | None = None
    clause: ClauseName | None = None
    option: OptionName | None = None
    group: GroupName | None = None


class UntilShape(Shape):
    at: Annotated[Series[PlaceName], AfterValidator(_some)] | None = None
    planned: WantedActShape | None = None
    opened: Literal["answer", "why", "moved"] | None = None
    turn: Annotated[int, Field(ge=1, le=24)] | None = None
    acts: Annotated[int, Field(ge=1, le=9)] | None = None

    @model_validator(mode="after")
    def _one(self) -> "UntilShape":
        if sum(getattr(self, name) is not None for name in ENDS) != 1:
            raise refusal("E109", "must have exactly one field", f"one of: {', '.join(ENDS)}")
        return self


class GuideStepShape(Shape):
    id: Id
    say: Short
    press: Series[Line] = ()
    type: Series[Line] = ()
    until: UntilShape


class GuideShape(Shape):
    world: Id
    length: Id
    seed: Count
    steps: Annotated[Series[GuideStepShape], AfterValidator(_some)]
