"""Everything that is found in one game, as records; texts and files are made from them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from game.debrief.chairs import Chair, chairs
from game.debrief.conduct import Style, style_of
from game.debrief.course import planned_turns, replies
from game.debrief.facts import Facts, Found, facts_of, holds
from game.debrief.forecasts import (
    Calibration,
    Followed,
    Shown,
    advisers,
    calibration,
    shown,
)
from game.debrief.offers import Refusal, refusals
from game.debrief.pledges import Used, Word, steps_used, words_given
from game.debrief.roads import Fork, Road, heaviest, roads, weighed_acts
from game.debrief.timeline import Milestone, milestones
from game.debrief.turning import LUCKS, Rollouts, rollouts
from game.debrief.zone import Place, Zone, place_of, zone
from game.minds.policies import POLICIES
from game.model.ids import LensId
from game.model.lessons import Evidence, Pointer, Prompt
from game.model.record import record
from game.play.match import Match
from game.play.predictions import Foretold, outcomes
from game.play.predictions import Outcome as CameOut
from game.rules.outcome import Outcome, Scored, outcome, score_under

MOST_QUESTIONS: Final = 8
STAND_IN: Final = "statecraft"
"""Who plays on in the mediator's seat when turning points are looked for."""

Heed = Callable[[str, int, int], bool]
"""Hears what is being worked out, and how many steps of how many are done; False stops what can be stopped."""


@record
class Wish:
    """What is asked for beside the findings that every debrief has.

    ``rollouts``: turning points, by so many lucks (0 for none). ``advisers``: their record, which takes a tenth of a
    second a turn. ``predictions``: what the player wrote down before sending. ``roads``: roads not taken, which take a
    quarter of a second.
    """

    rollouts: int = 0
    advisers: bool = False
    predictions: tuple[Foretold, ...] = ()
    roads: bool = True


@record
class Findings:
    """``roads`` are empty for a game that is not over, or if not asked for. ``act``: the act that moved the parties
    most. ``rolled`` and ``advisers`` are None where they were not asked for.
    """

    match: Match
    milestones: tuple[Milestone, ...]
    refusals: tuple[Refusal, ...]
    words: tuple[Word, ...]
    used: tuple[Used, ...]
    shown: tuple[Shown, ...]
    forecasts: Calibration
    predictions: tuple[CameOut, ...]
    advisers: tuple[Followed, ...] | None
    style: Style
    chairs: tuple[Chair, ...]
    zones: tuple[Zone, ...]
    places: tuple[Place, ...]
    roads: tuple[Road, ...]
    act: Fork | None
    rolled: Rollouts | None
    facts: Facts
    evidence: tuple[Evidence, ...]
    questions: tuple[Prompt, ...]
    theory: tuple[Pointer, ...]
    result: Outcome
    lenses: Mapping[LensId, Scored]


def debriefed(match: Match, wish: Wish | None = None, heed: Heed = lambda _what, _done, _of: True) -> Findings:
    """All findings of a game, finished or broken off. Without rollouts and advisers well under a second."""
    wish = Wish() if wish is None else wish
    game, turns = match.game, planned_turns(match)
    heed("offers", 0, 1)
    missed, said = refusals(game, replies(match)), shown(match)
    zones = []
    for place, turn in enumerate(turns):
        heed("zone", place, len(turns))
        zones.append(zone(game, turn.world, turn.turn))
    found = Found(
        style=style_of(match),
        words=words_given(match),
        used=steps_used(match),
        refusals=missed,
        zones=tuple(zones),
        forecasts=calibration((each.middle, each.accepted) for each in said),
        result=outcome(game, match.world),
    )
    heed("roads", 0, 1)
    return _whole(match, found, said, (wish, heed))


def _whole(match: Match, found: Found, said: tuple[Shown, ...], asked: tuple[Wish, Heed]) -> Findings:
    wish, heed = asked
    scenario, world, facts = match.game.scenario, match.world, facts_of(match, found)
    lessons = scenario.debrief

    def true(each: Evidence | Prompt | Pointer) -> bool:
        return holds(scenario, facts, world, each.when)

    return Findings(
        match=match,
        milestones=milestones(match),
        refusals=found.refusals,
        words=found.words,
        used=found.used,
        shown=said,
        forecasts=found.forecasts,
        predictions=outcomes(match, wish.predictions),
        advisers=advisers(match, lambda done, of: heed("advisers", done, of)) if wish.advisers else None,
        style=found.style,
        chairs=chairs(match),
        zones=found.zones,
        places=tuple(place_of(match.game, turn.world, turn.turn) for turn in planned_turns(match)),
        roads=roads(match) if wish.roads else (),
        act=heaviest(weighed_acts(match)),
        rolled=_rolled(match, wish.rollouts, heed),
        facts=facts,
        evidence=tuple(filter(true, lessons.evidence)),
        questions=chosen(lessons.questions, true),
        theory=tuple(filter(true, lessons.theory)),
        result=found.result,
        lenses={key: score_under(lens, found.result) for key, lens in scenario.lenses.items()},
    )


def chosen(questions: Iterable[Prompt], true: Callable[[Prompt], bool]) -> tuple[Prompt, ...]:
    """The questions that fit, in content's order, at most eight; the last two of content are always among them."""
    fitting = [each for each in questions if true(each)]
    return tuple(fitting) if len(fitting) <= MOST_QUESTIONS else (*fitting[: MOST_QUESTIONS - 2], *fitting[-2:])


def _rolled(match: Match, lucks: int, heed: Heed) -> Rollouts | None:
    if not lucks:
        return None
    return rollouts(match, POLICIES[STAND_IN], lambda done, of: heed("rollouts", done, of), lucks)


__all__ = ["LUCKS", "Findings", "Heed", "Wish", "debriefed"]
