"""Roads not taken: the same game again with one choice changed, the same luck, and the mediator's other decisions kept.

Which choice is changed follows from a rule, not from taste. What the mediator did afterwards is kept as far as it is
still allowed, although anybody would have gone on otherwise; so a road shows what the one change set off, and not what
would have been wise.
"""

from collections.abc import Iterator
from typing import Final

from game.debrief.chairs import level_of
from game.debrief.course import Planned, choices_of, planned_turns, replies
from game.model.actions import Action
from game.model.events import ChoiceTaken, Event, QuantityChanged
from game.model.ids import US, CardId, ChoiceId
from game.model.ledger import visible_to
from game.model.record import record
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.model.world import Game, World
from game.play.autoplay import advance, party_minds
from game.play.match import Match, submit, taken_up
from game.rules.acting import act
from game.rules.answers import conclude
from game.rules.apply import apply
from game.rules.deck import open_choices, take_choice
from game.rules.options import plan_refusals
from game.rules.outcome import Outcome, outcome

TRIED: Final = 5
"""How many of the heaviest acts, and of the heaviest choices, are changed and played again."""

PLACE: Final = 10
"""What a place in the calendar weighs against points of a meter, in the price of a choice."""


@record
class Fork:
    """Where a road leaves the game: an ``action`` that is left out, or a ``card`` on which ``instead`` is chosen.

    ``weight``: how much the act moved the parties, or what the choice had cost (see :func:`moved` and :func:`price`).
    """

    turn: int
    weight: int
    action: Action | None = None
    card: CardId | None = None
    choice: ChoiceId | None = None
    instead: ChoiceId | None = None


@record
class Road:
    """What came of it. Of the ``acts`` that the mediator did from that turn on, ``kept`` could still be done."""

    fork: Fork
    result: Outcome
    end: World
    kept: int
    acts: int


def roads(match: Match) -> tuple[Road, ...]:
    """At most two of a finished game: of the most consequential acts the one without which it would have gone most
    otherwise, and of the most expensive choices that one.
    """
    if not match.over:
        return ()
    here = outcome(match.game, match.world)
    tried = (
        [run_again(match, fork) for fork in _heavy(forks)] for forks in (weighed_acts(match), weighed_choices(match))
    )
    return tuple(max(found, key=lambda road: difference(here, road.result)) for found in tried if found)


def _heavy(forks: Iterator[Fork]) -> list[Fork]:
    """The heaviest first, the earlier of two alike."""
    found = [fork for fork in forks if fork.weight > 0]
    return sorted(found, key=lambda fork: (-fork.weight, fork.turn))[:TRIED]


def difference(here: Outcome, there: Outcome) -> tuple[int, int]:
    """How far two results lie apart: whether they ended otherwise, then the sum of what lies between their measures,
    their progress included.
    """
    gaps = sum(abs(value - there.measures[name]) for name, value in here.measures.items())
    return int(here.ending != there.ending), gaps + abs(here.progress - there.progress)


def heaviest(forks: Iterator[Fork]) -> Fork | None:
    """The earliest of those that weigh most; None if nothing weighs anything."""
    found = [fork for fork in forks if fork.weight > 0]
    return max(found, key=lambda fork: (fork.weight, -fork.turn)) if found else None


def weighed_acts(match: Match) -> Iterator[Fork]:
    """Every act that was carried out, weighed by what it and the answers to it did at once."""
    answers = replies(match)
    for turn in planned_turns(match):
        game, world = match.game, turn.world
        for action in turn.after.acted:
            given = tuple(
                (each.question, each.answer)
                for each in answers
                if each.turn == turn.turn and each.question.action == action
            )
            events, _ = act(game, world, action)
            after = apply(world, events)
            after = apply(after, conclude(game, after, action, given))
            yield Fork(turn.turn, moved(game, world, after), action)
            world = after


def moved(game: Game, before: World, after: World) -> int:
    """How much the parties were moved: the sum of the changes, up or down, in what they had to spare over the limit
    from which they sign, in hundredths.
    """
    total = 0
    for party in game.scenario.parties:
        was, now = level_of(game, before, 0, party), level_of(game, after, 0, party)
        total += abs((now.surplus - now.limit) - (was.surplus - was.limit))
    return total


def weighed_choices(match: Match) -> Iterator[Fork]:
    """Every choice on a card where another was open; the other is the first of those in the card's order."""
    for turn in match.turns:
        for world, taken in choices_of(turn) if turn.digest else ():
            others = [each for each in open_choices(match.game, world, taken.card) if each != taken.choice]
            if others:
                made = take_choice(match.game, world, taken.card, taken.choice)
                weight = price(match.game.scenario, made)
                yield Fork(turn.turn, weight, None, taken.card, taken.choice, others[0])


def price(scenario: Scenario, events: tuple[Event, ...]) -> int:
    """What a choice cost: ten for each place in the calendar, one for each point by which a meter that the mediator can
    read got worse.
    """
    total = 0
    for event in events:
        if isinstance(event, ChoiceTaken):
            total += PLACE * (event.cost.president + event.cost.envoys + event.cost.staff)
        elif isinstance(event, QuantityChanged):
            spec = scenario.quantities[event.quantity]
            if spec.unit == "meter" and visible_to(spec.seen, US):
                total += max(0, -spec.good * (event.now - event.was))
    return total


class _Steward:
    """Decides as the mediator did, but for the fork, and as far as it is allowed."""

    __slots__ = ("acts", "choices", "fork", "kept", "plans")

    def __init__(self, match: Match, fork: Fork) -> None:
        self.fork, self.kept, self.acts = fork, 0, 0
        self.plans = {turn.turn: self._plan_of(turn) for turn in planned_turns(match)}
        self.choices = {
            (turn.turn, event.card): event.choice
            for turn in match.turns
            for event in turn.events
            if isinstance(event, ChoiceTaken)
        }
        if fork.card is not None and fork.instead is not None:
            self.choices[fork.turn, fork.card] = fork.instead

    def _plan_of(self, turn: Planned) -> tuple[Action, ...]:
        """Without the one act that is left out; an act that was done twice in the turn is left out once."""
        plan = list(turn.plan)
        if turn.turn == self.fork.turn and self.fork.action in plan:
            plan.remove(self.fork.action)
        return tuple(plan)

    def choose(self, turn: int, request: ChooseCard) -> CardDecision:
        wanted = self.choices.get((turn, request.card))
        return CardDecision(wanted if wanted in request.choices and wanted is not None else request.choices[0])

    def plan(self, view: MediatorView) -> PlanDecision:
        plan: tuple[Action, ...] = ()
        wanted = self.plans.get(view.turn, ())
        for action in wanted:
            if not plan_refusals(view, (*plan, action)):
                plan = (*plan, action)
        self.kept += len(plan)
        self.acts += len(wanted)
        return PlanDecision(plan)


def run_again(match: Match, fork: Fork) -> Road:
    """The game from the turn of the fork on."""
    steward, minds = _Steward(match, fork), party_minds(match.game.scenario)
    first = next(turn.first for turn in match.turns if turn.turn == fork.turn)
    again = advance(taken_up(match.game, first), minds)
    while not again.over:
        request = again.waiting[0]
        made = (
            steward.choose(again.world.turn, request)
            if isinstance(request, ChooseCard)
            else steward.plan(again.mediator())
        )
        again = advance(submit(again, US, made), minds)
    return Road(fork, outcome(again.game, again.world), again.world, steward.kept, steward.acts)
