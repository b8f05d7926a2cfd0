"""What the advisers say, in words: the act, what they expect of it, and how far they were right before."""

from collections.abc import Iterable
from typing import Final

from game.play.advisers import Advice, Slant
from game.play.council import Standing
from game.telling.dossier import say_band
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import in_prose, listing

TITLES: Final = {
    Slant.ENVOY: "The envoy",
    Slant.INTELLIGENCE: "The intelligence desk",
    Slant.ALLIANCE: "The alliance desk",
    Slant.SCEPTIC: "The sceptic",
}
_STANDS_FOR: Final = {
    Slant.ENVOY: "wants the text to move",
    Slant.INTELLIGENCE: "wants to know before it asks",
    Slant.ALLIANCE: "wants Kyiv and the European capitals with us",
    Slant.SCEPTIC: "wants our own house to last",
}
_MEASURES: Final = {
    "progress": "progress",
    "certainty": "how sure we are of what they want",
    "allies": "the allies' trust in us",
    "moscow": "Moscow's trust in us",
    "patience": "patience",
    "credibility": "credibility",
    "house": "order at home",
}


def say_advice(names: Names, advice: Advice) -> str:
    """``The envoy: float …. Kyiv would take it, 84–97 %. By the end of next turn progress +4, patience −2.``"""
    parts = [f"{TITLES[advice.slant]}: {in_prose(say_action(names, advice.action))}."]
    if advice.chance is not None:
        parts.append(
            f"{names.party(advice.chance.party)} would take it: {say_band(advice.chance.low, advice.chance.high)}."
        )
    if advice.change:
        moved = listing([f"{_MEASURES[name]} {_points(amount)}" for name, amount in advice.change])
        parts.append(f"In a turn, against doing nothing: {moved}.")
    return " ".join(parts)


def say_standing(standing: Standing) -> str:
    """``The envoy wants the text to move. You took its advice 3 times; 2 went as it had said.``"""
    who = f"{TITLES[standing.slant]} {_STANDS_FOR[standing.slant]}."
    if not standing.taken:
        return f"{who} You have not taken its advice yet."
    times = "once" if standing.taken == 1 else f"{standing.taken} times"
    if standing.taken == 1:
        return f"{who} You took its advice once; it went {'as' if standing.right else 'otherwise than'} it had said."
    return f"{who} You took its advice {times}; {standing.right or 'none'} of them went as it had said."


def advice_lines(names: Names, said: Iterable[Advice]) -> tuple[str, ...]:
    lines = tuple(say_advice(names, each) for each in said)
    return lines or ("None of the advisers sees an act worth the calendar now.",)


def _points(tenths: int) -> str:
    size = max(1, (abs(tenths) + 5) // 10)
    return f"+{size}" if tenths > 0 else f"−{size}"
