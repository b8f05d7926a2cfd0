"""A save that was read: its journal, the game it tells of, and what has to be said about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.model.scenario import Scenario
from game.play import disk
from game.play.edition import rules_edition
from game.play.history import History
from game.play.journal import Journal, UnreadableError, glance, head, read
from game.play.lines import DamagedError, begun_lines, sound_part
from game.play.match import Match
from game.play.trouble import FILE_KEPT, NOTHING_CHANGED, DamagedSave, SaveProblem, explained
from game.play.unfolding import UnfitError, unfolded

Content = Callable[[str], Scenario | None]
"""Finds a scenario by its id."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A save that was read; nothing is written to it until a session resumes it.

    ``notices`` are sentences that the player should see once. ``content_changed``: what happened is shown as it was
    recorded, but it cannot be re-run. ``rules_changed``: it can, and may come out otherwise.
    """

    path: Path
    journal: Journal
    history: History
    notices: tuple[str, ...]
    content_changed: bool
    rules_changed: bool = False

    @property
    def match(self) -> Match:
        return self.history.match

    @property
    def whole(self) -> bool:
        """Whether it can be told from its first turn on."""
        return self.journal.start == 0

    @property
    def rerun(self) -> str:
        """Whether the game can be run again, in a sentence."""
        if not self.whole:
            return "It cannot be run again: rules or content have changed too much since it began."
        if self.content_changed:
            return "It cannot be run again: the content has changed since it began."
        if self.rules_changed:
            return "It can be run again, but the rules have changed since it began, so it may come out otherwise."
        return "It can be run again."


def reopened(path: Path, content: Content) -> Opened:
    """The save in this file, on the scenario that it was played on. Raises :class:`SaveProblem`."""
    raw = read_save(path)
    try:
        sound = begun_lines(raw)
        name = head(sound).setup.scenario
        scenario = content(name)
        if scenario is None:
            what = f"The scenario '{name}' of the save cannot be loaded"
            raise SaveProblem(what, path, FILE_KEPT, "Bring the scenario back, or repair it.")
        return _opened(path, *unfolded(sound, scenario), scenario)
    except DamagedError as damage:
        raise unreadable(path, raw, damage) from None
    except UnfitError as problem:
        raise _unfit(path, raw, problem) from None


def read_save(path: Path) -> bytes:
    """What the file holds. Raises :class:`SaveProblem`."""
    with explained("The save cannot be read", path, FILE_KEPT, ""):
        try:
            return disk.now.read(path)
        except FileNotFoundError:
            do = "'backchannel saves' lists what there is."
            raise SaveProblem("There is no such save", path, NOTHING_CHANGED, do) from None


def read_journal(path: Path) -> Journal:
    """The journal in the file, whatever content it was played on. Raises :class:`SaveProblem`."""
    raw = read_save(path)
    try:
        return read(raw)
    except DamagedError as damage:
        raise unreadable(path, raw, damage) from None


def unreadable(path: Path, raw: bytes, damage: DamagedError) -> SaveProblem:
    """What to tell of a file that is no whole journal."""
    if damage.foreign:
        return SaveProblem(f"The save cannot be read: {damage}", path, FILE_KEPT, "Use the version that wrote it.")
    what = "cannot be read" if isinstance(damage, UnreadableError) else "is damaged"
    do = "If you have a copy from before, open that."
    return DamagedSave(f"The save {what} in line {damage.line}: {damage}", path, do, _sound_turn(raw, damage.line))


def _sound_turn(raw: bytes, line: int) -> int:
    """The turn in which the game stands before this line, 0 if it had not begun."""
    try:
        return glance(sound_part(raw, line - 1)).turn
    except DamagedError:
        return 0


def _unfit(path: Path, raw: bytes, problem: UnfitError) -> SaveProblem:
    if problem.fits:
        return unreadable(path, raw, UnreadableError(problem.line, str(problem)))
    seen = glance(raw)
    what = f"The save names {problem}, which the scenario '{seen.setup.scenario}' does not have"
    do = f"It was begun with version {seen.program} and content {seen.content}; use those."
    return SaveProblem(what, path, FILE_KEPT, do)


def _opened(path: Path, journal: Journal, history: History, scenario: Scenario) -> Opened:
    began = journal.opening
    changed = scenario.digest != began.content
    other_rules = began.rules != rules_edition()
    notices = tuple(_notices(journal, history, changed=changed))
    return Opened(path, journal, history, notices, changed, other_rules)


def _notices(journal: Journal, history: History, *, changed: bool) -> Iterator[str]:
    turn = history.match.world.turn
    if journal.torn:
        yield (
            "The last line of the save was cut off. The game stands where the last whole decision left it, "
            f"in turn {turn}."
        )
    if journal.start:
        first = history.match.turns[0].turn
        yield (
            "Rules or content have changed so much since this game began that it cannot be told from its start. It "
            f"opens from the state that was noted in turn {first}; it cannot be run again, and if it is played on, "
            "today's rules hold."
        )
    elif changed:
        yield (
            "The content has changed since this game began. What happened is shown as it was recorded, but it "
            "cannot be run again; if it is played on, the new content holds."
        )
    if journal.beyond:
        names = ", ".join(journal.beyond)
        yield f"A later version has noted what this one does not know ({names}). It is kept, and left alone."
