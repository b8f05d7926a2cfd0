"""The shelf on which a player's games lie, one journal a game."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from game.model.scenario import Scenario
from game.play.fitting import odd_setup, same_places, strangers
from game.play.history import History, UnfoldableError, fold
from game.play.journal import DamagedError, Journal, glance, read
from game.play.match import Match
from game.play.records import Opening
from game.play.savefile import Pen, in_use, is_in_use, make
from game.play.trouble import FILE_KEPT, NOTHING_CHANGED, OTHER_FOLDER, SaveProblem, explained, reason_of
from game.rules.deal import deal, first_world

__all__ = ["Opened", "SaveProblem", "SaveTitle", "Shelf", "default_folder", "read_journal"]

SUFFIX: Final = ".jsonl"
_MOST_NAMES: Final = 100
"""Names that are tried for a new save, if others take them at the same time."""

Content = Callable[[str], Scenario | None]


class SaveTitle(NamedTuple):
    """A save as a list shows it. ``world`` as the player chose it; ``turns`` is the length in turns; ``written_as``
    the version of the program that began it; ``minds`` as in its setup. ``problem`` says why it cannot be opened, or
    is empty.
    """

    path: Path
    name: str
    scenario: str = ""
    world: str = ""
    length: str = ""
    seed: int = 0
    turn: int = 0
    turns: int = 0
    ending: str | None = None
    written_as: str = ""
    problem: str = ""
    minds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A save that was read; nothing is written to it until a session resumes it.

    ``notices`` are sentences that the player should see once. ``content_changed``: what happened is shown as it was
    recorded, but it cannot be re-run.
    """

    path: Path
    journal: Journal
    history: History
    notices: tuple[str, ...]
    content_changed: bool

    @property
    def match(self) -> Match:
        return self.history.match


def shipped(scenario: str) -> Scenario | None:
    from game.cards.library import load_scenario

    return load_scenario(scenario).scenario


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of saves. ``content`` finds a scenario by its id."""

    folder: Path
    content: Content = shipped

    def list(self) -> tuple[SaveTitle, ...]:
        """All saves, the one with the newest decision first; none if there is no folder yet."""
        return tuple(_title(path) for path in self._paths())

    def newest_unfinished(self) -> SaveTitle | None:
        return next((title for title in self.list() if not title.ending and not title.problem), None)

    def open(self, save: Path | str) -> Opened:
        """The save of this name or path. Raises :class:`SaveProblem`."""
        path = self.find(save)
        journal = read_journal(path)
        scenario = self.content(journal.opening.setup.scenario)
        if scenario is None:
            raise SaveProblem(
                f"The scenario '{journal.opening.setup.scenario}' of the save cannot be loaded",
                path,
                FILE_KEPT,
                "Bring the scenario back, or repair it.",
            )
        return _unfolded(path, journal, scenario)

    def delete(self, name: str) -> Path:
        """Remove a save of this folder, unless it is being played. Returns where it was."""
        path = self._named(name)
        with explained("The save cannot be deleted", path, FILE_KEPT, ""):
            if is_in_use(path):
                raise in_use(path)
            path.unlink()
        return path

    def make(self, opening: Opening) -> Pen:
        """A new journal in the folder, with a name that tells what it is."""
        setup = opening.setup
        stem = re.sub(r"[^a-z0-9]+", "-", f"{setup.scenario}-{setup.length}-{setup.seed}".lower()).strip("-")
        pattern = re.compile(rf"{re.escape(stem)}-(\d+)")
        taken = [int(found[1]) for path in self._paths() if (found := pattern.fullmatch(path.stem))]
        first = max(taken, default=0) + 1
        return make([self.folder / f"{stem}-{first + step}{SUFFIX}" for step in range(_MOST_NAMES)], (opening,))

    def find(self, save: Path | str) -> Path:
        """The file of this path, or of this name in the folder."""
        path = Path(save)
        if isinstance(save, Path) or path.name != save or path.is_file():
            return path
        return self._named(save)

    def _named(self, name: str) -> Path:
        names = {path.stem: path for path in self._paths()}
        path = names.get(name.removesuffix(SUFFIX))
        if path is None:
            close = get_close_matches(name, names, n=1)
            guess = f"Did you mean '{close[0]}'?" if close else "'backchannel saves' lists what there is."
            raise SaveProblem(f"There is no save called '{name}'", self.folder, NOTHING_CHANGED, guess)
        return path

    def _paths(self) -> tuple[Path, ...]:
        """The saves by the time of their last decision, newest first."""
        with explained("The folder of saves cannot be read", self.folder, NOTHING_CHANGED, OTHER_FOLDER):
            try:
                with os.scandir(self.folder) as entries:
                    found = sorted((entry.stat().st_mtime_ns, entry.name) for entry in entries if _is_save(entry))
            except FileNotFoundError:
                return ()
        return tuple(self.folder / name for _, name in reversed(found))


def _is_save(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(SUFFIX) and not entry.name.startswith(".") and entry.is_file()


_CHECKOUT: Final = Path(__file__).resolve().parents[2]


def default_folder(override: Path | str | None = None, checkout: Path = _CHECKOUT) -> Path:
    """Where saves lie: ``override``, or ``saves`` in a checkout that can be written, or the platform's data folder."""
    if override is not None:
        return Path(override)
    if (checkout / "pyproject.toml").is_file() and os.access(checkout, os.W_OK):
        return checkout / "saves"
    from platformdirs import user_data_path

    folder = user_data_path("backchannel", appauthor=False) / "saves"
    if not folder.is_absolute():
        raise SaveProblem(
            "There is no home folder to keep saves in", folder, NOTHING_CHANGED, "Name a folder with --saves."
        )
    return folder


def read_journal(path: Path) -> Journal:
    """The journal in the file, whatever content it was played on. Raises :class:`SaveProblem`."""
    with explained("The save cannot be read", path, FILE_KEPT, ""):
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            do = "'backchannel saves' lists what there is."
            raise SaveProblem("There is no such save", path, NOTHING_CHANGED, do) from None
    try:
        return read(raw)
    except DamagedError as damage:
        raise _unreadable(path, damage) from None


def _unreadable(path: Path, damage: DamagedError) -> SaveProblem:
    if damage.foreign:
        return SaveProblem(f"The save cannot be read: {damage}", path, FILE_KEPT, "Use the version that wrote it.")
    what = f"The save is damaged in line {damage.line}: {damage}"
    return SaveProblem(what, path, FILE_KEPT, "If you have a copy from before, open that.")


def _unfolded(path: Path, journal: Journal, scenario: Scenario) -> Opened:
    changed = scenario.digest != journal.opening.content
    setup = journal.opening.setup
    odd = odd_setup(setup, scenario) or next(strangers(journal.met, scenario), None)
    if odd is not None:
        raise _unfit(path, journal, f"names {odd}, which the scenario '{scenario.id}' does not have")
    game = deal(scenario, setup)
    if not same_places(journal.opening.first, first_world(game)):
        raise _unfit(path, journal, f"does not fit the clauses and quantities of the scenario '{scenario.id}'")
    try:
        history = fold(journal.records, game)
    except UnfoldableError as problem:
        raise _unreadable(path, DamagedError(problem.number + 1, str(problem))) from None
    return Opened(path, journal, history, tuple(_notices(journal, history, changed=changed)), changed)


def _unfit(path: Path, journal: Journal, problem: str) -> SaveProblem:
    do = f"It was begun with version {journal.opening.program} and content {journal.opening.content}; use those."
    return SaveProblem(f"The save {problem}", path, FILE_KEPT, do)


def _notices(journal: Journal, history: History, *, changed: bool) -> Iterator[str]:
    if journal.torn:
        yield (
            "The last line of the save was cut off. The game stands where the last whole decision left it, "
            f"in turn {history.match.world.turn}."
        )
    if changed:
        yield (
            "The content has changed since this game began. What happened is shown as it was recorded, but it "
            "cannot be run again; if it is played on, the new content holds."
        )


def _title(path: Path) -> SaveTitle:
    try:
        seen = glance(path.read_bytes())
    except OSError as error:
        return SaveTitle(path, path.stem, problem=f"It cannot be read, because {reason_of(error)}.")
    except DamagedError as damage:
        return SaveTitle(path, path.stem, problem=f"Line {damage.line}: {damage}.")
    setup = seen.setup
    return SaveTitle(
        path=path,
        name=path.stem,
        scenario=setup.scenario,
        world=setup.world,
        length=setup.length,
        seed=setup.seed,
        turn=seen.turn,
        turns=seen.turns,
        ending=seen.ending,
        written_as=seen.program,
        minds=setup.minds,
    )
