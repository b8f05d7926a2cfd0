"""Shapes of what content adds to a debrief, and the nouns they become."""

from typing import Annotated, Literal

from pydantic import Field

from game.cards.grammar import Id, Kind, Label, Names, Series, Shape, Text, VerbName, When
from game.model.ids import VerbId
from game.model.lessons import Evidence, Lessons, Pointer, Prompt


class EvidenceShape(Shape):
    claim: Annotated[str, Names(Kind.SOURCE)]
    when: When
    speaks: Literal["for", "against"]
    because: Text
    limit: Text


class PromptShape(Shape):
    id: Id
    when: When
    text: Text
    theory: Series[Id] = ()


class PointerShape(Shape):
    id: Id
    title: Label
    when: When
    text: Text
    source: Text


class DebriefShape(Shape):
    styles: dict[Id, Series[VerbName]] = Field(default={})
    claims: Series[EvidenceShape] = ()
    questions: Series[PromptShape] = ()
    theory: Series[PointerShape] = ()


def lessons_of(shape: DebriefShape | None) -> Lessons:
    """A scenario without the file has none."""
    if shape is None:
        return Lessons()
    return Lessons(
        styles={name: tuple(map(VerbId, verbs)) for name, verbs in shape.styles.items()},
        evidence=tuple(
            Evidence(each.claim, each.when.expr, each.speaks, each.because, each.limit) for each in shape.claims
        ),
        questions=tuple(Prompt(each.id, each.when.expr, each.text, each.theory) for each in shape.questions),
        theory=tuple(Pointer(each.id, each.title, each.when.expr, each.text, each.source) for each in shape.theory),
    )
