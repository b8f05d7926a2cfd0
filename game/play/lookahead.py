"""Playing on from the moment that the mediator imagines."""

from game.minds.mind import MediatorMind
from game.model.ids import US
from game.model.seats import PlanTurn
from game.model.views import MediatorView
from game.play.autoplay import advance, mediate, party_minds
from game.play.match import Match, Phase, TurnRecord, submit
from game.rules.imagining import imagined


def supposed_match(view: MediatorView, luck: int) -> Match:
    """A match at this turn's plan, in which the parties are as the mediator believes them to be."""
    game, world = imagined(view, luck)
    record = TurnRecord(view.turn, world, ())
    return Match(game, world, Phase.PLAN, (PlanTurn(US, view.calendar),), (record,), fingerprints=False)


def run_on(match: Match, mediator: MediatorMind, turns: int) -> Match:
    """The match once ``turns`` more have been closed, with a controller in the mediator's seat."""
    minds = party_minds(match.game.scenario)
    last = match.world.turn + turns
    while not match.over and match.world.turn < last:
        match = submit(match, US, mediate(match, match.waiting[0], mediator))
        match = advance(match, minds)
    return match
