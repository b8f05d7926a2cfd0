"""A game at a given point: what a rule needs to be looked at, with the rest of the game left as it began.

match = moment(opened(), quantities={"trust.east": 20}, clauses={BORDER: state("freeze", EAST, WEST, detail=150)})
after = send(match, Table(TRUCE, OptionId("watched")), minds=saying(match.game.scenario, east=NO))
assert changes(last_turn(after), "patience") == [...]
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from game.contracts.building.parties import PARTIES
from game.contracts.building.seats import saying
from game.contracts.building.small import small_scenario, small_setup
from game.minds.mind import PartyMind
from game.model.actions import Action
from game.model.clauses import DETAILED, ClauseState, Term
from game.model.events import Event, QuantityChanged
from game.model.groups import Format, GroupState
from game.model.ids import US, ClauseId, GroupId, OptionId, PartyId, Quantity
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.world import Setup, World
from game.play.autoplay import advance
from game.play.match import Match, start, submit
from game.rules.turn import close_turn

E = TypeVar("E", bound=Event)


def opened(scenario: Scenario | None = None, setup: Setup | None = None, **length: Any) -> Match:
    """A game in its first turn with the plan to be made, event cards answered by their first open choice."""
    chosen = scenario or small_scenario(length=length)
    return planning(start(chosen, setup or small_setup()))


def planning(match: Match) -> Match:
    """The match once its event cards are answered, each by its first open choice."""
    while match.waiting and isinstance(match.waiting[0], ChooseCard):
        match = submit(match, US, CardDecision(match.waiting[0].choices[0]))
    return match


def moment(match: Match, **changes: Any) -> Match:
    """The same game with fields of its world changed; what is given for a mapping is laid over what was there."""
    return replace(match, world=moved(match.world, **changes))


def moved(world: World, **changes: Any) -> World:
    """The world with fields changed; what is given for a mapping is laid over what was there."""
    laid: dict[str, Any] = {
        name: {**getattr(world, name), **value} if isinstance(value, Mapping) else value
        for name, value in changes.items()
    }
    return replace(world, **laid)


def state(option: str | None, *agreed: PartyId, **fields: Any) -> ClauseState:
    """Where a clause stands; on the table unless ``tabled=False``, and then known only to those who agreed to it."""
    chosen = None if option is None else OptionId(option)
    private = () if fields.get("tabled", True) else agreed
    usual: dict[str, Any] = {"tabled": option is not None, "private": private}
    return ClauseState(chosen, agreed, **(usual | fields))


def agreed_text(
    scenario: Scenario, terms: Iterable[Term] | None = None, **fields: Any
) -> Mapping[ClauseId, ClauseState]:
    """A text that all stakeholders agreed to, worked out to detail 2 and blessed; the landing text unless given."""
    usual = {"detail": DETAILED, "blessed": True} | fields
    return {
        term.clause: state(term.option, *scenario.clauses[term.clause].stakeholders, **usual)
        for term in (scenario.landing if terms is None else terms)
    }


def sitting(group: GroupId, *members: PartyId, unified: bool = False, tasks: tuple[ClauseId, ...] = ()) -> Any:
    """A convened group, as a ``groups`` entry for :func:`moment`; by default with all parties of the small scenario."""
    form = Format.UNIFIED if unified else Format.PARALLEL
    return {group: GroupState(True, members or PARTIES, form, tasks)}


def send(match: Match, *actions: Action, minds: Mapping[PartyId, PartyMind] | None = None) -> Match:
    """Send a plan and let the parties decide, by default with a yes to all, until the mediator is asked again."""
    deciding = minds or saying(match.game.scenario)
    return advance(submit(match, US, PlanDecision(actions)), deciding)


def close(match: Match) -> World:
    """The world after the end of a turn in which nobody did anything."""
    return close_turn(match.game, match.world)[0]


def last_turn(match: Match) -> tuple[Event, ...]:
    """The events of the turn that closed last."""
    return match.turns[-1].events if match.over else match.turns[-2].events


def found(events: Iterable[Event], kind: type[E]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def changes(events: Iterable[Event], quantity: str, reason: str | None = None) -> list[int]:
    """By how much a quantity changed, entry by entry; only those with the cause named ``reason``, if one is named."""
    return [
        event.now - event.was
        for event in found(events, QuantityChanged)
        if event.quantity == Quantity(quantity) and reason in (None, event.cause.key)
    ]
