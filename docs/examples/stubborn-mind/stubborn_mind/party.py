"""A party that digs in."""

from dataclasses import dataclass, field, replace

from game.minds.bargainer import Bargainer
from game.minds.mind import PartyMind
from game.model.events import Answer, Ask, Question
from game.model.ids import Quantity
from game.model.seats import ChooseMove, MoveDecision
from game.model.views import PartyView


@dataclass(frozen=True, slots=True)
class Stubborn:
    """Holds out for more with every refusal that it has given, and signs what it always would.

    All else is the built-in ``mind``, which is shown a view in which the party hopes for more than it does, so that its
    reasons and what it says would help hold for the stubborn party too. ``step`` is what a refusal adds to its hopes
    and ``most`` what all of them add, in hundredths of value.
    """

    mind: PartyMind = field(default_factory=Bargainer)
    step: int = 30
    most: int = 180

    def answer(self, view: PartyView, question: Question) -> Answer:
        return self.mind.answer(view if question.ask is Ask.SIGN else self.dug_in(view), question)

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        return self.mind.move(view, request)

    def dug_in(self, view: PartyView) -> PartyView:
        hopes = Quantity(f"aspiration.{view.party.id}")
        more = min(self.most, self.step * view.refusals)
        return replace(view, known={**view.known, hopes: view.known[hopes] + more})
