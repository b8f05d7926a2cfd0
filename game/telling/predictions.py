"""Predictions in words: what can be expected of an answer, how it came out, and how good one is at it."""

from collections.abc import Iterable
from typing import Final

from game.model.actions import Action, CallConference
from game.model.events import Verdict
from game.model.ids import PartyId
from game.play.predictions import Expected, Outcome, Prediction, Tally
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import counted, in_prose
from game.telling.slips import Cable

_ANSWERS: Final = {
    Expected.TAKES: "{name} takes it",
    Expected.CONDITION: "{name} names a condition or offers something else",
    Expected.DECLINES: "{name} refuses, or gives no answer",
}
_SIGNATURES: Final = {Expected.TAKES: "{name} signs", Expected.DECLINES: "{name} does not sign"}
_EXPECTED: Final = {
    Expected.TAKES: "take it",
    Expected.CONDITION: "name a condition or offer something else",
    Expected.DECLINES: "refuse or give no answer",
}
_CAME: Final = {
    Verdict.ACCEPT: "it took it",
    Verdict.ACCEPT_IF: "it would take it on a condition",
    Verdict.COUNTER: "it offered something else",
    Verdict.REFUSE: "it refused",
    Verdict.STALL: "it gave no answer",
    Verdict.WALK_OUT: "it walked out",
}
_GRADES: Final = ((600, "sharp"), (1500, "good"), (2400, "better than a coin"), (2600, "no better than a coin"))
_FEW: Final = 4
SCORES: Final = "0 is a sure hit, 0.25 a coin, 1 a sure miss"


def say_question(names: Names, action: Action, party: PartyId) -> str:
    """``What will Kyiv answer? Float to Kyiv: …``"""
    asked = f"Will {names.party(party)} sign?" if isinstance(action, CallConference) else ""
    return asked or f"What will {names.party(party)} answer? {say_action(names, action)}."


def answer_label(names: Names, action: Action, party: PartyId, expected: Expected) -> str:
    forms = _SIGNATURES if isinstance(action, CallConference) else _ANSWERS
    return forms[expected].format(name=names.party(party))


def say_prediction(names: Names, each: Prediction) -> str:
    """``You expect, 70 % sure: Kyiv takes it.``"""
    return f"You expect, {each.sure} % sure: {answer_label(names, each.action, each.party, each.expected)}."


def say_outcome(names: Names, outcome: Outcome) -> str:
    """``You expected Kyiv to take it, 70 % sure, and it refused.``"""
    each, name = outcome.prediction, names.party(outcome.prediction.party)
    joint = "and" if outcome.hit else "but"
    if isinstance(each.action, CallConference):
        what = "to sign" if each.expected is Expected.TAKES else "not to sign"
        came = "it signed" if outcome.verdict is Verdict.ACCEPT else "it did not sign"
        return f"You expected {name} {what}, {each.sure} % sure, {joint} {came}."
    return f"You expected {name} to {_EXPECTED[each.expected]}, {each.sure} % sure, {joint} {_CAME[outcome.verdict]}."


def outcome_cables(names: Names, turn: int, outcomes: Iterable[Outcome]) -> tuple[Cable, ...]:
    """How the turn's predictions came out, a line each."""
    return tuple(
        Cable(turn, "answer", "US", say_outcome(names, each), _reasons(names, each))
        for each in outcomes
        if each.turn == turn
    )


def _reasons(names: Names, outcome: Outcome) -> tuple[str, ...]:
    act = in_prose(say_action(names, outcome.prediction.action))
    return (f"On: {act}.", f"It scores {say_score(outcome.score)}; {SCORES}.")


def say_score(score: int) -> str:
    """Ten-thousandths as ``0.18``."""
    hundredths = (score + 50) // 100
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def say_tally(whose: str, found: Tally) -> str:
    """``Your predictions: 3 of 4 came true, score 0.18, good.``"""
    if found.mean is None:
        return f"{whose}: none has come to an answer yet."
    grade = next((word for most, word in _GRADES if found.mean <= most), "worse than a coin")
    told = "too few to judge by" if found.count < _FEW else grade
    return f"{whose}: {found.hits} of {found.count} came true, score {say_score(found.mean)}, {told}."


def say_forecast_tally(found: Tally) -> str:
    """The forecasts give chances of consent, so they are scored on whether it was given."""
    if found.mean is None:
        return "The forecasts: no answer has come yet."
    grade = next((word for most, word in _GRADES if found.mean <= most), "worse than a coin")
    consents = f"consent came {found.hits} of {counted(found.count, 'time')}"
    return f"The forecasts, at the middle of their bands: {consents}, score {say_score(found.mean)}, {grade}."


SCALE: Final = f"Scored by Brier's rule: {SCORES}."
