"""Shapes of what happens: event cards, the parties' own moves, and the mediator's actions."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema, model_validator

from game.cards.grammar import (
    ALWAYS,
    Amount,
    CardName,
    CardText,
    Day,
    Delay,
    Effects,
    FlagsCleared,
    FlagsSet,
    Id,
    Kind,
    Label,
    Names,
    PartyName,
    Places,
    Series,
    Shape,
    Sources,
    TemplateName,
    Text,
    Title,
    Turns,
    VerbName,
    When,
    refusal,
)

SENSITIVE: Mapping[str, str] = {
    "captivity": "prisoners and hostages",
    "children": "children in the war",
    "civilians": "harm to civilians",
    "conscription": "being drafted, and evading it",
    "deaths": "people who were killed",
    "displacement": "flight and life in exile",
    "losses": "dead and wounded in numbers",
    "occupation": "life under occupation",
}
"""Tags by which a teacher can leave a card out, and what they stand for."""

TAGS: Mapping[str, str] = {
    **SENSITIVE,
    "alliance": "relations between allies",
    "conciliatory": "a step towards the other side",
    "confidentiality": "secrets kept and broken",
    "diplomacy": "talks and envoys",
    "economy": "money, trade and sanctions",
    "energy": "power, heat and fuel",
    "front": "the fighting",
    "hardening": "a step away from the other side",
    "home": "publics, parliaments and parties at home",
    "humanitarian": "exchange, return and relief",
    "press": "newspapers and broadcasters",
}


Tag = Annotated[str, Names(Kind.TAG), WithJsonSchema({"enum": list(TAGS)})]


class CostShape(Shape):
    president: Places = 0
    envoys: Places = 0
    staff: Places = 0


class SequelShape(Shape):
    card: CardName
    delay: Annotated[Delay, Field(alias="in")]


class OutcomeShape(Shape):
    """What a choice does, or a card without choices."""

    effects: Effects = Field(default={})
    sets: FlagsSet = ()
    clears: FlagsCleared = ()
    then: SequelShape | None = None


class ChoiceShape(OutcomeShape):
    id: Id
    label: Label
    cost: CostShape | None = None
    when: When | None = None
    advice: str = ""


class CardShape(OutcomeShape):
    id: Id
    title: Title
    when: When = ALWAYS
    weight: When = ALWAYS
    once: bool = True
    chained: bool = False
    tags: Series[Tag] = ()
    source: Sources = ()
    as_of: Day | None = None
    text: CardText
    choices: Annotated[Series[ChoiceShape], Field(max_length=6)] = ()

    @model_validator(mode="after")
    def _choices_or_news(self) -> "CardShape":
        own = [name for name in OutcomeShape.model_fields if name in self.model_fields_set]
        if self.choices and own:
            hint = "a card with choices says what happens in each choice; a card without any is news"
            raise refusal("E109", "cannot stand beside 'choices'", hint, own[0])
        return self


class MoveShape(Shape):
    id: Id
    title: Title
    when: When = ALWAYS
    appeal: When
    effects: Effects
    public: bool
    rest: Turns
    tags: Series[Tag] = ()
    source: Sources = ()
    text: CardText


class VerbShape(Shape):
    """``{party}`` in the name of an effect's quantity stands for each of ``parties``."""

    id: Id
    label: Label
    family: Id
    about: Text
    cost: CostShape | None = None
    when: When | None = None
    unavailable: str = ""
    parties: Series[PartyName] = ()
    effects: dict[TemplateName, Amount] = Field(default={})
    public: bool = False
    pledge: Literal["threat", "promise"] | None = None
    redeemed_by: Series[VerbName] = ()
    due: Turns = 0
    source: Sources = ()

    @model_validator(mode="after")
    def _pledge_complete(self) -> "VerbShape":
        if self.pledge and not (self.redeemed_by and self.due):
            hint = "'redeemed_by' lists the actions that carry it out, 'due' the turns within which"
            raise refusal("E109", "needs 'redeemed_by' and 'due' beside it", hint, "pledge")
        return self
