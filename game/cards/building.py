"""Shapes into the model's nouns. Called only with shapes that have no fault left, so it checks nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from game.cards.building_book import guide_of, headword_of, note_of
from game.cards.building_cards import card_of, moves_of, verb_of
from game.cards.building_parties import clause_of, party_of
from game.cards.grammar_debrief import lessons_of
from game.cards.grammar_parties import EndingShape
from game.cards.grammar_scenario import (
    GroupShape,
    InformationShape,
    LengthShape,
    LensShape,
    QuantityShape,
    ScenarioShape,
    TerrainShape,
    TrackShape,
    WorldShape,
)
from game.cards.sheets import Sheet
from game.model.cards import Card
from game.model.clauses import Clause, Term
from game.model.groups import Group, Track
from game.model.ids import (
    CardId,
    ClauseId,
    GroupId,
    InformationId,
    LengthId,
    LensId,
    OptionId,
    PartyId,
    Quantity,
    TrackId,
    WorldId,
)
from game.model.information import AS_USUAL, USUAL, Information
from game.model.parties import Party
from game.model.rates import Rates
from game.model.scenario import Ending, Length, Lens, QuantitySpec, Scenario, Words, WorldSpec
from game.model.terrain import Terrain

FIRST_WORLDS = ("ripe", "leverage-works", "sceptic", "long-war", "tired-moscow", "fragile-home")
"""The order in which worlds are offered; others follow by name."""

FIRST_LENS = "realist"
"""The lens under which a game is scored unless another is asked for."""


def build(sheets: Iterable[Sheet], digest: str) -> Scenario:
    """The scenario that the sheets describe, in the order in which the files list things."""
    files = {sheet.name: sheet for sheet in sheets}
    frame: ScenarioShape = files["scenario.yaml"].shape
    clauses = {clause.id: clause for clause in map(clause_of, _shapes(files, "clauses"))}
    return Scenario(
        id=frame.id,
        title=frame.title,
        summary=frame.summary,
        digest=digest,
        as_of=frame.as_of,
        parties=_parties(files, frame, clauses),
        clauses=clauses,
        groups={GroupId(shape.id): _group(shape) for shape in frame.groups},
        tracks={TrackId(shape.id): _track(shape) for shape in frame.tracks},
        verbs={verb.id: verb for verb in map(verb_of, _shapes(files, "actions"))},
        cards=_cards(files),
        quantities={Quantity(shape.id): _quantity(shape, frame) for shape in frame.quantities},
        lengths={LengthId(shape.id): _length(shape) for shape in frame.lengths},
        worlds=_worlds(files),
        lenses={LensId(shape.id): _lens(shape) for shape in _first(FIRST_LENS, _shapes(files, "lens"))},
        endings={shape.id: _ending(shape) for shape in files["endings.yaml"].shape.endings},
        rates=Rates(**dict(frame.rates)),
        landing=tuple(Term(clause, OptionId(frame.landing[clause])) for clause in clauses),
        promised={ClauseId(clause): tuple(map(OptionId, options)) for clause, options in frame.promised.items()},
        monitored=_terms(frame.monitored),
        collapse=frame.collapse.expr,
        words=_words(files),
        debrief=lessons_of(files["debrief.yaml"].shape if "debrief.yaml" in files else None),
        terrain=_terrain(files["front.yaml"].shape) if "front.yaml" in files else None,
        information=_levels(frame.information),
    )


def _shapes(files: Mapping[str, Sheet], kind: str) -> list[Any]:
    return [entry.shape for name in sorted(files) if files[name].kind.name == kind for entry in files[name].entries]


def _first(name: str, shapes: list[Any]) -> list[Any]:
    """The shapes with the one of this name before the others."""
    return sorted(shapes, key=lambda shape: bool(shape.id != name))


def _parties(
    files: Mapping[str, Sheet], frame: ScenarioShape, clauses: Mapping[ClauseId, Clause]
) -> dict[PartyId, Party]:
    found = {}
    for name in map(PartyId, frame.parties):
        moves = files.get(f"moves/{name}.yaml")
        own = moves_of(name, (entry.shape for entry in moves.entries) if moves else ())
        found[name] = party_of(files[f"parties/{name}.yaml"].shape, clauses, own)
    return found


def _cards(files: Mapping[str, Sheet]) -> dict[CardId, Card]:
    shapes = _shapes(files, "cards")
    known = {shape.id for shape in shapes}
    return {card.id: card for card in (card_of(shape, known) for shape in shapes)}


def _worlds(files: Mapping[str, Sheet]) -> dict[WorldId, WorldSpec]:
    found = {shape.id: _world(shape) for shape in _shapes(files, "world")}
    order = [
        *(name for name in FIRST_WORLDS if name in found),
        *(name for name in found if name not in FIRST_WORLDS),
    ]
    return {WorldId(name): found[name] for name in order}


def _group(shape: GroupShape) -> Group:
    track = None if shape.track is None else TrackId(shape.track)
    return Group(GroupId(shape.id), shape.title, shape.about, _party_ids(shape.stakeholders), track)


def _track(shape: TrackShape) -> Track:
    return Track(TrackId(shape.id), shape.title, shape.about, PartyId(shape.party), shape.worth)


def _quantity(shape: QuantityShape, frame: ScenarioShape) -> QuantitySpec:
    return QuantitySpec(
        id=Quantity(shape.id),
        label=shape.label,
        low=shape.low,
        high=shape.high,
        start=shape.start,
        seen=None if shape.seen is None else _party_ids(shape.seen),
        unit=shape.unit,
        bands=tuple(frame.bands[shape.bands]),
        good=shape.good,
        rest=shape.rest,
        pull=shape.pull,
    )


def _terms(wordings: Mapping[str, tuple[str, ...]]) -> tuple[Term, ...]:
    return tuple(Term(ClauseId(clause), OptionId(option)) for clause, options in wordings.items() for option in options)


def _length(shape: LengthShape) -> Length:
    fields = dict(shape)
    fields["id"] = LengthId(shape.id)
    fields["convened"] = tuple(map(GroupId, shape.convened))
    fields["detail"] = {ClauseId(clause): detail for clause, detail in shape.detail.items()}
    fields["start"] = {Quantity(name): shift for name, shift in shape.start.items()}
    return Length(**fields)


def _levels(shapes: Iterable[InformationShape]) -> dict[InformationId, Information]:
    """The usual level first, whether it is described or not."""
    found = {InformationId(shape.id): Information(**dict(shape)) for shape in shapes}
    return {USUAL: AS_USUAL} | {name: found[name] for name in sorted(found, key=lambda name: name != USUAL)}


def _world(shape: WorldShape) -> WorldSpec:
    return WorldSpec(
        id=WorldId(shape.id),
        label=shape.label,
        about=shape.about,
        hint=shape.hint,
        source=shape.source,
        base={PartyId(party): shift for party, shift in shape.base.items()},
        hope={PartyId(party): shift for party, shift in shape.hope.items()},
        slopes={(PartyId(each.party), Quantity(each.quantity)): each.percent for each in shape.slopes},
        start={Quantity(name): shift for name, shift in shape.start.items()},
        rates=dict(shape.rates),
        values={(PartyId(each.party), ClauseId(each.clause), OptionId(each.option)): each.by for each in shape.values},
        length=dict(shape.length),
        normalisation=shape.normalisation,
    )


def _lens(shape: LensShape) -> Lens:
    return Lens(LensId(shape.id), shape.label, shape.about, dict(shape.weights))


def _ending(shape: EndingShape) -> Ending:
    return Ending(shape.id, shape.title, shape.text, dict(shape.outlook))


def _words(files: Mapping[str, Sheet]) -> Words:
    desk = files["voices/desk.yaml"].shape
    return Words(
        voices={PartyId(sheet.stem): dict(sheet.shape) for sheet in files.values() if sheet.kind.name == "voice"},
        reasons=dict(desk.reasons),
        help=dict(desk.help),
        claims=dict(files["claims.yaml"].shape),
        epilogue=dict(files["endings.yaml"].shape.lines),
        briefing={sheet.stem: sheet.shape for sheet in files.values() if sheet.kind.name == "briefing"},
        glossary=tuple(headword_of(shape) for shape in _shapes(files, "glossary")),
        notes={shape.id: note_of(shape) for shape in _shapes(files, "claim-notes")},
        guide=next(iter(map(guide_of, _shapes(files, "guide"))), None),
    )


def _terrain(shape: TerrainShape) -> Terrain:
    return Terrain(
        as_of=shape.as_of,
        border=shape.border,
        fighting=shape.fighting,
        river=shape.river,
        behind=shape.behind,
        places=tuple((place.name, place.at) for place in shape.places),
    )


def _party_ids(names: Iterable[str]) -> tuple[PartyId, ...]:
    return tuple(map(PartyId, names))
