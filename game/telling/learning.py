"""How many acts a newcomer is shown: eight in the first turn, all by the fourth. All can be typed from the start."""

from collections.abc import Mapping
from typing import Final

from game.model.ids import VerbId
from game.model.views import MediatorView

ALL_BY: Final = 4
"""The turn from which every act is shown."""

_LATER: Final[Mapping[int, tuple[str, ...]]] = {
    2: ("carry", "task", "unite", "package", "assure-leader", "one-message", "burden-sharing", "send-arms", "warn"),
    3: (
        *("take-back", "recess", "conference", "confer-standing", "link", "promise", "offer-backstop"),
        *("tighten-sanctions", "empower", "public-address", "hunt-leaks"),
    ),
    ALL_BY: (
        *("threaten-to-leave", "ease-sanctions", "hold-arms", "deliver", "suspend", "bypass"),
        *("warn-assistance", "pause-assistance", "pause-intelligence", "restore-support"),
    ),
}
"""The turn from which an act is shown to a newcomer; one that is not listed, from the first on."""


def shown_to_newcomers(view: MediatorView, verb: VerbId) -> bool:
    return all(view.turn >= turn for turn, verbs in _LATER.items() if verb in verbs)


def kept_for_later(view: MediatorView) -> int:
    """How many acts a newcomer is not shown yet."""
    return sum(not shown_to_newcomers(view, verb) for verb in view.scenario.verbs)
