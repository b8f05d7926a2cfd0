"""Any legal action: the yardstick for whether choices matter."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.rules.candidates import candidates
from game.rules.dice import below

_TRIES = 4


@dataclass(frozen=True, slots=True)
class Chance:
    """Draws a verb evenly, then one of the actions that it allows, up to four times a turn."""

    def choose(self, view: MediatorView, request: ChooseCard) -> CardDecision:
        place = below(len(request.choices), view.temper, "choice", view.turn, request.card)
        return CardDecision(request.choices[place])

    def plan(self, view: MediatorView) -> PlanDecision:
        by_verb: dict[str, list[int]] = {}
        actions = list(candidates(view))
        for place, action in enumerate(actions):
            by_verb.setdefault(action.verb, []).append(place)
        agenda, verbs = Agenda(view), list(by_verb)
        for attempt in range(_TRIES):
            if verbs:
                places = by_verb[verbs[below(len(verbs), view.temper, "verb", view.turn, attempt)]]
                agenda.add(actions[places[below(len(places), view.temper, "action", view.turn, attempt)]])
        return agenda.plan()
