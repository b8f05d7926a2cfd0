"""Milestones, turning points and roads not taken, in words."""

from typing import Final

from game.debrief.chapters import Block, Bullets, Chapter, Figure, Paragraph, Series, Shape, Table
from game.debrief.findings import STAND_IN, Findings
from game.debrief.timeline import Milestone
from game.debrief.turning import Interval, Swing
from game.model.events import (
    ActionTaken,
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    Event,
    GameEnded,
    GroupChanged,
    Leaked,
    MoveMade,
    PledgeEnded,
    StageReached,
    TrackChanged,
    TruceChanged,
)
from game.model.groups import Step
from game.model.scenario import Stage
from game.play.match import Match
from game.telling import dispatches as say
from game.telling.dates import turn_dates
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import counted, in_prose, sentence, signed

_CHOSEN: Final = (
    "Chosen by a rule: the end, conferences, a broken cease-fire, the stage of elements, clauses settled over a head, "
    "walk-outs, leaks, clauses reopened or agreed, links, pledges, own moves, choices; at most eight."
)


def timeline(found: Findings) -> Chapter:
    names, length = Names(found.match.game.scenario), found.match.game.length
    rows = tuple(
        (str(each.turn), turn_dates(length, each.turn), say_milestone(names, found.match, each))
        for each in found.milestones
    )
    blocks: tuple[Block, ...] = (Table("Timeline", ("Turn", "When", "What"), rows, (0,)), Paragraph(_CHOSEN))
    return Chapter("timeline", "The game in a few events", blocks if rows else (Paragraph("Nothing happened yet."),))


def say_milestone(names: Names, match: Match, milestone: Milestone) -> str:
    """One sentence or two."""
    event = milestone.event
    match event:
        case GameEnded(ending):
            return f"The game ends: {in_prose(names.scenario.endings[ending].title)}."
        case ConferenceHeld():
            return say.say_conference(names, event, match.game.length.turns)
        case TruceChanged():
            return say.say_truce(event, 0)
        case StageReached():
            return (
                "The talks reach the stage of elements." if event.stage is Stage.ELEMENTS else sentence("A new stage")
            )
        case Leaked():
            return say.say_leak(names, event)
        case ClauseMoved():
            return _clause(names, event)
        case _:
            return _other(names, event)


def _clause(names: Names, event: ClauseMoved) -> str:
    if event.turn is ClauseTurn.REOPENED:
        return f"The {names.short(event.clause)} clause is reopened ({names.reason(event.cause)})."
    if event.turn is ClauseTurn.SETTLED_OVER:
        return say.say_clause(names, event)
    return f"The principle of the {names.short(event.clause)} clause is agreed."


def _other(names: Names, event: Event) -> str:
    match event:
        case GroupChanged():
            return say.say_walk_out(names, event)
        case PledgeEnded():
            return say.say_pledge_end(names, event)
        case TrackChanged(now=now):
            track = names.track_in_prose(event.track)
            if now.step is Step.LINKED and now.clause is not None:
                return f"Linked to the {names.short(now.clause)} clause: {track}."
            return f"Delivered: {track}."
        case MoveMade():
            return say.say_move(names, event)[0]
        case ChoiceTaken():
            return f"Your choice on {say.say_choice(names, event)}"
        case _:
            return ""


def turning(found: Findings) -> Chapter:
    """Turning points, or how to have them worked out."""
    rolled = found.rolled
    if rolled is None:
        note = (
            "Not worked out: it takes playing the game on from every turn many times. "
            "'report --with-rollouts' does it, in a minute or less."
        )
        return Chapter("turning", "Turning points", (Paragraph(note),))
    how = (
        f"From the beginning of every turn the game was played on {rolled.lucks} times, with other luck each time and "
        f"the controller '{STAND_IN}' in your seat. The chance is how often a settlement came of it, with a 95 % "
        "interval. It is what that controller could still have made of your position, not what you could."
    )
    odds = tuple((str(o.turn), _percent(o.chance.value), _ends(o.chance)) for o in rolled.odds)
    swings = tuple(_say_swing(found, swing) for swing in rolled.swings)
    told: tuple[Block, ...] = (
        (Bullets(swings),) if swings else (Paragraph("The chance did not move by anything that could be measured."),)
    )
    stopped = () if rolled.whole else (Paragraph("The search was stopped before every turn had been played on from."),)
    table = Table("Chance of a settlement as each turn began", ("Turn", "Chance", "95 % interval"), odds, (0, 1, 2))
    return Chapter("turning", "Turning points", (Paragraph(how), *told, _picture(found), table, *stopped))


def _say_swing(found: Findings, swing: Swing) -> str:
    names = Names(found.match.game.scenario)
    events = next(turn.events for turn in found.match.turns if turn.turn == swing.turn)
    done = [in_prose(say_action(names, event.action)) for event in events if isinstance(event, ActionTaken)]
    acts = f" You had done {counted(len(done), 'thing')}: {'; '.join(done)}." if done else " You had done nothing."
    change = swing.change
    span = f"{_points(change.low)} to {_points(change.high)}"
    sure = "" if change.low > 0 or change.high < 0 else " It may be no more than luck."
    was, now = _percent(swing.before.chance.value), _percent(swing.after.chance.value)
    return f"Turn {swing.turn}: from {was} to {now}, {_points(change.value)} points ({span}).{sure}{acts}"


def _points(per_mille: int) -> str:
    tenths = (abs(per_mille) + 5) // 10
    return signed(tenths if per_mille >= 0 else -tenths)


def _percent(per_mille: int) -> str:
    return f"{(per_mille + 5) // 10} %"


def _ends(chance: Interval) -> str:
    return f"{chance.low // 10}–{-(-chance.high // 10)} %"


def _picture(found: Findings) -> Figure:
    odds = () if found.rolled is None else found.rolled.odds
    points = tuple((each.turn, each.chance.value) for each in odds)
    reach = tuple((each.chance.low, each.chance.high) for each in odds)
    told = ", ".join(f"turn {each.turn} {_percent(each.chance.value)}" for each in odds)
    return Figure(
        title="Chance of a settlement as each turn began",
        about=f"A line with the chance of a settlement at the beginning of each turn: {told}.",
        shape=Shape.LINES,
        series=(Series("chance of a settlement", points, reach),),
        across="turn",
        upwards="percent",
        scale=10,
        low=0,
        high=1000,
    )
