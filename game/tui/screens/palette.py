"""The command palette: any act in one line, as it is typed for the plan, and every place by its name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.message import Message

from game.model.actions import Action
from game.rules.candidates import candidates
from game.telling.acts import parse_typed, say_action
from game.telling.advisers import TITLES
from game.telling.prose import in_prose
from game.tui.widgets.ascii import in_ascii
from game.tui.widgets.rows import soft_text, words

if TYPE_CHECKING:
    from game.tui.sitting import Sitting

PLACES: Final = (
    ("text", "The text, clause by clause"),
    ("bench", "What if? Try other wordings"),
    ("parties", "The parties' dossiers"),
    ("groups", "The working groups"),
    ("leverage", "The leverage ledger"),
    ("front", "The front"),
    ("cables", "The cables"),
    ("advisers", "The advisers"),
    ("meters", "Meters, and why they moved"),
    ("curves", "Curves, turn by turn"),
    ("book", "The briefing book"),
    ("settings", "Settings"),
    ("act", "Plan an act step by step"),
    ("expect", "Say what answer you expect"),
    ("send", "Send the turn"),
    ("rewind", "Take the turn back"),
    ("menu", "Leave for the title"),
)
"""What can be gone to, by what it is asked for, and what it is called."""

_MOST: Final = 12
_PLACES_FROM: Final = 3
"""Letters from which places are looked for within their names."""


class Palette(CommandPalette):
    """Over a screen of the game; the framework's own, with the game's look."""

    CSS_PATH = "palette.tcss"

    class Gone(Message):
        """The player wants to be somewhere else."""

        def __init__(self, what: str, subject: str = "") -> None:
            super().__init__()
            self.what, self.subject = what, subject

    def __init__(self, sitting: "Sitting") -> None:
        super().__init__([DeskProvider], placeholder="sound out moscow line, or the name of a place")
        self.sitting = sitting


class DeskProvider(Provider):
    """What can be planned now is listed once, when the palette opens, so that a letter costs next to nothing."""

    async def startup(self) -> None:
        palette = self.app.screen
        assert isinstance(palette, Palette)  # nobody else opens this
        self._sitting, desk = palette.sitting, palette.sitting.desk
        open_ = () if desk.card is not None else candidates(desk.planning_view)
        self._acts = [(say_action(desk.names, action), action) for action in open_]

    async def discover(self) -> Hits:
        """What the advisers say, then the places."""
        for advice in self._sitting.desk.session.advice_at_hand() or ():
            line = say_action(self._sitting.desk.names, advice.action)
            told = self._line(f"{TITLES[advice.slant]}: {in_prose(line)}")
            yield DiscoveryHit(told, partial(self._plan, advice.action), text=line)
        for what, label in self._places():
            yield DiscoveryHit(self._line(label), partial(self._go, what), text=label)

    async def search(self, query: str) -> Hits:
        for rank, (label, note, deed) in enumerate(self._found(query)):
            if rank < _MOST:
                yield Hit(1 - rank / 100, self._line(label, note), deed, text=label)

    def _found(self, query: str) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """(label, remark, what to do), the best first: the act that was typed, other acts and places, ways to go on."""
        meant = parse_typed(self._sitting.desk.scenario, query)
        names, typed = self._sitting.desk.names, query.casefold().split()
        if meant.action is not None:
            yield say_action(names, meant.action), "plan it", partial(self._plan, meant.action)
        for what, label in self._places():
            if _begins(label, typed):
                yield label, "go there", partial(self._go, what)
        fitting = [(line, act) for line, act in self._acts if act != meant.action and _begins(line, typed)]
        yield from ((line, "", partial(self._plan, act)) for line, act in fitting)
        if not fitting and meant.action is None and len(query) >= _PLACES_FROM:
            yield from ((line, "go on typing", partial(self._type_on, line)) for line in meant.completions)

    def _places(self) -> Iterator[tuple[str, str]]:
        yield from ((what, label) for what, label in PLACES if self._sitting.can_go(what))

    def _line(self, label: str, note: str = "") -> Content:
        line = words(label, soft_text(f"  {note}") if note else "")
        return Content(in_ascii(line.plain), list(line.spans)) if self.app.has_class("-ascii") else line

    def _plan(self, action: Action) -> None:
        self._sitting.plan_act(action)

    def _go(self, what: str) -> None:
        self.app.post_message(Palette.Gone(what))

    def _type_on(self, line: str) -> None:
        self.app.post_message(Palette.Gone("typed", f"{line} "))


def _begins(label: str, typed: list[str]) -> bool:
    """Every typed word begins a word of the label."""
    parts = label.casefold().replace("-", " ").replace("'", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in typed)
