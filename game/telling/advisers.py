"""What the advisers say, in words: the act, why, what they expect of it, and how far they were right before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.model.actions import Action
from game.model.views import MediatorView
from game.play.advisers import Advice, Slant
from game.play.council import Standing
from game.telling.counsel import say_reason_for
from game.telling.dossier import say_band
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import MINUS, counted, in_prose, listing, times

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
    Slant.SCEPTIC: "wants our own house to last, and nobody's hopes to rise",
}
_MEASURES: Final = {
    "progress": "progress",
    "certainty": "our knowledge of what they want",
    "allies": "the allies' trust in us",
    "modesty": "what they hold out for",
    "moscow": "Moscow's trust in us",
    "patience": "patience",
    "credibility": "credibility",
    "house": "order at home",
}
NOBODY: Final = "None of the advisers sees an act worth the calendar now."


@dataclass(frozen=True, slots=True)
class AdviceWords:
    """``who`` would do the ``action``, told in ``order``; ``chance`` is that of the party least likely to take it.

    ``why`` is a sentence. ``moves`` is what it would change in a turn, against doing nothing, or empty; so is
    ``chance`` for what asks nobody anything.
    """

    who: str
    action: Action
    order: str
    chance: str
    why: str
    moves: str


def advice_words(view: MediatorView, advice: Advice) -> AdviceWords:
    names, chance = Names(view.scenario), advice.chance
    return AdviceWords(
        who=TITLES[advice.slant],
        action=advice.action,
        order=say_action(names, advice.action),
        chance="" if chance is None else f"{names.party(chance.party)} {say_band(chance.low, chance.high)}",
        why=say_reason_for(view, names, advice),
        moves=listing([_say_move(name, amount) for name, amount in advice.change]),
    )


def say_advice(view: MediatorView, advice: Advice) -> str:
    """``The envoy: float …. Nobody has … . Would take it: Kyiv 84–97 %. In a turn, against doing nothing: …``"""
    said = advice_words(view, advice)
    parts = [f"{said.who}: {in_prose(said.order)}.", said.why]
    if said.chance:
        parts.append(f"Would take it: {said.chance}.")
    if said.moves:
        parts.append(f"In a turn, against doing nothing: {said.moves}.")
    return " ".join(parts)


def say_standing(standing: Standing) -> str:
    """``The envoy wants the text to move. You took its advice 3 times; 2 went as it had said.``"""
    who = f"{TITLES[standing.slant]} {_STANDS_FOR[standing.slant]}."
    if not standing.taken:
        return f"{who} You have not taken its advice yet."
    if standing.taken == 1:
        return f"{who} You took its advice once; it went {'as' if standing.right else 'otherwise than'} it had said."
    went = f"{standing.right or 'none'} of them went as it had said"
    return f"{who} You took its advice {times(standing.taken)}; {went}."


def short_standing(standing: Standing) -> str:
    """``right 2 of 3 times``; nothing for an adviser that was not followed yet."""
    return f"right {standing.right} of {counted(standing.taken, 'time')}" if standing.taken else ""


def advice_lines(view: MediatorView, said: Iterable[Advice]) -> tuple[str, ...]:
    return tuple(say_advice(view, each) for each in said) or (NOBODY,)


def _say_move(measure: str, tenths: int) -> str:
    """``patience +12``; of their modesty what falls when it grows."""
    return f"{_MEASURES[measure]} {_points(-tenths if measure == 'modesty' else tenths)}"


def _points(tenths: int) -> str:
    size = max(1, (abs(tenths) + 5) // 10)
    return f"+{size}" if tenths > 0 else f"{MINUS}{size}"
