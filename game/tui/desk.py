"""One game at the player's desk: the session, the names of things, and the plan that has not been sent yet."""

from collections.abc import Mapping
from dataclasses import replace

from game.model.actions import Action
from game.model.cards import Cost
from game.model.ids import ChoiceId, PartyId, Quantity
from game.model.scenario import Scenario
from game.model.seats import CardDecision, ChooseCard, PlanDecision
from game.model.views import MediatorView
from game.model.world import World
from game.play.forecast import Chance, Forecast, forecast, sign_today
from game.play.match import Match, TurnRecord
from game.play.past import Past, past_of
from game.play.pencil import note_down, recall
from game.play.session import Session
from game.rules.options import cost_of, plan_refusals, refusal
from game.rules.score import progress
from game.rules.sight import mediator_view
from game.telling.cables import Cable, match_cables
from game.telling.dates import turn_dates
from game.telling.names import Names


class Desk:
    """Screens read it and ask it to act; it holds no rules and knows no widgets."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.names = Names(session.match.game.scenario)
        self.plan = recall(session.path, session.view)
        self._told: dict[str, tuple[Cable, ...]] = {}
        self._past: tuple[Match, Past] | None = None

    @property
    def scenario(self) -> Scenario:
        return self.names.scenario

    @property
    def view(self) -> MediatorView:
        return self.session.view

    @property
    def dates(self) -> str:
        """``Turn 5 of 24 · 2–15 Feb 2026``."""
        return f"Turn {self.view.turn} of {self.view.length.turns} · {turn_dates(self.view.length, self.view.turn)}"

    @property
    def over(self) -> bool:
        return self.session.match.over

    @property
    def card(self) -> ChooseCard | None:
        """The event card that waits for a choice, if one does."""
        request = self.session.request
        return request if isinstance(request, ChooseCard) else None

    @property
    def left(self) -> Cost:
        """What the plan leaves of the turn's calendar."""
        full, used = self.view.calendar, cost_of(self.scenario, self.plan)
        return Cost(full.president - used.president, full.envoys - used.envoys, full.staff - used.staff)

    @property
    def planning_view(self) -> MediatorView:
        """The mediator's sight with the calendar that the plan leaves."""
        return replace(self.view, calendar=self.left)

    def refusals(self, action: Action) -> tuple[str, ...]:
        """Why the act cannot be added to the plan; empty if it can."""
        reason = refusal(self.view, action)
        return (reason,) if reason else plan_refusals(self.view, (*self.plan, action))

    def add(self, action: Action) -> tuple[str, ...]:
        """Add the act to the plan, or say why not."""
        reasons = self.refusals(action)
        if not reasons:
            self._put((*self.plan, action))
        return reasons

    def drop(self, place: int) -> None:
        self._put((*self.plan[:place], *self.plan[place + 1 :]))

    def _put(self, plan: tuple[Action, ...]) -> None:
        self.plan = plan
        note_down(self.session.path, self.view.turn, plan)

    def send(self) -> TurnRecord | None:
        """Send the plan; the turn that it closed."""
        self.session.submit(PlanDecision(self.plan))
        self._put(())
        return self.session.last_turn()

    def choose(self, choice: ChoiceId) -> None:
        self.session.submit(CardDecision(choice))

    def rewind(self) -> None:
        self.session.rewind()
        self._put(())
        self._told.clear()

    def forecast(self, action: Action) -> Forecast:
        return forecast(self.view, action)

    def sign_today(self, party: PartyId) -> Chance:
        return sign_today(self.view, party)

    def progress(self) -> tuple[int, int]:
        """Settlement progress now, and what the last turn added to it."""
        now = progress(self.view).total
        before = self._before()
        return now, 0 if before is None else now - progress(mediator_view(self.session.match.game, before)).total

    def before(self) -> Mapping[Quantity, int]:
        """The quantities as they were when the last closed turn began; as they are now in the first turn."""
        world = self._before()
        return self.view.known if world is None else world.quantities

    def _before(self) -> World | None:
        last = self.session.last_turn()
        return None if last is None else last.first

    @property
    def past(self) -> Past:
        """What could be seen turn by turn."""
        match = self.session.match
        if self._past is None or self._past[0] is not match:
            self._past = match, past_of(match)
        return self._past[1]

    @property
    def running(self) -> TurnRecord:
        """The turn under way, as far as it has come."""
        match = self.session.match
        return replace(match.turns[-1], events=match.events)

    def records(self) -> tuple[TurnRecord, ...]:
        """All turns, the one under way last."""
        match = self.session.match
        return match.turns if match.over else (*match.turns[:-1], self.running)

    def cables(self, record: TurnRecord) -> tuple[Cable, ...]:
        if not record.digest:
            return match_cables(self.session.match, record, self.names)
        if record.digest not in self._told:
            self._told[record.digest] = match_cables(self.session.match, record, self.names)
        return self._told[record.digest]
