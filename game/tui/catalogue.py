"""The screens that can be asked for in a game. Each is imported when it is first opened, as a start waits for none."""

from collections.abc import Callable, Mapping
from typing import Final

from game.model.ids import VerbId
from game.tui.desk import Desk
from game.tui.screens.place import Place

LOOKS: Final = frozenset(
    (
        *("text", "parties", "groups", "leverage", "front", "cables", "advisers", "meters", "curves"),
        *("book", "settings"),
    )
)
"""Places at which nothing is decided; they can be opened over anything."""

Maker = Callable[[Desk, str], Place[None]]
"""The desk, and what the screen is to open at."""


def screen_called(what: str, desk: Desk, subject: str = "") -> Place[None] | None:
    """The screen of this name; None if there is none."""
    return _MAKERS[what](desk, subject) if what in _MAKERS else None


def _act(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.act import ActScreen

    return ActScreen(desk)


def _verb(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.act import ActScreen

    return ActScreen(desk, verb=VerbId(subject))


def _typed(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.act import ActScreen

    return ActScreen(desk, typed=subject)


def _text(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.text import TextScreen

    return TextScreen(desk, subject)


def _parties(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.parties import PartiesScreen

    return PartiesScreen(desk, subject)


def _groups(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.groups import GroupsScreen

    return GroupsScreen(desk, subject)


def _meters(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.meters import MetersScreen

    return MetersScreen(desk, subject)


def _leverage(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.leverage import LeverageScreen

    return LeverageScreen(desk)


def _front(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.front import FrontScreen

    return FrontScreen(desk)


def _curves(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.curves import CurvesScreen

    return CurvesScreen(desk)


def _cables(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.cables import CablesScreen

    return CablesScreen(desk, subject)


def _advisers(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.advisers import AdvisersScreen

    return AdvisersScreen(desk)


def _bench(desk: Desk, subject: str) -> Place[None]:
    from game.tui.screens.bench import BenchScreen

    return BenchScreen(desk, subject)


_MAKERS: Final[Mapping[str, Maker]] = {
    "act": _act,
    "verb": _verb,
    "typed": _typed,
    "advisers": _advisers,
    "bench": _bench,
    "text": _text,
    "parties": _parties,
    "groups": _groups,
    "meters": _meters,
    "leverage": _leverage,
    "front": _front,
    "curves": _curves,
    "cables": _cables,
}
