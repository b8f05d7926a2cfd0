"""A turn as it was seen from one chair: what was known as it began, what was seen to happen, and what moved."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from textwrap import fill
from typing import Final, NamedTuple

from game.model.clauses import Term
from game.model.events import (
    ActionDropped,
    ActionTaken,
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
from game.model.ids import US
from game.model.ledger import EVERYBODY
from game.model.scenario import Scenario
from game.model.views import PartyView
from game.play.chairs import ABOVE, Chair, Sight, sight_from
from game.play.match import Match, TurnRecord
from game.rules.negotiate import Scales
from game.telling.answers import say_answer
from game.telling.cables import match_cables
from game.telling.dates import turn_dates
from game.telling.ledger import Change, changes, say_whole_change
from game.telling.names import VALUE, Names
from game.telling.orders import say_action
from game.telling.prose import decimal, in_prose, listing, sentence
from game.telling.transcript import WIDTH, turn_text

_TURNS: Final = {
    ClauseTurn.FLOATED: "consent to a floated wording is on file",
    ClauseTurn.TABLED: "a wording is tabled",
    ClauseTurn.AGREED: "consent is given",
    ClauseTurn.DISCLOSED: "what was agreed in confidence is disclosed",
    ClauseTurn.SETTLED_OVER: "it is settled over somebody's head",
    ClauseTurn.RECONCILED: "consent is given to what was settled without it",
    ClauseTurn.WORKED: "detail is worked out",
    ClauseTurn.BLESSED: "the principle is cleared at the top",
    ClauseTurn.STILL_JAMMED: "it stays jammed",
    ClauseTurn.REOPENED: "it is opened again",
    ClauseTurn.TAKEN_BACK: "it is taken back",
}


def chair_word(names: Names, chair: Chair) -> str:
    """``Moscow``, or ``above``."""
    return ABOVE if chair is None else names.party(chair)


class Paragraph(NamedTuple):
    """``indent`` in columns; an empty text is an empty line."""

    text: str
    indent: int = 0


def chair_text(match: Match, record: TurnRecord, chair: Chair) -> str:
    """The turn from this chair, as lines; the mediator's are those of its transcript."""
    if chair == US:
        return turn_text(match, record)
    heading = f"== {chair_heading(match, record, chair)} =="
    return "\n".join([heading, *(_line(each.text, each.indent) for each in chair_paragraphs(match, record, chair))])


def chair_heading(match: Match, record: TurnRecord, chair: Chair) -> str:
    """``Turn 3 of 8 · 2–15 Feb 2026 · seen from Moscow``."""
    length = match.game.length
    where = "from above" if chair is None else f"from {Names(match.game.scenario).party(chair)}"
    return f"Turn {record.turn} of {length.turns} · {turn_dates(length, record.turn)} · seen {where}"


def chair_paragraphs(match: Match, record: TurnRecord, chair: Chair) -> Iterator[Paragraph]:
    """What was known from this chair as the turn began, what was seen to happen, and what moved."""
    names, sight = Names(match.game.scenario), sight_from(chair, match, record)
    if chair is None:
        yield Paragraph(f"The world that holds: {match.game.truth.label}.")
    for view in sight.views:
        yield Paragraph("")
        yield from _known(names, view)
    yield from (Paragraph(""), Paragraph("What happened:"))
    told = _cables(match, record, names) if chair == US else _happened(names, sight, chair, record)
    yield from list(told) or [Paragraph("Nothing that could be seen.", 2)]
    yield from (Paragraph(""), Paragraph("What moved:"))
    moved = [each for each in _moved(match.game.scenario, sight, chair) if each.was != each.now]
    yield from (Paragraph(say_whole_change(names, each), 2) for each in moved)
    if not moved:
        yield Paragraph("Nothing that could be seen.", 2)


def _cables(match: Match, record: TurnRecord, names: Names) -> Iterator[Paragraph]:
    for cable in match_cables(match, record, names):
        yield Paragraph(f"[{cable.tag}] {cable.text}", 2)
        yield from (Paragraph(f"- {why}", 6) for why in cable.why)


def _known(names: Names, view: PartyView) -> Iterator[Paragraph]:
    """What the party alone knew as the turn began, with its clauses by their weight."""
    scales = Scales(view)
    name = names.party(view.party.id)
    yield Paragraph(f"{name}, as the turn began:")
    yield Paragraph(
        f"With what it still counts on, the text is worth {decimal(scales.surplus)} {VALUE} more to it than no "
        f"deal; it holds out for {decimal(scales.hope)}.",
        2,
    )
    weights = view.profile.weights
    for clause in sorted(weights, key=lambda each: -weights[each]):
        values = view.profile.values[clause]
        options = [f"{names.option_in_prose(Term(clause, each))} {values[each]}" for each in values]
        yield Paragraph(f"{names.clause(clause)}, {weights[clause] // 100} % of what matters: {'; '.join(options)}", 4)


def _moved(scenario: Scenario, sight: Sight, chair: Chair) -> tuple[Change, ...]:
    if chair is not None:
        return changes(scenario, sight.events, chair)
    open_to_all = {name: replace(spec, seen=EVERYBODY) for name, spec in scenario.quantities.items()}
    events = tuple(
        replace(each, seen=EVERYBODY) if isinstance(each, QuantityChanged) else each for each in sight.events
    )
    return changes(replace(scenario, quantities=open_to_all), events, US)


def _happened(names: Names, sight: Sight, chair: Chair, record: TurnRecord) -> Iterator[Paragraph]:
    for event in sight.events:
        if isinstance(event, PartyAnswered):
            yield from _answered(names, event, chair, record.turn)
        else:
            say = _SAYINGS.get(type(event))
            words = say(names, event) if say is not None else ""
            if words:
                yield Paragraph(sentence(words), 2)


def _answered(names: Names, event: PartyAnswered, chair: Chair, turn: int) -> Iterator[Paragraph]:
    """Its reasons and how far it was from its limit are told to the party itself, and above."""
    words = say_answer(names, event.question, event.answer, turn)
    yield Paragraph(words.headline, 2)
    if chair in (None, event.question.party):
        yield from (Paragraph(f"- {reason}", 6) for reason in words.reasons)
        margin = event.answer.margin
        yield Paragraph(f"- It was {decimal(abs(margin))} {'over' if margin >= 0 else 'under'} its limit.", 6)


def _clause(names: Names, event: ClauseMoved) -> str:
    wording = "" if event.now.option is None else f", {names.option_in_prose(Term(event.clause, event.now.option))}"
    agreed = f"; agreed: {names.members(event.now.agreed)}" if event.now.agreed else ""
    return f"The {names.short(event.clause)} clause{wording}: {_TURNS[event.turn]}{agreed}"


def _group(names: Names, event: GroupChanged) -> str:
    who = f" by {names.party(event.party)}" if event.party is not None else ""
    return f"{names.group_in_prose(event.group)} is {event.turn.value.replace('-', ' ')}{who}"


def _move(names: Names, event: MoveMade) -> str:
    move = names.move(event.party, event.move)
    return f"{names.party(event.party)} {in_prose(move.title) if move else 'acts of its own accord'}"


def _choice(names: Names, event: ChoiceTaken) -> str:
    card = names.scenario.cards[event.card]
    label = next((each.label for each in card.choices if each.id == event.choice), event.choice)
    return f"{names.party(US)} on “{card.title}”: {in_prose(label)}"


def _conference(names: Names, event: ConferenceHeld) -> str:
    if event.signature is None:
        return f"The signing conference fails: {names.members(event.declined)} did not sign"
    gains = [f"{names.party(party)} {decimal(gain)}" for party, gain in event.signature.surplus.items()]
    told = f"; what it brought over the limit: {listing(gains)}" if gains else ""
    return f"The signing conference succeeds{told}"


def _pledge(names: Names, event: PledgeMade | PledgeEnded) -> str:
    pledge = event.pledge
    what = f"{names.party(US)}'s {'threat' if pledge.threat else 'promise'} to {names.party(pledge.party)}"
    if isinstance(event, PledgeMade):
        return f"{what} ({in_prose(names.verb(pledge.verb))}) is due by turn {pledge.due}"
    return f"{what} ({in_prose(names.verb(pledge.verb))}) was {'kept' if event.kept else 'not kept'}"


def _truce(_names: Names, event: TruceChanged) -> str:
    if event.weeks is None:
        return "The cease-fire has broken"
    return f"The cease-fire has held for {event.weeks} weeks" if event.weeks else "The guns fall silent along the line"


_SAYINGS: Final[Mapping[type[Event], Callable[..., str]]] = {
    ActionTaken: lambda names, event: f"{names.party(US)}: {in_prose(say_action(names, event.action))}",
    ActionDropped: lambda names, event: f"Not carried out: {in_prose(say_action(names, event.action))}. {event.reason}",
    CardDrawn: lambda names, event: f"“{names.card(event.card)}”",
    ChoiceTaken: _choice,
    ClauseMoved: _clause,
    ConferenceHeld: _conference,
    GameEnded: lambda names, event: f"The game ends: {in_prose(names.scenario.endings[event.ending].title)}",
    GroupChanged: _group,
    Leaked: lambda names, event: f"In the press: {in_prose(say_action(names, event.action))}",
    MoveMade: _move,
    PledgeEnded: _pledge,
    PledgeMade: _pledge,
    StageReached: lambda names, event: f"The talks reach the stage: {names.stage(event.stage)}",
    TrackChanged: lambda names, event: f"{names.track(event.track)}: {event.now.step.word}",
    TruceChanged: _truce,
}


def _line(text: str, indent: int) -> str:
    pad = " " * indent
    return fill(
        text, WIDTH, initial_indent=pad, subsequent_indent=pad + "  ", break_long_words=False, break_on_hyphens=False
    )
