"""Kinds of act, and mediators who are made to do one once more, never, or nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from game.lab.measures import GameFigures
from game.lab.objects import best_first
from game.lab.plan import CellKey
from game.lab.watching import counted
from game.minds.agenda import Agenda
from game.minds.choosing import STEADY, choose_by
from game.minds.mind import MediatorMind
from game.minds.policies.programme import Programme, Screened
from game.minds.policies.statecraft import Statecraft
from game.minds.reading import Reading
from game.model.actions import Action, CallLeader, Carry, Deliver, Link, TablePackage
from game.model.events import ActionTaken
from game.model.ids import VerbId
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.verbs import Verb, act_key
from game.model.views import MediatorView
from game.model.world import Setup
from game.play.match import Match
from game.play.seating import play_out
from game.rules.candidates import candidates
from game.rules.dice import below
from game.rules.options import refusal

Deed = str
"""A verb, or, where it matters to whom or on what, a verb and its first object (``link arctic``)."""

_BY_TRACK: Final = (Link.verb, Deliver.verb)
_A_TURN: Final = 6
"""As often as a mediator who does nothing else does it in a turn, if the calendar lets it."""


def deeds(scenario: Scenario) -> tuple[Deed, ...]:
    return tuple(deed for verb in scenario.verbs.values() for deed in _deeds(scenario, verb))


def _deeds(scenario: Scenario, verb: Verb) -> Iterator[Deed]:
    if verb.id in _BY_TRACK:
        yield from (f"{verb.id} {track}" for track in scenario.tracks)
    elif verb.id == CallLeader.verb or len(verb.parties) > 1:
        yield from (f"{verb.id} {party}" for party in verb.parties or scenario.parties)
    else:
        yield verb.id


def does(deed: Deed, action: Action) -> bool:
    verb, _, about = deed.partition(" ")
    return act_key(action) == deed if about else action.verb == verb


def doings(view: MediatorView, deed: Deed) -> list[Action]:
    """Every way to do it now, the most promising first."""
    verb = VerbId(deed.partition(" ")[0])
    found = _packages(view, verb) if verb in (Carry.verb, TablePackage.verb) else candidates(view)
    return best_first(view, [action for action in found if does(deed, action)])


def _packages(view: MediatorView, verb: VerbId) -> Iterator[Action]:
    """Pairs of what is aimed at on clauses that are not settled."""
    if not view.scenario.verbs[verb].cost.within(view.calendar):
        return
    reading = Reading(view)
    for pair in combinations([reading.aim(clause) for clause in reading.unsettled()], 2):
        tabled = verb == TablePackage.verb
        offers = [TablePackage(pair)] if tabled else [Carry(party, pair) for party in view.scenario.parties]
        yield from (offer for offer in offers if refusal(view, offer) is None)


class OnceMore:
    """As ``policy`` does, but for one act more than it would do, in a turn that is drawn or the next in which it can.

    It goes first on the agenda, so that it takes the place of what would have come last. One object plays one game.
    """

    def __init__(self, policy: Programme, deed: Deed) -> None:
        self.done = False
        self._policy, self._deed = policy, deed

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return self._policy.choose(view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        plain = self._policy.plan(view)
        if self.done or view.turn <= below(view.length.turns, view.temper, "once-more", self._deed):
            return plain
        extra = next((action for action in doings(view, self._deed) if action not in plain.actions), None)
        if extra is None:
            return plain
        agenda, reading = Screened(view, self._policy.screen), Reading(view)
        self.done = agenda.add(extra)
        for step in self._policy.steps:
            step(agenda, reading)
        return agenda.plan()


def without(policy: Programme, deed: Deed) -> Programme:
    """The policy with something else in every place where it would do this."""

    def screen(view: MediatorView, action: Action) -> Action | None:
        passed = policy.screen(view, action)
        return None if passed is not None and does(deed, passed) else passed

    return replace(policy, screen=screen)


class Only:
    """Does nothing else, every turn, as often as there is room and the most promising way first."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        return choose_by(STEADY, view, request)

    def plan(self, view: MediatorView) -> PlanDecision:
        agenda = Agenda(view)
        for action in doings(view, self._deed)[:_A_TURN]:
            agenda.add(action)
        return agenda.plan()


MORE, NEVER, ONLY = "more", "never", "only"

_TWISTS: Final[dict[str, Callable[[Programme, Deed], MediatorMind]]] = {
    MORE: OnceMore,
    NEVER: without,
    ONLY: lambda _, deed: Only(deed),
}


def twist(way: str, deed: Deed) -> str:
    """As a cell names it."""
    return f"{way} {deed}"


def twisted(policy: Programme, name: str) -> MediatorMind:
    """The mediator of a cell; the policy itself if nothing is named."""
    way, _, deed = name.partition(" ")
    return _TWISTS[way](policy, deed) if way else policy


INSERTED: Final = "inserted"
"""What a game with one act more counts: whether it could be done."""


def deeds_trial(scenario: Scenario, setup: Setup, key: CellKey) -> GameFigures:
    """Of a game as the policy likes it, how often each deed was done."""
    mediator = twisted(Statecraft(), key.twist)
    match = play_out(scenario, setup, mediator, fingerprints=False)
    if isinstance(mediator, OnceMore):
        return counted(match, {INSERTED: (int(mediator.done),)})
    return counted(match, {} if key.twist else _done(match, deeds(scenario)))


def _done(match: Match, known: tuple[Deed, ...]) -> dict[str, tuple[int, ...]]:
    taken = [event.action for turn in match.turns for event in turn.events if isinstance(event, ActionTaken)]
    counts = {deed: sum(does(deed, action) for action in taken) for deed in known}
    return {deed: (count,) for deed, count in counts.items() if count}
