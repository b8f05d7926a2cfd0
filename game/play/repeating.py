"""Doing the same as last turn: what was planned then, as far as it can be planned again."""

from game.model.actions import Action
from game.model.events import ActionDropped, ActionTaken
from game.model.views import MediatorView
from game.play.match import TurnRecord
from game.rules.options import plan_refusals


def planned_then(closed: TurnRecord) -> tuple[Action, ...]:
    """The acts that were planned for a turn that is over, those that came to nothing too."""
    return tuple(event.action for event in closed.events if isinstance(event, ActionTaken | ActionDropped))


def planned_again(view: MediatorView, plan: tuple[Action, ...], closed: TurnRecord) -> tuple[Action, ...]:
    """The plan with the acts of the closed turn after it, each that is to be had, is not there yet and still fits."""
    for action in planned_then(closed):
        if not plan_refusals(view, (*plan, action)):
            plan = (*plan, action)
    return plan
