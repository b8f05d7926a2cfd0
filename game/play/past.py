"""How a game has gone so far, as the mediator saw it: turn by turn, and nothing that it could not see then."""

from dataclasses import dataclass

from game.model.ids import PartyId, Quantity
from game.model.views import MediatorView
from game.play.forecast import Chance, sign_today
from game.play.match import Match
from game.rules.score import progress
from game.rules.sight import mediator_view


@dataclass(frozen=True, slots=True)
class Past:
    """``views``: what could be seen as each turn began, oldest first; the last is what can be seen now.

    A game that is ``over`` has one view more than it had turns.
    """

    views: tuple[MediatorView, ...]
    over: bool

    @property
    def now(self) -> MediatorView:
        return self.views[-1]

    def course(self, quantity: Quantity) -> tuple[int, ...]:
        """The quantity in each view; nothing if the mediator cannot read it."""
        return tuple(view.known[quantity] for view in self.views) if quantity in self.now.known else ()

    def progress(self) -> tuple[int, ...]:
        return tuple(progress(view).total for view in self.views)

    def chances(self, party: PartyId) -> tuple[Chance, ...]:
        """The chances to sign as they were thought to stand at the time, not as they are seen in hindsight."""
        return tuple(sign_today(view, party) for view in self.views)


def past_of(match: Match) -> Past:
    began = [record.first for record in match.turns]
    worlds = (*began, match.world) if match.over else (*began[:-1], match.world)
    return Past(tuple(mediator_view(match.game, world) for world in worlds), match.over)
