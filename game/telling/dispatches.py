"""One event at a time: what a cable about it says, or what it adds to the cable before it."""

from dataclasses import dataclass
from typing import Final

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Float,
    Link,
    Promise,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
)
from game.model.clauses import ClauseState, Term, principle_agreed
from game.model.events import (
    ActionTaken,
    CardDrawn,
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    GroupChanged,
    GroupTurn,
    Leaked,
    MoveMade,
    PartyAnswered,
    PledgeEnded,
    PledgeMade,
    StageReached,
    TrackChanged,
    TruceChanged,
)
from game.model.groups import Step
from game.model.ids import ClauseId, PartyId
from game.model.ledger import Source
from game.model.scenario import Stage
from game.model.verbs import PledgeKind, Verb
from game.model.world import World
from game.rules.trust import in_washington
from game.telling.answers import say_answer
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import counted, exact, in_prose, possessive, sentence, signed, spelt
from game.telling.voices import Chorus, Places, voice, voice_on_clause

_OPEN: Final = 80
"""Candour and trust together from which a party speaks openly when it is sounded out."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A turn in which things are said: the world as it began, and what was said before."""

    turn: int
    first: World
    chorus: Chorus

    def trust(self, party: PartyId) -> int:
        """The party's trust in Washington."""
        return self.first.quantities[in_washington(party)]


def reaction(names: Names, action: Action, hour: Hour) -> str:
    """``Moscow: “…”``: the first word of the party that the act is for, if it has one."""
    party, quote = _reaction(names, action, hour)
    return f"{names.party(party)}: “{quote}”" if party is not None and quote else ""


def say_wear(names: Names, event: ActionTaken) -> tuple[str, ...]:
    """What an act lost by being done again so soon; nothing for one that has nothing to lose."""
    action = event.action
    if isinstance(action, Act):
        return (f"{say_action(names, action)}: done lately, {event.worn} % of its usual effect is left.",)
    if isinstance(action, CallLeader) and names.scenario.parties[action.party].leaders_channel:
        owner = possessive(names.party(action.party))
        return (f"Called lately: what the call itself adds to {owner} standing is {event.worn} % of the usual.",)
    return ()


def is_errand(action: Action) -> bool:
    """One party is asked, and its answer follows on the line that says what was asked."""
    return isinstance(action, Float | Carry | CallLeader)


def is_asked(action: Action) -> bool:
    """Answers follow on the act."""
    return is_errand(action) or isinstance(action, Table | TablePackage | CallConference)


def _reaction(names: Names, action: Action, hour: Hour) -> tuple[PartyId | None, str]:
    places = Places({}, hour.turn)
    match action:
        case SoundOut(party, clause):
            return party, _sounding(names, party, clause, hour)
        case Link(track) | Promise(track) | Suspend(track):
            party = names.scenario.tracks[track].party
            kind = {Link: "greets-link", Promise: "promised", Suspend: "cut-off"}[type(action)]
            return party, voice(names, party, kind, places, hour.chorus)
        case Act(verb, target):
            speaker, kind = _spoken_to(names, names.scenario.verbs[verb], target)
            return speaker, "" if speaker is None else voice(names, speaker, kind, places, hour.chorus)
        case _:
            return None, ""


def _sounding(names: Names, party: PartyId, clause: ClauseId, hour: Hour) -> str:
    """Open parties name what they want most; guarded ones leave it to our envoy's ear."""
    spec = names.scenario.parties[party]
    kind = "sounding-open" if spec.personality.candour + hour.trust(party) >= _OPEN else "sounding-guarded"
    values = spec.prior.values[clause]
    wanted = Term(clause, max(values, key=lambda each: values[each]))
    return voice_on_clause(names, party, kind, wanted, (hour.turn, hour.chorus))


def _spoken_to(names: Names, verb: Verb, party: PartyId | None) -> tuple[PartyId | None, str]:
    """Who has a word to say to the act, and in which vein; read off what content says that the act does."""
    effects = verb.effects.get(party, ())
    for spec in names.scenario.parties.values():
        moved = [effect.low for effect in effects if effect.quantity in spec.squeezed_by]
        if moved:
            return spec.id, "restored" if moved[0] > 0 else "cut-off"
    if party is None:
        return None, ""
    trust = next((effect.low for effect in effects if effect.quantity == f"trust.{party}"), 0)
    if verb.pledge is PledgeKind.THREAT:
        return party, "threatened" if trust <= -5 else "warned"
    return party, "reassured" if trust > 0 else ""


def say_reply(names: Names, event: PartyAnswered, hour: Hour) -> tuple[str, tuple[str, ...]]:
    """An answer after the line that says what was asked, and what stands behind it: reasons, sureness, help."""
    words = say_answer(names, event.question, event.answer, hour.turn, hour.chorus)
    behind = (words.headline, *filter(None, (*words.reasons, words.sureness, words.help)))
    return f"{words.brief}: “{words.quote}”" if words.quote else words.headline, behind


def say_move(names: Names, event: MoveMade) -> tuple[str, tuple[str, ...]]:
    """A party's own move, and what stands behind it."""
    move = names.move(event.party, event.move)
    if move is None:
        return sentence(f"{names.party(event.party)} acts of its own accord"), ()
    return sentence(f"{names.party(event.party)} {in_prose(move.title)}"), (move.text.strip(),)


def say_news(names: Names, event: CardDrawn) -> str:
    card = names.scenario.cards[event.card]
    return f"{card.title}. {card.text.strip()}"


def say_choice(names: Names, event: ChoiceTaken) -> str:
    card = names.scenario.cards[event.card]
    label = next(each.label for each in card.choices if each.id == event.choice)
    return sentence(f"“{card.title}”: {in_prose(label)}")


def say_leak(names: Names, event: Leaked) -> str:
    return f"One of our papers is in the press: “{say_action(names, event.action)}.”"


def say_stage(event: StageReached, agreed: int) -> str:
    """``agreed``: the principles that are agreed by then."""
    match event.stage:
        case Stage.OPENING:
            return "The talks open."
        case Stage.ELEMENTS:
            return f"The talks reach the stage of elements: {spelt(agreed)} principles are agreed."
        case Stage.FRAMEWORK:
            return "The framework agreement is signed; a cease-fire takes effect."
        case Stage.FINAL:
            return "The final settlement is signed."


def say_conference(names: Names, event: ConferenceHeld, turns: int) -> str:
    """``turns``: the length of the game."""
    if event.signature is not None:
        imposed = event.signature.imposed
        end = f" {names.members(imposed)} signed under duress: the text is imposed." if imposed else ""
        return f"The signing conference succeeds: every party signs.{end}"
    again = f"The next can be called from turn {event.barred_until}."
    if event.barred_until > turns:
        again = "There is no time left for another."
    return f"The signing conference fails: {names.members(event.declined)} did not sign. {again}"


def say_truce(event: TruceChanged, most: int) -> str:
    """``most``: the weeks that it can have held by the end of the turn; beyond, it was followed past the last one."""
    if event.weeks is None:
        return "The cease-fire has broken."
    if event.weeks == 0:
        return "The guns fall silent along the line."
    if event.weeks > most:
        return f"The cease-fire holds on after the game's last turn: {counted(event.weeks, 'week')} in all."
    return f"The cease-fire has held for {counted(event.weeks, 'week')} in all."


def say_clause(names: Names, event: ClauseMoved) -> str:
    """What happened to a clause, for the events that make a cable of their own; nothing for the others."""
    clause = names.scenario.clauses[event.clause]
    now = event.now
    wording = "" if now.option is None else names.option_in_prose(Term(event.clause, now.option))
    match event.turn:
        case ClauseTurn.SETTLED_OVER:
            over = [party for party in now.over if party not in event.was.over]
            return f"The {clause.short} clause is settled {names.over_heads(over)}: {wording}."
        case ClauseTurn.RECONCILED:
            back = [party for party in event.was.over if party not in now.over]
            consent, whom = ("consent", "them") if len(back) > 1 else ("consents", "it")
            where = f"in the {clause.short} clause"
            return f"{names.members(back)} now {consent} to what was settled without {whom} {where}."
        case ClauseTurn.DISCLOSED:
            return f"What was agreed in the leaders' channel now stands in the {clause.short} clause for all to see."
        case ClauseTurn.BLESSED:
            return f"The principle of the {clause.short} clause is cleared: officials can go on beyond the first step."
        case ClauseTurn.STILL_JAMMED:
            return f"The call does not free the {clause.short} clause; it stays jammed."
        case _:
            return ""


def say_agreed(names: Names, event: ClauseMoved) -> str:
    """That the last stakeholder has agreed; nothing if it has not, or had before."""
    clause = names.scenario.clauses[event.clause]
    reached = principle_agreed(clause, event.now) and not principle_agreed(clause, event.was)
    consent = event.turn in (ClauseTurn.AGREED, ClauseTurn.RECONCILED, ClauseTurn.DISCLOSED)
    return f"The principle of the {clause.short} clause is agreed." if reached and consent else ""


def clause_note(names: Names, event: ClauseMoved) -> str:
    """What a clause's change adds to the cable of the thing that made it."""
    short = names.short(event.clause)
    match event.turn:
        case ClauseTurn.WORKED | ClauseTurn.REOPENED if event.now.option == event.was.option:
            lost = [party for party in event.was.agreed if party not in event.now.agreed]
            gone = f"; the consent of {names.members(lost)} is gone" if lost else ""
            return f"Detail of the {short} clause {_points(event.was, event.now)}{gone}."
        case ClauseTurn.FLOATED:
            return f"Consent on file for the {short} clause, known to {names.members(event.now.agreed)} and us alone."
        case ClauseTurn.AGREED if event.now.private:
            quiet = names.members(event.now.private)
            return f"Agreed to the {short} clause so far: {names.members(event.now.agreed)}; {quiet} in confidence."
        case ClauseTurn.AGREED:
            return f"Agreed to the {short} clause so far: {names.members(event.now.agreed)}."
        case ClauseTurn.TABLED if event.was.option is not None and event.was.option != event.now.option:
            return f"It replaces {names.option_in_prose(Term(event.clause, event.was.option))}; earlier consents lapse."
        case ClauseTurn.TAKEN_BACK:
            return f"Detail of the {short} clause {_points(event.was, event.now)}."
        case _:
            return ""


def _points(was: ClauseState, now: ClauseState) -> str:
    change = now.detail - was.detail
    amount = f"{signed(change)[0]}{exact(abs(change))}"
    return f"{amount}, to {exact(now.detail)} of 3"


def say_walk_out(names: Names, event: GroupChanged) -> str:
    """A group that broke up; nothing for groups that we changed ourselves."""
    if event.turn is not GroupTurn.WALKED_OUT or event.party is None:
        return ""
    group = names.group_in_prose(event.group)
    return f"{names.party(event.party)} walks out of {group}. It can be convened again from turn {event.now.resumes}."


def say_track(names: Names, event: TrackChanged) -> str:
    """What became of a track without an act of ours this turn; nothing for the others."""
    if event.cause.source is not Source.RULE:
        return ""
    track = names.scenario.tracks[event.track]
    if event.now.step is Step.NONE:
        return f"The promise about {in_prose(track.title)} has worn off with {names.party(track.party)}."
    if event.cause.key == "link-pays":
        return f"Paid at signing: {in_prose(track.title)}."
    return ""


def pledge_note(names: Names, event: PledgeMade) -> str:
    pledge = event.pledge
    if not pledge.threat:
        return f"The promise is remembered; it wears off by turn {pledge.due}."
    acts = [in_prose(names.verb(verb)) for verb in names.scenario.verbs[pledge.verb].redeemed_by]
    return f"To be believed again we must {' or '.join(acts)} by turn {pledge.due}."


def say_pledge_end(names: Names, event: PledgeEnded) -> str:
    pledge = event.pledge
    what = "threat" if pledge.threat else "promise"
    verb = in_prose(names.verb(pledge.verb))
    if event.kept:
        return f"We have done what we announced to {names.party(pledge.party)} ({verb})."
    return f"Our {what} to {names.party(pledge.party)} ({verb}) was not carried out."
