"""What happened, in the past tense. An event carries its result, so that events alone rebuild the world."""

from enum import Enum

from game.model.actions import Action
from game.model.cards import Cost
from game.model.clauses import ClauseState, Term
from game.model.groups import GroupState, TrackState
from game.model.ids import CardId, ChoiceId, ClauseId, GroupId, MoveId, OptionId, PartyId, Quantity, TrackId
from game.model.ledger import Cause, Seen
from game.model.record import record
from game.model.scenario import Stage
from game.model.world import Estimate, Pledge, Signature


@record
class TurnBegan:
    turn: int
    season: str


@record
class QuantityChanged:
    """The ledger's line: ``now - was`` is the amount that ``cause`` accounts for."""

    quantity: Quantity
    was: int
    now: int
    cause: Cause
    seen: Seen


class ClauseTurn(Enum):
    FLOATED = "floated"
    TABLED = "tabled"
    AGREED = "agreed"
    DISCLOSED = "disclosed"
    SETTLED_OVER = "settled-over"
    RECONCILED = "reconciled"
    WORKED = "worked"
    BLESSED = "blessed"
    STILL_JAMMED = "still-jammed"
    REOPENED = "reopened"
    TAKEN_BACK = "taken-back"


@record
class ClauseMoved:
    clause: ClauseId
    turn: ClauseTurn
    was: ClauseState
    now: ClauseState
    cause: Cause
    seen: Seen


class GroupTurn(Enum):
    CONVENED = "convened"
    TASKED = "tasked"
    UNITED = "united"
    RECESSED = "recessed"
    WALKED_OUT = "walked-out"


@record
class GroupChanged:
    group: GroupId
    turn: GroupTurn
    now: GroupState
    cause: Cause
    party: PartyId | None = None


@record
class TrackChanged:
    track: TrackId
    now: TrackState
    cause: Cause
    seen: Seen


@record
class BeliefRevised:
    party: PartyId
    clause: ClauseId
    now: Estimate
    cause: Cause


@record
class ActionTaken:
    """``worn``: the percentage of its effects that the act still has."""

    action: Action
    worn: int
    seen: Seen


@record
class ActionDropped:
    """Something planned that could not be carried out any more when its turn came; ``reason`` is a sentence."""

    action: Action
    reason: str


class Ask(Enum):
    FLOAT = "float"
    TABLE = "table"
    PACKAGE = "package"
    CALL = "call"
    SIGN = "sign"


@record
class Question:
    """``terms`` are what is put to the party; for a signature, the whole text."""

    party: PartyId
    ask: Ask
    terms: tuple[Term, ...]
    action: Action


class Verdict(Enum):
    ACCEPT = "accept"
    ACCEPT_IF = "accept-if"
    COUNTER = "counter"
    REFUSE = "refuse"
    STALL = "stall"
    WALK_OUT = "walk-out"


class Ground(Enum):
    VALUE = "value"
    NO_DEAL = "nodeal"
    HOPE = "hope"
    RED_LINE = "red-line"
    HOME = "home"
    TRUST = "trust"
    OVER_HEAD = "over-head"
    UNMET = "unmet"
    PAYMENT = "payment"
    DETAIL = "detail"


@record
class Reason:
    """``weight`` in hundredths of value: how much it spoke for (+) or against (-)."""

    ground: Ground
    weight: int
    clause: ClauseId | None = None
    option: OptionId | None = None


class HelpKind(Enum):
    OPTION = "option"
    ASK = "ask"
    LINK = "link"
    TRUST = "trust"
    ROOM = "room"
    REASSURANCE = "reassurance"
    TIME = "time"
    WORK = "work"
    NONE = "none"


@record
class Help:
    """One thing that would truly raise the chance of acceptance."""

    kind: HelpKind
    term: Term | None = None
    track: TrackId | None = None


@record
class Answer:
    """A verdict with its rationale. ``margin`` is the surplus over what was asked for, in hundredths: private.

    ``instead`` is what a counter offers or what an acceptance is conditional on. ``sureness`` is 0 to 100. ``bluff``:
    it names a price for what it would have taken as it is; then the margin is not below 0.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    help: Help
    sureness: int
    margin: int
    instead: Term | None = None
    imposed: bool = False
    bluff: bool = False


@record
class PartyAnswered:
    question: Question
    answer: Answer
    seen: Seen


@record
class MoveMade:
    party: PartyId
    move: MoveId
    appeal: int
    seen: Seen


@record
class CardDrawn:
    card: CardId
    cause: Cause


@record
class CardScheduled:
    card: CardId
    turn: int


@record
class ChoiceTaken:
    card: CardId
    choice: ChoiceId
    cost: Cost


@record
class FlagChanged:
    flag: str
    on: bool


@record
class PledgeMade:
    pledge: Pledge


@record
class PledgeEnded:
    pledge: Pledge
    kept: bool


@record
class Leaked:
    action: Action  # a confidential one, now known to everybody


@record
class StageReached:
    stage: Stage


@record
class ConferenceHeld:
    """``signature`` is None when it failed; ``declined`` names who did not sign."""

    stage: Stage
    declined: tuple[PartyId, ...]
    barred_until: int
    signature: Signature | None


@record
class TruceChanged:
    weeks: int | None  # that the cease-fire has held; None once it has broken


@record
class GameEnded:
    ending: str


Event = (
    TurnBegan
    | QuantityChanged
    | ClauseMoved
    | GroupChanged
    | TrackChanged
    | BeliefRevised
    | ActionTaken
    | ActionDropped
    | PartyAnswered
    | MoveMade
    | CardDrawn
    | CardScheduled
    | ChoiceTaken
    | FlagChanged
    | PledgeMade
    | PledgeEnded
    | Leaked
    | StageReached
    | ConferenceHeld
    | TruceChanged
    | GameEnded
)
