"""Predictions at the desk: what the player expects of an answer, and how sure it is of that."""

from collections.abc import Iterator

from game.plain.prompt import Item
from game.plain.sitting import Sitting
from game.play.predictions import SURENESSES, OpenQuestion, Prediction, answers_open, open_questions
from game.telling.predictions import answer_label, say_prediction, say_question
from game.telling.prose import sentence


def reminders(sitting: Sitting) -> Iterator[str]:
    """What was predicted for this turn; else, unless the player minds, of which answer something could be."""
    yield from (say_prediction(sitting.names, each) for each in sitting.predictions)
    questions = open_questions(sitting.session.view, sitting.plan)
    if questions and sitting.asks_predictions and not sitting.predictions:
        asked = say_question(sitting.names, questions[0].action, questions[0].chance.party)
        yield f"{asked} Type expect to say what you think, expect off not to be reminded."


def remind(sitting: Sitting) -> None:
    """After an act has been planned: if it is the first that asks for an answer."""
    before = sitting.plan[:-1]
    if not open_questions(sitting.session.view, before):
        sitting.console.lines(reminders(sitting))


def expect(sitting: Sitting) -> None:
    """Choose an answer that the plan asks for, what it will be, and how sure that is."""
    questions = open_questions(sitting.session.view, sitting.plan)
    if not questions:
        sitting.console.say("Nothing in the plan asks anybody for an answer.")
        return
    items = [Item(say_question(sitting.names, each.action, each.chance.party)) for each in questions]
    chosen = 0 if len(items) == 1 else sitting.prompt.choose(items, "Of which answer", back=True)
    if chosen is not None:
        _say_what(sitting, questions[chosen])


def _say_what(sitting: Sitting, question: OpenQuestion) -> None:
    action, party = question.action, question.chance.party
    open_ = answers_open(action)
    sitting.console.say(say_question(sitting.names, action, party))
    labels = [Item(sentence(answer_label(sitting.names, action, party, each))) for each in open_]
    what = sitting.prompt.choose(labels, "What do you expect", back=True)
    if what is None:
        return
    sure = sitting.prompt.choose([Item(f"{each} % sure") for each in SURENESSES], "How sure are you", back=True)
    if sure is not None:
        made = Prediction(action, party, open_[what], SURENESSES[sure])
        sitting.expect([*(each for each in sitting.predictions if (each.action, each.party) != (action, party)), made])
        sitting.console.say(say_prediction(sitting.names, made))


def stop_reminding(sitting: Sitting) -> None:
    sitting.asks_predictions = False
    sitting.console.say("You will not be reminded; expect still takes a prediction.")
