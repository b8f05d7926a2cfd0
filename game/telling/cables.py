"""What happened in a turn as cables: a sentence or two each, with every cause behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from game.model.actions import Action
from game.model.events import (
    ActionTaken,
    BeliefRevised,
    CardDrawn,
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    Event,
    GameEnded,
    GroupChanged,
    Leaked,
    MoveMade,
    PartyAnswered,
    PledgeEnded,
    PledgeMade,
    QuantityChanged,
    StageReached,
    TrackChanged,
    TruceChanged,
)
from game.model.ids import US, GroupId, Quantity
from game.model.ledger import Cause, Entry, Source, visible_to
from game.model.scenario import QuantitySpec
from game.model.world import Game
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.telling import dispatches as say
from game.telling.estimates import say_estimate
from game.telling.groups import at_work, idle_words, track_words, work_words
from game.telling.ledger import HIDDEN, can_read, say_entries
from game.telling.names import Names
from game.telling.prose import in_prose
from game.telling.summaries import home_words, mood_words, war_words

CableKind = Literal["war", "answer", "move", "group", "press", "card", "home", "text", "stage"]


@dataclass(frozen=True, slots=True)
class Cable:
    """``tag`` says who or what it is about (``RU``, ``US``); ``why`` holds reasons, help and the ledger's lines."""

    turn: int
    kind: CableKind
    tag: str
    text: str
    why: tuple[str, ...]


_SUMMARIES: Final = {
    "war": frozenset(["front-moves", "winter", "strain-of-war", "ceasefire-holds", "drift", "sanctions-erode"]),
    "mood": frozenset(["talks-working", "talks-stalled", "war-outlook", "squeeze-on-kyiv"]),
    "home": frozenset(["time-at-the-white-house", "congress-mood"]),
}
"""Rules whose effects are told together at the end of a turn, by the cable that tells them."""


@dataclass(slots=True)
class _Slip:
    """A cable in the making."""

    kind: CableKind
    tag: str
    text: str = ""
    notes: list[str] = field(default_factory=list)
    sums: dict[tuple[Quantity, Cause], int] = field(default_factory=dict)
    moved: dict[Quantity, tuple[int, int]] = field(default_factory=dict)

    def enter(self, event: QuantityChanged, cause: Cause) -> None:
        key = (event.quantity, cause)
        self.sums[key] = self.sums.get(key, 0) + event.now - event.was
        was, _ = self.moved.get(event.quantity, (event.was, event.now))
        self.moved[event.quantity] = (was, event.now)

    def cable(self, names: Names, turn: int) -> Cable:
        entries = [Entry(quantity, amount, cause) for (quantity, cause), amount in self.sums.items() if amount]
        why = (*self.notes, *say_entries(names, entries))
        return Cable(turn, self.kind, self.tag, self.text, why)


def turn_cables(game: Game, record: TurnRecord, names: Names) -> tuple[Cable, ...]:
    """The turn as the mediator learns of it, in reading order. Every visible change stands behind exactly one cable."""
    desk = _Desk(game, record, names)
    for event in record.events:
        desk.take(event)
    return desk.cables()


class _Desk:
    """Sorts a turn's events onto slips: an event opens one, adds a note to the last one, or moves a quantity."""

    def __init__(self, game: Game, record: TurnRecord, names: Names) -> None:
        self.names = names
        self.scenario = game.scenario
        self.record = record
        self.slips: list[_Slip] = []
        self.groups: dict[GroupId, _Slip] = {}
        self.worked: dict[GroupId, list[ClauseMoved]] = {}
        self.summaries: dict[str, _Slip] = {
            "war": _Slip("war", "WAR"),
            "mood": _Slip("group", "US"),
            "home": _Slip("home", "US"),
        }
        self.ending: _Slip | None = None

    def take(self, event: Event) -> None:
        if isinstance(event, QuantityChanged):
            self._enter(event)
        elif isinstance(event, ClauseMoved):
            self._clause(event)
        elif not self._open(event):
            self._note(event)

    def cables(self) -> tuple[Cable, ...]:
        self._close_groups()
        war, mood, home = self.summaries["war"], self.summaries["mood"], self.summaries["home"]
        truce = apply(self.record.first, self.record.events).truce is not None
        war.text = war_words(self.names, war.moved, quiet=truce) if war.moved else ""
        mood.text = mood_words(self.names, mood.moved)
        home.text = home_words(self.names, home.moved)
        ending = () if self.ending is None else (self.ending,)
        slips = (*self.slips, war, mood, home, *ending)
        return tuple(slip.cable(self.names, self.record.turn) for slip in slips if slip.text)

    def _slip(self, kind: CableKind, tag: str, text: str, notes: Iterable[str] = ()) -> None:
        self.slips.append(_Slip(kind, tag, text, list(notes)))

    def _last(self) -> _Slip:
        return self.slips[-1] if self.slips else self.summaries["home"]

    def _enter(self, event: QuantityChanged) -> None:
        """A quantity's change goes behind the cable that tells what caused it."""
        spec = self.scenario.quantities[event.quantity]
        if not can_read(spec, US):
            return
        cause = event.cause if visible_to(event.seen, US) else HIDDEN
        self._slip_for(cause, spec).enter(event, cause)

    def _slip_for(self, cause: Cause, spec: QuantitySpec) -> _Slip:
        if cause.source is not Source.RULE:
            return self._last()
        if cause.key == "drift" and spec.seen == (US,):
            return self.summaries["home"]
        return next((self.summaries[name] for name, keys in _SUMMARIES.items() if cause.key in keys), self._last())

    def _clause(self, event: ClauseMoved) -> None:
        if not visible_to(event.seen, US):
            return
        if event.turn is ClauseTurn.WORKED and event.cause.source is Source.RULE:
            group = self.scenario.clauses[event.clause].group
            self._group_slip(group)
            self.worked.setdefault(group, []).append(event)
            return
        text, note = say.say_clause(self.names, event), say.clause_note(self.names, event)
        if text:
            self._slip("text", "US", text)
        if note:
            self._last().notes.append(note)

    def _group_slip(self, group: GroupId) -> None:
        """The slip of a group that works becomes the last one, so that what its work brings stands behind it."""
        slip = self.groups.setdefault(group, _Slip("group", "US"))
        self.slips = [each for each in self.slips if each is not slip] + [slip]

    def _close_groups(self) -> None:
        """Word the groups' work, and say of every group that sat and got nothing done what it waits for."""
        for group, worked in self.worked.items():
            self.groups[group].text = work_words(self.names, group, tuple(worked))
        if not self.record.digest:
            return
        after = apply(self.record.first, self.record.events)
        for group in at_work(after):
            if group not in self.groups and self.scenario.groups[group].track is None:
                self._slip("group", "US", idle_words(self.names, after, group))

    def _open(self, event: Event) -> bool:
        """Open a slip for an event that makes a cable of its own; False if it makes none."""
        opener = _OPENERS.get(type(event))
        return opener is not None and bool(opener(self, event))

    def _note(self, event: Event) -> None:
        match event:
            case PledgeMade():
                self._last().notes.append(say.pledge_note(self.names, event))
            case BeliefRevised(cause=Cause(source=Source.ACTION)):
                line = say_estimate(self.names, event.party, event.clause, event.now)
                self._last().notes.append(line)
            case _:
                pass

    def action_taken(self, event: ActionTaken) -> bool:
        trust = self.trust(event.action)
        notes = [f"Done lately: {event.worn} % of its usual effect is left."] if event.worn < 100 else []
        self._slip("move", "US", say.say_act(self.names, event, self.record.turn, trust), notes)
        return True

    def trust(self, action: Action) -> int:
        """The trust in Washington, as the turn began, of the party that the action is for."""
        party = getattr(action, "party", None)
        return self.record.first.quantities.get(Quantity(f"trust.{party}"), 0)

    def answered(self, event: PartyAnswered) -> bool:
        """An errand's cable is the answer to it; at a table every answer is a cable."""
        if not visible_to(event.seen, US):
            return False
        text, behind = say.say_reply(self.names, event, self.record.turn)
        tag = self.names.tag(event.question.party)
        if say.is_errand(event.question.action) and self.slips:
            slip = self.slips[-1]
            slip.kind, slip.tag, slip.text, slip.notes = "answer", tag, text, [*slip.notes, *behind]
        else:
            self._slip("answer", tag, text, behind)
        return True

    def move_made(self, event: MoveMade) -> bool:
        if visible_to(event.seen, US):
            text, behind = say.say_move(self.names, event)
            self._slip("move", self.names.tag(event.party), text, behind)
        return True

    def card_drawn(self, event: CardDrawn) -> bool:
        if not self.scenario.cards[event.card].choices:
            self._slip("card", "PRESS", say.say_news(self.names, event))
        return True

    def choice_taken(self, event: ChoiceTaken) -> bool:
        self._slip("card", "US", say.say_choice(self.names, event))
        return True

    def group_changed(self, event: GroupChanged) -> bool:
        text = say.say_walk_out(self.names, event)
        if text and event.party is not None:
            self._slip("group", self.names.tag(event.party), text)
        return True

    def track_changed(self, event: TrackChanged) -> bool:
        if not visible_to(event.seen, US):
            return True
        party = self.scenario.tracks[event.track].party
        if event.cause.key == "detail-worked":
            self._slip("group", self.names.tag(party), track_words(self.names, event))
        elif text := say.say_track(self.names, event):
            self._slip("home", self.names.tag(party), text)
        return True

    def pledge_ended(self, event: PledgeEnded) -> bool:
        self._slip("home", "US", say.say_pledge_end(self.names, event))
        return True

    def leaked(self, event: Leaked) -> bool:
        self._slip("press", "PRESS", say.say_leak(self.names, event))
        return True

    def stage_reached(self, event: StageReached) -> bool:
        self._slip("stage", "US", say.say_stage(event))
        return True

    def conference_held(self, event: ConferenceHeld) -> bool:
        self._slip("stage", "US", say.say_conference(self.names, event))
        return True

    def truce_changed(self, event: TruceChanged) -> bool:
        self._slip("war", "WAR", say.say_truce(event))
        return True

    def game_ended(self, event: GameEnded) -> bool:
        title = self.scenario.endings[event.ending].title
        self.ending = _Slip("stage", "US", f"The game ends: {in_prose(title)}.")
        return True


_OPENERS: Final[Mapping[type, Callable[..., bool]]] = {
    ActionTaken: _Desk.action_taken,
    PartyAnswered: _Desk.answered,
    MoveMade: _Desk.move_made,
    CardDrawn: _Desk.card_drawn,
    ChoiceTaken: _Desk.choice_taken,
    GroupChanged: _Desk.group_changed,
    TrackChanged: _Desk.track_changed,
    PledgeEnded: _Desk.pledge_ended,
    Leaked: _Desk.leaked,
    StageReached: _Desk.stage_reached,
    ConferenceHeld: _Desk.conference_held,
    TruceChanged: _Desk.truce_changed,
    GameEnded: _Desk.game_ended,
}
