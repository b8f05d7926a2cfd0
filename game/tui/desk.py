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
from game.play.bench import Scratch
from game.play.forecast import Chance, Forecast, forecast, sign_today
from game.play.match import Match, TurnRecord
from game.play.past import Past, past_of
from game.play.pencil import Pencilled, before, moved, note_down, recall
from game.play.predictions import OpenQuestion, Prediction, open_questions
from game.play.repeating import planned_again
from game.play.session import Session
from game.rules.options import cost_of, plan_refusals, refusal
from game.rules.score import progress
from game.rules.sight import mediator_view
from game.telling.cables import Cable, match_cables
from game.telling.dates import turn_dates
from game.telling.names import Names
from game.telling.predictions import outcome_cables


class Desk:
    """Screens read it and ask it to act; it holds no rules and knows no widgets."""

    def __init__(self, session: Session, *, everything: bool = True) -> None:
        """``everything``: all acts are shown from the first turn on."""
        self.session = session
        self.everything = everything
        self.names = Names(session.match.game.scenario)
        self.plan, self.predictions = recall(session.path, session.view)
        self.scratch: Scratch = {}
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

    def move(self, place: int, by: int) -> int:
        """Bring an act of the plan forward or back; its place then, which is the same at either end."""
        to = min(max(place + by, 0), len(self.plan) - 1)
        self._put(moved(self.plan, place, to))
        return to

    def _put(self, plan: tuple[Action, ...]) -> None:
        self.plan = plan
        self.predictions = tuple(each for each in self.predictions if each.action in plan)
        self._note_down()

    def _clear(self) -> None:
        """The turn has moved on: nothing is planned for it, and the bench is empty."""
        self.scratch = {}
        self._put(())

    def repeat(self) -> bool:
        """Plan what was planned last turn, as far as it is to be had and fits; whether anything was added."""
        last, plan = self.session.last_turn(), self.plan
        if last is not None:
            self._put(planned_again(self.view, plan, last))
        return self.plan != plan

    def _note_down(self) -> None:
        note_down(self.session.path, self.view.turn, Pencilled(self.plan, self.predictions))

    def expect(self, prediction: Prediction) -> None:
        """Keep what is expected of an answer, in the place of what was expected of it before."""
        self.expect_nothing(prediction.action, prediction.party)
        self.predictions = (*self.predictions, prediction)
        self._note_down()

    def expect_nothing(self, action: Action, party: PartyId) -> None:
        """Forget what was expected of an answer."""
        others = (each for each in self.predictions if (each.action, each.party) != (action, party))
        self.predictions = tuple(others)
        self._note_down()

    def open_question(self, action: Action | None = None) -> OpenQuestion | None:
        """The most uncertain answer that the plan, or this act of it, asks for."""
        return next(iter(open_questions(self.view, self.plan if action is None else (action,))), None)

    def send(self) -> TurnRecord | None:
        """Send the plan; the turn that it closed."""
        self.session.submit(PlanDecision(self.plan), self.predictions)
        self._clear()
        return self.session.last_turn()

    def choose(self, choice: ChoiceId) -> None:
        self.session.submit(CardDecision(choice))

    def rewind(self) -> None:
        self.session.rewind()
        self._clear()
        self._told.clear()

    def forecast(self, action: Action) -> Forecast:
        return forecast(self.view, action, before(self.plan, action))

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
            told = match_cables(self.session.match, record, self.names)
            self._told[record.digest] = (*told, *outcome_cables(self.names, record.turn, self.session.outcomes()))
        return self._told[record.digest]
