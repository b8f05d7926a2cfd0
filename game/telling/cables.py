"""What happened in a turn as cables: a sentence or two each, with every cause behind it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from game.model.actions import SoundOut, Table, TablePackage
from game.model.clauses import principle_agreed
from game.model.events import (
    ActionDropped,
    ActionTaken,
    Ask,
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
    Verdict,
)
from game.model.ids import US, GroupId, Quantity
from game.model.ledger import Cause, Source, visible_to
from game.model.scenario import QuantitySpec, Stage
from game.model.world import Game
from game.play.match import Match, TurnRecord
from game.rules.apply import apply
from game.telling import dispatches as say
from game.telling import summaries
from game.telling.echoes import said_before
from game.telling.estimates import say_estimate
from game.telling.groups import at_work, idle_words, track_words, work_words
from game.telling.hints import hint_cable
from game.telling.ledger import HIDDEN, can_read
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import in_prose, sentence
from game.telling.slips import Cable, CableKind, Slip, written
from game.telling.voices import Chorus
from game.telling.workings import meeting_notes

__all__ = ["Cable", "CableKind", "match_cables", "turn_cables"]


def turn_cables(game: Game, record: TurnRecord, names: Names, earlier: Iterable[TurnRecord] = ()) -> tuple[Cable, ...]:
    """The turn as the mediator learns of it, in reading order. Every visible change stands behind exactly one cable.

    ``earlier`` are the game's turns, oldest first: what was said before is not said again while there is another line.
    """
    desk = _Desk(game, record, names, said_before(names, record.turn, earlier))
    for event in record.events:
        desk.take(event)
    return desk.cables()


def match_cables(match: Match, record: TurnRecord, names: Names) -> tuple[Cable, ...]:
    """The cables of one of the match's turns, in which nobody repeats what was said in the turns before."""
    cables = turn_cables(match.game, record, names, match.turns)
    return (*cables, *hint_cable(match.game, record.turn)) if record.digest else cables


class _Desk:
    """Sorts a turn's events onto slips: an event opens one, adds a note to the current one, or moves a quantity."""

    def __init__(self, game: Game, record: TurnRecord, names: Names, chorus: Chorus) -> None:
        self.names, self.game, self.scenario = names, game, game.scenario
        self.record, self.after = record, apply(record.first, record.events)
        self.hour = say.Hour(record.turn, record.first, chorus)
        self.slips: list[Slip] = []
        self.war, self.mood, self.home = Slip("war", "WAR"), Slip("group", "US"), Slip("home", "US")
        self.done, self.work = Slip("move", "US"), Slip("group", "US")
        self.act = Slip("move", "US", "An act of ours.")
        self.acts: list[str] = []
        self.worked: list[ClauseMoved] = []
        self.truce: Slip | None = None
        self.ending: Slip | None = None
        self.current = self.home

    def take(self, event: Event) -> None:
        if isinstance(event, QuantityChanged):
            self._enter(event)
        elif isinstance(event, ClauseMoved):
            self._clause(event)
        else:
            opener = _OPENERS.get(type(event))
            if opener is not None:
                opener(self, event)

    def cables(self) -> tuple[Cable, ...]:
        self.done.text = f"Carried out: {'; '.join(map(in_prose, self.acts))}."
        self.work.text = work_words(self.names, self.worked)
        self.work.notes += self._meetings({self.scenario.clauses[event.clause].group for event in self.worked})
        self._sum_up()
        waiting, reasons = self._idle()
        idle = Slip("group", "US", waiting, list(reasons))
        ending = () if self.ending is None else (self.ending,)
        slips = (*self.slips, idle, self.war, self.mood, self.home, *ending)
        return tuple(written(self.names, self.record.turn, slips))

    def _sum_up(self) -> None:
        """Once the final text is signed, what anybody holds out for no longer counts and is not spoken of."""
        names, war, mood, home = self.names, self.war, self.mood, self.home
        if self.after.stage is Stage.FINAL:
            home.sums |= mood.sums
            mood = self.mood = Slip("group", "US")
        fought = {**war.moved, **self._net(war, summaries.FOUGHT_OVER)} if war.moved else {}
        war.text = summaries.war_words(names, fought, quiet=self.after.truce is not None) if fought else ""
        mood.text = summaries.mood_words(names, self._net(mood, summaries.guesses(names))) if mood.moved else ""
        spoken_of = summaries.told_of_home(names, self.record, home)
        home.elsewhere = summaries.told_elsewhere(names, self.record, home, spoken_of)
        home.text = summaries.home_words(names, self.record, self.after, spoken_of)

    def _net(self, slip: Slip, quantities: tuple[Quantity, ...]) -> summaries.Moved:
        """What the turn did to the quantities, whatever the causes; those told elsewhere are named behind the slip."""
        slip.elsewhere = summaries.told_elsewhere(self.names, self.record, slip, quantities)
        return summaries.over_turn(self.record, self.after, quantities)

    def _meetings(self, groups: Collection[GroupId]) -> tuple[str, ...]:
        return meeting_notes(self.game, self.names, self.record, groups) if groups else ()

    def _slip(self, kind: CableKind, tag: str, text: str, notes: Iterable[str] = ()) -> Slip:
        return self._at(Slip(kind, tag, text, list(notes)))

    def _at(self, slip: Slip) -> Slip:
        """Make a slip the current one; it keeps its place among the others if it has one."""
        if all(each is not slip for each in self.slips):
            self.slips.append(slip)
        self.current = slip
        return slip

    def _idle(self) -> tuple[str, tuple[str, ...]]:
        """Of a closed turn: the groups that sat and got nothing done, and what each waits for."""
        if not self.record.digest:
            return "", ()
        busy = {self.scenario.clauses[event.clause].group for event in self.worked}
        sitting = [group for group in at_work(self.after) if self.scenario.groups[group].track is None]
        return idle_words(self.names, self.after, [group for group in sitting if group not in busy])

    def _enter(self, event: QuantityChanged) -> None:
        """A quantity's change goes behind the cable that tells what caused it."""
        spec = self.scenario.quantities[event.quantity]
        if can_read(spec, US):
            cause = event.cause if visible_to(event.seen, US) else HIDDEN
            self._slip_for(cause, spec).enter(event, cause)

    def _slip_for(self, cause: Cause, spec: QuantitySpec) -> Slip:
        subject = summaries.summed_up(cause)
        ours = subject == "war" and spec.seen == (US,)
        slips = {"war": self.war, "talks": self.mood, "home": self.home}
        return self.home if ours else slips.get(subject, self.current)

    def _clause(self, event: ClauseMoved) -> None:
        if not visible_to(event.seen, US):
            return
        if event.turn is ClauseTurn.WORKED and event.cause.source is Source.RULE:
            self._at(self.work)
            self.worked.append(event)
            return
        text, note = say.say_clause(self.names, event), say.clause_note(self.names, event)
        agreed = say.say_agreed(self.names, event)
        if agreed and event.turn is ClauseTurn.DISCLOSED:
            self._slip("text", "US", agreed)
        elif agreed:
            self._at(self.act).added.append(agreed)
        elif text:
            self._slip("text", "US", text)
        if note:
            self.current.notes.append(note)

    def action_taken(self, event: ActionTaken) -> None:
        """Acts to which nobody has anything to say share one cable."""
        action, order = event.action, say_action(self.names, event.action)
        quote = say.reaction(self.names, action, self.hour)
        told = f"{sentence(order)} {quote}".strip()
        if isinstance(action, SoundOut):
            self._slip("answer", self.names.tag(action.party), told)
        elif quote or say.is_asked(action):
            self.act = self._slip("text" if isinstance(action, Table | TablePackage) else "move", "US", told)
        else:
            self._at(self.done)
            self.acts.append(order)
        if event.worn < 100:
            self.current.notes += say.say_wear(self.names, event)

    def action_dropped(self, event: ActionDropped) -> None:
        order = in_prose(say_action(self.names, event.action))
        self._slip("move", "US", f"Not carried out: {order}. {event.reason}")

    def belief_revised(self, event: BeliefRevised) -> None:
        if event.cause.source is Source.ACTION:
            key = (event.party, event.clause)
            self.current.notes.append(say_estimate(self.names, key, event.now, self.record.first.beliefs[key]))
            self.current.learnt.append(event.clause)

    def answered(self, event: PartyAnswered) -> None:
        """An errand's cable goes on with the answer to it, and that of an act at a table with those who accept.

        Signatures stand behind the call for the conference.
        """
        if not visible_to(event.seen, US):
            return
        text, behind = say.say_reply(self.names, event, self.hour)
        tag = self.names.tag(event.question.party)
        if event.question.ask is Ask.SIGN:
            self.current.notes += [text, *behind[1:]]
        elif say.is_errand(event.question.action):
            slip = self.current
            slip.kind, slip.tag, slip.text = "answer", tag, f"{slip.text} {text}"
            slip.notes += behind
        elif event.answer.verdict is Verdict.ACCEPT:
            self._at(self.act).takers.append(self.names.party(event.question.party))
            self.act.notes += [text, *behind[1:]]
        else:
            self._slip("answer", tag, text, behind)

    def move_made(self, event: MoveMade) -> None:
        if visible_to(event.seen, US):
            text, behind = say.say_move(self.names, event)
            self._slip("move", self.names.tag(event.party), text, behind)

    def card_drawn(self, event: CardDrawn) -> None:
        if not self.scenario.cards[event.card].choices:
            self._slip("card", "PRESS", say.say_news(self.names, event))

    def choice_taken(self, event: ChoiceTaken) -> None:
        self._slip("card", "US", say.say_choice(self.names, event))

    def group_changed(self, event: GroupChanged) -> None:
        text = say.say_walk_out(self.names, event)
        if text and event.party is not None:
            self._slip("group", self.names.tag(event.party), text)

    def track_changed(self, event: TrackChanged) -> None:
        tag = self.names.tag(self.scenario.tracks[event.track].party)
        if event.cause.key == "detail-worked":
            groups = [group.id for group in self.scenario.groups.values() if group.track == event.track]
            self._slip("group", tag, track_words(self.names, event), self._meetings(groups))
        elif text := say.say_track(self.names, event):
            self._slip("home", tag, text)

    def pledge_made(self, event: PledgeMade) -> None:
        self.current.notes.append(say.pledge_note(self.names, event))

    def pledge_ended(self, event: PledgeEnded) -> None:
        self._slip("home", "US", say.say_pledge_end(self.names, event))

    def leaked(self, event: Leaked) -> None:
        self._slip("press", "PRESS", say.say_leak(self.names, event))

    def stage_reached(self, event: StageReached) -> None:
        clauses = self.scenario.clauses.values()
        agreed = sum(principle_agreed(clause, self.after.clauses[clause.id]) for clause in clauses)
        self._slip("stage", "US", say.say_stage(event, agreed))

    def conference_held(self, event: ConferenceHeld) -> None:
        self._slip("stage", "US", say.say_conference(self.names, event, self.record.first.turns))

    def truce_changed(self, event: TruceChanged) -> None:
        """How long the cease-fire has held is told once, as it stands at the end of the turn."""
        most = (self.record.first.truce or 0) + self.game.length.weeks
        if event.weeks and self.truce is not None:
            self._at(self.truce).text = say.say_truce(event, most)
        else:
            slip = self._slip("war", "WAR", say.say_truce(event, most))
            self.truce = slip if event.weeks else None

    def game_ended(self, event: GameEnded) -> None:
        title = self.scenario.endings[event.ending].title
        self.ending = Slip("stage", "US", f"The game ends: {in_prose(title)}.")


_OPENERS: Final[Mapping[type, Callable[..., None]]] = {
    ActionTaken: _Desk.action_taken,
    ActionDropped: _Desk.action_dropped,
    BeliefRevised: _Desk.belief_revised,
    PartyAnswered: _Desk.answered,
    MoveMade: _Desk.move_made,
    CardDrawn: _Desk.card_drawn,
    ChoiceTaken: _Desk.choice_taken,
    GroupChanged: _Desk.group_changed,
    TrackChanged: _Desk.track_changed,
    PledgeMade: _Desk.pledge_made,
    PledgeEnded: _Desk.pledge_ended,
    Leaked: _Desk.leaked,
    StageReached: _Desk.stage_reached,
    ConferenceHeld: _Desk.conference_held,
    TruceChanged: _Desk.truce_changed,
    GameEnded: _Desk.game_ended,
}
