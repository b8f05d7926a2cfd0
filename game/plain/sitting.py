"""A game in progress at this console: the session, the plan so far, the cables to ask about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.model.actions import Action
from game.model.cards import Cost
from game.model.scenario import Scenario
from game.model.views import MediatorView
from game.plain.console import Console
from game.plain.prompt import Prompt
from game.play.match import TurnRecord
from game.play.pencil import Pencilled, note_down, recall
from game.play.predictions import Prediction
from game.play.session import Session
from game.rules.options import cost_of
from game.telling.cables import Cable, match_cables
from game.telling.ledger import say_reasons, say_shift, turn_changes
from game.telling.names import Names
from game.telling.predictions import outcome_cables
from game.telling.standing import progress_lines


@dataclass(slots=True)
class Sitting:
    """``wire`` are the cables that ``why`` counts, ``shown`` the turn whose morning has been shown.

    ``greeted``: the hint for the first day has been given. ``asks_predictions``: whether the desk reminds the player
    that a prediction can be made, ``everything`` whether all acts are shown from the first turn on.
    """

    prompt: Prompt
    session: Session
    names: Names
    plan: list[Action] = field(default_factory=list)
    predictions: tuple[Prediction, ...] = ()
    asks_predictions: bool = True
    everything: bool = True
    wire: tuple[Cable, ...] = ()
    shown: int = 0
    greeted: bool = False

    @property
    def console(self) -> Console:
        return self.prompt.console

    @property
    def scenario(self) -> Scenario:
        return self.names.scenario

    def left(self) -> Cost:
        """What the calendar holds beside the plan."""
        whole, spent = self.session.view.calendar, cost_of(self.scenario, tuple(self.plan))
        return Cost(whole.president - spent.president, whole.envoys - spent.envoys, whole.staff - spent.staff)

    def planning_view(self) -> MediatorView:
        """The mediator's sight with the calendar that the plan leaves."""
        return replace(self.session.view, calendar=self.left())

    def put(self, plan: Iterable[Action]) -> None:
        """Make this the plan, also beside the save."""
        self.plan = [*plan]
        self.expect(each for each in self.predictions if each.action in self.plan)

    def expect(self, predictions: Iterable[Prediction]) -> None:
        """Make these what is expected of the answers, also beside the save."""
        self.predictions = tuple(predictions)
        note_down(self.session.path, self.session.view.turn, Pencilled(tuple(self.plan), self.predictions))

    def take_up_plan(self) -> None:
        """The plan that was left for this turn, if one was."""
        left = recall(self.session.path, self.session.view)
        self.plan, self.predictions = [*left.plan], left.predictions

    def kept(self) -> str:
        """Where the game is, for somebody who leaves it."""
        path = self.session.path
        with_plan = ", with what is planned" if self.plan else ""
        return f"It is kept in {path}{with_plan}." if path is not None else "It is not saved anywhere."

    def running(self) -> TurnRecord:
        """The turn that is being played, so far."""
        record = self.session.match.turns[-1]
        return TurnRecord(record.turn, record.first, self.session.match.events)

    def records(self) -> tuple[TurnRecord, ...]:
        """All turns, the one under way last."""
        match = self.session.match
        return match.turns if match.over else (*match.turns[:-1], self.running())

    def cables(self, record: TurnRecord) -> tuple[Cable, ...]:
        told = match_cables(self.session.match, record, self.names)
        return (*told, *outcome_cables(self.names, record.turn, self.session.outcomes())) if record.digest else told

    def show_cables(self, cables: tuple[Cable, ...]) -> None:
        """Add cables to those that ``why`` counts, and show them."""
        for number, cable in enumerate(cables, len(self.wire) + 1):
            self.console.numbered(number, f"[{cable.tag}] {cable.text}")
        self.wire = (*self.wire, *cables)

    def why(self, asked: str) -> None:
        """What stands behind a cable, by its number, or behind a meter, by its name."""
        if asked.isascii() and asked.isdigit() and len(asked) < 5:
            self._why_cable(int(asked))
        elif asked.lower() == "progress":
            self.console.lines(progress_lines(self.session.view))
        elif asked:
            self._why_meter(asked.lower())
        else:
            self.console.say("Type why and the number of a cable, or the name of a meter: why 2, why patience.")

    def _why_cable(self, number: int) -> None:
        if not 1 <= number <= len(self.wire):
            most = len(self.wire)
            allowed = f"from 1 to {most}" if most else "none yet"
            self.console.say(f"There is no cable {number} here; their numbers are {allowed}.")
            return
        cable = self.wire[number - 1]
        self.console.say(f"{number} [{cable.tag}] {cable.text}")
        self.console.lines(cable.why or ("Nothing else stands behind it.",), 5)
        self.prompt.opened.add("answer" if cable.kind == "answer" else "why")

    def _why_meter(self, asked: str) -> None:
        """Every quantity whose name contains the words, with its ledger over the last turn."""
        record = self.session.last_turn()
        changes = () if record is None else turn_changes(self.scenario, record)
        found = [each for each in changes if asked in self.names.whole_quantity(each.quantity).lower()]
        for each in found:
            shift = say_shift(self.names, each.quantity, each.was, each.now)
            self.console.say(f"{shift}: {say_reasons(self.names, each.entries)}.", 0, 2)
            self.prompt.opened.add("moved")
        if not found:
            self.console.say(f"Nothing called '{asked[:40]}' moved in the last turn.")
