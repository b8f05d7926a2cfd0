"""Everything that is fixed before a game begins: the scenario as content describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from game.model.book import ClaimNote, GuideScript, Headword
from game.model.cards import Card
from game.model.clauses import Clause, Option, Term
from game.model.expressions import Expr
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
    VerbId,
    WorldId,
)
from game.model.information import AS_USUAL, USUAL, Information
from game.model.ledger import Seen
from game.model.lessons import Lessons
from game.model.parties import Party
from game.model.rates import Rates
from game.model.terrain import Terrain
from game.model.verbs import Verb


class Stage(IntEnum):
    """How far the process has come (C17)."""

    OPENING = 0
    ELEMENTS = 1
    FRAMEWORK = 2
    FINAL = 3


@dataclass(frozen=True, slots=True)
class QuantitySpec:
    """``bands``: (from, word) in rising order, so that a number is shown with a word. ``seen``: who can read it.

    ``rest`` is the level to which the quantity drifts by ``pull`` a fortnight; None means that it stays.
    """

    id: Quantity
    label: str
    low: int
    high: int
    start: int
    seen: Seen
    unit: str = "meter"
    bands: tuple[tuple[int, str], ...] = ()
    good: int = 0
    rest: int | None = None
    pull: int = 0


@dataclass(frozen=True, slots=True)
class Length:
    """A game's length and the rates that go with it (see docs/developers/model.md).

    Detail rates are hundredths of a point for each group and turn. ``pace`` is the multiple, in hundredths, of
    whatever is stated for two weeks, ``acts`` the percentage of its stated effect that an act of the mediator's has
    in a turn of this length. ``convened``, ``detail`` and ``start`` (shifts of quantities) describe a process that
    has been under way. Percentages are chances a turn unless a name says otherwise.
    """

    id: LengthId
    label: str
    turns: int
    weeks: int
    first_day: date
    about: str
    patience: int
    patience_loss: int
    served: int
    unserved: int
    unified: int
    capacity: int
    capacity_most: int
    known_lists: int
    sounding_lists: int
    call_clears: int
    call_clears_more: int
    jam_clears: int
    unite_between: int
    unite_trust: int
    between: int
    walk_out_per_mille: int
    leak: int
    news: int
    second_card: int
    pace: int
    acts: int
    convened: tuple[GroupId, ...] = ()
    detail: Mapping[ClauseId, int] = field(default_factory=dict)
    start: Mapping[Quantity, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class WorldSpec:
    """What may be true about the war: an overlay on the scenario's priors.

    ``base`` and ``hope`` shift a party's no-deal value and first aspiration, in hundredths; ``slopes`` scale, in
    percent, how much a quantity moves a party's no-deal value; ``start`` shifts quantities at the start; ``rates``
    scale a rule's rate in percent, by the rule's name; ``values`` shift what single options are worth; ``length``
    scales, in percent, what time costs at the White House in a game of whatever length; ``normalisation`` is the
    percentage of their worth that bilateral steps have there.
    """

    id: WorldId
    label: str
    about: str
    hint: str
    source: tuple[str, ...]
    base: Mapping[PartyId, int]
    hope: Mapping[PartyId, int]
    slopes: Mapping[tuple[PartyId, Quantity], int]
    start: Mapping[Quantity, int]
    rates: Mapping[str, int]
    values: Mapping[tuple[PartyId, ClauseId, OptionId], int]
    length: Mapping[str, int] = field(default_factory=dict)
    normalisation: int = 100


@dataclass(frozen=True, slots=True)
class Lens:
    """A government's idea of a good outcome. ``weights`` are percentages over the measures of an outcome."""

    id: LensId
    label: str
    about: str
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ending:
    id: str
    title: str
    text: str
    outlook: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Whatever the scenario says rather than does: voices, the ledger's phrases, the briefing book.

    ``briefing`` are its pages, ``notes`` what became of the claims, by claim; ``guide`` is None if there is no script.
    """

    voices: Mapping[PartyId, Mapping[str, tuple[str, ...]]]
    reasons: Mapping[str, str]
    help: Mapping[str, str]
    claims: Mapping[str, str]
    epilogue: Mapping[str, str]
    briefing: Mapping[str, str]
    glossary: tuple[Headword, ...] = ()
    notes: Mapping[str, ClaimNote] = field(default_factory=dict)
    guide: GuideScript | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """``digest`` names the content that the scenario was read from, so that a save can say what it was played on.

    ``landing`` is the text towards which the source argues. ``promised`` are options whose worth rests on a promise
    of Washington's, ``monitored`` those under which somebody watches the line. When ``collapse`` holds, the game is
    over. Two scenarios are the same only if they are one object.
    """

    id: str
    title: str
    summary: str
    digest: str
    as_of: date
    parties: Mapping[PartyId, Party]
    clauses: Mapping[ClauseId, Clause]
    groups: Mapping[GroupId, Group]
    tracks: Mapping[TrackId, Track]
    verbs: Mapping[VerbId, Verb]
    cards: Mapping[CardId, Card]
    quantities: Mapping[Quantity, QuantitySpec]
    lengths: Mapping[LengthId, Length]
    worlds: Mapping[WorldId, WorldSpec]
    lenses: Mapping[LensId, Lens]
    endings: Mapping[str, Ending]
    rates: Rates
    landing: tuple[Term, ...]
    promised: Mapping[ClauseId, tuple[OptionId, ...]]
    monitored: tuple[Term, ...]
    collapse: Expr
    words: Words
    debrief: Lessons = field(default_factory=Lessons)
    terrain: Terrain | None = None
    information: Mapping[InformationId, Information] = field(default_factory=lambda: {USUAL: AS_USUAL})

    def option(self, term: Term) -> Option:
        return self.clauses[term.clause].options[term.option]

    def informed(self, level: str) -> Information:
        """The level of information of this name, which is the usual one for the empty name of a setup."""
        return self.information[InformationId(level or USUAL)]
