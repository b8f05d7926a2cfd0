"""The briefing book's shapes into nouns. Called only with shapes that have no fault left."""

from game.cards.grammar_book import (
    ClaimNoteShape,
    GuideShape,
    GuideStepShape,
    HeadwordShape,
    UntilShape,
    WantedActShape,
)
from game.model.book import ClaimNote, GuideScript, GuideStep, Headword, Until, WantedAct
from game.model.ids import ClauseId, GroupId, LengthId, OptionId, PartyId, VerbId, WorldId


def headword_of(shape: HeadwordShape) -> Headword:
    return Headword(shape.id, shape.word, shape.also, shape.text, shape.here, shape.see)


def note_of(shape: ClaimNoteShape) -> ClaimNote:
    return ClaimNote(shape.became, shape.tested, shape.tests)


def guide_of(shape: GuideShape) -> GuideScript:
    return GuideScript(WorldId(shape.world), LengthId(shape.length), shape.seed, tuple(map(_step, shape.steps)))


def _step(shape: GuideStepShape) -> GuideStep:
    return GuideStep(shape.id, shape.say, shape.press, shape.type, _until(shape.until))


def _until(shape: UntilShape) -> Until:
    planned = None if shape.planned is None else _wanted(shape.planned)
    return Until(shape.at, planned, shape.opened, shape.turn, shape.acts)


def _wanted(shape: WantedActShape) -> WantedAct:
    return WantedAct(
        verb=VerbId(shape.verb),
        party=None if shape.party is None else PartyId(shape.party),
        clause=None if shape.clause is None else ClauseId(shape.clause),
        option=None if shape.option is None else OptionId(shape.option),
        group=None if shape.group is None else GroupId(shape.group),
    )
