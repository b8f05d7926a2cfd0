"""Decisions handed to the session; what cannot be saved or is not allowed becomes a sentence and a choice."""

from game.model.seats import CardDecision, PlanDecision
from game.plain.prompt import Item, Prompt, TakenBack
from game.plain.sitting import Sitting
from game.play.match import DecisionRefused
from game.play.trouble import SaveProblem


def submit(sitting: Sitting, decision: CardDecision | PlanDecision) -> bool:
    """Whether the decision was taken. One that cannot be saved is taken without, if the player wants to play on."""
    while True:
        try:
            sitting.session.submit(decision, sitting.predictions)
        except DecisionRefused as refused:
            sitting.console.lines(refused.reasons)
            return False
        except SaveProblem as problem:
            if play_unsaved(sitting.prompt, problem, "Try to save it again"):
                sitting.session.play_unsaved()
            continue
        return True


def rewind(sitting: Sitting) -> None:
    """Take back what was decided in the turn, or the turn before; says why if nothing can be. Ends in TakenBack."""
    sitting.prompt.rewind, again = None, sitting.prompt.rewind
    try:
        taken = _taken_back(sitting)
    finally:
        sitting.prompt.rewind = again
    if taken:
        sitting.put(())
        sitting.console.say(f"You are back in turn {sitting.session.view.turn}. The game is now marked as explored.")
        raise TakenBack


def _taken_back(sitting: Sitting) -> bool:
    while True:
        try:
            sitting.session.rewind()
        except DecisionRefused as refused:
            sitting.console.lines(refused.reasons)
            return False
        except SaveProblem as problem:
            if play_unsaved(sitting.prompt, problem, "Leave all as it is"):
                sitting.session.play_unsaved()
                continue
            return False
        return True


def play_unsaved(prompt: Prompt, problem: SaveProblem, other: str) -> bool:
    """Tell the problem; whether the player goes on without saving rather than do the other thing."""
    prompt.console.say(str(problem))
    return prompt.choose([Item("Play on without saving"), Item(other)]) == 0
