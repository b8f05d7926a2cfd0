"""What conditions of a debrief ask about: facts of the whole game, and what any condition asks of its last moment."""

from collections.abc import Iterator, Mapping

from game.debrief.chairs import level_of
from game.debrief.conduct import Style
from game.debrief.course import planned_turns, turns_of
from game.debrief.forecasts import Calibration
from game.debrief.offers import Refusal
from game.debrief.pledges import End, Fate, Used, Word, links_made
from game.debrief.timeline import comes_undone
from game.debrief.zone import Zone
from game.model.clauses import DETAILED, principle_agreed
from game.model.events import (
    ActionTaken,
    ClauseMoved,
    ConferenceHeld,
    Event,
    GroupChanged,
    GroupTurn,
    Leaked,
    PartyAnswered,
    Verdict,
)
from game.model.expressions import Expr, names
from game.model.groups import Step
from game.model.ids import PartyId, VerbId
from game.model.record import record
from game.model.scenario import Scenario
from game.model.world import Game, World
from game.play.match import Match, TurnRecord
from game.rules.apply import apply
from game.rules.conditions import compile_expression
from game.rules.facts import reader_of
from game.rules.outcome import Outcome
from game.rules.trust import room_gap


@record
class Found:
    """The findings from which facts are taken."""

    style: Style
    words: tuple[Word, ...]
    used: tuple[Used, ...]
    refusals: tuple[Refusal, ...]
    zones: tuple[Zone, ...]
    forecasts: Calibration
    result: Outcome


Facts = Mapping[str, int]


def facts_of(match: Match, found: Found) -> Facts:
    """Every fact of the game by its name."""
    events = [event for turn in turns_of(match) for event in turn.events]
    return {
        **_of_result(match, found.result),
        **_of_events(events),
        **_of_findings(match, found),
        **_of_zones(found.zones),
        "rushed": sum(_rushed(match.game, turn) for turn in turns_of(match)),
        **dict(_families(match, found.style)),
    }


def _of_result(match: Match, result: Outcome) -> Facts:
    world, clauses = match.world, match.game.scenario.clauses
    return {
        "settled": int(result.settled),
        "signed": len(world.signed),
        "imposed": int(result.dictated),
        "weeks-ended": result.weeks_ended,
        "progress": result.progress,
        "durability": result.durability,
        "principles": sum(principle_agreed(spec, world.clauses[key]) for key, spec in clauses.items()),
        "headlines": sum(
            spec.core and world.clauses[key].option is not None and world.clauses[key].detail < DETAILED
            for key, spec in clauses.items()
        ),
    }


def _of_events(events: list[Event]) -> Facts:
    answers = [event.answer.verdict is Verdict.ACCEPT for event in events if isinstance(event, PartyAnswered)]
    moved = [event for event in events if isinstance(event, ClauseMoved)]
    groups = [event.turn for event in events if isinstance(event, GroupChanged)]
    held = [event.signature for event in events if isinstance(event, ConferenceHeld)]
    return {
        "accepted": sum(answers),
        "refused": len(answers) - sum(answers),
        "failed": sum(signature is None for signature in held),
        "leaks": sum(isinstance(event, Leaked) for event in events),
        "reopened": sum(map(comes_undone, moved)),
        "walkouts": groups.count(GroupTurn.WALKED_OUT),
    }


def _of_findings(match: Match, found: Found) -> Facts:
    words = [(word.pledge.threat, word.fate) for word in found.words]
    return {
        "turned": sum(refusal.smallest is not None for refusal in found.refusals),
        "threats-kept": words.count((True, Fate.KEPT)),
        "threats-idle": words.count((True, Fate.BROKEN)),
        "promises-kept": words.count((False, Fate.KEPT)),
        "promises-broken": words.count((False, Fate.BROKEN)),
        "links": sum(each.end is not End.MOVED for each in links_made(found.used)),
        "gifts": sum(each.step is Step.DELIVERED and not each.paid for each in found.used),
        "public-acts": found.style.public,
        "quiet-acts": sum(found.style.verbs.values()) - found.style.public,
        "idle-turns": sum(not _acts(turn.events) for turn in match.turns if turn.digest),
        "forecast-error": found.forecasts.error,
    }


def _acts(events: tuple[Event, ...]) -> bool:
    return any(isinstance(event, ActionTaken) for event in events)


def _of_zones(zones: tuple[Zone, ...]) -> Facts:
    counts, best = [zone.count for zone in zones] or [0], [zone.least for zone in zones] or [0]
    return {
        "zone-first": counts[0],
        "zone-last": counts[-1],
        "zone-most": max(counts),
        "best-first": best[0],
        "best-last": best[-1],
    }


def _families(match: Match, style: Style) -> Iterator[tuple[str, int]]:
    scenario = match.game.scenario
    yield from ((f"did.{verb}", style.verbs.get(VerbId(verb), 0)) for verb in scenario.verbs)
    yield from (
        (f"over.{party}", sum(party in state.over for state in match.world.clauses.values()))
        for party in scenario.parties
    )
    held = [event for turn in turns_of(match) for event in turn.events if isinstance(event, ConferenceHeld)]
    yield from ((f"declined.{party}", sum(party in event.declined for event in held)) for party in scenario.parties)
    yield from ((f"no-deal.{party}", _waited(match, party)) for party in scenario.parties)
    yield from ((f"world.{world}", int(world == match.game.truth.id)) for world in scenario.worlds)


def _waited(match: Match, party: PartyId) -> int:
    """What became of the worth of no deal while the game was played, in hundredths; 0 before a turn was closed."""
    turns = planned_turns(match)
    if not turns:
        return 0
    first, last = (level_of(match.game, turn.world, turn.turn, party).no_deal for turn in (turns[0], turns[-1]))
    return last - first


def _rushed(game: Game, turn: TurnRecord) -> int:
    """How many groups the turn brought into one room without the trust for it."""
    found = 0
    for place, event in enumerate(turn.events):
        if isinstance(event, GroupChanged) and event.turn is GroupTurn.UNITED:
            known = apply(turn.first, turn.events[:place]).quantities
            found += room_gap(game.scenario, game.length, known, event.now.members) > 0
    return found


def holds(scenario: Scenario, facts: Facts, world: World, expr: Expr) -> bool:
    """Whether a condition holds of a game with these facts that stands at ``world``."""
    asked = {name: facts[name] if name in facts else reader_of(scenario, name)(world) for name in names(expr)}
    return bool(compile_expression(expr)(asked))
